"""Facts that contradict each other: shown until somebody has looked; both stay."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from checkin.domain.days import from_ms
from checkin.domain.errors import NotFound
from checkin.domain.kinds import Kind
from checkin.domain.translation import mark, say
from checkin.services.desk import Desk
from checkin.services.telling import clock_time
from db.engine import Connection
from db.queries import entries, people

_FIELDS = {
    "given": mark("given name"),
    "family": mark("family name"),
    "email": mark("e-mail"),
    "phone": mark("phone"),
    "organisation": mark("organisation"),
    "city": mark("city"),
    "country": mark("country"),
    "category": mark("category"),
    "status": mark("status"),
    "diet": mark("diet"),
    "access": mark("access need"),
    "photo": mark("photo consent"),
    "order": mark("order"),
}
"""What may differ, as a sentence names it."""


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
                raise NotFound(say("There is no conflict with this id."), say("`checkin conflicts` lists them."))
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
            return say("Admitted twice: {told}", told=told)
        if state["kind"] == "substituted_twice":
            return say(
                "Two people came instead of this one; the first counts, the other has a registration of their own"
            )
        if state["kind"] == "replaced_but_came":
            return say("Was let in although somebody comes instead; both are in the journal")
        if state["field"] == "fields":
            return say("The list has other details than the desk; what the desk says counts until somebody decides")
        person = people.state(connection, state["attendee"]) or {}
        value = person.get(state["field"], "")
        return say(
            "The list has another {field} than the desk; {value!r} counts until somebody decides",
            field=say(_FIELDS.get(state["field"], state["field"])),
            value=value,
        )
