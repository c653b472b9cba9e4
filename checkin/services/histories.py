"""What happened, as sentences: a person's history and a desk's last acts."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from checkin.domain.days import from_ms
from checkin.domain.kinds import Kind
from checkin.domain.outcome import Outcome
from checkin.domain.people import Entry
from checkin.domain.programme import MAIN_DOOR
from checkin.domain.translation import mark, say
from checkin.services.desk import Desk
from db.engine import Connection
from db.queries import entries
from db.queries.entries import EntryRow

_SENTENCES: dict[str, str] = {
    Kind.WALK_IN_REGISTERED: mark("Added as a walk-in"),
    Kind.SUBSTITUTED: mark("Comes instead of somebody"),
    Kind.CORRECTED: mark("Details corrected"),
    Kind.MERGED: mark("Joined with a second registration"),
    Kind.UNMERGED: mark("Parted from a second registration"),
    Kind.BADGE_PRINTED: mark("Badge printed"),
    Kind.BADGE_HANDED_OVER: mark("Badge handed over"),
    Kind.BADGE_KEPT: mark("Badge kept at the desk"),
    Kind.BADGE_REVOKED: mark("Badge replaced"),
    Kind.NOTED: mark("Note"),
    Kind.MESSAGE_DELIVERED: mark("Message delivered"),
    Kind.LIST_IMPORTED: mark("Attendee list brought in"),
    Kind.DAY_CLOSED: mark("The day was closed"),
    Kind.UNDONE: mark("Taken back"),
    Kind.BOOKED: mark("Booked"),
    Kind.RELEASED: mark("Booking released"),
    Kind.CONFLICT_ACKNOWLEDGED: mark("Looked at a double"),
}
REASONS = (
    mark("wrong scan"), mark("wrong person"), mark("left again"), mark("trying out"), mark("damaged"), mark("lost"),
    mark("name corrected"), mark("did not come out"), mark("asked for"), mark("settled at the desk"),
    mark("an organiser said so"), mark("the list is wrong"), mark("another reason"),
)  # fmt: skip
"""The reasons that the window writes, listed for translators; any other was typed and stays as it is."""

_BESIDE = frozenset({Kind.UNDONE, Kind.BADGE_PRINTED, Kind.BADGE_HANDED_OVER})
"""What belongs to another act that the list shows."""

_OUTCOMES = frozenset(outcome.value for outcome in Outcome)
_ADMITS = frozenset(outcome.value for outcome in Outcome if outcome.admits)
_LAST = 60


def sentence(desk: Desk, connection: Connection, row: EntryRow) -> str:
    """One act in words."""
    if row.outcome in _OUTCOMES:
        outcome = Outcome(row.outcome)
        door = "" if row.door in ("", MAIN_DOOR) else f", {_door_name(desk, connection, row.door)}"
        if outcome.admits:
            again = say("Checked in again") if outcome is Outcome.ADMITTED_AGAIN else say("Checked in")
            if not row.detail.get("overridden"):
                return f"{again}{door}"
            return say("{act} anyway: {reason}", act=f"{again}{door}", reason=say(row.detail["reason"]))
        if outcome is Outcome.LEFT:
            return say("Checked out") + door
        return say(outcome.style.word) + door
    if row.kind == Kind.SUBSTITUTED and row.detail.get("name"):
        return say("Comes instead of {name}", name=row.detail["name"])
    if row.kind == Kind.NOTED and row.detail.get("text"):
        return say("Note: {text}", text=row.detail["text"])
    told = say(_SENTENCES[row.kind]) if row.kind in _SENTENCES else row.kind.replace("_", " ")
    reason = row.detail.get("reason")
    return f"{told}: {say(reason)}" if reason and row.kind in (Kind.UNDONE, Kind.BADGE_PRINTED) else told


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
    admitted: Counter[str] = Counter()
    for row in entries.last(connection, desk.identity.station_id, _LAST):
        if row.kind in _BESIDE:
            continue
        # A walk-in is its check-in and its registration: the later act tells more.
        # Of a group whoever went in, not who stayed behind.
        stands = found.get(row.entry)
        if stands is None or (stands.kind == Kind.SCAN_REFUSED and row.outcome in _ADMITS):
            found[row.entry] = entry_of(desk, connection, row)
        admitted[row.entry] += row.outcome in _ADMITS
    return [_of_several(entry, admitted[entry.entry]) for entry in list(found.values())[:limit]]


def _of_several(entry: Entry, people: int) -> Entry:
    """A group goes in by one act, which stands under one name."""
    if people < 2:
        return entry
    return replace(entry, text=say("{act}, with {n} more", act=entry.text, n=people - 1))
