"""Somebody comes instead of somebody: their names, likely twins while typing, one act."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from checkin.domain.people import Card, WalkIn
from checkin.domain.results import Substitution
from checkin.gui.control.form import Form
from checkin.gui.control.parts import Parts
from checkin.gui.control.twin_looking import TwinLooking
from checkin.gui.pages.desk.acts import act


class StandingIn(Form):
    """Signals: `substituted(Substitution)` after the commit; `twin_chosen(attendee)`."""

    substituted = Signal(object)
    twin_chosen = Signal(str)

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, "instead_of", parent)
        view = parts.view.cards.instead_of
        self._twins = TwinLooking(parts, view, self.tell, lambda: self.attendee, self)
        view.add_requested.connect(self._on_add)
        view.twin_chosen.connect(self.twin_chosen)
        view.closed.connect(self.leave)

    def open(self, card: Card) -> None:
        """Fill the form for whoever comes instead of this person."""
        view = self.parts.view.cards.instead_of
        view.set_acts(act("put_in_print" if self.parts.print_wish else "put_in"), (act("put_in_only"),))
        view.for_card(card)
        self.show(card)

    def _on_add(self, newcomer: WalkIn, name: str) -> None:
        check_in = name != "put_in_only"
        substitute = partial(
            self.parts.services.substitutes.substitute, self.attendee, newcomer, check_in=check_in,
            print_wish=self.parts.print_wish if check_in else None, at=self.parts.now(),
        )  # fmt: skip
        self.store(substitute, self._on_done)

    def _on_done(self, done: Substitution) -> None:
        self.substituted.emit(done)
