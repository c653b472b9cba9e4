"""The encrypted file: one writer at a time without loss, readers that wait for nobody, failures as sentences."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from checkin.domain.errors import CheckinError, EnvironmentFault, StorageBusy, StorageFull
from checkin.domain.kinds import Kind
from db import verify
from db.engine import Database, open_connection
from tests.db.conftest import Station
from tests.factories import KEY, a_database


def test_two_threads_read_add_and_write_without_loss(database: Database) -> None:
    """BEGIN IMMEDIATE: what a transaction read is still so when it writes."""
    failed: list[BaseException] = []

    def count() -> None:
        try:
            for _ in range(50):
                with database.write() as connection:
                    rev = connection.exec_driver_sql("select rev from change").scalar_one()
                    connection.exec_driver_sql("update change set rev = ?", (rev + 1,))
        except CheckinError as error:
            failed.append(error)

    threads = [threading.Thread(target=count) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    with database.read() as connection:
        assert (failed, connection.exec_driver_sql("select rev from change").scalar_one()) == ([], 100)


def test_a_reader_waits_for_nobody_and_sees_one_state(database: Database) -> None:
    with database.write() as writing:
        writing.exec_driver_sql("update change set rev = 5")
        started = time.monotonic()
        with database.read() as reading:
            assert reading.exec_driver_sql("select rev from change").scalar_one() == 0
        assert time.monotonic() - started < 0.25
    with database.read() as reading:
        assert reading.exec_driver_sql("select rev from change").scalar_one() == 5
        with database.write() as writing:
            writing.exec_driver_sql("update change set rev = 6")
        assert reading.exec_driver_sql("select rev from change").scalar_one() == 5


def test_what_holds_for_every_connection(database: Database) -> None:
    with database.read() as connection:
        ask = {
            name: connection.exec_driver_sql(f"pragma {name}").scalar_one()
            for name in (
                "journal_mode",
                "synchronous",
                "foreign_keys",
                "trusted_schema",
                "fullfsync",
                "recursive_triggers",
            )
        }
    assert ask == {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0, "fullfsync": 1,
        "recursive_triggers": 1,
    }  # fmt: skip


def test_a_block_that_fails_stores_nothing_and_the_next_one_works(database: Database) -> None:
    for failure in (KeyError("ours"), EnvironmentFault("a", "b")):
        with contextlib.suppress(KeyError, EnvironmentFault), database.write() as connection:
            connection.exec_driver_sql("update change set rev = 9")
            raise failure
    with database.write() as connection:
        assert connection.exec_driver_sql("select rev from change").scalar_one() == 0


def test_the_file_is_not_readable_without_the_key(station: Station) -> None:
    station.listed(family="Xylophonographia")
    station.database.close()
    stored = b"".join(p.read_bytes() for p in station.database.path.parent.iterdir() if p.is_file())
    assert b"Xylophonographia" not in stored
    assert b"SQLite format" not in stored
    assert b"listed" not in stored


def test_a_wrong_key_is_said(database: Database, capfd: pytest.CaptureFixture[str]) -> None:
    database.close()
    wrong = Database(database.path, bytes(32))
    with pytest.raises(EnvironmentFault) as told, wrong.read():
        pass
    assert "key" in told.value.sentence
    assert "secret.key" in told.value.advice
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("content", [b"name,mail\r\n" * 500, b"SQLite format 3\0" + bytes(8000), b"x" * 512])
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "desk.db"
    path.write_bytes(content)
    with pytest.raises(EnvironmentFault) as told, Database(path, KEY).read() as connection:
        connection.exec_driver_sql("select * from act")
    assert told.value.advice
    assert path.read_bytes() == content


def test_a_plain_database_is_not_taken(tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "desk.db"
    with contextlib.closing(sqlite3.connect(path)) as plain:
        plain.execute("create table act(x)")
        plain.commit()
    before = path.read_bytes()
    with pytest.raises(EnvironmentFault), Database(path, KEY).read():
        pass
    assert path.read_bytes() == before


def test_locked_for_longer_than_one_waits(database: Database) -> None:
    other = open_connection(database.path, KEY)
    other.isolation_level = None
    other.execute("begin immediate")
    started = time.monotonic()
    with pytest.raises(StorageBusy) as told, database.write():
        pass
    assert 0.25 < time.monotonic() - started < 5
    assert told.value.advice
    other.execute("rollback")
    other.close()
    with database.write() as connection:
        connection.exec_driver_sql("update change set rev = 3")


def test_locked_for_a_moment_by_another_program_is_waited_for(tmp_path: Path) -> None:
    database = a_database(tmp_path, wait_seconds=20)
    program = """
import sys, time
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from db.engine import Database
with Database(Path(sys.argv[1]), bytes(range(32))).write() as connection:
    connection.exec_driver_sql("update change set rev = rev + 1")
    print("held", flush=True)
    time.sleep(0.4)
"""
    command = [sys.executable, "-c", program, str(database.path), str(Path(__file__).parents[2])]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        with database.write() as connection:
            connection.exec_driver_sql("update change set rev = rev + 1")
            assert connection.exec_driver_sql("select rev from change").scalar_one() == 2
        assert other.wait(20) == 0
    database.close()


def test_a_full_file_loses_no_earlier_act(station: Station) -> None:
    """`max_page_count` makes the database say what a full disk makes it say (a real one: tests/faults)."""
    station.listed()
    first = station.enter()
    with station.database.read() as connection:
        pages = connection.exec_driver_sql("pragma page_count").scalar_one()

    def limited() -> object:
        made = connect()
        made.execute(f"pragma max_page_count = {pages}")
        return made

    connect = station.database._engine.pool._creator  # type: ignore[attr-defined]
    station.database.close()
    full = Database(station.database.path, KEY)
    full._engine.pool._creator = limited  # type: ignore[attr-defined]
    full._engine.pool._invoke_creator = lambda record: limited()  # type: ignore[attr-defined]
    desk = object.__new__(Station)
    desk.database, desk.identity, desk.n = full, station.identity, 50
    told: list[str] = []
    error: StorageFull | None = None
    while error is None:
        try:
            told.append(desk.enter())
        except StorageFull as full_now:
            error = full_now
        assert len(told) < 400
    assert "full" in error.sentence
    assert error.advice
    full.close()
    kept = {act for (act,) in station.rows("select act_id from act where kind = 'checked_in'")}
    assert {first, *told} == kept
    with station.database.read() as connection:
        assert verify.verify(connection, signatures=True).whole
    station.write((Kind.BADGE_PRINTED, "p1", {}))


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as told, Database(tmp_path / "no" / "desk.db", KEY).read():
        pass
    assert told.value.advice


def test_a_damaged_page_is_said(station: Station) -> None:
    station.imported(400)
    station.database.close()
    path = station.database.path
    data = bytearray(path.read_bytes())
    half = len(data) // 2
    data[half : half + 8192] = bytes(8192)
    path.write_bytes(data)
    with pytest.raises(EnvironmentFault) as told, station.database.read() as connection:
        verify.verify(connection)
    assert "damaged" in told.value.sentence
    assert "restore" in told.value.advice
