"""Mending what the list says of a person: changed fields are marked, and the badge can be printed at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from checkin.domain.people import Card
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.pages.desk.acts import act
from checkin.gui.pages.desk.correct_field import CorrectField, UntilNow
from checkin.gui.pages.desk.panel import Panel
from checkin.gui.pages.desk.scrolled import scrolled
from checkin.gui.theme import px
from checkin.gui.widgets.choice_bar import ChoiceBar
from checkin.gui.zooming import room

ON_BADGE = frozenset({"given", "family", "organisation", "city", "country", "category"})
"""Fields that stand on a badge."""
_NAMES = {"given": (0, 0, 1), "family": (0, 1, 1)}
_CONTACTS = {"email": (3, 0, 1), "phone": (3, 1, 1)}
_WITH_FIELD = _NAMES | _CONTACTS | {
    "organisation": (1, 0, 1), "city": (1, 1, 1), "country": (2, 0, 1), "category": (2, 1, 1)
}  # fmt: skip
_WITH_CHOICE = _WITH_FIELD | {"organisation": (1, 0, 2), "city": (2, 0, 1), "country": (2, 1, 1)}


class CorrectView(Panel):
    """`save_requested(changes, print)`: field to its new value, and whether the badge is printed; `closed()`."""

    save_requested = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", act("save"), parent)
        self._category, self._prints = "", False
        words = {
            "given": self.tr("Given name"), "family": self.tr("Family name"), "organisation": self.tr("Organisation"),
            "city": self.tr("City"), "country": self.tr("Country"), "category": self.tr("Category"),
            "email": self.tr("E-mail"), "phone": self.tr("Phone"),
        }  # fmt: skip
        self.fields = {name: CorrectField(label) for name, label in words.items()}
        self.choice, self.choice_was = ChoiceBar(self.tr("Category")), UntilNow()
        self._lay_out()
        for field in self.fields.values():
            field.typed.connect(lambda _text: self._weigh())
            field.entered.connect(self.request)
        self.choice.choice_changed.connect(lambda _text: self._weigh())
        self.setFocusProxy(self.fields["given"])
        self.set_metrics(NORMAL)

    def begin(self, card: Card, categories: Sequence[str], prints: bool, contacts: bool) -> None:
        """Start with what stands there now.

        `categories` to choose from, none for a plain field; `prints` when a badge of theirs exists and can be printed
        again; `contacts` when e-mail and phone may be seen.
        """
        person = card.person
        self._category, self._prints = person.category, prints
        now = {
            "given": person.given, "family": person.family, "organisation": person.organisation, "city": person.city,
            "country": person.country, "category": person.category, "email": card.email, "phone": card.phone,
        }  # fmt: skip
        for name, field in self.fields.items():
            field.begin(now[name])
        offered = [*categories, *([person.category] if person.category not in (*categories, "") else [])]
        self.choice.set_choices(offered, person.category)
        self.choice.setVisible(bool(categories))
        self.fields["category"].setVisible(not categories)
        self._place(_WITH_CHOICE if categories else _WITH_FIELD)
        for name in ("email", "phone"):
            self.fields[name].setVisible(contacts)
        about = self.tr("What you change here counts from now on, whatever a newer list says.")
        self.set_title(self.tr("Correct {name}").format(name=person.name), about)
        self._weigh()
        self.fields["given"].edit.setFocus()

    def changes(self) -> dict[str, str]:
        """Field to its new value, for those that were changed and are asked here."""
        found = {n: f.value for n, f in self.fields.items() if not f.isHidden() and f.changed}
        if not self.choice.isHidden() and self.choice.chosen != self._category:
            found["category"] = self.choice.chosen
        return found

    def set_fault(self, field: str, sentence: str) -> None:
        """Say what is the matter with a field, named as in `changes`. KeyError for one that does not exist."""
        target = self.fields[field]
        if target.isHidden():
            self.set_acts(replace(self._verb, shut=sentence), ())
            return
        target.set_fault(sentence)
        target.edit.setFocus()

    def request(self, act: str = "") -> None:
        """Do what the button of `act` does, "" for the verb: save when something was changed and a name is left."""
        changes = self.changes()
        if not changes or not self.verb.isEnabled():
            return
        if not self.fields["given"].value and not self.fields["family"].value:
            self.set_fault("family", self.tr("A person needs a name: leave one of the two."))
            return
        self.save_requested.emit(changes, (act or self._verb.id) == "save_print")

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        super().set_metrics(metrics)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(12 if metrics.roomy else 8))

    def _place(self, places: dict[str, tuple[int, int, int]]) -> None:
        """Give the fields their places: row, column and span."""
        for name, field in self.fields.items():
            self._grid.removeWidget(field)
            row, column, span = places[name]
            self._grid.addWidget(field, row, column, 1, span, Qt.AlignmentFlag.AlignTop)

    def _weigh(self) -> None:
        """What the verb does depends on what was changed."""
        changes = self.changes()
        self.choice_was.show_change(self._category if "category" in changes and not self.choice.isHidden() else None)
        self.choice_was.setVisible(bool(self.choice_was.words))
        printed = self._prints and bool(ON_BADGE & set(changes))
        shut = "" if changes else self.tr("Nothing is changed yet.")
        self.set_acts(act("save_print" if printed else "save", shut=shut), (act("save_only"),) if printed else ())

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        room(self._grid, (0, 0, 0, 0))
        self._place(_WITH_FIELD)
        for column in range(2):
            self._grid.setColumnStretch(column, 1)
        inner = QWidget()
        rows = QVBoxLayout(inner)
        room(rows, (0, 0, 0, 0), 8)
        rows.addLayout(self._grid)
        rows.addWidget(self.choice)
        rows.addWidget(self.choice_was)
        rows.addStretch(1)
        self.choice.hide()
        self.choice_was.hide()
        self.set_body(scrolled(inner))
