"""The bar across a page when something failed: what happened, what it means, what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.announcing import announce
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.theme import px
from checkin.gui.widgets.act_bar import said_about
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.icon_label import Icon
from checkin.gui.widgets.surface import Surface
from checkin.gui.widgets.text import Text
from checkin.gui.zooming import room


class TopBar(Surface):
    """Hidden until `show_fault`; stays until `clear`. Pressing a button emits its id."""

    act_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("stop", "", parent)
        self._icon = Icon("octagon-alert", "on_stop", 24)
        self._sentence = Text("", fonts.font(16, 600), "on_stop", wraps=True)
        self._advice = Text("", fonts.font(14, 500), "on_stop", wraps=True)
        words = QVBoxLayout()
        room(words, (0, 0, 0, 0), 2)
        words.addStretch(1)
        words.addWidget(self._sentence)
        words.addWidget(self._advice)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._row.addLayout(words, 1)
        self._acts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addLayout(self._acts)
        self._buttons: list[Button] = []
        self.set_metrics(NORMAL)
        self.hide()

    def show_fault(
        self, sentence: str, advice: str, buttons: Sequence[tuple[str, str]] = (), icon: str = "octagon-alert",
        tone: str = "stop",
    ) -> None:  # fmt: skip
        """Say what happened and what to do. `buttons` are pairs of id and words; `tone` is stop or hold."""
        self.set_role(tone)
        self._icon.set_icon(icon, f"on_{tone}")
        for text, words in ((self._sentence, sentence), (self._advice, advice)):
            text.set_tone(f"on_{tone}")
            text.set_text(words)
            text.setVisible(bool(words))
        self._set_buttons(buttons, tone, sentence)
        said = f"{sentence} {advice}".strip()
        news = self.isHidden() or said != self.accessibleName()
        self.setAccessibleName(said)
        self.show()
        if news:
            announce(self, said)

    def clear(self) -> None:
        """The cause is gone."""
        self.hide()
        self._set_buttons((), "stop", "")

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        side = 24 if metrics.roomy else 16
        room(self._row, (side, 8, 16, 8), 12)
        self.setMinimumHeight(px(64))
        self._icon.setVisible(not metrics.compact)
        down = QBoxLayout.Direction.TopToBottom if metrics.compact else QBoxLayout.Direction.LeftToRight
        self._acts.setDirection(down)
        room(self._acts, (0, 0, 0, 0), 6 if metrics.compact else 12)
        self._sentence.setFont(fonts.font(15 if metrics.compact else 16, 600))
        self._advice.setFont(fonts.font(13 if metrics.compact else 14, 500))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(320), px(64))

    def _set_buttons(self, buttons: Sequence[tuple[str, str]], tone: str, about: str) -> None:
        for button in self._buttons:
            self._acts.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        for act, words in buttons:
            button = Button(words, kind=Kind.ON_GROUND_MAIN, parent=self)
            button.set_ground(tone, f"on_{tone}")
            button.set_metrics(48, 14)
            button.set_name(said_about(words, about))
            button.clicked.connect(lambda _checked=False, act=act: self.act_requested.emit(act))
            self._acts.addWidget(button)
            self._buttons.append(button)
