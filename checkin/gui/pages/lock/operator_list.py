"""The operators of the lock screen: rows of 64 with initials, name, role and the key that chooses."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from checkin.gui import fonts
from checkin.gui.pages.lock.lock_look import lock_colour
from checkin.gui.pages.lock.operator_model import KeyRole, LineRole, MatchRole, OperatorModel, OperatorRole
from checkin.gui.theme import px, theme
from checkin.gui.widgets.key_cap import cap_width, paint_cap
from checkin.gui.widgets.row_list_view import RowListView, row_of
from checkin.gui.widgets.surface import box
from checkin.gui.widgets.text_lines import elided

ROW, GAP = 64, 8
_CIRCLE, _NAME_LEFT, _RADIUS = 36, 68, 10
_Index = QModelIndex | QPersistentModelIndex


class OperatorDelegate(QStyledItemDelegate):
    """Paints an operator on the dark ground."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(200), px(ROW + GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = row_of(option).adjusted(0, 0, 0, -px(GAP))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, row, option)
        self._paint_initials(painter, row, index.data(OperatorRole).initials)
        key, muted = index.data(KeyRole), lock_colour("muted")
        right = row.right() - px(14) - cap_width(key)
        paint_cap(painter, QPointF(right, row.center().y()), key, muted, lock_colour("line")) if key else None
        room = right - px(12) - row.left() - px(_NAME_LEFT)
        self._paint_name(painter, QRectF(row.left() + px(_NAME_LEFT), row.center().y() - px(22), room, px(24)), index)
        font = fonts.kind("small")
        painter.setPen(muted)
        painter.setFont(font)
        where = QRectF(row.left() + px(_NAME_LEFT), row.center().y() + px(1), room, px(20))
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, elided(index.data(LineRole), font, room))
        painter.restore()

    def _paint_ground(self, painter: QPainter, row: QRectF, option: QStyleOptionViewItem) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        fill = lock_colour("raised") if chosen or over else None
        line = theme().line(2) if chosen else theme().border
        box(painter, row, fill, lock_colour("ring" if chosen else "line"), px(_RADIUS), line)

    def _paint_initials(self, painter: QPainter, row: QRectF, initials: str) -> None:
        circle = QRectF(row.left() + px(16), row.center().y() - px(_CIRCLE) / 2, px(_CIRCLE), px(_CIRCLE))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(lock_colour("mark"))
        painter.drawEllipse(circle)
        painter.setPen(lock_colour("on_mark"))
        painter.setFont(fonts.font(14, 700))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, initials)

    def _paint_name(self, painter: QPainter, where: QRectF, index: _Index) -> None:
        name, font = str(index.data()), QFont()
        for size in (17, 16, 15):
            font = fonts.font(size, 600)
            if fonts.width(font, name) <= where.width():
                break
        shown = elided(name, font, where.width())
        painter.setPen(lock_colour("text"))
        painter.setFont(font)
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, shown)
        for start, end in index.data(MatchRole):
            left = where.left() + fonts.width(font, name[:start])
            right = min(where.left() + fonts.width(font, name[:end]), where.left() + fonts.width(font, shown))
            if right > left:
                painter.fillRect(QRectF(left, where.bottom() - px(3), right - left, px(2)), lock_colour("text"))


class OperatorList(RowListView):
    """Driven from the field above it. `operator_pressed(id)` when a row is pressed, `operator_moved(sentence)` when
    the choice moved, for a screen reader."""

    operator_pressed = Signal(str)
    operator_moved = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(OperatorDelegate(parent), "", parent)
        self.setAccessibleName(self.tr("Operators"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.operators = OperatorModel(self)
        self.setModel(self.operators)
        self.row_pressed.connect(lambda row: self.operator_pressed.emit(self.operators.operator(row).id))
        self.selectionModel().currentChanged.connect(self._moved)

    @property
    def chosen(self) -> str:
        """The id of the operator chosen, "" when nobody is."""
        index = self.currentIndex()
        return self.operators.operator(index.row()).id if index.isValid() else ""

    def choose(self, operator: str) -> None:
        """Choose an operator by id; the first one when they are not shown."""
        if self.operators.rowCount():
            self._go(max(self.operators.row_of(operator), 0))

    def step(self, by: int) -> None:
        """Move the choice by some rows; it stops at the ends."""
        rows = self.operators.rowCount()
        if rows:
            self._go(min(max(self.currentIndex().row() + by, 0), rows - 1))

    def _go(self, row: int) -> None:
        self.setCurrentIndex(self.operators.index(row))
        self.scrollTo(self.currentIndex())

    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.operator_moved.emit(str(current.data(Qt.ItemDataRole.AccessibleTextRole)))

    def sizeHint(self) -> QSize:
        return QSize(px(404), px(ROW + GAP) * max(self.operators.rowCount(), 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(ROW))
