"""Registrations that look like one person: told until somebody decides, by joining them or by saying they are two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import product

from checkin.domain.errors import NotFound
from checkin.domain.ids import sha256
from checkin.domain.kinds import Kind
from checkin.domain.likeness import Registration, pairs
from checkin.domain.list_diff import LikelyPair, PersonChange, Side
from checkin.domain.listing import ListedPerson
from checkin.domain.names import full_name
from checkin.domain.translation import say
from checkin.services.desk import Desk
from db.engine import Connection
from db.projections.facts import subjects_of_batch
from db.queries import people

MAYBE_SAME, MAYBE_LISTED = "maybe_same_person", "walk_in_maybe_listed"
_FIELDS = ("given", "family", "name", "email", "phone", "organisation", "city")
"""What is compared, in the order of `Registration.of`."""


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
    """Finds such pairs, and keeps them apart.

    A look goes through everybody's name and addresses: 0.3 s of 10,000 people. None is needed while people are written.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def open(self) -> list[OpenPair]:
        """Every pair among all that are known here, but for those that somebody decided."""
        with self._desk.database.read() as connection:
            return self._found(connection)

    def of_entry(self, entry: str) -> list[LikelyPair]:
        """The open pairs of whom one was written about by an act or a batch, such as an import that is stored."""
        with self._desk.database.read() as connection:
            members = people.canonical_ids(connection)
            fresh = frozenset(members.get(who, who) for who in subjects_of_batch(connection, entry))
            return [found.pair for found in self._found(connection, fresh)]

    def among(
        self, newcomers: Sequence[tuple[str, ListedPerson]], altered: Sequence[PersonChange] = ()
    ) -> list[LikelyPair]:
        """The pairs that people of a list would make, with each other or with who is known, before it is stored.

        Args:
            newcomers: the rows of people who were not known, each with the id they get.
            altered: known people whom the list changes, compared as they would be then.
        """
        rows = dict(newcomers)
        changes = {change.attendee: change for change in altered}
        fresh = frozenset((*rows, *changes))
        if not fresh:
            return []
        with self._desk.database.read() as connection:
            known = (person for person in _known(connection, changes) if person.id not in rows)
            listed = (_registration(who, row) for who, row in rows.items())
            found = _undecided(connection, pairs((*known, *listed), fresh))
            sides = _sides(connection, found, rows)
        return [LikelyPair(sides[one], sides[other], say(why)) for one, other, why in found]

    def pair(self, id_: str) -> OpenPair:
        """One open pair.

        Raises:
            NotFound: there is no such pair; somebody may have decided already.
            UserError: there is no event here yet.
        """
        with self._desk.database.read() as connection:
            self._desk.programme(connection)
            found = next((pair for pair in self._found(connection) if pair.id == id_), None)
        if found is None:
            raise NotFound(say("There is no conflict with this id."), say("`checkin conflicts` lists them."))
        return found

    def keep_apart(self, id_: str, at: datetime | None = None) -> str:
        """Say that a pair are two people; every desk knows it then. Returns the entry.

        Raises:
            NotFound: as `pair`.
        """
        told = self.pair(id_)
        with self._desk.act(at) as (_, writer):
            writer.add(Kind.CONFLICT_ACKNOWLEDGED, f"conflict:{told.id}", {})
            writer.finish()
            return writer.entry

    def _found(self, connection: Connection, fresh: frozenset[str] | None = None) -> list[OpenPair]:
        found = _undecided(connection, pairs(_known(connection), fresh))
        sides = _sides(connection, found)
        walk_ins = people.walk_ins(connection)
        return [
            OpenPair(
                pair_id(one, other), LikelyPair(sides[one], sides[other], say(why)),
                MAYBE_LISTED if one in walk_ins or other in walk_ins else MAYBE_SAME,
            )
            for one, other, why in found
        ]  # fmt: skip


def _undecided(
    connection: Connection, found: Iterable[tuple[Registration, Registration, str]]
) -> list[tuple[str, str, str]]:
    """The ids of those pairs, with why, of whom nobody said that they are two (of one who was joined with others under
    any of their ids); in an order that is the same on every desk.
    """
    decided = people.conflicts_seen(connection)
    members: defaultdict[str, list[str]] = defaultdict(list)
    for other, canonical in people.canonical_ids(connection).items():
        members[canonical].append(other)
    ids = [(one.id, other.id, why) for one, other, why in sorted(found, key=lambda pair: (pair[0].name, pair))]
    if not decided:
        return ids
    return [
        (one, other, why)
        for one, other, why in ids
        if decided.isdisjoint(pair_id(*two) for two in product((one, *members[one]), (other, *members[other])))
    ]


def _sides(
    connection: Connection, found: Iterable[tuple[str, str, str]], rows: Mapping[str, ListedPerson] | None = None
) -> dict[str, Side]:
    """By id: rows of a list as they stand there, others as they are known."""
    listed = rows or {}
    who = dict.fromkeys(id_ for one, other, _ in found for id_ in (one, other))
    known = people.for_sides(connection, [id_ for id_ in who if id_ not in listed])
    sides = {told[0]: Side(*told) for told in known}
    for id_ in who:
        row = listed.get(id_)
        if row is not None:
            name = full_name(row.given, row.family, row.name)
            sides[id_] = Side(id_, name, row.organisation, row.city, row.email, row.category, row.row)
    return sides


def _known(connection: Connection, changes: Mapping[str, PersonChange] | None = None) -> Iterator[Registration]:
    for who, *values in people.for_likeness(connection):
        change = changes.get(who) if changes else None
        if change is not None:
            new = {c.field: c.new for c in change.changes if not c.kept}
            values = [new.get(field, value) for field, value in zip(_FIELDS, values, strict=True)]
            # The whole name is that of before; with given and family name it does not count.
        yield Registration.of(who, *values)


def _registration(who: str, row: ListedPerson) -> Registration:
    return Registration.of(who, row.given, row.family, row.name, row.email, row.phone, row.organisation, row.city)
