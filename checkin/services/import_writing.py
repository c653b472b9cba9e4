"""Writing what an import decided: in flushes of one transaction, closed by the act that vouches for the list."""

from __future__ import annotations

from collections.abc import Sequence

from checkin.domain.kinds import Kind
from checkin.services.import_plan import PlannedList
from checkin.services.import_watch import EVERY, Phase, Watch
from checkin.services.likely_twins import pair_id
from db.journal import Writer
from db.queries import people

MANY = 20_000
"""From so many rows on a list is let go while it is stored."""

CHUNK = 4_000
"""Acts in a flush. Larger ones cost a little less; with them a hundred thousand people do not fit 300 MB, and they are
freed in one piece that holds other threads up.
"""

_MADE = 4
"""An act that is made counts as a quarter; the rest of the work is writing it."""


class ImportWriting:
    """Writes the lists of one import with one writer."""

    def __init__(self, writer: Writer, watch: Watch) -> None:
        self._writer = writer
        self._watch = watch
        self.wrote = False

    def list(self, part: PlannedList) -> None:
        """Write the acts of one list and close it; they are gone from `part` afterwards.

        Raises:
            ImportCancelled: somebody stopped it; the transaction has to be given up.
        """
        self.wrote = True
        total, writer = len(part.acts), self._writer
        if len(part.reading.people) > MANY:
            # Whoever is new is let go as they are stored; so many do not fit twice. Their other keys have done their
            # work: nothing is decided any more.
            for person in part.reading.people:
                person.aliases = ()
            part.reading.people.clear()
        flushed = 0
        for number in range(total):
            if number % EVERY == 0:
                self._watch.step(Phase.STORING, flushed + (number - flushed) // _MADE, total)
            act = part.acts.popleft()
            body, personal = part.make(act) if act.row is not None else (act.body, act.personal)
            writer.add_listed(act.kind, act.attendee, body, personal)
            del act
            if len(writer.facts) >= CHUNK:
                self._flush(part)
                flushed = number + 1
        self._close(part)
        self._watch.step(Phase.STORING, total, total)

    def decide(self, same: Sequence[tuple[str, str]], apart: Sequence[tuple[str, str]]) -> None:
        """Join the pairs that are one person, and note those that are two; a part of the same act. A pair of whom one
        is not known after all, or who are one already, is left.
        """
        connection = self._writer.connection
        for one, other in same:
            keep, join = sorted((people.canonical_id(connection, one), people.canonical_id(connection, other)))
            if keep != join and people.state(connection, keep) and people.state(connection, join):
                self._writer.add(Kind.MERGED, keep, {"other": join})
                self.wrote = True
        for one, other in apart:
            self._writer.add(Kind.CONFLICT_ACKNOWLEDGED, f"conflict:{pair_id(one, other)}", {})
            self.wrote = True

    def finish(self) -> str | None:
        """Bring the writer to its end; returns the entry that was written, None when nothing was."""
        if not self.wrote:
            return None
        self._writer.finish()
        return self._writer.entry

    def _close(self, part: PlannedList) -> None:
        reading = part.reading
        thing = {"rows": reading.rows, "signature": reading.signature}
        body = {"type": "list", "thing": thing, **self._writer.seal()}
        self._writer.add(Kind.LIST_IMPORTED, part.name, body, {"thing": {"file": reading.file}, "name": reading.file})
        self._flush(part)

    def _flush(self, part: PlannedList) -> None:
        self._writer.flush(fresh=part.fresh)
