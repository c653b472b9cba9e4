"""Histories: the last acts of a desk, the scan log, what is known of one act."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy.engine import Connection

from checkin.domain.kinds import UNDOABLE, Kind

_COLUMNS = (
    "e.act_id, e.entry, e.station, e.kind, e.at, e.subject, e.door, e.outcome, e.undone, e.operator, e.label, e.detail,"
    " coalesce(p.name, '')"
)
_FROM = (
    "from entry e left join member m on m.attendee = e.subject"
    " left join person p on p.attendee = coalesce(m.canonical, e.subject)"
)
_SCAN_KINDS = (
    Kind.CHECKED_IN, Kind.CHECKED_OUT, Kind.SCAN_REFUSED, Kind.ROOM_ENTERED, Kind.ROOM_LEFT, Kind.BOARDED, Kind.ALIGHTED
)  # fmt: skip
_SCANS = tuple(k.value for k in _SCAN_KINDS)


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One act of a history. `detail` holds payload, reason and the like, as far as the act has them."""

    act_id: str
    entry: str
    station: str
    kind: str
    at: int
    subject: str
    door: str
    outcome: str
    undone: bool
    operator: str
    label: str
    detail: dict[str, Any]
    name: str


def _entry(row: Any) -> EntryRow:
    act_id, entry, station, kind, at, subject, door, outcome, undone, operator, label, detail, name = row
    return EntryRow(
        act_id,
        entry,
        station,
        kind,
        at,
        subject,
        door,
        outcome,
        bool(undone),
        operator,
        label,
        json.loads(detail),
        name,
    )


def by_act(connection: Connection, act_id: str) -> EntryRow | None:
    """The entry of one act."""
    row = connection.exec_driver_sql(f"select {_COLUMNS} {_FROM} where e.act_id = ?", (act_id,)).fetchone()
    return _entry(row) if row else None


def of_entry(connection: Connection, entry: str) -> list[EntryRow]:
    """The acts that one user act wrote, in order."""
    rows = connection.exec_driver_sql(f"select {_COLUMNS} {_FROM} where e.entry = ? order by e.hlc", (entry,))
    return [_entry(row) for row in rows]


def last(connection: Connection, station: str, limit: int) -> list[EntryRow]:
    """The newest acts of a station, newest first."""
    rows = connection.exec_driver_sql(
        f"select {_COLUMNS} {_FROM} where e.station = ? order by e.hlc desc limit ?", (station, limit)
    )
    return [_entry(row) for row in rows]


def last_undoable(connection: Connection, station: str, *, lists: bool = True) -> EntryRow | None:
    """The newest act of a station that can be taken back and was not yet; an import only with `lists`."""
    kinds = tuple(sorted(k.value for k in UNDOABLE if lists or k is not Kind.LIST_IMPORTED))
    marks = ", ".join("?" * len(kinds))
    row = connection.exec_driver_sql(
        f"select {_COLUMNS} {_FROM} where e.station = ? and e.undone = 0 and e.kind in ({marks})"
        " order by e.hlc desc limit 1",
        (station, *kinds),
    ).fetchone()
    return _entry(row) if row else None


def of_subjects(connection: Connection, subjects: list[str]) -> list[EntryRow]:
    """Everything that happened to a person (all ids of a merged one), oldest first."""
    marks = ", ".join("?" * len(subjects))
    rows = connection.exec_driver_sql(
        f"select {_COLUMNS} {_FROM} where e.subject in ({marks}) order by e.hlc", tuple(subjects)
    )
    return [_entry(row) for row in rows]


def scans(connection: Connection) -> Iterator[EntryRow]:
    """Every presented payload, refused or not, in order."""
    marks = ", ".join("?" * len(_SCANS))
    rows = connection.exec_driver_sql(
        f"select {_COLUMNS} {_FROM} where e.kind in ({marks}) order by e.hlc, e.act_id", _SCANS
    )
    for row in rows:
        entry = _entry(row)
        if "payload" in entry.detail or entry.kind == Kind.SCAN_REFUSED:
            yield entry


def admissions(connection: Connection) -> Iterator[EntryRow]:
    """Every entry at the event's door."""
    rows = connection.exec_driver_sql(f"select {_COLUMNS} {_FROM} where e.kind = 'checked_in' and e.door = 'main'")
    for row in rows:
        yield _entry(row)


def admitted_since(connection: Connection, since_ms: int) -> int:
    """How many check-ins at the event's door were made since then, at any desk."""
    row = connection.exec_driver_sql(
        "select count(*) from entry where at >= ? and kind = 'checked_in' and door = 'main' and undone = 0", (since_ms,)
    )
    return int(row.scalar_one())
