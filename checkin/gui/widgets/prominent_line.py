"""One line that must not be missed on a coloured card: icon and words in the card's own ink, turned round."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from checkin.gui import fonts, icons
from checkin.gui.theme import px, theme
from checkin.gui.widgets.surface import box
from checkin.gui.widgets.text_lines import break_lines, paint_lines

_SIDE, _TOP, _ICON, _GAP = 16, 11, 24, 14
_TOP_SMALL = 4
_MOST_LARGE, _LEAST = 2, 15
_DOT, _HARD_BLANK = " · ", "\u00a0"


class ProminentLine(QWidget):
    """Breaks into as many lines as it needs: nothing of it is left out."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._words, self._px, self._ground, self._ink = icon, "", 19, "go", "on_go"
        self.hide()

    @property
    def words(self) -> str:
        """What it says, "" when nothing."""
        return self._words

    def set_words(self, words: str, ground: str, ink: str) -> None:
        """Say something on a card of these colour roles."""
        self._words, self._ground, self._ink = words, ground, ink
        self.setAccessibleName(words)
        self.update()

    def set_metrics(self, px_: int) -> None:
        """Size of the words in pixels of 100 %."""
        self._px = px_
        self.updateGeometry()

    def lines(self, width: int) -> list[str]:
        """The words broken for a line of `width`: what stands between two dots stays together where it can."""
        return self._broken(width, self._font(width))

    def _broken(self, width: int, font: QFont) -> list[str]:
        room = width - self._text_left() - px(_SIDE)
        parts = self._words.split(_DOT)
        whole = [p.replace(" ", _HARD_BLANK) if fonts.width(font, p) <= room else p for p in parts]
        return break_lines(_DOT.join(whole), font, room)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(len(self.lines(width)) * fonts.line(self._font(width))) + 2 * px(self._top())

    def sizeHint(self) -> QSize:
        wide = px(320)
        return QSize(wide, self.heightForWidth(self.width() or wide))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = theme().color(self._ground)
        box(painter, QRectF(self.rect()), theme().color(self._ink), None, theme().radius("verb"))
        middle = QPointF(px(_SIDE + _ICON / 2), self.height() / 2)
        icons.paint(painter, self._icon, ground, middle, px(_ICON), icons.STROKE_ON_VERDICT)
        painter.setPen(ground)
        top = QPointF(self._text_left(), px(self._top()))
        wide = self.width()
        paint_lines(painter, self.lines(wide), self._font(wide), top, wide - self._text_left())

    def _font(self, width: int) -> QFont:
        """Somewhat smaller when the words would take more than two lines: they are read at the desk."""
        font = fonts.font(self._px, 700)
        return font if len(self._broken(width, font)) <= _MOST_LARGE else fonts.font(max(self._px - 3, _LEAST), 700)

    def _top(self) -> int:
        return _TOP if self._px > 16 else _TOP_SMALL

    def _text_left(self) -> int:
        return px(_SIDE + _ICON + _GAP)
