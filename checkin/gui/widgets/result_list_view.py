"""People found: name with the match underlined, belonging, and one chip of state."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from checkin.domain.people import Person
from checkin.gui import fonts
from checkin.gui.models.result_list_model import MatchRole, PersonRole, ResultListModel
from checkin.gui.theme import px, theme
from checkin.gui.widgets.chip import HEIGHT, chip_width, paint_chip
from checkin.gui.widgets.row_list_view import RowListView, row_of
from checkin.gui.widgets.surface import box
from checkin.gui.widgets.text_lines import elided
from checkin.gui.words import belonging, row_chip

_LEFT = 16


class ResultDelegate(QStyledItemDelegate):
    """Paints a person found."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(px(200), theme().size("row_result"))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = row_of(option).adjusted(0, px(2), 0, -px(2))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, row, option)
        person = index.data(PersonRole)
        chip = row_chip(person)
        wide = chip_width(chip[0], chip[2])
        top, left, line = row.center().y() - px(12), row.left() + px(_LEFT), px(24)
        paint_chip(painter, QRectF(row.right() - wide - px(12), top - px(HEIGHT) / 2, wide, px(HEIGHT)), *chip)
        self._paint_name(painter, QRectF(left, top - px(12), row.width() - wide - px(40), line), index)
        self._paint_line(painter, QRectF(left, top + px(13), row.width() - 2 * px(_LEFT), line), person)
        painter.restore()

    def _paint_ground(self, painter: QPainter, row: QRectF, option: QStyleOptionViewItem) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            box(painter, row, theme().color("selected" if chosen else "hover"), None, theme().radius("control"))
        if chosen:
            bar = QRectF(row.left(), row.top() + px(9), px(4), row.height() - px(18))
            box(painter, bar, theme().color("accent"), None, px(2))
        if option.state & QStyle.StateFlag.State_HasFocus:
            box(painter, row, None, theme().color("focus"), theme().radius("control"), theme().line(2))

    def _paint_name(self, painter: QPainter, where: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        name, font = str(index.data()), QFont()
        for size in (17, 16, 15):
            font = fonts.font(size, 600)
            if fonts.width(font, name) <= where.width():
                break
        shown = elided(name, font, where.width())
        painter.setPen(theme().color("text"))
        painter.setFont(font)
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, shown)
        for start, end in index.data(MatchRole):
            left = where.left() + fonts.width(font, name[:start])
            right = min(where.left() + fonts.width(font, name[:end]), where.left() + fonts.width(font, shown))
            if right > left:
                line = QRectF(left, where.center().y() + px(11), right - left, theme().line(2))
                painter.fillRect(line, theme().color("accent"))

    def _paint_line(self, painter: QPainter, where: QRectF, person: Person) -> None:
        font = fonts.kind("small")
        painter.setPen(theme().color("text_muted"))
        painter.setFont(font)
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, elided(belonging(person), font, where.width()))


class ResultListView(RowListView):
    """`person_highlighted` follows the chosen row; `person_pressed` says that one was pressed."""

    person_highlighted = Signal(str)
    person_pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ResultDelegate(parent), "", parent)
        self.setAccessibleName(self.tr("People found"))
        self.people = ResultListModel(self)
        self.setModel(self.people)
        self.row_pressed.connect(lambda row: self.person_pressed.emit(self.people.person(row).attendee))
        self.selectionModel().currentChanged.connect(self._moved)

    def set_people(self, people: Sequence[Person], query: str) -> None:
        """Show these people and choose the first."""
        self.people.set_people(people, query)
        if people:
            self.setCurrentIndex(self.people.index(0))

    def step(self, by: int) -> None:
        """Move the choice by some rows; it stops at the ends."""
        rows = self.people.rowCount()
        if rows:
            row = min(max(self.currentIndex().row() + by, 0), rows - 1)
            self.setCurrentIndex(self.people.index(row))
            self.scrollTo(self.currentIndex())

    def current_attendee(self) -> str:
        """The id of the person chosen, "" when nobody is."""
        index = self.currentIndex()
        return self.people.person(index.row()).attendee if index.isValid() else ""

    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.person_highlighted.emit(self.people.person(current.row()).attendee)
