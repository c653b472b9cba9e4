"""What the forms for somebody new share: two names that are needed, an e-mail, and who may be the same person."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from checkin.domain.people import Person, WalkIn
from checkin.gui.layout_metrics import Metrics
from checkin.gui.pages.desk.panel import Panel
from checkin.gui.pages.desk.scrolled import scrolled
from checkin.gui.pages.desk.twins_panel import TwinsPanel
from checkin.gui.theme import px
from checkin.gui.widgets.act import Act
from checkin.gui.widgets.field import Field
from checkin.gui.zooming import room

Places = Sequence[tuple[int, int, int]]
"""Row, column and span of each field in a grid of six columns."""


class NewcomerPanel(Panel):
    """Signals: `changed(WalkIn)` while typing, `add_requested(WalkIn, id)` with the act's id once both names are
    there, `twin_chosen(attendee)`, `closed()`."""

    changed = Signal(object)
    add_requested = Signal(object, str)
    twin_chosen = Signal(str)

    def __init__(self, title: str, about: str, verb: Act, twins: TwinsPanel, parent: QWidget | None = None) -> None:
        super().__init__(title, about, verb, parent)
        self.given, self.family = Field(self.tr("Given name")), Field(self.tr("Family name"))
        self.email = Field(self.tr("E-mail"))
        self.twins = twins
        self._fields: tuple[Field, ...] = ()
        self.setFocusProxy(self.given)

    def begin(self, given: str = "", family: str = "") -> None:
        """Start a new form with what the search already says; the cursor goes to the first name still missing."""
        for field in self._fields:
            field.set_value("")
        self.given.set_value(given)
        self.family.set_value(family)
        self.set_twins(())
        first = self.given if not given or family else self.family
        first.edit.setFocus()
        first.edit.end(False)

    def set_twins(self, people: Sequence[Person]) -> None:
        """People of the list who may be the one in front."""
        self.twins.set_people(people)

    def set_fault(self, field: str, sentence: str) -> None:
        """Say what is the matter with a field, named as in WalkIn. KeyError for one that is not asked here."""
        target = self.named()[field]
        target.set_fault(sentence)
        target.edit.setFocus()

    def choose(self, number: int) -> bool:
        """Choose the n-th likely twin, counted from 1."""
        return self.twins.choose(number)

    def value(self) -> WalkIn:
        """What is typed now."""
        return WalkIn(self.given.value, self.family.value, self.email.value)

    def named(self) -> dict[str, Field]:
        """The fields by their names in WalkIn."""
        return {"given": self.given, "family": self.family, "email": self.email}

    def needs_names(self) -> str:
        """The sentence about a name that is missing."""
        return self.tr("Both names are needed.")

    def request(self, act: str = "") -> None:
        """Do what the act's button does: ask for it when both names are there, else say which is missing."""
        missing = next((field for field in (self.given, self.family) if not field.value), None)
        if missing is None:
            self.add_requested.emit(self.value(), act or self._verb.id)
            return
        missing.set_fault(self.needs_names())
        missing.edit.setFocus()

    def build(self, fields: Sequence[Field], below: Sequence[QWidget]) -> None:
        """Make the body: `fields` in a grid, `below` under them; then listen to all of them."""
        self._fields = tuple(fields)
        self._grid = QGridLayout()
        room(self._grid, (0, 0, 0, 0))
        for column in range(6):
            self._grid.setColumnStretch(column, 1)
        inner = QWidget()
        self._inner = QVBoxLayout(inner)
        room(self._inner, (0, 0, 0, 0), 12)
        self._inner.addLayout(self._grid)
        for part in below:
            self._inner.addWidget(part)
        self._inner.addStretch(1)
        self.set_body(scrolled(inner))
        self._listen()

    def arrange(self, places: Places) -> None:
        """Give each field its place in the grid."""
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(12 if self.metrics.roomy else 8))
        for field in self._fields:
            self._grid.removeWidget(field)
        for field, (row, column, span) in zip(self._fields, places, strict=True):
            self._grid.addWidget(field, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        for before, after in pairwise(self._fields):
            QWidget.setTabOrder(before.edit, after.edit)

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        super().set_metrics(metrics)
        self.twins.set_compact(not metrics.roomy)

    def _listen(self) -> None:
        for field in self._fields:
            field.typed.connect(lambda _text: self.changed.emit(self.value()))
        self.given.entered.connect(self._entered_given)
        for field in self._fields[1:]:
            field.entered.connect(lambda: self.request(self._verb.id))
        self.twins.person_chosen.connect(self.twin_chosen)

    def _entered_given(self) -> None:
        if self.given.value and not self.family.value:
            self.family.edit.setFocus()
        else:
            self.request(self._verb.id)
