"""Two real databases that get the same acts in other orders and other portions are the same, byte for byte."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin.domain.act import Act
from db import verify
from db.engine import Connection, Database
from tests.domain.histories import History, Step, many_steps
from tests.factories import a_database, store_foreign

some = settings(
    max_examples=45,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
_TABLES = ("person", "thing", "day", "member", "code", "presence", "booking", "conflict", "entry", "search", "touch")


def rows(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    """Every projected row without row numbers and revisions."""
    found = {}
    for table in _TABLES:
        columns = [c[1] for c in connection.exec_driver_sql(f"pragma table_info({table})") if c[1] not in ("n", "rev")]
        found[table] = sorted(tuple(r) for r in connection.exec_driver_sql(f"select {', '.join(columns)} from {table}"))
    return found


def portions(acts: Sequence[Act], shuffle: random.Random) -> list[list[Act]]:
    cut, found = list(acts), []
    while cut:
        size = shuffle.choice((1, 1, 2, 5, 40))
        found.append(cut[:size])
        cut = cut[size:]
    return found


def take(database: Database, acts: Sequence[Act], shuffle: random.Random) -> None:
    for portion in portions(acts, shuffle):
        with database.write() as connection:
            store_foreign(connection, portion)


def whole(database: Database) -> tuple[str, dict[str, list[tuple[object, ...]]]]:
    with database.read() as connection:
        report = verify.verify(connection, signatures=True)
        assert (report.differences, report.chain_breaks) == ([], [])
        return report.state_digest, rows(connection)


@some
@given(many_steps, st.integers(0, 2**32))
def test_the_same_acts_make_the_same_desk(todo: list[Step], seed: int) -> None:
    acts = History.of(todo).acts
    shuffle = random.Random(seed)
    other = shuffle.sample(acts, len(acts))
    with tempfile.TemporaryDirectory() as folder:
        databases = [a_database(Path(folder), name) for name in ("one.db", "two.db", "three.db")]
        try:
            for database, order in zip(databases, (acts, other, other[::-1]), strict=True):
                take(database, order, shuffle)
            first, *rest = map(whole, databases)
            assert all(found == first for found in rest)
            take(databases[0], other, shuffle)
            assert whole(databases[0]) == first
        finally:
            for database in databases:
                database.close()


@settings(some, max_examples=15)
@given(many_steps, st.integers(0, 2**32))
def test_folding_the_same_acts_again_changes_nothing(todo: list[Step], seed: int) -> None:
    from checkin.domain.act import fact
    from db import projections

    acts = History.of(todo).acts
    shuffle = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        database = a_database(Path(folder))
        try:
            take(database, acts, shuffle)
            before = whole(database)
            with database.write() as connection:
                projections.apply(connection, [fact(a) for a in shuffle.choices(acts, k=len(acts))], local=False)
            assert whole(database) == before
        finally:
            database.close()
