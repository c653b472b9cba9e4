"""Registrations that look like one person: told until somebody decides, by joining them or by saying they are two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from checkin.domain.errors import NotFound
from checkin.domain.ids import sha256
from checkin.domain.kinds import Kind
from checkin.domain.likeness import Registration, pairs
from checkin.domain.list_diff import LikelyPair, Side
from checkin.domain.listing import ListedPerson
from checkin.domain.names import full_name
from checkin.domain.translation import say
from checkin.services.desk import Desk
from db.engine import Connection
from db.queries import people

MAYBE_SAME, MAYBE_LISTED = "maybe_same_person", "walk_in_maybe_listed"


@dataclass(frozen=True, slots=True)
class OpenPair:
    """A pair that nobody has decided yet. `kind` is `walk_in_maybe_listed` when one of them is a walk-in."""

    id: str
    pair: LikelyPair
    kind: str


def pair_id(one: str, other: str) -> str:
    """The id of a pair, the same on every desk."""
    first, second = sorted((one, other))
    return sha256(f"{MAYBE_SAME}|{first}|{second}".encode()).hex()[:16]


class LikelyTwins:
    """Finds such pairs, and keeps them apart."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def open(self) -> list[OpenPair]:
        """Every pair among all that are known here, but for those that somebody decided."""
        with self._desk.database.read() as connection:
            known = {person.id: person for person in _known(connection)}
            walk_ins = people.walk_ins(connection)
            sides = _Sides(connection)
            decided = people.conflicts_seen(connection)
            found = []
            for one, other, why in pairs(known.values()):
                id_ = pair_id(one.id, other.id)
                if id_ not in decided:
                    kind = MAYBE_LISTED if {one.id, other.id} & walk_ins else MAYBE_SAME
                    found.append(OpenPair(id_, LikelyPair(sides.of(one.id), sides.of(other.id), say(why)), kind))
        return found

    def among(self, newcomers: Sequence[tuple[str, ListedPerson]], altered: Sequence[str] = ()) -> list[LikelyPair]:
        """The pairs that people of a list make, with each other or with who is known.

        Args:
            newcomers: the rows of people who were not known, each with the id they get.
            altered: known people whom the list changes.
        """
        rows = dict(newcomers)
        fresh = frozenset((*rows, *altered))
        if not fresh:
            return []
        with self._desk.database.read() as connection:
            known = [person for person in _known(connection) if person.id not in rows]
            sides, decided = _Sides(connection, rows), people.conflicts_seen(connection)
            listed = [_registration(who, person) for who, person in rows.items()]
            return [
                LikelyPair(sides.of(one.id), sides.of(other.id), say(why))
                for one, other, why in pairs([*known, *listed], fresh)
                if pair_id(one.id, other.id) not in decided
            ]

    def keep_apart(self, id_: str, at: datetime | None = None) -> str:
        """Say that a pair are two people; every desk knows it then. Returns the entry.

        Raises:
            NotFound: there is no such pair; somebody may have decided already.
        """
        if id_ not in {pair.id for pair in self.open()}:
            raise NotFound(say("There is no conflict with this id."), say("`checkin conflicts` lists them."))
        with self._desk.act(at) as (_, writer):
            writer.add(Kind.CONFLICT_ACKNOWLEDGED, f"conflict:{id_}", {})
            writer.finish()
            return writer.entry


class _Sides:
    """Makes the two sides of a pair, of rows of a list or of people who are known."""

    def __init__(self, connection: Connection, rows: dict[str, ListedPerson] | None = None) -> None:
        self._connection, self._rows = connection, rows or {}

    def of(self, who: str) -> Side:
        row = self._rows.get(who)
        if row is not None:
            name = full_name(row.given, row.family, row.name)
            return Side(who, name, row.organisation, row.city, row.email, row.category, row.row)
        name, organisation, city, email, category = self._connection.exec_driver_sql(
            "select name, organisation, city, email, category from person where attendee = ?", (who,)
        ).one()
        return Side(who, name, organisation, city, email, category)


def _known(connection: Connection) -> Iterator[Registration]:
    for who, given, family, name, email, phone, organisation, city in people.for_likeness(connection):
        yield Registration.of(who, given, family, name, email, phone or "", organisation, city)


def _registration(who: str, row: ListedPerson) -> Registration:
    return Registration.of(
        who, row.given, row.family, row.name, row.email, row.phone, row.organisation, row.city
    )  # fmt: skip
