"""Sentences about rows of a file, each below the row it is about; a long one takes a second line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from checkin.gui import fonts
from checkin.gui.models.note_list_model import NoteListModel, NoteRole
from checkin.gui.pages.importing.batches import in_batches
from checkin.gui.pages.importing.changes_shown import NoteShown
from checkin.gui.theme import px, theme
from checkin.gui.widgets.row_list_view import RowListView, row_of
from checkin.gui.widgets.surface import box
from checkin.gui.widgets.text_lines import break_lines, clipped, elided, paint_lines

_HEAD, _LINE = 38, 17


class NoteRowDelegate(QStyledItemDelegate):
    """Paints where and what in so many lines; without a where the sentence stands alone."""

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(px(160), px(_HEAD + _LINE * self._lines))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        note, row = index.data(NoteRole), row_of(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, rule = bool(option.state & QStyle.StateFlag.State_Selected), theme().border
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row.adjusted(0, 0, 0, -rule), theme().color("selected" if chosen else "hover"))
        if chosen:
            painter.fillRect(QRectF(row.left(), row.top() + px(8), px(3), row.height() - px(16)), _colour("accent"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            box(painter, row, None, _colour("focus"), theme().radius("key"), theme().line(2))
        inner = row.adjusted(px(8), px(6), -px(8), -px(4))
        self._paint_words(painter, inner, note)
        painter.fillRect(QRectF(inner.left(), row.bottom() - rule, row.right() - inner.left(), rule), _colour("border"))
        painter.restore()

    def _paint_words(self, painter: QPainter, inner: QRectF, note: NoteShown) -> None:
        small, top = fonts.kind("small"), inner.top()
        if note.title:
            bold = fonts.font(14, 600)
            painter.setPen(_colour("text"))
            title = elided(note.title, bold, inner.width())
            top = paint_lines(painter, [title], bold, QPointF(inner.left(), top), inner.width()) + px(2)
        if note.at_fault:
            small = fonts.font(14, 600)
        painter.setPen(_colour("stop_text" if note.at_fault else "text_muted"))
        lines = clipped(break_lines(note.text, small, inner.width()), small, inner.width(), self._lines)
        if not note.title:
            top += (inner.height() - len(lines) * fonts.line(small)) / 2
        paint_lines(painter, lines, small, QPointF(inner.left(), top), inner.width())


class NoteRows(RowListView):
    """`note_shown(place)` follows the chosen row, `note_pressed(place)` says that one was pressed."""

    note_shown = Signal(int)
    note_pressed = Signal(int)

    def __init__(self, name: str, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(NoteRowDelegate(lines), name, parent)
        self.notes = NoteListModel(self)
        self.itemDelegate().setParent(self)
        in_batches(self)
        self.setModel(self.notes)
        self.row_pressed.connect(self.note_pressed)
        self.selectionModel().currentChanged.connect(self._moved)

    def set_notes(self, notes: Sequence[NoteShown]) -> None:
        """Show these, none chosen."""
        self.notes.set_notes(notes)
        self.scrollToTop()

    def choose(self, place: int) -> None:
        """Choose a note and bring it into sight."""
        self.setCurrentIndex(self.notes.index(place))
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # Ctrl Enter is the page's.
            event.ignore()
            return
        super().keyPressEvent(event)

    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.note_shown.emit(current.row())


def _colour(role: str) -> QColor:
    return theme().color(role)
