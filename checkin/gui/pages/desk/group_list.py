"""The people of a group as rows with a tick."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from checkin.domain.people import Person
from checkin.gui import fonts, icons
from checkin.gui.models.result_list_model import PersonRole
from checkin.gui.pages.desk.group_model import GroupModel
from checkin.gui.theme import px, theme
from checkin.gui.widgets.chip import HEIGHT, chip_width, paint_chip
from checkin.gui.widgets.row_list_view import RowListView
from checkin.gui.widgets.surface import box
from checkin.gui.widgets.text_lines import elided
from checkin.gui.words import belonging, row_chip

_TICK, _TEXT = 28, 48
_Index = QModelIndex | QPersistentModelIndex


class GroupDelegate(QStyledItemDelegate):
    """Paints a tick of 28 in a target of 48, the person, and the chip of their state."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.row = 64

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(200), px(self.row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, person = QRectF(option.rect), index.data(PersonRole)
        view = option.widget
        if isinstance(view, RowListView) and view.verticalScrollBar().isVisible():
            row.adjust(0, 0, -px(6), 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, row, option)
        may = index.data(Qt.ItemDataRole.ToolTipRole) is None
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        self._paint_tick(painter, QPointF(row.left() + px(_TICK) / 2 + px(8), row.center().y()), ticked=ticked, may=may)
        chip = row_chip(person)
        wide, high = chip_width(chip[0], chip[2]), px(HEIGHT)
        paint_chip(painter, QRectF(row.right() - wide - px(8), row.center().y() - high / 2, wide, high), *chip)
        left = row.left() + px(_TEXT + 8)
        self._paint_words(painter, QRectF(left, row.top(), row.right() - wide - px(20) - left, row.height()), person)
        painter.restore()

    def _paint_ground(self, painter: QPainter, row: QRectF, option: QStyleOptionViewItem) -> None:
        c, line = theme().color, theme().border
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if focused or option.state & QStyle.StateFlag.State_MouseOver:
            inner = row.adjusted(0, px(2), 0, -px(3))
            ring = c("focus") if focused else None
            box(painter, inner, c("hover"), ring, theme().radius("control"), theme().line(2))
        painter.fillRect(QRectF(row.left(), row.bottom() - line, row.width(), line), c("border"))

    def _paint_tick(self, painter: QPainter, centre: QPointF, *, ticked: bool, may: bool) -> None:
        c, side = theme().color, px(_TICK)
        place = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        if ticked:
            box(painter, place, c("accent"), None, theme().radius("key"))
            icons.paint(painter, "check", c("on_accent"), centre, px(20), icons.STROKE_ON_VERDICT)
        else:
            fill = c("surface") if may else c("sunken")
            outline = c("border_strong") if may else c("border")
            box(painter, place, fill, outline, theme().radius("key"), theme().line(2))

    def _paint_words(self, painter: QPainter, room: QRectF, person: Person) -> None:
        line, middle = belonging(person), room.center().y()
        name = next(
            (f for f in (fonts.font(17, 600), fonts.font(16, 600)) if fonts.width(f, person.name) <= room.width()),
            fonts.font(15, 600),
        )
        step = px(11) if line else 0
        rows = ((name, "text", person.name, middle - step), (fonts.font(14, 400), "text_muted", line, middle + px(11)))
        for font, role, words, centre in rows:
            painter.setPen(theme().color(role))
            painter.setFont(font)
            where = QRectF(room.left(), centre - px(12), room.width(), px(24))
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, elided(words, font, room.width()))


class GroupList(RowListView):
    """`toggled(row)` when a row was pressed or Space met it; `entered()`, `all_wanted()`, `none_wanted()` by key."""

    toggled = Signal(int)
    entered = Signal()
    all_wanted = Signal()
    none_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._delegate = GroupDelegate(parent)
        super().__init__(self._delegate, "", parent)
        self.setAccessibleName(self.tr("People of the group"))
        self.group = GroupModel(self)
        self.setModel(self.group)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.row_pressed.connect(self.toggled)

    def set_row(self, height: int) -> None:
        """Height of the rows in pixels of 100 %."""
        self._delegate.row = height
        self.doItemsLayout()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(px(200), max(1, self.group.rowCount()) * px(self._delegate.row))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(self._delegate.row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = {
            (Qt.Key.Key_Space, False): lambda: self.toggled.emit(self.currentIndex().row()),
            (Qt.Key.Key_Return, False): self.entered.emit, (Qt.Key.Key_Enter, False): self.entered.emit,
            (Qt.Key.Key_A, True): self.all_wanted.emit, (Qt.Key.Key_D, True): self.none_wanted.emit,
        }.get((Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.ControlModifier))  # fmt: skip
        if wanted is None:
            super().keyPressEvent(event)
        else:
            wanted()
