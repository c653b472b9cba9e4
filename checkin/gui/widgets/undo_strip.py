"""The strip after taking something back: what it was, and why, chosen with one key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.gui import fonts, icons
from checkin.gui.theme import theme
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.surface import box
from checkin.gui.widgets.text_lines import break_lines, paint_lines

STAYS_MS = 10_000
_CHOSEN_STAYS_MS = 1200
_SIDE, _TOP, _TEXT, _ROW, _GAP = 14, 10, 42, 48, 6


class UndoStrip(QWidget):
    """Hidden until `show_taken_back`, gone after ten seconds or a choice. The first reason is already written."""

    reason_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = self._keys = ""
        self._columns = 2
        self._reasons: list[str] = []
        self._buttons = [self._new_button(place) for place in range(4)]
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._timer.timeout.connect(self.hide)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_taken_back(self, text: str, reasons: Sequence[tuple[str, str]], chosen: int = 0) -> None:
        """Say what was taken back. `reasons` are up to four pairs of id and words; `chosen` is the one written."""
        self._title = text
        self._reasons = [reason for reason, _ in reasons[:4]]
        self._keys = self.tr("Ctrl 1 to {last}").format(last=len(self._reasons))
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(self._reasons))
            if place < len(self._reasons):
                words = reasons[place][1]
                button.set_words(words, key=str(place + 1), name=self.tr("Reason: {words}").format(words=words))
        self.setAccessibleName(text)
        self._mark(chosen)
        self._arrange()
        self.show()
        self._timer.start(STAYS_MS)

    def choose(self, number: int) -> bool:
        """Choose the n-th reason, counted from 1; False when there is none or the strip is gone."""
        if not self.isVisible() or not 1 <= number <= len(self._reasons):
            return False
        self._mark(number - 1)
        self._timer.start(_CHOSEN_STAYS_MS)
        self.reason_chosen.emit(self._reasons[number - 1])
        return True

    def set_columns(self, columns: int) -> None:
        """How many reasons stand side by side: two, or four in a low window."""
        self._columns = columns
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(320, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme().color("surface")
        box(painter, QRectF(self.rect()), theme().color("text"), None, theme().radius("control"))
        lines = self._lines()
        middle = _TOP + len(lines) * fonts.line(_title_font()) / 2
        icons.paint(painter, "undo-2", ink, QPointF(_SIDE + 10, middle), 20)
        painter.setPen(ink)
        paint_lines(painter, lines, _title_font(), QPointF(_TEXT, _TOP), self.width() - _TEXT)
        painter.setFont(_keys_font())
        where = QRectF(0, middle - 12, self.width() - _SIDE, 24)
        if self._room_for_keys():
            painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._keys)

    def _room_for_keys(self) -> bool:
        """The keys stand on the buttons too: where they would make a third line they are left out."""
        room = self.width() - _TEXT - fonts.width(_keys_font(), self._keys) - _SIDE - 8
        return len(break_lines(self._title, _title_font(), room)) <= 2

    def _lines(self) -> list[str]:
        keys = fonts.width(_keys_font(), self._keys) + 8 if self._room_for_keys() else 0
        return break_lines(self._title, _title_font(), self.width() - _TEXT - keys - _SIDE)

    def _arrange(self) -> None:
        """Place the buttons; the strip is as high as its words need at this width."""
        top = round(_TOP + len(self._lines()) * fonts.line(_title_font())) + 8
        wide = (self.width() - 2 * _SIDE - _GAP * (self._columns - 1)) // self._columns
        for place, button in enumerate(self._buttons):
            row, column = divmod(place, self._columns)
            button.set_metrics(_ROW, 14 if wide >= 140 else 13)
            button.setGeometry(_SIDE + column * (wide + _GAP), top + row * (_ROW + _GAP), wide, _ROW)
        rows = -(-max(len(self._reasons), 1) // self._columns)
        self.setFixedHeight(top + rows * (_ROW + _GAP) - _GAP + 12)

    def _new_button(self, place: int) -> Button:
        button = Button(kind=Kind.ON_GROUND, parent=self)
        button.set_ground("text", "surface")
        button.set_metrics(_ROW, 14)
        button.clicked.connect(lambda: self.choose(place + 1))
        return button

    def _mark(self, chosen: int) -> None:
        for place, button in enumerate(self._buttons):
            button.kind = Kind.ON_GROUND_MAIN if place == chosen else Kind.ON_GROUND
            button.update()


def _title_font() -> QFont:
    return fonts.font(15, 600)


def _keys_font() -> QFont:
    return fonts.font(13, 500)
