"""Two registrations side by side: are they one person?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from checkin.domain.people import Card
from checkin.gui import fonts
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.pages.desk.acts import act
from checkin.gui.pages.desk.panel import Panel
from checkin.gui.pages.desk.same_person_rows import PairRow, pair_rows
from checkin.gui.pages.desk.scrolled import scrolled
from checkin.gui.theme import px, theme
from checkin.gui.widgets.icon_label import Icon
from checkin.gui.widgets.paragraph import Paragraph
from checkin.gui.widgets.surface import Surface
from checkin.gui.widgets.text import Text
from checkin.gui.zooming import room


class SamePersonView(Panel):
    """`merged(one, other)`: both attendees are one person; `closed()`: they are two, or somebody wants out."""

    merged = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", act("one_person"), parent)
        self._pair = "", ""
        self.rows: list[PairRow] = []
        self._parts: list[QWidget] = []
        inner = QWidget()
        outer = QVBoxLayout(inner)
        room(outer, (0, 0, 0, 0))
        self._grid = QGridLayout()
        room(self._grid, (0, 0, 0, 0))
        self._grid.setColumnStretch(2, 1)
        self._grid.setColumnStretch(3, 1)
        outer.addLayout(self._grid)
        outer.addStretch(1)
        self.set_body(scrolled(inner))
        self.set_title(
            self.tr("One person or two?"), self.tr("One person: both histories stay, and it can be taken back.")
        )
        self.set_acts(act("one_person"), (act("two_people"),))
        self.set_metrics(NORMAL)

    def show_pair(self, one: Card, other: Card) -> None:
        """Show what each registration says; lines that differ are marked and stand first after the name."""
        self._pair = one.person.attendee, other.person.attendee
        rows = pair_rows(one, other)
        self.rows = [rows[0], *sorted(rows[1:], key=lambda row: not row.differs)]
        for part in self._parts:
            self._grid.removeWidget(part)
            part.deleteLater()
        self._parts = []
        for place, row in enumerate(self.rows):
            self._add_row(place, row)
        self.set_metrics(self.metrics)

    def request(self, act: str = "") -> None:
        """Do what the button of `act` does, "" for the verb."""
        if act == "two_people":
            self.closed.emit()
        elif all(self._pair) and self.verb.isEnabled():
            self.merged.emit(*self._pair)

    def tells_about(self) -> bool:
        """What becomes of both is told in every size but the smallest."""
        return bool(self.about.whole) and not self.metrics.compact

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        super().set_metrics(metrics)
        self._grid.setHorizontalSpacing(px(12 if metrics.roomy else 8))
        self._grid.setColumnMinimumWidth(1, px(104))
        self._grid.setVerticalSpacing(px(8 if metrics.roomy else 5))

    def _fit_foot(self) -> None:
        """The way out is "Two people"; where that has no room, it is Close."""
        super()._fit_foot()
        two = self.acts.button("two_people")
        self.close_button.setVisible(self._below.isHidden())
        # The weighty act is never what Space happens to press.
        self.setFocusProxy(self.close_button if two is None or self._below.isHidden() else two)

    def _add_row(self, place: int, row: PairRow) -> None:
        head, differs = place == 0, row.differs
        mark = Icon("equal-not" if differs else "equal", "hold_text" if differs else "text_muted", 18)
        label = Text(row.label, fonts.font(14, 500), "muted")
        values = []
        for value in (row.one, row.other):
            font = fonts.font(17, 700) if head else fonts.font(15, 600 if differs else 400)
            tone = "text" if head or (value and differs) else "muted"
            text = Paragraph(value or self.tr("not given"), font, tone)
            said = self.tr("{label}: {value}, differs") if differs else self.tr("{label}: {value}")
            text.setAccessibleName(said.format(label=row.label, value=value or self.tr("not given")))
            values.append(text)
        line = Surface("border")
        line.setFixedHeight(theme().line(1))
        for column, part in enumerate((mark, label, *values)):
            self._grid.addWidget(part, 2 * place, column, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(line, 2 * place + 1, 0, 1, 4)
        self._parts += [mark, label, *values, line]
