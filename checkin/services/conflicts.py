"""Facts that contradict each other: shown until somebody has looked; both stay."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from checkin.domain.days import from_ms
from checkin.domain.errors import NotFound
from checkin.domain.kinds import Kind
from checkin.services.desk import Desk
from checkin.services.telling import clock_time
from db.engine import Connection
from db.queries import entries, people


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two or more acts that do not go together; `entries` are their ids."""

    id: str
    kind: str
    attendee: str
    name: str
    text: str
    entries: tuple[str, ...]
    acknowledged: bool


class ConflictService:
    """Lists conflicts and notes that somebody has looked."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> list[Conflict]:
        """Every conflict, unseen ones first."""
        with self._desk.database.read() as connection:
            rows = connection.exec_driver_sql(
                "select c.id, c.kind, c.attendee, p.name, c.state, c.acknowledged from conflict c"
                " join person p on p.attendee = c.attendee order by c.acknowledged, c.id"
            ).fetchall()
            return [self._told(connection, row) for row in rows]

    def acknowledge(self, conflict: str, at: datetime | None = None) -> tuple[Conflict, str]:
        """Note that somebody has looked at a conflict; returns it and the entry.

        Raises:
            NotFound: there is no such conflict.
        """
        with self._desk.act(at) as (connection, writer):
            found = connection.exec_driver_sql("select 1 from conflict where id = ?", (conflict,)).fetchone()
            if found is None:
                raise NotFound("There is no conflict with this id.", "`checkin conflicts` lists them.")
            writer.add(Kind.CONFLICT_ACKNOWLEDGED, f"conflict:{conflict}", {})
            writer.finish()
        return next(c for c in self.all() if c.id == conflict), writer.entry

    def _told(self, connection: Connection, row: Any) -> Conflict:
        conflict, kind, attendee, name, text, acknowledged = row
        state = json.loads(text)
        acts = tuple(state["entries"])
        return Conflict(conflict, kind, attendee, name, self._sentence(connection, state), acts, bool(acknowledged))

    def _sentence(self, connection: Connection, state: dict[str, Any]) -> str:
        zone, now = self._desk.zone(connection), self._desk.now()
        if state["kind"] == "admitted_twice":
            rows = [r for r in (entries.by_act(connection, act) for act in state["entries"]) if r]
            told = ", ".join(
                f"{r.label} {clock_time(from_ms(r.at), zone, now)}" for r in sorted(rows, key=lambda r: r.at)
            )
            return f"Admitted twice: {told}"
        if state["field"] == "fields":
            return "The list has other details than the desk; what the desk says counts until somebody decides"
        person = people.state(connection, state["attendee"]) or {}
        value = person.get(state["field"], "")
        return f"The list has another {state['field']} than the desk; {value!r} counts until somebody decides"
