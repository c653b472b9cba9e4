"""Somebody who is not on the list: on it, with a badge code, and checked in, in one act."""

from __future__ import annotations

from datetime import datetime

from checkin.domain.ids import attendee_id, uuid7
from checkin.domain.kinds import Kind
from checkin.domain.names import fold
from checkin.domain.outcome import Outcome
from checkin.domain.people import BadgeState, Person, WalkIn
from checkin.domain.programme import MAIN_DOOR
from checkin.domain.results import ScanResult, WalkInResult
from checkin.domain.sentences import way_out_of
from checkin.domain.translation import say
from checkin.services.codes import free_badge_code
from checkin.services.desk import Desk
from checkin.services.newcomer import checked_values
from checkin.services.scan import PrintWish
from db.engine import Connection
from db.queries import people, printing
from db.search import FoldedNames, find, same_name


class WalkInService:
    """Registers walk-ins and tells who may be the same person."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._names = FoldedNames()

    def twins(self, given: str, family: str, email: str = "", at: datetime | None = None) -> tuple[Person, ...]:
        """The people on the list who may be this one: the same or nearly the same name, or the same e-mail."""
        with self._desk.database.read() as connection:
            return self._twins(connection, given, family, email, self._desk.now(at))

    def _twins(self, connection: Connection, given: str, family: str, email: str, now: datetime) -> tuple[Person, ...]:
        today = self._desk.today(connection, now)
        found: dict[str, Person] = {}
        for text in (f"{given} {family}", email):
            if len(fold(text)) >= 2:
                hits = find(connection, text, 5, today, self._names)
                found.update((p.attendee, p) for p, _ in hits)
        wanted = set(fold(f"{given} {family}").split())
        by_mail = set(people.with_email(connection, email)) if email else set()
        near = [p for p in found.values() if p.attendee in by_mail or _alike(wanted, p)]
        return tuple(near[:5])

    def register(
        self,
        walk_in: WalkIn,
        *,
        check_in: bool = True,
        print_wish: PrintWish | None = None,
        at: datetime | None = None,
    ) -> WalkInResult:
        """Put a person on the list and, unless told otherwise, let them in.

        Raises:
            UserError: no name, or one that is longer than any name.
        """
        values = checked_values(walk_in, say("A walk-in needs a name."))
        with self._desk.act(at, batched=True) as (connection, writer):
            now = self._desk.now(at)
            twins = self._twins(connection, values["given"], values["family"], values["email"], now)
            today = self._desk.today(connection, now)
            key = self._desk.identity.event_key
            attendee = attendee_id(key, f"walk-in|{uuid7()}")
            code = free_badge_code(connection, self._desk, attendee)
            filled = {k: v for k, v in values.items() if v}
            personal = {"set": filled, "codes": [[code, "badge", ""]]}
            writer.add(Kind.WALK_IN_REGISTERED, attendee, {"set": {"status": "confirmed"}}, personal)
            if check_in:
                body: dict[str, object] = {"door": MAIN_DOOR, "day": today.day, "outcome": "admitted", "refs": []}
                if print_wish:
                    body["badge"] = BadgeState.OWED.value
                writer.add(Kind.CHECKED_IN, attendee, body)
            writer.finish()
            job = None
            if print_wish and check_in:
                wish = print_wish
                job = printing.add(
                    connection, attendee, "first", wish.template, wish.printer, writer.now_ms, entry=writer.entry
                )
            scan = self._answer(connection, attendee, now, writer.entry, job) if check_in else None
            return WalkInResult(attendee, code, twins, writer.entry, scan)

    def _answer(self, connection: Connection, attendee: str, now: datetime, entry: str, job: str | None) -> ScanResult:
        """The verdict of the walk-in's own check-in."""
        person = people.person(connection, attendee, self._desk.today(connection, now))
        door = self._desk.door(connection, None)
        told = Outcome.ADMITTED
        sentences = self._desk.programme(connection).event.sentences
        return ScanResult(
            outcome=told, attendee=attendee, name=person.name if person else "", door=door.id, door_name=door.name,
            reason=say("Added as a walk-in"), way_out=way_out_of(told, {}, sentences), entry=entry, at=now,
            person=person, word=told.style.word, print_job=job,
        )  # fmt: skip


def _alike(wanted: set[str], person: Person) -> bool:
    return bool(wanted) and same_name(wanted, fold(person.name))
