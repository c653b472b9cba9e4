"""Pairs that may be one person, each as two cards side by side with why, and what was decided."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from checkin.gui import fonts
from checkin.gui.models.pair_list_model import PairListModel, PairRole, place_words, state_chip
from checkin.gui.pages.importing.changes_shown import PairShown, SideShown
from checkin.gui.theme import px, theme
from checkin.gui.widgets.chip import HEIGHT, chip_width, paint_chip
from checkin.gui.widgets.row_list_view import RowListView, row_of
from checkin.gui.widgets.surface import box
from checkin.gui.widgets.text_lines import elided

_ROW, _HEAD, _PAD, _GAP = 136, 32, 8, 8


class PairDelegate(QStyledItemDelegate):
    """Paints a pair."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(px(240), px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        pair, row, c = index.data(PairRole), row_of(option).adjusted(0, px(2), 0, -px(4)), theme().color
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        fill = c("selected") if chosen else c("hover") if option.state & QStyle.StateFlag.State_MouseOver else None
        box(painter, row, fill, c("accent" if chosen else "border"), theme().radius("control"), theme().border)
        if option.state & QStyle.StateFlag.State_HasFocus:
            box(painter, row, None, c("focus"), theme().radius("control"), theme().line(2))
        inner = row.adjusted(px(_PAD), px(4), -px(_PAD), -px(_PAD))
        self._paint_head(painter, QRectF(inner.left(), inner.top(), inner.width(), px(_HEAD)), pair)
        wide, top = (inner.width() - px(_GAP)) / 2, inner.top() + px(_HEAD)
        for place, side in enumerate((pair.one, pair.other)):
            where = QRectF(inner.left() + place * (wide + px(_GAP)), top, wide, inner.bottom() - top)
            self._paint_side(painter, where, side, place_words(pair, side))
        painter.restore()

    def _paint_head(self, painter: QPainter, where: QRectF, pair: PairShown) -> None:
        word, tone, icon = state_chip(pair.decided)
        wide = chip_width(word, icon)
        chip = QRectF(where.right() - wide, where.center().y() - px(HEIGHT) / 2, wide, px(HEIGHT))
        paint_chip(painter, chip, word, tone, icon)
        _words(painter, where.adjusted(0, 0, -wide - px(8), 0), fonts.kind("small"), "text_muted", pair.why)

    def _paint_side(self, painter: QPainter, where: QRectF, side: SideShown, place: str) -> None:
        c, small = theme().color, fonts.kind("small")
        box(painter, where, c("surface"), c("border"), theme().radius("key"), theme().border)
        belonging = ", ".join(part for part in (side.organisation, side.city, side.category) if part)
        inner = where.adjusted(px(10), px(4), -px(8), -px(4))
        third = inner.height() / 3
        name = fonts.font(16, 600)
        for size in (16, 15, 14):
            name = fonts.font(size, 600)
            if fonts.width(name, side.name) <= inner.width():
                break
        lines = ((name, "text", side.name), (small, "text", belonging), (small, "text_muted", place))
        for number, (font, role, words) in enumerate(lines):
            _words(painter, QRectF(inner.left(), inner.top() + number * third, inner.width(), third), font, role, words)


class PairRows(RowListView):
    """`pair_shown(place)` follows the chosen pair."""

    pair_shown = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(PairDelegate(), name, parent)
        self.itemDelegate().setParent(self)
        self.pairs = PairListModel(self)
        self.setModel(self.pairs)
        self.selectionModel().currentChanged.connect(self._moved)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # Ctrl 1, Ctrl 2 and Ctrl Enter are the panel's and the page's.
            event.ignore()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(_ROW))

    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.pair_shown.emit(current.row())


def _words(painter: QPainter, where: QRectF, font: QFont, role: str, words: str) -> None:
    painter.setPen(theme().color(role))
    painter.setFont(font)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    painter.drawText(where, flags, elided(words, font, where.width()))
