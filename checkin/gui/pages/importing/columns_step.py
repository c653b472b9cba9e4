"""The step "Columns": what each column of a file was taken for, and what only a person can say about it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.pages.importing.column_row import ColumnHead, ColumnRow
from checkin.gui.pages.importing.columns_shown import ColumnsShown
from checkin.gui.pages.importing.first_rows import FirstRows
from checkin.gui.theme import px
from checkin.gui.widgets.bare_area import BareArea
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.paragraph import Paragraph
from checkin.gui.widgets.row_list_view import SCROLL_BAR
from checkin.gui.widgets.segments import Segments
from checkin.gui.widgets.surface import Paper
from checkin.gui.zooming import room

BY_COLUMN, FIRST_ROWS = "columns", "rows"
_TOLD = 116
"""The least width of the sentence beside what leads on, in pixels of 100 %."""


class ColumnsStep(QWidget):
    """Signals: `column_chosen(column, value)`, `answered(id, value)`, `back()`, `forward()`."""

    column_chosen = Signal(int, str)
    answered = Signal(str, str)
    back = Signal()
    forward = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown, self._metrics = ColumnsShown(), NORMAL
        self.rows: list[ColumnRow] = []
        self.ways = Segments(self.tr("How the columns are shown"))
        self.ways.set_choices(((BY_COLUMN, self.tr("By column")), (FIRST_ROWS, self.tr("First rows"))))
        self.ways.set_chosen(BY_COLUMN)
        self.other_way = Button(self.tr("First rows"))
        self.head, self.first = ColumnHead(), FirstRows()
        self.back_button = Button(self.tr("Back"), "arrow-left")
        self.back_button.set_name(self.tr("Back to the file"))
        self.told = Paragraph("", fonts.font(14, 500), "hold")
        self.forward_button = Button(
            self.tr("Show what changes"), "arrow-right", self.tr("Ctrl Enter"), Kind.PRIMARY, 56
        )
        self._lay_out()
        self.ways.chosen_changed.connect(self.show_way)
        self.other_way.clicked.connect(self._show_other_way)
        self.first.chosen.connect(self.column_chosen)
        self.back_button.clicked.connect(self.back)
        self.forward_button.clicked.connect(self.forward)
        self.set_metrics(NORMAL)

    def show_columns(self, shown: ColumnsShown) -> None:
        """Show the columns of what was read."""
        self.shown = shown
        count = len(shown.questions) + len(shown.columns)
        self._build(count)
        for row, question in zip(self.rows, shown.questions, strict=False):
            row.show_question(question)
        for row, column in zip(self.rows[len(shown.questions) :], shown.columns, strict=True):
            row.show_column(column, shown.choices, shown.shut)
        self.first.show_columns(shown)
        if not shown.rows:
            self.show_way(BY_COLUMN)
        self.told.set_text(self._sentence(shown))
        self.told.set_tone("hold" if shown.to_look_at else "muted")
        self.forward_button.setAccessibleDescription(self.told.whole)
        self._fit_foot()

    def show_way(self, way: str) -> None:
        """Show the columns below each other, or the first rows with the fields above them."""
        self.ways.set_chosen(way)
        self.other_way.set_words(self.tr("By column") if way == FIRST_ROWS else self.tr("First rows"))
        self._ways.setCurrentWidget(self._first if way == FIRST_ROWS else self._by_column)

    def show_row(self, row: int) -> bool:
        """Show a row of the file among the first ones; False when it is not among them."""
        if not self.first.mark(row):
            return False
        self.show_way(FIRST_ROWS)
        return True

    def set_reading(self, reading: bool) -> None:
        """The list is being read again: what changes is not known before that is over."""
        self.forward_button.set_shut(self.tr("The list is being read.") if reading else "")

    def focus_first(self) -> None:
        """The cursor goes to the first thing that somebody should look at, else to what leads on."""
        unsure = [*(not q.told for q in self.shown.questions)]
        unsure += [c.sureness in ("look", "guess") for c in self.shown.columns]
        first = next((row for row, look in zip(self.rows, unsure, strict=True) if look), None)
        (first.field if first is not None and first.field.isEnabled() else self.forward_button).setFocus()

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        self._metrics = metrics
        gap = 12 if metrics.roomy else 8
        room(self._all, (0, 0, 0, 0), gap)
        side = 24 if metrics.roomy else 16 if not metrics.compact else 12
        room(self._column, (side, 0, 2, 2), 0)
        room(self._rows_at, (0, 0, side - 2 - (SCROLL_BAR if self._scrolls() else 0), 0), 0)
        room(self._first_at, (side, 0, 2, 2), 0)
        self.head.set_metrics(metrics)
        for row in self.rows:
            row.set_metrics(metrics)
        self.forward_button.set_metrics(56 if metrics.roomy else 48, 17 if metrics.roomy else 15)
        self.back_button.set_icon_only(metrics.compact)
        self._fit_foot()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_foot()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), px(200))

    def _fit_foot(self) -> None:
        """Where there is no room for both ways, one button leads to the other; then the cap of the key goes."""
        roomy, rows = self._metrics.roomy, bool(self.shown.rows)
        self.ways.setVisible(roomy and rows)
        self.other_way.setVisible(not roomy and rows)
        self.forward_button.set_words(self.forward_button.words, key=self.tr("Ctrl Enter"))
        beside = px(_TOLD) if self.told.whole and not self._metrics.compact else 0
        shown = [b for b in (self.back_button, self.other_way) if not b.isHidden()]
        needs = sum(button.sizeHint().width() + px(12) for button in (*shown, self.forward_button)) + beside
        if not roomy and needs > self.width():
            self.forward_button.set_words(self.forward_button.words, key="")
        self.told.setVisible(bool(beside) and (roomy or bool(self.shown.to_look_at)))

    def _show_other_way(self) -> None:
        self.show_way(BY_COLUMN if self.ways.chosen == FIRST_ROWS else FIRST_ROWS)

    def _scrolls(self) -> bool:
        return self._area.verticalScrollBar().maximum() > 0

    def _build(self, count: int) -> None:
        """As many rows as are needed; those that are there stay, and the cursor in them."""
        while len(self.rows) > count:
            row = self.rows.pop()
            row.hide()
            row.deleteLater()
        while len(self.rows) < count:
            row = ColumnRow(first=not self.rows)
            row.set_metrics(self._metrics)
            place = len(self.rows)
            row.chosen.connect(lambda value, place=place: self._on_chosen(place, value))
            self.rows.append(row)
            self._rows_at.insertWidget(place, row)
            row.show()

    def _on_chosen(self, place: int, value: str) -> None:
        questions = self.shown.questions
        if place < len(questions):
            self.answered.emit(questions[place].id, value)
        else:
            self.column_chosen.emit(self.shown.columns[place - len(questions)].column, value)

    def _sentence(self, shown: ColumnsShown) -> str:
        if shown.shut:
            return shown.shut
        n = shown.to_look_at
        if not n:
            return self.tr("Every column is known.")
        return self.tr("One thing to look at") if n == 1 else self.tr("{n} things to look at").format(n=n)

    def _lay_out(self) -> None:
        inner = QWidget()
        self._rows_at = QVBoxLayout(inner)
        self._rows_at.addStretch(1)
        self._by_column = QWidget()
        self._area = BareArea(inner)
        self._area.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self.set_metrics(self._metrics))
        self._column = QVBoxLayout()
        self._column.addWidget(self._area)
        by_column = QVBoxLayout(self._by_column)
        room(by_column, (0, 0, 0, 0), 0)
        by_column.addWidget(self.head)
        by_column.addLayout(self._column, 1)
        self._ways = QStackedWidget()
        self._ways.addWidget(self._by_column)
        self._first = QWidget()
        self._first_at = QVBoxLayout(self._first)
        self._first_at.addWidget(self.first)
        self._ways.addWidget(self._first)
        card = Paper()
        whole = QVBoxLayout(card)
        room(whole, (1, 1, 1, 1), 0)
        whole.addWidget(self._ways)
        foot = QHBoxLayout()
        room(foot, (0, 0, 0, 0), 12)
        self.told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        foot.addWidget(self.back_button)
        foot.addWidget(self.ways)
        foot.addWidget(self.other_way)
        foot.addStretch(1)
        foot.addWidget(self.told, 1000)
        foot.addWidget(self.forward_button)
        self._all = QVBoxLayout(self)
        self._all.addWidget(card, 1)
        self._all.addLayout(foot)
