"""Attendance and the scan log as rows for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from checkin.domain.days import from_ms, zone_of
from checkin.domain.errors import UserError
from checkin.domain.people import Person
from checkin.domain.person_fold import State
from checkin.domain.programme import MAIN_DOOR
from checkin.domain.translation import say
from checkin.lists.export import Column, write_table
from checkin.services.desk import Desk
from db.engine import Connection
from db.queries import entries, people

KINDS = ("attendance", "scans")

ATTENDANCE = (
    "attendee", "badge_code", "ticket_code", "given", "family", "name", "email", "organisation", "city", "country",
    "category", "status", "walk_in", "checked_in", "first_at", "first_station", "first_operator", "last_at", "scans",
    "badge",
)  # fmt: skip
SCANS = (
    "entry", "at", "station", "operator", "door", "payload", "outcome", "attendee", "name", "undone", "reason",
)  # fmt: skip


class ExportService:
    """Writes exports; reads one consistent moment."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def write(self, kind: str, path: Path, delimiter: str = ",") -> int:
        """Write one kind of export by the file's ending; returns how many rows.

        Raises:
            UserError: an unknown kind or ending.
        """
        if kind not in KINDS:
            raise UserError(
                say("There is no export {kind!r}.", kind=kind), say("Exports are: {kinds}.", kinds=", ".join(KINDS))
            )
        with self._desk.database.read() as connection:
            rows = self._attendance(connection) if kind == "attendance" else self._scans(connection)
            names = ATTENDANCE if kind == "attendance" else SCANS
            return write_table(path, [Column(n) for n in names], rows, delimiter=delimiter)

    def _attendance(self, connection: Connection) -> Iterator[dict[str, Any]]:
        zone = zone_of(self._desk.programme(connection).event.timezone)
        firsts = {row.act_id: row for row in entries.admissions(connection)}
        today = self._desk.today(connection, self._desk.now())
        for state, person in people.states_and_persons(connection, today):
            main = state["doors"].get(MAIN_DOOR) or {"first": None, "last_at": 0, "n": 0}
            first = firsts.get(main["first"][0]) if main["first"] else None
            yield {
                **_personal(state, person),
                "walk_in": state["walk_in"],
                "checked_in": person.checked_in,
                "first_at": _moment(main["first"][1] if main["first"] else 0, zone),
                "first_station": first.label if first else "",
                "first_operator": self._desk.operator_name(first.operator) if first else "",
                "last_at": _moment(main["last_at"], zone),
                "scans": main["n"],
                "badge": person.badge.value,
            }

    def _scans(self, connection: Connection) -> Iterator[dict[str, Any]]:
        zone = zone_of(self._desk.programme(connection).event.timezone)
        joined = people.canonical_ids(connection)
        for row in entries.scans(connection):
            yield {
                "entry": row.entry,
                "at": _moment(row.at, zone),
                "station": row.label,
                "operator": self._desk.operator_name(row.operator),
                "door": row.door,
                "payload": row.detail.get("payload", ""),
                "outcome": row.outcome,
                "attendee": joined.get(row.subject, row.subject) if row.subject.startswith("p") else "",
                "name": row.name,
                "undone": row.undone,
                "reason": row.detail.get("reason", ""),
            }


def _personal(state: State, person: Person) -> dict[str, Any]:
    return {
        "attendee": person.attendee,
        "badge_code": person.badge_code,
        "ticket_code": person.ticket_code,
        "given": person.given,
        "family": person.family,
        "name": person.name,
        "email": state.get("email") or "",
        "organisation": person.organisation,
        "city": person.city,
        "country": person.country,
        "category": person.category,
        "status": person.status.value,
    }


def _moment(ms: int, zone: Any) -> datetime | None:
    return from_ms(ms).astimezone(zone) if ms else None
