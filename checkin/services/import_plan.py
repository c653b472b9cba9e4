"""What an import will write, decided before the write lock is taken, and whether that still holds."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from checkin.domain.kinds import Kind
from checkin.domain.listing import ListReading
from checkin.services.matching import Known
from db.engine import Connection
from db.queries import people, programme
from db.queries.changes import states_since

_DECIDES = ("lists", "codes", "members", "given", "family", "name", "email", "organisation")
"""The parts of a person's state that an import looks at; that somebody came in changes none of them."""


class PlannedAct(NamedTuple):
    """One act to be written: who it is about, its body and its personal part."""

    kind: Kind
    attendee: str
    body: dict[str, Any]
    personal: dict[str, Any] | None


@dataclass(slots=True)
class PlannedList:
    """The acts of one list, in their order; `fresh` are the attendees of whom there was no act before."""

    name: str
    reading: ListReading
    acts: deque[PlannedAct] = field(default_factory=deque)
    fresh: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Basis:
    """What was known when an import was decided."""

    revision: int
    programme: int
    count: int
    touched: frozenset[str]

    @classmethod
    def of(cls, connection: Connection) -> Basis:
        """The basis as of this look."""
        return cls(
            people.revision(connection), programme.revision(connection), people.count(connection),
            people.touched(connection),
        )  # fmt: skip

    def holds(self, connection: Connection, known: Known, fresh: set[str]) -> bool:
        """Whether the same would be decided now, inside the transaction that is about to write.

        Scans of the meantime change nothing that lists decide by; other imports, corrections and merges may.

        Args:
            known: the people it was decided by.
            fresh: attendees of whom there was no act.
        """
        if people.revision(connection) == self.revision:
            return True
        if programme.revision(connection) != self.programme or people.count(connection) != self.count:
            return False
        for state in states_since(connection, self.revision):
            before = known.people.get(state["attendee"])
            if before is None or any(state.get(part) != before.get(part) for part in _DECIDES):
                return False
        return fresh.isdisjoint(people.touched(connection) - self.touched)
