"""Somebody comes instead of somebody: the registration passes on, the old code dies, the first person stays known."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from checkin.domain.errors import NotFound, UserError
from checkin.domain.ids import attendee_id, uuid7
from checkin.domain.kinds import Kind
from checkin.domain.people import Presence, Status, WalkIn
from checkin.domain.person_fold import State, name_of
from checkin.domain.results import Substitution
from checkin.domain.substitution_fold import PASSES_ON
from checkin.domain.translation import say
from checkin.services.codes import free_badge_code
from checkin.services.desk import Desk
from checkin.services.listed_values import EXTRAS
from checkin.services.newcomer import checked_values
from checkin.services.scan import PrintWish, ScanService
from db.engine import Connection
from db.queries import people

_OWN = ("given", "family", "email")


class SubstituteService:
    """Puts a newcomer in the place of somebody who does not come."""

    def __init__(self, desk: Desk, scans: ScanService) -> None:
        self._desk = desk
        self._scans = scans

    def substitute(
        self,
        attendee: str,
        newcomer: WalkIn,
        *,
        check_in: bool = False,
        print_wish: PrintWish | None = None,
        at: datetime | None = None,
    ) -> Substitution:
        """Let `newcomer` (name and e-mail; all else is the registration's) come instead of `attendee`, and check them
        in at once when asked to.

        Raises:
            NotFound: no such attendee.
            UserError: no name, one that is longer than any name, or a registration that cannot pass on.
        """
        checked = checked_values(newcomer, say("Whoever comes instead needs a name."))
        values = {name: checked[name] for name in _OWN}
        with self._desk.act(at, batched=True) as (connection, writer):
            now = self._desk.now(at)
            old = self._may_pass_on(connection, attendee, now)
            new = attendee_id(self._desk.identity.event_key, f"instead|{uuid7()}")
            code = free_badge_code(connection, self._desk, new)
            body, personal = _passed_on(old, values, code)
            writer.add(Kind.SUBSTITUTED, new, body, personal)
            writer.flush()
            scan = self._scans.check_in(connection, writer, new, print_wish, now) if check_in else None
            writer.finish()
            return Substitution(new, code, old["attendee"], writer.entry, scan)

    def _may_pass_on(self, connection: Connection, attendee: str, now: datetime) -> State:
        state = people.state(connection, attendee)
        if state is None:
            raise NotFound(say("Nobody with this id is on the list."), say("Search by name and pick them again."))
        name = name_of(state)
        other = people.state(connection, state["replaced_by"]) if state.get("replaced_by") else None
        if other:
            raise UserError(
                say("{other} comes instead of {name} already.", other=name_of(other), name=name),
                say("Take that back, or replace {other}.", other=name_of(other)),
            )
        if state.get("status") == Status.CANCELLED:
            raise UserError(
                say("The registration of {name} was cancelled.", name=name), say("Add whoever came as a walk-in.")
            )
        person = people.person(connection, attendee, self._desk.today(connection, now))
        if person and person.presence is Presence.IN:
            raise UserError(say("{name} is in.", name=name), say("Take their check-in back, or check them out first."))
        return state


def _passed_on(old: State, values: dict[str, str], code: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The body and the personal part of the act: what the newcomer has from now on."""
    entries = [e[0] for door in old["doors"].values() for e in door["open"]]
    body: dict[str, Any] = {
        "instead_of": old["attendee"],
        "refs": entries,
        "set": {"status": old.get("status", Status.CONFIRMED.value)},
    }
    if old.get("blocked"):
        # A ticket that was stopped stays so, whoever carries it.
        body["set"]["blocked"] = True
    if old["bookings"]:
        body["bookings"] = dict(old["bookings"])
    given: dict[str, Any] = {name: old[name] for name in PASSES_ON if old.get(name)}
    products = (old.get("fields") or {}).get(EXTRAS)
    if products:
        given["fields"] = {EXTRAS: products}
    extras = [[c, kind, product] for c, kind, live, product in old["codes"] if live and kind == "entitlement"]
    own = {name: value for name, value in values.items() if value}
    personal = {"set": {**given, **own}, "codes": [[code, "badge", ""], *extras], "name": name_of(old)}
    return body, personal
