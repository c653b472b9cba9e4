"""A new encrypted database, and a desk in it that writes acts of its own."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checkin.domain.kinds import Kind
from db import identity
from db.engine import Database, open_connection
from db.journal import Writer
from tests.factories import DAY, KEY, START_MS, a_database


class Station:
    """A database with an identity; `write` appends acts in one transaction."""

    def __init__(self, database: Database) -> None:
        self.database = database
        with database.write() as connection:
            identity.create(connection, "event", KEY, "station-1", "Desk A", "laptop")
            self.identity = identity.load(connection)
        self.n = 0

    def write(self, *acts: tuple[Any, ...], batched: bool = False, at: int | None = None) -> list[str]:
        """Append (kind, subject, body[, personal]) and return the act ids; the clock ticks a minute per call."""
        self.n += 1
        now = START_MS + self.n * 60_000 if at is None else at
        assert self.identity
        with self.database.write() as connection:
            writer = Writer(connection, self.identity, now, "operator:organiser", batched=batched)
            made = [writer.add(*act).act_id for act in acts]
            writer.finish()
            return made

    def listed(self, subject: str = "p1", **values: str) -> str:
        """A person on the list, signed like any act made alone."""
        values = {"given": "Ada", "family": "Lovelace", **values}
        personal = {"key": f"k:{subject}", "row": "r", "set": values, "codes": [[f"CODE{subject}", "badge", ""]]}
        body = {"list": "list:1", "set": {"status": "confirmed"}, "bookings": {"lab": "booked"}}
        return self.write((Kind.LISTED, subject, body, personal))[0]

    def imported(self, people: int = 3) -> str:
        """People of one import: unsigned acts and the signed one that vouches for them; returns the batch."""
        self.n += 1
        assert self.identity
        with self.database.write() as connection:
            writer = Writer(connection, self.identity, START_MS + self.n * 60_000, "operator:organiser", batched=True)
            for n in range(people):
                personal = {"set": {"given": f"Import{n}"}, "codes": [[f"IMP{n}", "badge", ""]]}
                writer.add_listed(
                    Kind.LISTED, f"pimport{n}", {"list": "list:2", "set": {"status": "confirmed"}}, personal
                )
            closing = {"type": "list", "thing": {"rows": people}, **writer.seal()}
            writer.add(Kind.LIST_IMPORTED, "list:2", closing, {"thing": {"file": "a.csv"}, "name": "a.csv"})
            writer.finish()
            return writer.entry

    def enter(self, subject: str = "p1", refs: tuple[str, ...] = ()) -> str:
        """A check-in at the event's door."""
        body = {"door": "main", "day": DAY, "outcome": "admitted", "refs": list(refs)}
        return self.write((Kind.CHECKED_IN, subject, body, {"payload": "Zoë\udcff"}))[0]

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        with self.database.read() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(sql, values)]

    def tamper(self, *statements: str) -> None:
        """Change the database as somebody with the key could, past all triggers and references."""
        with contextlib.closing(open_connection(self.database.path, KEY)) as connection:
            connection.execute("pragma foreign_keys = off")
            triggers = connection.execute("select name, sql from sqlite_master where type = 'trigger'").fetchall()
            for name, _ in triggers:
                connection.execute(f"drop trigger {name}")
            for statement in statements:
                assert connection.execute(statement).rowcount != 0, statement
            for _, sql in triggers:
                connection.execute(sql)
            connection.commit()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = a_database(tmp_path, wait_seconds=0.3)
    yield made
    made.close()


@pytest.fixture
def station(database: Database) -> Station:
    return Station(database)
