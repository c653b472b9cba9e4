"""Lays words and a control beside each other where both have room, else the control below the words."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from checkin.gui.theme import px

WORDS = 200
"""The least width that words keep beside a control, in pixels of 100 %."""

GAP, GAP_BELOW = 16, 8


class BesideLayout(QLayout):
    """Of the widgets added the first is the words and the second, if there is one, the control.

    Which way they lie follows from the width alone, so that the height for a width is always the same.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), False)

    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        around = QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
        wide = max((item.minimumSize().width() for item in self._items), default=0)
        return QSize(wide, 0) + around

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        wide = sum(item.sizeHint().width() for item in self._items) + px(GAP) + margins.left() + margins.right()
        return QSize(wide, self.heightForWidth(wide))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, True)

    def _place(self, rect: QRect, move: bool) -> int:
        """Place the parts in `rect`; the height that they need at its width."""
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        around = margins.top() + margins.bottom()
        shown = [item for item in self._items if not item.isEmpty()]
        if len(shown) < 2:
            high = _height(shown[0], inner.width()) if shown else 0
            if move and shown:
                shown[0].setGeometry(QRect(inner.left(), inner.top(), inner.width(), max(high, inner.height())))
            return high + around
        words, control = shown
        wide = control.sizeHint().width()
        left = inner.width() - wide - px(GAP)
        if left >= px(WORDS):
            heights = _height(words, left), _height(control, wide)
            high = max(heights)
            if move:
                middle = inner.top() + max(high, inner.height()) // 2
                words.setGeometry(QRect(inner.left(), middle - heights[0] // 2, left, heights[0]))
                control.setGeometry(QRect(inner.right() + 1 - wide, middle - heights[1] // 2, wide, heights[1]))
            return high + around
        above, below = _height(words, inner.width()), _height(control, inner.width())
        if move:
            words.setGeometry(QRect(inner.left(), inner.top(), inner.width(), above))
            control.setGeometry(QRect(inner.left(), inner.top() + above + px(GAP_BELOW), inner.width(), below))
        return above + px(GAP_BELOW) + below + around


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
