"""Taking an act back: an act of its own that names what it undoes; nothing is ever deleted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from checkin.domain.days import from_ms
from checkin.domain.errors import NotFound, SomebodyElses, UserError
from checkin.domain.kinds import UNDOABLE, UNDOABLE_BY_ID, Kind
from checkin.domain.people import BadgeState, Person, Presence
from checkin.domain.person_fold import name_of, standing
from checkin.domain.programme import MAIN_DOOR
from checkin.domain.results import UndoResult
from checkin.domain.translation import say
from checkin.services.desk import Desk
from checkin.services.histories import sentence
from checkin.services.telling import clock_time
from db.engine import Connection
from db.projections.facts import facts_of, facts_of_entry, subjects_of_acts
from db.queries import entries, people
from db.queries.entries import EntryRow
from db.queries.people import Today


class UndoService:
    """Undo by entry, or of this station's last act."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def last(self) -> EntryRow | None:
        """What `undo` without an entry would take back."""
        with self._desk.database.read() as connection:
            return entries.last_undoable(connection, self._desk.identity.station_id)

    def undo(self, entry: str | None, reason: str, at: datetime | None = None) -> UndoResult:
        """Take back `entry`, or this station's last act that can be.

        Raises:
            NotFound: there is nothing to take back, or no such entry.
            UserError: it was taken back already, is of a kind that cannot be, or somebody else came instead since.
        """
        with self._desk.act(at) as (connection, writer):
            rows = self._rows(connection, entry)
            whole = any(r.kind == Kind.LIST_IMPORTED for r in rows)
            named = [r.act_id for r in rows]
            for row in rows:
                if row.kind == Kind.SUBSTITUTED:
                    named += self._falls_with(connection, row.subject, named)
            # Everybody whom the acts concern: a merge that is taken back parts two people.
            of = subjects_of_acts(connection, named)
            body: dict[str, object] = {"refs": [] if whole else named, "of": of}
            if whole:
                body["undoes_batch"] = rows[0].entry
            subject = rows[0].subject
            writer.add(Kind.UNDONE, subject, body, {"reason": reason} if reason else None)
            writer.finish()
            return self._answer(connection, rows, writer.entry, at)

    def undo_here(self, reason: str, at: datetime | None = None) -> UndoResult:
        """Take back this operator's last act at this desk; an import is not one and stays.

        Raises:
            NotFound: there is nothing to take back.
            SomebodyElses: the desk's last act is another operator's; it says whose, and which.
        """
        return self.undo(self.last_here()[0], reason, at)

    def last_here(self) -> tuple[str, str]:
        """What `undo_here` would take back: its entry, and whom and what it is about in words. Raises as it does."""
        with self._desk.database.read() as connection:
            last = entries.last_undoable(connection, self._desk.identity.station_id, lists=False)
            if last is None:
                raise NotFound(
                    say("There is nothing to take back."), say("Only acts of this desk are taken back with F8.")
                )
            if last.operator != self._desk.operator(connection):
                raise self._somebody_elses(connection, last)
            return last.entry, self._about(connection, last)

    def _falls_with(self, connection: Connection, newcomer: str, named: list[str]) -> list[str]:
        """What else goes with the substitution that made `newcomer`: all they did, unless they are one with somebody
        whose registration stays.

        Raises:
            UserError: somebody else comes instead of the newcomer; two would have one registration.
        """
        state = people.state(connection, newcomer)
        other = people.state(connection, state["replaced_by"]) if state and state.get("replaced_by") else None
        if state and other:
            raise UserError(
                say("{other} comes instead of {name} already.", other=name_of(other), name=name_of(state)),
                say("Take that back first."),
            )
        return [] if state and state.get("members") else _acts_since(connection, newcomer, named)

    def _somebody_elses(self, connection: Connection, last: EntryRow) -> SomebodyElses:
        # The programme knows the operators, those too whom another program named since.
        zone = self._desk.zone(connection)
        whose = self._desk.operator_name(last.operator)
        at = clock_time(from_ms(last.at), zone, self._desk.now())
        about = self._about(connection, last)
        return SomebodyElses(
            say("The last act here is by {whose}: {about}, {at}.", whose=whose, about=about, at=at),
            say("Ask {whose}, or take it back all the same.", whose=whose),
            last.entry,
        )

    def _about(self, connection: Connection, last: EntryRow) -> str:
        self._desk.programme(connection)
        told = sentence(self._desk, connection, last)
        return f"{last.name}, {told}" if last.name else told

    def explain(self, undo_entry: str, reason: str, at: datetime | None = None) -> str:
        """Give an undo another reason than the one it was written with; returns the entry."""
        with self._desk.act(at) as (connection, writer):
            facts = [f for f in facts_of_entry(connection, undo_entry) if f.kind == Kind.UNDONE]
            if not facts:
                raise NotFound(say("There is no undo with this id."), say("`checkin show` lists the acts of a person."))
            body = {k: v for k, v in facts[0].body.items() if k in ("refs", "of", "undoes_batch")}
            writer.add(Kind.UNDONE, facts[0].subject, body, {"reason": reason})
            writer.finish()
            return writer.entry

    def _rows(self, connection: Connection, entry: str | None) -> list[EntryRow]:
        if entry is None:
            last = entries.last_undoable(connection, self._desk.identity.station_id)
            if last is None:
                raise NotFound(
                    say("There is nothing to take back."), say("Only acts of this desk are taken back without an id.")
                )
            entry = last.entry
        rows = entries.of_entry(connection, entry)
        if not rows:
            raise NotFound(
                say("There is no act with this id."), say("`checkin show` lists the acts of a person with their ids.")
            )
        able = [r for r in rows if r.kind in UNDOABLE_BY_ID]
        if not able:
            raise UserError(
                say("This act cannot be taken back."), say("Refused scans, prints and undos stay as they are.")
            )
        standing = [r for r in able if not r.undone]
        if not standing:
            raise UserError(
                say("This act was taken back already."), say("Do it again if it should stand: scan or check in.")
            )
        return standing

    def _answer(self, connection: Connection, rows: list[EntryRow], entry: str, at: datetime | None) -> UndoResult:
        row = rows[0]
        now = self._desk.now(at)
        today = self._desk.today(connection, now)
        person = people.person(connection, self._whom(connection, row), today) if row.subject.startswith("p") else None
        state = person.presence if person else None
        told = sentence(self._desk, connection, row)
        return UndoResult(
            row.entry, entry, person.attendee if person else None, _state(state), person.name if person else "", told,
            tuple(self._with_badge(connection, rows, today)),
        )  # fmt: skip

    def _with_badge(self, connection: Connection, rows: list[EntryRow], today: Today) -> Iterator[Person]:
        """Everybody of the act who walks away with a badge."""
        for subject in dict.fromkeys(row.subject for row in rows if row.subject.startswith("p")):
            person = people.person(connection, subject, today)
            if person is not None and _badge_is_out(rows, subject, person):
                yield person

    def _whom(self, connection: Connection, row: EntryRow) -> str:
        """Whom the answer tells of: of a substitution the person who comes again."""
        if row.kind != Kind.SUBSTITUTED:
            return row.subject
        made = next((f for f in facts_of_entry(connection, row.entry) if f.kind == Kind.SUBSTITUTED), None)
        return str(made.body["instead_of"]) if made else row.subject


def _acts_since(connection: Connection, newcomer: str, named: list[str]) -> list[str]:
    """What somebody did who came instead: it falls with the substitution that made them."""
    found = standing(facts_of(connection, newcomer))
    return [f.act_id for f in found if f.subject == newcomer and f.kind in UNDOABLE and f.act_id not in named]


def _badge_is_out(rows: list[EntryRow], subject: str, person: Person) -> bool:
    """Whether somebody whose check-in was taken back walks away with a badge; one that this very act handed over is
    out too, although it counts as never given.
    """
    own = [r for r in rows if r.subject == subject]
    if any(r.kind == Kind.SUBSTITUTED for r in own):
        # The code of whoever came instead is gone with them.
        return False
    was_in = any(r.kind == Kind.CHECKED_IN and r.door == MAIN_DOOR for r in own)
    given = any(r.kind == Kind.BADGE_HANDED_OVER for r in own)
    return was_in and (given or person.badge in (BadgeState.PRINTED, BadgeState.HANDED_OVER))


def _state(presence: Presence | None) -> str | None:
    return presence.value if presence else None
