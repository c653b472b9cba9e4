"""Somebody who is not on the list: five fields, two needed, and who may be the same person."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from checkin.domain.people import Person, WalkIn
from checkin.gui import fonts
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.pages.desk.twins_panel import TwinsPanel
from checkin.gui.widgets.act import Act
from checkin.gui.widgets.act_bar import ActBar
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.choice_bar import ChoiceBar
from checkin.gui.widgets.field import Field
from checkin.gui.widgets.surface import Paper
from checkin.gui.widgets.text import Text


class WalkInView(Paper):
    """Signals: `changed(WalkIn)` while typing, `add_requested(WalkIn, id)` with the act's id once both names are
    there, `twin_chosen(attendee)`, `closed()`."""

    changed = Signal(object)
    add_requested = Signal(object, str)
    twin_chosen = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._metrics = NORMAL
        self.given, self.family = Field(self.tr("Given name")), Field(self.tr("Family name"))
        self.organisation, self.city = Field(self.tr("Organisation")), Field(self.tr("City"))
        self.email = Field(self.tr("E-mail"))
        self._fields = (self.given, self.family, self.organisation, self.city, self.email)
        self.category = ChoiceBar(self.tr("Category"))
        self.twins = TwinsPanel()
        self._verb = Act("add_check_in", self.tr("Add and check in"), "user-round-plus", self.tr("Enter"))
        self.verb = Button(kind=Kind.VERB, height=72)
        self.acts = ActBar(Kind.SECONDARY)
        self._close = Button(self.tr("Close"), "", self.tr("Esc"), Kind.QUIET, 40)
        self._lay_out()
        self._connect()
        self.set_acts(self._verb)
        self.set_metrics(NORMAL)
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

    def set_acts(self, verb: Act, secondary: Sequence[Act] = ()) -> None:
        """The verb and the quieter ways, such as adding without checking in."""
        self._verb = verb
        self.verb.set_words(verb.text, verb.icon, verb.key)
        self.verb.set_shut(verb.shut)
        self.acts.set_acts(secondary)
        self.acts.setVisible(bool(secondary) and not self._metrics.compact)

    def set_categories(self, categories: Sequence[str], chosen: str = "") -> None:
        """Categories to choose from; none hides the choice."""
        self.category.set_choices(categories, chosen)
        self.category.setVisible(bool(categories))

    def set_twins(self, people: Sequence[Person]) -> None:
        """People of the list who may be the one in front."""
        self.twins.set_people(people)

    def set_fault(self, field: str, sentence: str) -> None:
        """Say what is the matter with a field, named as in WalkIn."""
        target = {"given": self.given, "family": self.family, "email": self.email,
                  "organisation": self.organisation, "city": self.city}[field]  # fmt: skip
        target.set_fault(sentence)
        target.edit.setFocus()

    def choose(self, number: int) -> bool:
        """Choose the n-th likely twin, counted from 1."""
        return self.twins.choose(number)

    def value(self) -> WalkIn:
        """What is typed now."""
        given, family, organisation, city, email = (field.value for field in self._fields)
        return WalkIn(given, family, email, organisation, city, category=self.category.chosen)

    def request(self, act: str) -> None:
        """Do what the act's button does: ask for it when both names are there, else say which is missing."""
        missing = self._missing()
        if missing is None:
            self.add_requested.emit(self.value(), act)
            return
        missing.set_fault(self.tr("A walk-in needs both names."))
        missing.edit.setFocus()

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point: small windows have organisation, city and e-mail side by side."""
        self._metrics = metrics
        edge = metrics.card
        self._rows.setContentsMargins(
            edge, edge - 4 if metrics.roomy else 12, edge, edge if not metrics.compact else 12
        )
        self._about.setVisible(metrics.roomy)
        self._title.setFont(fonts.font(28 if metrics.roomy else 22, 700))
        self.verb.set_metrics(metrics.verb)
        self.acts.setVisible(not metrics.compact and not self.acts.empty)
        self.twins.set_compact(not metrics.roomy)
        self._inner.removeWidget(self.twins)
        self._inner.insertWidget(2 if metrics.roomy else 1, self.twins)
        self._grid.setVerticalSpacing(12 if metrics.roomy else 8)
        for field in self._fields:
            self._grid.removeWidget(field)
        places = ((0, 0, 3), (0, 3, 3), (1, 0, 3), (1, 3, 3), (2, 0, 3)) if metrics.roomy else (
            (0, 0, 3), (0, 3, 3), (1, 0, 2), (1, 2, 2), (1, 4, 2))  # fmt: skip
        for field, (row, column, span) in zip(self._fields, places, strict=True):
            self._grid.addWidget(field, row, column, 1, span, Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 240)

    def _missing(self) -> Field | None:
        return next((field for field in (self.given, self.family) if not field.value), None)

    def _connect(self) -> None:
        for field in self._fields:
            field.typed.connect(lambda _text: self.changed.emit(self.value()))
        self.given.entered.connect(self._entered_given)
        for field in self._fields[1:]:
            field.entered.connect(lambda: self.request(self._verb.id))
        self.category.choice_changed.connect(lambda _text: self.changed.emit(self.value()))
        self.verb.clicked.connect(lambda: self.request(self._verb.id))
        self.acts.act_requested.connect(self.request)
        self.twins.person_chosen.connect(self.twin_chosen)
        self._close.clicked.connect(self.closed)

    def _entered_given(self) -> None:
        if self.given.value and not self.family.value:
            self.family.edit.setFocus()
        else:
            self.request(self._verb.id)

    def _lay_out(self) -> None:
        self._title = Text(self.tr("New walk-in"), "panel", elidable=True)
        words = self.tr("Only the two names are needed. Badge and list are ready at once.")
        self._about = Text(words, fonts.font(15, 400), "muted", wraps=True)
        titles = QVBoxLayout()
        titles.setContentsMargins(0, 0, 0, 0)
        titles.setSpacing(2)
        titles.addWidget(self._title)
        titles.addWidget(self._about)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addLayout(titles, 1)
        head.addWidget(self._close)
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(12)
        self._rows.addLayout(head)
        self._rows.addWidget(self._form(), 1)
        self._rows.addWidget(self.verb)
        self._rows.addWidget(self.acts)

    def _form(self) -> QScrollArea:
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        for column in range(6):
            self._grid.setColumnStretch(column, 1)
        self.category.hide()
        inner = QWidget()
        inner.setObjectName("bare")
        self._inner = rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addLayout(self._grid)
        rows.addWidget(self.category)
        rows.addWidget(self.twins)
        rows.addStretch(1)
        area = QScrollArea()
        area.setProperty("look", "bare")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area
