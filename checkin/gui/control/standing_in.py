"""Somebody comes instead of somebody: their names, likely twins while typing, one act."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.domain.people import Card, Person, WalkIn
from checkin.domain.results import Substitution
from checkin.gui.control.form import Form
from checkin.gui.control.parts import Parts
from checkin.gui.pages.desk.acts import act

PAUSE_MS = 150


class StandingIn(Form):
    """Signals: `substituted(Substitution)` after the commit; `twin_chosen(attendee)`."""

    substituted = Signal(object)
    twin_chosen = Signal(str)

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, "instead_of", parent)
        self._typed = WalkIn()
        self._number = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look_for_twins)
        view = parts.view.cards.instead_of
        view.changed.connect(self._on_changed)
        view.add_requested.connect(self._on_add)
        view.twin_chosen.connect(self.twin_chosen)
        view.closed.connect(self.leave)

    def open(self, card: Card) -> None:
        """Fill the form for whoever comes instead of this person."""
        view = self.parts.view.cards.instead_of
        view.set_acts(act("put_in_print" if self.parts.print_wish else "put_in"), (act("put_in_only"),))
        view.for_card(card)
        self.show(card)

    def _on_changed(self, typed: WalkIn) -> None:
        self._typed = typed
        self._pause.start()

    def _look_for_twins(self) -> None:
        self._number += 1
        typed = self._typed
        ask = partial(self.parts.services.walk_ins.twins, typed.given, typed.family, typed.email)
        self.ask(ask, partial(self._on_twins, self._number))

    def _on_twins(self, number: int, people: tuple[Person, ...]) -> None:
        if number == self._number:
            others = tuple(person for person in people if person.attendee != self.attendee)
            self.parts.view.cards.instead_of.set_twins(others)

    def _on_add(self, newcomer: WalkIn, name: str) -> None:
        check_in = name != "put_in_only"
        substitute = partial(
            self.parts.services.substitutes.substitute, self.attendee, newcomer, check_in=check_in,
            print_wish=self.parts.print_wish if check_in else None, at=self.parts.now(),
        )  # fmt: skip
        self.store(substitute, self._on_done)

    def _on_done(self, done: Substitution) -> None:
        self.substituted.emit(done)
