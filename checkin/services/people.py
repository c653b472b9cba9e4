"""Finding people and showing everything the desk knows of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from checkin.domain.badge import normal_code
from checkin.domain.badge_fold import badge_place
from checkin.domain.days import from_ms, to_ms, zone_of
from checkin.domain.errors import Ambiguous, NotFound
from checkin.domain.kinds import Kind
from checkin.domain.notices import notices_of
from checkin.domain.payload import parse_payload
from checkin.domain.people import Booking, Card, Companions, Entry, Note, Person, Status
from checkin.domain.person_fold import State, name_of
from checkin.domain.programme import MAIN_DOOR, Programme
from checkin.domain.translation import say
from checkin.domain.value_fold import values_of
from checkin.services.desk import Desk
from checkin.services.histories import entry_of, last_acts
from db.engine import Connection
from db.projections.facts import facts_of_all
from db.queries import entries, people
from db.queries.people import Today
from db.search import FoldedNames, find

QUARTER_MS = 15 * 60 * 1000


class PeopleService:
    """Searches, cards and counts; writes nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._names = FoldedNames()

    def search(self, text: str, limit: int = 20, at: datetime | None = None) -> list[tuple[Person, float]]:
        """The people that `text` means, best first, with a score of 0 to 100."""
        with self._desk.database.read() as connection:
            today = self._desk.today(connection, self._desk.now(at))
            return find(connection, text, limit, today, self._names)

    def resolve(self, words: str) -> str:
        """The id of the attendee that `words` names: an id, a badge code, a ticket code, or a text that finds one.

        Raises:
            NotFound: nobody.
            Ambiguous: several; the candidates are in it.
        """
        with self._desk.database.read() as connection:
            today = self._desk.today(connection, self._desk.now())
            if people.state(connection, words) is not None:
                return people.canonical_id(connection, words)
            codes = [c for c in (normal_code(words), words.strip()) if c]
            held = people.matches(connection, codes)
            found = [str(m.state["attendee"]) for m in held if m.live] or [str(m.state["attendee"]) for m in held]
            if not found:
                hits = find(connection, words, 12, today, self._names)
                found = [p.attendee for p, _ in hits]
        if not found:
            raise NotFound(
                say("Nobody answers to {words!r}.", words=words), say("Try fewer letters, or add a walk-in.")
            )
        if len(found) > 1:
            raise Ambiguous(
                say("Several people answer to {words!r}.", words=words), say("Name one by id or code."), tuple(found)
            )
        return found[0]

    def persons(self, ids: tuple[str, ...], at: datetime | None = None) -> list[Person]:
        """The attendees with these ids."""
        with self._desk.database.read() as connection:
            return people.persons(connection, ids, self._desk.today(connection, self._desk.now(at)))

    def holders(self, payloads: tuple[str, ...], at: datetime | None = None) -> list[Person]:
        """The people who hold the codes in these payloads, each once."""
        with self._desk.database.read() as connection:
            found: dict[str, None] = {}
            for payload in payloads:
                for match in people.matches(connection, parse_payload(payload).candidates):
                    if match.live:
                        found[str(match.state["attendee"])] = None
            return people.persons(connection, list(found), self._desk.today(connection, self._desk.now(at)))

    def card(self, attendee: str, at: datetime | None = None) -> Card:
        """Everything the desk shows of one attendee.

        Raises:
            NotFound: there is no such attendee.
        """
        now = self._desk.now(at)
        with self._desk.database.read() as connection:
            state = people.state(connection, attendee)
            today = self._desk.today(connection, now)
            person = people.person(connection, attendee, today) if state else None
            if state is None or person is None:
                raise NotFound(say("Nobody with this id is on the list."), say("Search by name and pick them again."))
            programme = self._desk.programme(connection)
            replaced_by, instead_of = (
                people.person(connection, state[other], today) if state.get(other) else None
                for other in ("replaced_by", "instead_of")
            )
            return Card(
                person=person,
                notices=notices_of(state, programme.event, doors=programme.doors),
                bookings=_bookings(state, programme),
                email=state.get("email") or "",
                phone=state.get("phone") or "",
                order=state.get("order") or "",
                fields=state.get("fields") or {},
                notes=tuple(self._notes(state)),
                entries=tuple(self._history(connection, state)),
                photo=state.get("photo") or "",
                badge_place=badge_place(state),
                replaced_by=replaced_by,
                instead_of=instead_of,
                same_order=len(_together(connection, person.attendee, _of_order(connection, state), today)),
            )

    def companions(self, attendee: str, at: datetime | None = None) -> Companions:
        """Who may have come together with a person: those of the same order, and those of the same organisation.

        Raises:
            NotFound: there is no such attendee.
        """
        with self._desk.database.read() as connection:
            state = people.state(connection, attendee)
            if state is None:
                raise NotFound(say("Nobody with this id is on the list."), say("Search by name and pick them again."))
            today = self._desk.today(connection, self._desk.now(at))
            house = people.of_organisation(connection, state["organisation"]) if state.get("organisation") else []
            both = (_of_order(connection, state), house)
            return Companions(*(_together(connection, str(state["attendee"]), ids, today) for ids in both))

    def _history(self, connection: Connection, state: State) -> Iterator[Entry]:
        """What happened to a person; that somebody comes instead is an act about the other."""
        members = state.get("members") or [state["attendee"]]
        facts = facts_of_all(connection, members)
        made = {f.act_id: f for f in facts if f.kind == Kind.SUBSTITUTED and f.subject not in members}
        for row in entries.of_subjects(connection, [*members, *{f.subject for f in made.values()}]):
            if row.subject in members:
                yield entry_of(self._desk, connection, row)
            elif row.act_id in made:
                told = say("{name} comes instead", name=name_of(values_of(made[row.act_id])))
                yield replace(entry_of(self._desk, connection, row), text=told)

    def categories(self) -> list[str]:
        """The categories that people of this event have, the most frequent first."""
        with self._desk.database.read() as connection:
            return people.categories(connection)

    def _notes(self, state: State) -> list[Note]:
        return [
            Note(
                n["entry"], n["text"], from_ms(n["at"]), self._desk.operator_name(n["op"]), n["at_scan"], n["delivered"]
            )
            for n in state.get("notes", ())
            if n["text"]
        ]

    def last_acts(self, limit: int = 10) -> list[Entry]:
        """This desk's newest acts."""
        with self._desk.database.read() as connection:
            return last_acts(self._desk, connection, limit)

    def figures(self, at: datetime | None = None) -> dict[str, int]:
        """How many are on the list, in now, still expected today, and checked in within the last quarter of an hour."""
        with self._desk.database.read() as connection:
            today = self._desk.today(connection, self._desk.now(at))
            listed, expected = people.listed_and_expected(connection, today)
            inside = people.inside(connection, MAIN_DOOR, today)
            since = to_ms(self._desk.now(at)) - QUARTER_MS
            return {
                "listed": listed, "inside": inside, "expected": expected,
                "quarter": entries.admitted_since(connection, since),
            }  # fmt: skip

    def expected_codes(self, limit: int) -> list[str]:
        """Badge codes of confirmed people who were not here yet."""
        with self._desk.database.read() as connection:
            return people.expected_codes(connection, limit)

    def revision(self) -> int:
        """A number that every act counts up, whichever program wrote it."""
        with self._desk.database.read() as connection:
            return people.revision(connection)


def _of_order(connection: Connection, state: State) -> list[str]:
    return people.with_order(connection, state["order"]) if state.get("order") else []


def _together(connection: Connection, own: str, ids: list[str], today: Today) -> tuple[Person, ...]:
    """These people and `own`, in the order of their names; without those whom another person replaced."""
    found = people.persons(connection, list(dict.fromkeys((own, *ids))), today)
    gone = [p.attendee for p in found if p.status is Status.CANCELLED and p.attendee != own]
    replaced = {other for other in gone if (people.state(connection, other) or {}).get("replaced_by")}
    found = [p for p in found if p.attendee not in replaced]
    return tuple(sorted(found, key=lambda p: (p.family.casefold(), p.given.casefold(), p.attendee)))


def _bookings(state: State, programme: Programme) -> tuple[Booking, ...]:
    zone = zone_of(programme.event.timezone)
    places: dict[str, str] = state["bookings"]
    names = {d.id: d.name for d in programme.doors}
    found: list[tuple[Any, Booking]] = []
    for door, place in places.items():
        span = programme.span(door)
        starts = span[0].astimezone(zone) if span else None
        clash = any(other != door and programme.overlap(door, other) for other in places)
        key = starts.timestamp() if starts else 0.0
        found.append(((key, door), Booking(door, names.get(door, door), starts, place, clash)))
    return tuple(booking for _, booking in sorted(found, key=lambda pair: pair[0]))
