"""The first rows of a list as they stand in the file, with the field that each column goes to above it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.pages.importing.columns_shown import LEFT_OUT, ColumnsShown
from checkin.gui.theme import px, theme
from checkin.gui.widgets.bare_area import BareArea
from checkin.gui.widgets.choice_field import ChoiceField
from checkin.gui.widgets.row_list_view import SCROLL_BAR
from checkin.gui.widgets.text_lines import elided
from checkin.gui.zooming import room

_NUMBER, _COLUMN, _ROW, _GAP = 64, 200, 36, 8


class FirstRows(QWidget):
    """`chosen(column, value)` when a person chose where a column goes to. Fields and cells scroll sideways together."""

    chosen = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[int, ChoiceField] = {}
        self._heads = QWidget()
        self._line = QHBoxLayout(self._heads)
        room(self._line, (_NUMBER, 0, 0, 0), _GAP)
        self.cells = RowCells()
        self._above, self._below = BareArea(self._heads, across=True), BareArea(self.cells, across=True)
        self._above.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._above.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._below.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._below.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._below.setAccessibleName(self.tr("The first rows of the file"))
        for one, other in ((self._above, self._below), (self._below, self._above)):
            one.horizontalScrollBar().valueChanged.connect(other.horizontalScrollBar().setValue)
        rows = QVBoxLayout(self)
        room(rows, (0, 8, 0, 0), 4)
        rows.addWidget(self._above)
        rows.addWidget(self._below, 1)
        self.fit_zoom()

    def show_columns(self, shown: ColumnsShown) -> None:
        """Show the rows of a list and where its columns go to."""
        if [column.column for column in shown.columns] != list(self.fields):
            self._build(shown)
        for column in shown.columns:
            field = self.fields[column.column]
            field.set_choices(shown.choices, column.choice)
            field.setEnabled(not shown.shut)
            field.setToolTip(shown.shut or column.why)
            name = self.tr("Where the column “{header}” goes to").format(header=column.header)
            field.setAccessibleName(name)
            field.setAccessibleDescription(column.why)
        self.cells.show_rows([column.header for column in shown.columns], shown.rows)

    def mark(self, row: int) -> bool:
        """Bring a row of the file into sight and mark it; False when it is not among the first."""
        place = self.cells.mark(row)
        if place is None:
            return False
        self._below.ensureVisible(0, px(_ROW) * (place + 1) + px(_ROW) // 2, 0, px(_ROW) * 2)
        return True

    def fit_zoom(self) -> None:
        """Heights and widths at the zoom in force."""
        self._above.setFixedHeight(theme().target(48) + px(4))
        for field in self.fields.values():
            field.setFixedWidth(px(_COLUMN))
        self._heads.setFixedWidth(self.cells.sizeHint().width() + px(SCROLL_BAR))

    def _build(self, shown: ColumnsShown) -> None:
        while (item := self._line.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.fields = {}
        for column in shown.columns:
            field = self.fields[column.column] = ChoiceField("", quiet=(LEFT_OUT,))
            field.chosen_changed.connect(lambda value, column=column.column: self.chosen.emit(column, value))
            self._line.addWidget(field)
            field.show()
        self._line.addStretch(1)
        self.cells.show_rows([column.header for column in shown.columns], shown.rows)
        self.fit_zoom()


class RowCells(QWidget):
    """Headers and cells, painted; a cell without room loses its end."""

    elidable = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads: Sequence[str] = ()
        self._rows: Sequence[tuple[int, tuple[str, ...]]] = ()
        self.marked = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, heads: Sequence[str], rows: Sequence[tuple[int, tuple[str, ...]]]) -> None:
        """Show rows below these headers."""
        self._heads, self._rows = heads, rows
        spoken = "; ".join(", ".join(cell for cell in cells if cell) for _, cells in rows[:5])
        self.setAccessibleName(spoken)
        self.setMinimumSize(self.sizeHint())
        self.updateGeometry()
        self.update()

    def mark(self, row: int) -> int | None:
        """Mark a row of the file; its place, None when it is not shown."""
        self.marked = row
        self.update()
        return next((place for place, (number, _) in enumerate(self._rows) if number == row), None)

    def fit_zoom(self) -> None:
        """Its size at the zoom in force."""
        self.setMinimumSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        wide = px(_NUMBER) + len(self._heads) * px(_COLUMN + _GAP)
        return QSize(wide, px(_ROW) * (len(self._rows) + 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, high = QPainter(self), px(_ROW)
        c, shown = theme().color, event.rect()
        self._paint_row(painter, 0, "", self._heads, "text_muted", 600)
        for place, (number, cells) in enumerate(self._rows, 1):
            if (place + 1) * high < shown.top() or place * high > shown.bottom():
                continue
            if number == self.marked:
                painter.fillRect(QRectF(0, place * high, self.width(), high), c("selected"))
            painter.fillRect(QRectF(0, place * high, self.width(), theme().border), c("border"))
            self._paint_row(painter, place, str(number), cells, "text", 400)

    def _paint_row(
        self, painter: QPainter, place: int, number: str, cells: Sequence[str], ink: str, weight: int
    ) -> None:
        top, high = place * px(_ROW), px(_ROW)
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(fonts.font(13, 400, True))
        painter.setPen(theme().color("text_muted"))
        painter.drawText(QRectF(px(4), top, px(_NUMBER), high), middle, number)
        font = fonts.font(14, weight)
        painter.setFont(font)
        painter.setPen(theme().color(ink))
        for column, cell in enumerate(cells[: len(self._heads)]):
            left = px(_NUMBER) + column * px(_COLUMN + _GAP)
            room = QRectF(left + px(4), top, px(_COLUMN) - px(8), high)
            painter.drawText(room, middle, elided(" ".join(cell.split()), font, room.width()))
