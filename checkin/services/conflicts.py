"""Facts that contradict each other: shown until somebody has looked; both stay."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from checkin.domain.days import from_ms
from checkin.domain.errors import NotFound
from checkin.domain.kinds import Kind
from checkin.domain.list_diff import Side
from checkin.domain.translation import mark, say
from checkin.domain.value_fold import values_of
from checkin.services.desk import Desk
from checkin.services.likely_twins import LikelyTwins, OpenPair
from checkin.services.telling import clock_time
from db.engine import Connection
from db.projections.facts import facts_of_entry
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
    """Two or more acts that do not go together; `entries` are their ids.

    Of a `field_changed_twice`: `field` is which one, `here` what counts, `theirs` what the list says, both as text.
    Of two who may be one person `other` is the second's id.
    """

    id: str
    kind: str
    attendee: str
    name: str
    text: str
    entries: tuple[str, ...]
    acknowledged: bool
    field: str = ""
    here: str = ""
    theirs: str = ""
    other: str = ""


def _of_pair(told: OpenPair) -> Conflict:
    one, other = told.pair.one, told.pair.other
    text = say("{why}: {one} and {other}", why=told.pair.why, one=_placed(one), other=_placed(other))
    return Conflict(told.id, told.kind, one.attendee, one.name, text, (), False, other=other.attendee)


def _placed(side: Side) -> str:
    return ", ".join(filter(None, (side.name, side.organisation, side.city)))


def _columns(values: dict[str, str], labels: Sequence[str]) -> str:
    return "; ".join(f"{label}: {values.get(label, '–')}" for label in labels)


class ConflictService:
    """Lists conflicts and notes that somebody has looked."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self, *, pairs: bool = True) -> list[Conflict]:
        """Every conflict, unseen ones first; with `pairs` also the people who may be one, as long as nobody decided."""
        with self._desk.database.read() as connection:
            rows = connection.exec_driver_sql(
                "select c.id, c.kind, c.attendee, p.name, c.state, c.acknowledged from conflict c"
                " join person p on p.attendee = c.attendee order by c.acknowledged, c.id"
            ).fetchall()
            found = [self._told(connection, row) for row in rows]
        return [*map(_of_pair, LikelyTwins(self._desk).open()), *found] if pairs else found

    def open_of(self, attendee: str) -> list[Conflict]:
        """The conflicts of one person that nobody has looked at yet; none for somebody who is not known."""
        with self._desk.database.read() as connection:
            rows = connection.exec_driver_sql(
                "select c.id, c.kind, c.attendee, p.name, c.state, c.acknowledged from conflict c"
                " join person p on p.attendee = c.attendee where c.attendee = ? and not c.acknowledged order by c.id",
                (people.canonical_id(connection, attendee),),
            ).fetchall()
            return [self._told(connection, row) for row in rows]

    def acknowledge(self, conflict: str, at: datetime | None = None) -> tuple[Conflict, str]:
        """Note that somebody has looked at a conflict; returns it and the entry.

        Raises:
            NotFound: there is no such conflict.
        """
        told = self._recorded(conflict) or _of_pair(LikelyTwins(self._desk).pair(conflict))
        with self._desk.act(at) as (_, writer):
            writer.add(Kind.CONFLICT_ACKNOWLEDGED, f"conflict:{conflict}", {})
            writer.finish()
        return replace(told, acknowledged=True), writer.entry

    def _recorded(self, conflict: str) -> Conflict | None:
        with self._desk.database.read() as connection:
            row = connection.exec_driver_sql(
                "select c.id, c.kind, c.attendee, p.name, c.state, c.acknowledged from conflict c"
                " join person p on p.attendee = c.attendee where c.id = ?",
                (conflict,),
            ).fetchone()
            return None if row is None else self._told(connection, row)

    def keep_ours(self, conflict: str, at: datetime | None = None) -> tuple[Conflict, str]:
        """Decide for the value that counts at the desk; returns the conflict as it was, and the entry.

        Raises:
            NotFound: there is no such conflict of a field; somebody may have decided already.
        """
        return self._decide(conflict, at, theirs=False)

    def take_theirs(self, conflict: str, at: datetime | None = None) -> tuple[Conflict, str]:
        """Decide for the list's value; returns the conflict as it was, and the entry.

        Raises:
            NotFound: as `keep_ours`.
        """
        return self._decide(conflict, at, theirs=True)

    def _decide(self, conflict: str, at: datetime | None, *, theirs: bool) -> tuple[Conflict, str]:
        with self._desk.act(at) as (connection, writer):
            row = connection.exec_driver_sql(
                "select c.id, c.kind, c.attendee, p.name, c.state, c.acknowledged from conflict c"
                " join person p on p.attendee = c.attendee where c.id = ? and c.kind = 'field_changed_twice'",
                (conflict,),
            ).fetchone()
            if row is None:
                raise NotFound(say("There is no conflict with this id."), say("`checkin conflicts` lists them."))
            before, field = self._told(connection, row), json.loads(row[4])["field"]
            here, other = self._values(connection, row[2], field, before.entries)
            value = other if theirs else here
            body: dict[str, Any] = {"refs": sorted(before.entries)}
            if field == "status":
                body["set"] = {field: value}
            writer.add(Kind.CORRECTED, row[2], body, None if field == "status" else {"set": {field: value}})
            writer.finish()
            return before, writer.entry

    def _told(self, connection: Connection, row: Any) -> Conflict:
        conflict, kind, attendee, name, text, acknowledged = row
        state = json.loads(text)
        acts = tuple(state["entries"])
        made = Conflict(conflict, kind, attendee, name, self._sentence(connection, state), acts, bool(acknowledged))
        if kind != "field_changed_twice":
            return made
        here, theirs = self._values(connection, attendee, state["field"], acts)
        if isinstance(here, dict) and isinstance(theirs, dict):
            differ = [label for label in {**here, **theirs} if here.get(label, "") != theirs.get(label, "")]
            here, theirs = (_columns(part, differ) for part in (here, theirs))
        return replace(made, field=state["field"], here=str(here or ""), theirs=str(theirs or ""))

    def _values(self, connection: Connection, attendee: str, field: str, acts: Sequence[str]) -> tuple[Any, Any]:
        """What counts, and the newest other value among the acts of a conflict."""
        here = (people.state(connection, attendee) or {}).get(field)
        facts = [f for act in acts for f in facts_of_entry(connection, act) if f.act_id == act]
        others = [values_of(f).get(field) for f in sorted(facts, key=lambda f: f.order)]
        return here, next((value for value in reversed(others) if value != here), here)

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
