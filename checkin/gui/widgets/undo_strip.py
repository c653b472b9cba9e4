"""The strip after taking something back: what it was, and why, chosen with one key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.theme import theme
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.icon_label import Icon
from checkin.gui.widgets.surface import box
from checkin.gui.widgets.text import Text

STAYS_MS = 10_000


class UndoStrip(QWidget):
    """Hidden until `show_taken_back`, gone after ten seconds or a choice. The first reason is already written."""

    reason_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = Icon("undo-2", "surface", 20)
        self._title = Text("", fonts.font(15, 600), "inverse", wraps=True)
        self._keys = Text("", fonts.font(13, 500), "inverse")
        self._reasons: list[str] = []
        self._buttons = [self._new_button(place) for place in range(4)]
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._timer.timeout.connect(self.hide)
        self._lay_out()
        self.hide()

    def show_taken_back(self, text: str, reasons: Sequence[tuple[str, str]], chosen: int = 0) -> None:
        """Say what was taken back. `reasons` are up to four pairs of id and words; `chosen` is the one written."""
        self._title.set_text(text)
        self._reasons = [reason for reason, _ in reasons[:4]]
        self._keys.set_text(self.tr("Ctrl 1 to {last}").format(last=len(self._reasons)))
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(self._reasons))
            if place < len(self._reasons):
                words = reasons[place][1]
                button.set_words(words, key=str(place + 1), name=self.tr("Reason: {words}").format(words=words))
        self._mark(chosen)
        self.show()
        self._timer.start()

    def choose(self, number: int) -> bool:
        """Choose the n-th reason, counted from 1; False when there is none or the strip is gone."""
        if not self.isVisible() or not 1 <= number <= len(self._reasons):
            return False
        self._mark(number - 1)
        self._timer.start(1200)
        self.reason_chosen.emit(self._reasons[number - 1])
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box(painter, QRectF(self.rect()), theme().color("text"), None, theme().radius("control"))

    def _new_button(self, place: int) -> Button:
        button = Button(kind=Kind.ON_GROUND, parent=self)
        button.set_ground("text", "surface")
        button.set_metrics(48, 14)
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        button.clicked.connect(lambda: self.choose(place + 1))
        return button

    def _mark(self, chosen: int) -> None:
        for place, button in enumerate(self._buttons):
            button.kind = Kind.ON_GROUND_MAIN if place == chosen else Kind.ON_GROUND
            button.update()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._title, 1)
        head.addWidget(self._keys)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for place, button in enumerate(self._buttons):
            grid.addWidget(button, place // 2, place % 2)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 10, 14, 12)
        rows.setSpacing(8)
        rows.addLayout(head)
        rows.addLayout(grid)
