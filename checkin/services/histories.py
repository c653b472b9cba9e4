"""What happened, as sentences: a person's history and a desk's last acts."""

from __future__ import annotations

from checkin.domain.days import from_ms
from checkin.domain.kinds import Kind
from checkin.domain.outcome import Outcome
from checkin.domain.people import Entry
from checkin.domain.programme import MAIN_DOOR
from checkin.services.desk import Desk
from db.engine import Connection
from db.queries import entries
from db.queries.entries import EntryRow

_SENTENCES: dict[str, str] = {
    Kind.WALK_IN_REGISTERED: "Added as a walk-in",
    Kind.CORRECTED: "Details corrected",
    Kind.MERGED: "Joined with a second registration",
    Kind.UNMERGED: "Parted from a second registration",
    Kind.BADGE_PRINTED: "Badge printed",
    Kind.BADGE_REVOKED: "Badge replaced",
    Kind.LIST_IMPORTED: "Attendee list brought in",
    Kind.DAY_CLOSED: "The day was closed",
    Kind.UNDONE: "Taken back",
    Kind.BOOKED: "Booked",
    Kind.RELEASED: "Booking released",
    Kind.CONFLICT_ACKNOWLEDGED: "Looked at a double",
}
_OUTCOMES = frozenset(outcome.value for outcome in Outcome)
_LAST = 60


def sentence(desk: Desk, connection: Connection, row: EntryRow) -> str:
    """One act in words."""
    if row.outcome in _OUTCOMES:
        outcome = Outcome(row.outcome)
        door = "" if row.door in ("", MAIN_DOOR) else f", {_door_name(desk, connection, row.door)}"
        if outcome.admits:
            again = "Checked in again" if outcome is Outcome.ADMITTED_AGAIN else "Checked in"
            spite = f" in spite of: {row.detail['reason']}" if row.detail.get("overridden") else ""
            return f"{again}{door}{spite}"
        if outcome is Outcome.LEFT:
            return f"Checked out{door}"
        return f"{outcome.style.word}{door}"
    told = _SENTENCES.get(row.kind, row.kind.replace("_", " "))
    reason = row.detail.get("reason")
    return f"{told}: {reason}" if reason and row.kind in (Kind.UNDONE, Kind.BADGE_PRINTED) else told


def _door_name(desk: Desk, connection: Connection, door: str) -> str:
    """The name of a door; its id once the programme has it no more, as the act still happened there."""
    return next((d.name for d in desk.programme(connection).doors if d.id == door), door)


def entry_of(desk: Desk, connection: Connection, row: EntryRow) -> Entry:
    """A row of the history as a value for people."""
    return Entry(
        entry=row.entry,
        kind=row.kind,
        at=from_ms(row.at),
        station=row.label,
        operator=desk.operator_name(row.operator),
        undone=row.undone,
        text=sentence(desk, connection, row),
        attendee=row.subject if row.subject.startswith("p") else None,
        name=row.name,
        outcome=row.outcome or None,
    )


def last_acts(desk: Desk, connection: Connection, limit: int = 10) -> list[Entry]:
    """This desk's newest acts, newest first, each once; undos show as the act they took back."""
    found: dict[str, Entry] = {}
    for row in entries.last(connection, desk.identity.station_id, _LAST):
        if row.kind in (Kind.UNDONE, Kind.BADGE_PRINTED):
            continue
        # A walk-in is its check-in and its registration: the later act tells more.
        found.setdefault(row.entry, entry_of(desk, connection, row))
    return list(found.values())[:limit]
