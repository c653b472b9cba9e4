"""An import that is decided before the write lock is taken: while it compares, people go on being checked in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checkin.services.import_plan import PlannedList
from checkin.services.import_run import ImportResult
from checkin.services.import_writing import ImportWriting
from checkin.services.matching import Known
from db.engine import Connection
from db.queries import people, programme
from db.queries.changes import states_since

_DECIDES = ("lists", "codes", "members", "given", "family", "name", "email", "organisation")
"""The parts of a person's state that an import looks at; that somebody came in changes none of them."""


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

    def holds(self, connection: Connection, known: Known, parts: Sequence[PlannedList]) -> bool:
        """Whether the same would be decided now, inside the transaction that is about to write.

        Scans of the meantime change nothing that lists decide by; other imports, corrections and merges may.

        Args:
            known: the people it was decided by.
            parts: what was decided.
        """
        if people.revision(connection) == self.revision:
            return True
        if programme.revision(connection) != self.programme or people.count(connection) != self.count:
            return False
        for state in states_since(connection, self.revision):
            before = known.people.get(state["attendee"])
            if before is None or any(state.get(part) != before.get(part) for part in _DECIDES):
                return False
        since = people.touched(connection) - self.touched
        return all(part.fresh.isdisjoint(since) for part in parts)


@dataclass(frozen=True, slots=True)
class Ahead:
    """An import that was decided before the write lock was taken."""

    basis: Basis
    known: Known
    result: ImportResult
    parts: list[PlannedList]

    def written(self, connection: Connection, writing: ImportWriting) -> ImportResult | None:
        """Write it if it still holds, inside the transaction; None when it has to be decided again."""
        if not self.basis.holds(connection, self.known, self.parts):
            return None
        for part in self.parts:
            writing.list(part)
        return self.result
