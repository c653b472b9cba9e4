"""The head of the settings: which section this is, what can be done in it, and the undo of the last change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.theme import px
from checkin.gui.widgets.act import Act
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.surface import Surface
from checkin.gui.widgets.text import Text
from checkin.gui.zooming import room

_WORDS = 220


class SettingsHeader(Surface):
    """Signals: `act_requested(id)`, `undo_requested()`. Undo says what it takes back as far as there is room."""

    act_requested = Signal(str)
    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "bottom", parent)
        self._metrics, self._what = NORMAL, ""
        self.title, self._sentence = Text("", "title", elidable=True), Text("", "small", "muted", elidable=True)
        words = QVBoxLayout()
        room(words, (0, 0, 0, 0), 2)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self._sentence)
        words.addStretch(1)
        self.undo = Button(self.tr("Undo"), "undo-2", self.tr("Ctrl Z"))
        self.undo.clicked.connect(self.undo_requested)
        self._buttons: list[Button] = []
        self._row = QHBoxLayout(self)
        room(self._row, (24, 0, 24, 0), 8)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.undo)
        self.set_undo("")

    def show_section(self, title: str, sentence: str, acts: Sequence[Act]) -> None:
        """Show another section's words and acts."""
        self.title.set_text(title)
        self._sentence.set_text(sentence)
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for act in acts:
            button = Button(act.text, act.icon, act.key)
            button.clicked.connect(lambda _on=False, name=act.id: self.act_requested.emit(name))
            self._buttons.append(button)
            self._row.insertWidget(self._row.count() - 1, button)
            button.show()
        self._arrange()

    def button(self, place: int = 0) -> Button:
        """The button of an act of the section."""
        return self._buttons[place]

    def set_undo(self, what: str) -> None:
        """Say what the last change was, such as "Loudness 80 → 40"; "" when there is none to take back."""
        self._what = what
        self.undo.set_shut("" if what else self.tr("Nothing was changed here since the window was opened."))
        self._arrange()

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        self._metrics = metrics
        side = 12 if metrics.compact else 16 if not metrics.roomy else 24
        room(self._row, (side + (0 if metrics.compact else 8), 0, side, 0))
        self.title.setFont(fonts.font(20 if metrics.compact else 24, 700))
        self.fit_zoom()
        self._arrange()

    def fit_zoom(self) -> None:
        """Its height at the zoom in force."""
        self.setFixedHeight(px(80 if self._metrics.roomy else 64 if not self._metrics.compact else 56))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), px(56))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The words of the buttons go before those of the title: first what was changed, then all of them."""
        short, whole = self.tr("Undo"), self.tr("Undo: {what}").format(what=self._what) if self._what else ""
        for button in (*self._buttons, self.undo):
            button.set_icon_only(False)
        name = whole or self.tr("Undo the last change")
        self.undo.set_words(whole or short, name=name)
        if self._needs() > self.width():
            self.undo.set_words(short, name=name)
        narrow = self._needs() > self.width()
        for button in (*self._buttons, self.undo):
            button.set_icon_only(narrow)
        self.undo.setToolTip(whole or self.undo.accessibleDescription())
        # Half a sentence says nothing: it is there whole, or not at all.
        left = self.width() - self._needs() + px(_WORDS)
        self._sentence.setVisible(not self._metrics.compact and self._sentence.sizeHint().width() <= left)

    def _needs(self) -> int:
        buttons = sum(b.sizeHint().width() + px(8) for b in (*self._buttons, self.undo))
        return buttons + px(_WORDS if not self._metrics.compact else 160) + px(48)
