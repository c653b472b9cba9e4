"""The event and its programme: loaded, changed and closed by acts, so that a desk that joins gets them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from checkin.domain.days import event_day, zone_of
from checkin.domain.errors import UserError
from checkin.domain.kinds import Kind
from checkin.domain.programme import MAIN_DOOR, EventInfo, Programme, main_door
from checkin.domain.programme_things import PERSONAL, things_of
from checkin.domain.translation import say
from checkin.services.desk import Desk
from db.engine import Connection
from db.journal import Writer
from db.queries import people
from db.queries import programme as queries

ROLES = ("volunteer", "desk", "supervisor", "organiser")


class ProgrammeService:
    """Event, programme, operators and days."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def show(self) -> Programme:
        """The event as it stands.

        Raises:
            UserError: there is none yet.
        """
        with self._desk.database.read() as connection:
            return self._desk.programme(connection)

    def load(self, programme: Programme, at: datetime | None = None) -> str | None:
        """Make `programme` the event's; what it does not have any more is removed. Returns the entry, None when
        nothing changed.
        """
        self._desk.found()
        with self._desk.act(at, batched=True) as (connection, writer):
            add_programme(connection, writer, programme)
            if not writer.facts:
                return None
            writer.finish()
            return writer.entry

    def make_event(self, title: str, zone: str, today: date) -> None:
        """Make an event that has nothing but its door."""
        self.load(event_around(title, zone, today))

    def day(self, at: datetime | None = None) -> tuple[str, bool, int]:
        """The event day, whether it was closed early, and how many are inside."""
        now = self._desk.now(at)
        with self._desk.database.read() as connection:
            today = self._desk.today(connection, now)
            return today.day, today.closed_hlc > 0, people.inside(connection, MAIN_DOOR, today)

    def close_day(self, at: datetime | None = None) -> tuple[str, str]:
        """End every presence of the day in one act that can be undone. Returns the day and the entry."""
        with self._desk.act(at) as (connection, writer):
            event = self._desk.programme(connection).event
            day = event_day(self._desk.now(at), zone_of(event.timezone), event.day_starts).isoformat()
            writer.add(Kind.DAY_CLOSED, f"day:{day}", {"day": day})
            writer.finish()
            return day, writer.entry

    def operators(self) -> list[dict[str, Any]]:
        """Who may act here; the organiser when nobody was named."""
        with self._desk.database.read() as connection:
            named = queries.operators(connection)
        return named or [{"operator": "operator:organiser", "name": "organiser", "role": "organiser"}]

    def role_now(self) -> str:
        """The role of who is at the desk; the organiser's when nobody said who it is."""
        now = self._desk.operator_now().casefold()
        return next((o["role"] for o in self.operators() if o["name"].casefold() == now), "organiser")

    def add_operator(self, name: str, role: str, at: datetime | None = None) -> dict[str, Any]:
        """Name an operator.

        Raises:
            UserError: an unknown role, or a name that is taken.
        """
        clean = " ".join(name.split())
        if role not in ROLES or not clean:
            raise UserError(
                say("{role!r} is no role.", role=role) if clean else say("An operator needs a name."),
                say("Roles: {roles}.", roles=", ".join(ROLES)),
            )
        with self._desk.act(at) as (connection, writer):
            if any(o["name"].casefold() == clean.casefold() for o in queries.operators(connection)):
                raise UserError(
                    say("There is an operator called {clean} already.", clean=clean),
                    say("Add a letter of the family name."),
                )
            from checkin.domain.ids import uuid7

            subject = f"operator:{uuid7()}"
            body = {"type": "operator", "thing": {"role": role}}
            writer.add(Kind.OPERATOR_NAMED, subject, body, {"thing": {"name": clean}})
            writer.finish()
        return {"operator": subject, "name": clean, "role": role, "entry": writer.entry}

    def remove_operator(self, name: str, at: datetime | None = None) -> dict[str, Any]:
        """Take an operator off the list; what they did stays theirs."""
        with self._desk.act(at) as (connection, writer):
            found = [o for o in queries.operators(connection) if o["name"].casefold() == name.casefold()]
            if not found:
                raise UserError(
                    say("There is no operator called {name!r}.", name=name), say("`checkin operator list` shows them.")
                )
            body = {"type": "operator", "removed": True}
            writer.add(Kind.OPERATOR_NAMED, found[0]["operator"], body)
            writer.finish()
        return {**found[0], "entry": writer.entry}


def event_around(title: str, zone: str, today: date) -> Programme:
    """The programme of an event of which only a list is known: its door."""
    info = EventInfo(title, "", short_of(title), zone, today, today)
    return Programme(info, doors=(main_door("Main door"),))


def add_programme(connection: Connection, writer: Writer, programme: Programme) -> None:
    """Append the acts that turn what stands into `programme`: only what differs."""
    standing = {s: t for s, t in queries.things(connection).items() if t["type"] not in ("operator", "list")}
    wanted = things_of(programme)
    for subject, kind, values in wanted:
        apart = PERSONAL.get(kind, ())
        if subject in standing and {**dict.fromkeys(apart, ""), **standing[subject]} == {**values, "type": kind}:
            continue
        personal = {k: values[k] for k in apart if values.get(k)}
        plain = {k: v for k, v in values.items() if k not in apart}
        act_kind = Kind.EVENT_OPENED if kind == "event" else Kind.PROGRAMME_CHANGED
        writer.add(act_kind, subject, {"type": kind, "thing": plain}, {"thing": personal} if personal else None)
    for subject in standing.keys() - {s for s, _, _ in wanted}:
        writer.add(Kind.PROGRAMME_CHANGED, subject, {"type": standing[subject]["type"], "removed": True})


def short_of(title: str) -> str:
    """Two characters of the badge alphabet that begin the codes of an event called `title`."""
    from checkin.domain.badge import ALPHABET
    from checkin.domain.names import fold

    letters = [c for c in fold(title).upper() if c in ALPHABET and not c.isdigit()]
    return "".join([*letters, "X", "X"][:2])
