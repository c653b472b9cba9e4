"""The last acts of this desk: shape, name, sentence, time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from checkin.domain.people import Entry
from checkin.gui import fonts, icons
from checkin.gui.models.act_list_model import ActListModel, EntryRole, line_of, mark_of, title_of
from checkin.gui.theme import px, theme
from checkin.gui.widgets.row_list_view import RowListView, row_of
from checkin.gui.widgets.surface import box
from checkin.gui.widgets.text_lines import elided
from checkin.gui.widgets.verdict_shape import colour_of, paint_shape
from checkin.gui.words import clock

_TEXT, _TIME, _SHAPE = 40, 52, 24


class ActDelegate(QStyledItemDelegate):
    """Paints an act; a long name shrinks by up to two pixels before its end is left out."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(px(200), theme().size("row_act"))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry, row = index.data(EntryRole), row_of(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, row, option)
        self._paint_mark(painter, row, entry)
        self._paint_words(painter, row, entry)
        line = row.bottom() - theme().border
        rule = QRectF(row.left() + px(_TEXT), line, row.width() - px(_TEXT), theme().border)
        painter.fillRect(rule, theme().color("border"))
        painter.restore()

    def _paint_ground(self, painter: QPainter, row: QRectF, option: QStyleOptionViewItem) -> None:
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if focused or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, theme().color("selected" if focused else "hover"))
        if focused:
            box(painter, row, None, theme().color("focus"), 0, theme().line(2))

    def _paint_mark(self, painter: QPainter, row: QRectF, entry: Entry) -> None:
        family, icon = mark_of(entry)
        centre = QPointF(row.left() + px(15), row.center().y())
        if family is None:
            icons.paint(painter, icon, theme().color("text_muted"), centre, px(20))
            return
        role = colour_of(family)
        side = px(_SHAPE)
        place = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        paint_shape(painter, place, family, icon, theme().color(role), theme().color(f"on_{role}"))

    def _paint_words(self, painter: QPainter, row: QRectF, entry: Entry) -> None:
        room = row.width() - px(_TEXT + _TIME)
        name, font = title_of(entry), fonts.kind("row")
        for size in (15, 14):
            font = fonts.font(size, 600)
            if fonts.width(font, name) <= room:
                break
        small = fonts.font(13, 400)
        middle = row.center().y()
        rows = (
            (font, "text_muted" if entry.undone else "text", name, middle - px(10)),
            (small, "text_muted", line_of(entry), middle + px(11)),
        )
        for used, role, words, centre in rows:
            painter.setPen(theme().color(role))
            painter.setFont(used)
            where = QRectF(row.left() + px(_TEXT), centre - px(12), room, px(24))
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, elided(words, used, room))
        painter.setPen(theme().color("text_muted"))
        painter.setFont(fonts.font(13, 500, True))
        painter.drawText(row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, clock(entry.at))


class ActListView(RowListView):
    """`entry_opened` carries the id of the act pressed."""

    entry_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ActDelegate(parent), "", parent)
        self.setAccessibleName(self.tr("Last ten acts"))
        self.acts = ActListModel(self)
        self.setModel(self.acts)
        self.row_pressed.connect(lambda row: self.entry_opened.emit(self.acts.entry(row).entry))

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show these acts, newest first."""
        self.acts.set_entries(entries)
