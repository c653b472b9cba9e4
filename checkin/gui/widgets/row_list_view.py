"""Lists of rows of one height that scroll by finger, wheel and key."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QScroller,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from checkin.gui.theme import px

SCROLL_BAR = 12
"""Width of a list's scroll bar in pixels of 100 %, kept free whether it is there or not."""


def row_of(option: QStyleOptionViewItem) -> QRectF:
    """The part of a row that is painted on: the scroll bar's place stays free, whether it is there or not."""
    view = option.widget
    bar = isinstance(view, QListView) and view.verticalScrollBar().isVisible()
    return QRectF(option.rect).adjusted(0, 0, 0 if bar else -px(SCROLL_BAR), 0)


class RowListView(QListView):
    """A list of equal rows. `row_pressed` carries the row that was pressed."""

    row_pressed = Signal(int)

    def __init__(self, delegate: QStyledItemDelegate, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "rows")
        self.setAccessibleName(name)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.clicked.connect(self._pressed)
        self.fit_zoom()

    def fit_zoom(self) -> None:
        """Rows and scrolling at the zoom in force."""
        self.verticalScrollBar().setSingleStep(px(24))
        self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Whoever comes here by Tab must see where they are.
        if not self.currentIndex().isValid() and self.model() is not None:
            self.setCurrentIndex(self.model().index(0, 0))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self._pressed(self.currentIndex())
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(52))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(52))

    def _pressed(self, index: QModelIndex) -> None:
        self.row_pressed.emit(index.row())
