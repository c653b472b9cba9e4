"""People with what becomes of them: the old value struck through, an arrow, the new one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from checkin.gui.models.person_lines_model import LineRole, PersonLinesModel
from checkin.gui.pages.importing.batches import in_batches
from checkin.gui.pages.importing.changes_shown import PeopleShown
from checkin.gui.pages.importing.line_painting import paint_line
from checkin.gui.theme import px, theme
from checkin.gui.widgets.row_list_view import RowListView, row_of
from checkin.gui.widgets.surface import box

LINE, _INSET = 37, 8


class PersonLineDelegate(QStyledItemDelegate):
    """Paints one line; a value that has no room loses its end, and is whole in the tool tip and to a screen reader."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(px(200), px(LINE))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line, row = index.data(LineRole), row_of(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(row, theme().color("hover"))
            box(painter, row, None, theme().color("focus"), theme().radius("key"), theme().line(2))
        paint_line(painter, row.adjusted(px(_INSET), 0, -px(4), 0), line)
        if line.last:
            rule = theme().border
            painter.fillRect(
                QRectF(row.left() + px(_INSET), row.bottom() - rule, row.width() - px(_INSET), rule),
                theme().color("border"),
            )
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:  # fmt: skip
        if event.type() == QEvent.Type.ToolTip and index.isValid():
            QToolTip.showText(event.globalPos(), index.data(LineRole).spoken, view)
            return True
        return super().helpEvent(event, view, option, index)


class PersonLines(RowListView):
    """`row_requested(row, file)` when somebody who stands in the file was pressed."""

    row_requested = Signal(int, str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(PersonLineDelegate(), name, parent)
        self.itemDelegate().setParent(self)
        in_batches(self)
        self.lines = PersonLinesModel(self)
        self.setModel(self.lines)
        self.row_pressed.connect(self._ask_for_row)

    def set_people(self, shown: PeopleShown) -> None:
        """Show these people from the first on."""
        self.lines.set_people(shown)
        self.scrollToTop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # Ctrl Enter is the page's.
            event.ignore()
            return
        super().keyPressEvent(event)

    def _ask_for_row(self, row: int) -> None:
        person = self.lines.line(row).person
        if person.row is not None:
            self.row_requested.emit(person.row, person.file)
