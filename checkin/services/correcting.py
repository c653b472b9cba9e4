"""Mending what the list says of a person, and joining two registrations of one person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from checkin.domain.errors import UserError
from checkin.domain.kinds import Kind
from checkin.domain.names import plain_text
from checkin.domain.people import Status
from checkin.domain.person_fold import BASE, State, standing
from checkin.domain.translation import say
from checkin.services.desk import Desk
from db.engine import Connection
from db.projections.facts import facts_of_all
from db.queries import people

FIELDS = (
    "given", "family", "email", "phone", "organisation", "city", "country", "category", "status", "diet", "access",
    "photo", "order",
)  # fmt: skip
"""What can be corrected by name; any other name is one of the list's own columns."""


_STATUSES = frozenset(status.value for status in Status)


@dataclass(frozen=True, slots=True)
class Change:
    """One field before and after."""

    field: str
    old: str
    new: str


class CorrectingService:
    """Corrections stand against later values of the list; merges can be parted again."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def correct(
        self, attendee: str, values: Mapping[str, str], at: datetime | None = None
    ) -> tuple[str, list[Change], str | None]:
        """Set fields; returns the attendee, what changed, and the entry (None when nothing did).

        Raises:
            UserError: a field or a status that does not exist, or a person left without a name.
        """
        with self._desk.act(at) as (connection, writer):
            state = people.state(connection, attendee)
            if state is None:
                raise UserError(say("Nobody with this id is on the list."), say("Search by name and pick them again."))
            wanted = _checked(state, values)
            doubted = {c["field"] for c in state.get("conflicts", ()) if c["kind"] == "field_changed_twice"}
            # Saying again what counts already decides between two values.
            chosen = {f: v for f, v in wanted.items() if state.get(f) != v or f in doubted}
            changes = [Change(f, _shown(state, f), _text(v)) for f, v in chosen.items()]
            if not changes:
                return state["attendee"], [], None
            new = {c.field: wanted[c.field] for c in changes}
            body: dict[str, Any] = {"refs": self._seen(connection, state, new)}
            if "status" in new:
                body["set"] = {"status": new.pop("status")}
            writer.add(Kind.CORRECTED, state["attendee"], body, {"set": new} if new else None)
            writer.finish()
            return state["attendee"], changes, writer.entry

    def _seen(self, connection: Connection, state: State, new: Mapping[str, Any]) -> list[str]:
        """The acts whose values were on the screen: what the correction supersedes, whatever the clocks."""
        heads = state.get("heads")
        if heads:
            return sorted({act for f in new for act in heads.get(f, ())})
        members = state.get("members") or [state["attendee"]]
        return sorted(f.act_id for f in facts_of_all(connection, members) if f.kind in BASE)

    def merge(self, one: str, other: str, at: datetime | None = None) -> tuple[str, str]:
        """Say that two registrations are one person; returns the id they go under and the entry.

        Raises:
            UserError: they are one already.
        """
        with self._desk.act(at) as (connection, writer):
            first, second = people.canonical_id(connection, one), people.canonical_id(connection, other)
            if first == second:
                raise UserError(say("These two are one already."), say("`checkin unmerge` parts them."))
            keep, join = sorted((first, second))
            writer.add(Kind.MERGED, keep, {"other": join})
            writer.finish()
            return keep, writer.entry

    def unmerge(self, attendee: str, at: datetime | None = None) -> tuple[str, str]:
        """Part a person from those they were merged with; returns their id and the entry.

        Raises:
            UserError: they were not merged.
        """
        with self._desk.act(at) as (connection, writer):
            state = people.state(connection, attendee)
            members = state.get("members") if state else None
            if not state or not members:
                raise UserError(
                    say("This person was not joined with anybody."), say("`checkin show` tells how they came in.")
                )
            facts = standing(facts_of_all(connection, members))
            parted = {ref for f in facts if f.kind == Kind.UNMERGED for ref in f.body.get("refs", ())}
            joins = [f for f in facts if f.kind == Kind.MERGED and f.act_id not in parted]
            mine = [f for f in joins if attendee in (f.subject, f.body["other"])] or joins
            last = max(mine, key=lambda f: f.order)
            writer.add(Kind.UNMERGED, last.subject, {"other": last.body["other"], "refs": [last.act_id]})
            writer.finish()
            return attendee, writer.entry


def _checked(state: State, values: Mapping[str, str]) -> dict[str, Any]:
    wanted: dict[str, Any] = {}
    own = dict(state.get("fields") or {})
    for name, value in values.items():
        clean = plain_text(value)
        if name in FIELDS:
            wanted[name] = clean
        elif name in own:
            own[name] = clean
            wanted["fields"] = own
        else:
            known = ", ".join((*FIELDS, *own))
            raise UserError(say("There is no field {name!r}.", name=name), say("Fields are: {known}.", known=known))
    if wanted.get("status") and wanted["status"] not in _STATUSES:
        raise UserError(
            say("{status!r} is no status.", status=wanted["status"]),
            say("Use one of: {statuses}.", statuses=", ".join(Status)),
        )
    merged = {**state, **wanted}
    if not (merged.get("given") or merged.get("family") or merged.get("name")):
        raise UserError(say("A person needs a name."), say("Leave a given or a family name."))
    return wanted


def _text(value: Any) -> str:
    return "; ".join(f"{k}: {v}" for k, v in value.items()) if isinstance(value, dict) else str(value)


def _shown(state: State, name: str) -> str:
    value = state.get(name)
    return "" if value is None else _text(value)
