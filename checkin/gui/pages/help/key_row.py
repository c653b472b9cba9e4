"""One line of the help page: the keys, and what they do."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from checkin.gui import fonts
from checkin.gui.theme import px, theme
from checkin.gui.widgets.free_height import free_height
from checkin.gui.widgets.key_cap import HEIGHT, cap_width, paint_cap
from checkin.gui.widgets.text_lines import break_lines, paint_lines

_GAP, _TEXT_GAP, _PAD = 6, 12, 5


class KeyRow(QWidget):
    """Keys that do the same stand side by side, given as "F8, Ctrl Z"; the words wrap beside them."""

    def __init__(self, keys: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys, self._words = keys.split(", "), words
        self._left = self.keys_width()
        self.setAccessibleName(f"{keys}: {words}")
        free_height(self)

    def keys_width(self) -> int:
        """Width of the caps with the gaps between them."""
        return sum(cap_width(key) for key in self._keys) + px(_GAP) * (len(self._keys) - 1)

    def set_left(self, width: int) -> None:
        """Where the words of all rows begin: after caps of this width."""
        self._left = width
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = round(len(self._lines(width)) * fonts.line(_font()))
        return max(px(HEIGHT), words) + 2 * px(_PAD)

    def sizeHint(self) -> QSize:
        wide = self.width() or px(240)
        return QSize(px(240), self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(HEIGHT + 2 * _PAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, middle = 0, px(_PAD) + px(HEIGHT) / 2
        for key in self._keys:
            paint_cap(painter, QPointF(left, middle), key, theme().color("text"), theme().color("border_strong"))
            left += cap_width(key) + px(_GAP)
        painter.setPen(theme().color("text"))
        top = middle - fonts.line(_font()) / 2
        words_left = self._left + px(_TEXT_GAP)
        paint_lines(painter, self._lines(self.width()), _font(), QPointF(words_left, top), self.width() - words_left)

    def _lines(self, width: int) -> list[str]:
        return break_lines(self._words, _font(), width - self._left - px(_TEXT_GAP))


def _font() -> QFont:
    return fonts.font(15, 400)
