"""The schema: made new, left alone, brought up through Alembic after a copy, refused when it is newer."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from checkin.domain.errors import CheckinError, EnvironmentFault
from db import migrate, verify
from db.engine import Database, open_connection
from tests.db.conftest import Station
from tests.factories import KEY, a_database

Folder = Callable[[str], None]
NEWEST = migrate.versions()[-1]
LATER = f"{int(NEWEST) + 1:04}"
VERSION = f'''"""A later schema."""
from alembic import op
from db.migrate import statements
revision = "{LATER}"
down_revision = "{NEWEST}"
def upgrade() -> None:
    for statement in statements("{LATER}"):
        op.execute(statement)
'''
GOOD = (
    "alter table person add column pronouns text not null default '';\n"
    "create table later(x integer primary key) strict;\n"
    "-- a comment\ncreate trigger later_stays before delete on later\n  begin select raise(abort, 'stays'); end;\n"
    "insert into later values (7);\n"
)


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """A program that knows one more version, whose statements the test gives."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrate.SQL.parent, folder, ignore=shutil.ignore_patterns("__pycache__"))

    def make(sql: str) -> None:
        (folder / "sql" / f"{LATER}.sql").write_text(sql, "utf-8")
        (folder / "versions" / f"v{LATER}_later.py").write_text(VERSION, "utf-8")
        monkeypatch.setattr(migrate, "SQL", folder / "sql")

    return make


def ask(path: Path, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    with contextlib.closing(open_connection(path, KEY)) as connection:
        return [tuple(row) for row in connection.execute(sql, values)]


def schema(path: Path) -> list[tuple[Any, ...]]:
    """Every table, index and trigger, and the columns of the tables, in order."""
    named = ask(
        path,
        "select type, name, case when type <> 'table' then sql end from sqlite_master where name not like 'sqlite%'",
    )
    columns = ask(
        path,
        'select m.name, c.cid, c.name, c.type, c."notnull", c.dflt_value, c.pk'
        " from sqlite_master m, pragma_table_xinfo(m.name) c where m.type = 'table'",
    )
    return sorted(named, key=repr) + sorted(columns, key=repr)


def copies(path: Path) -> list[Path]:
    return sorted(path.parent.glob(f"*.before-{LATER}.*"))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A database of the newest version with acts in it."""
    database = a_database(tmp_path)
    station = Station(database)
    station.listed()
    station.enter()
    database.close()
    return database.path


def test_a_new_file_has_every_version(tmp_path: Path, later: Folder) -> None:
    later(GOOD)
    path = tmp_path / "new.db"
    migrate.prepare(path, KEY)
    assert ask(path, "select version_num from alembic_version") == [(LATER,)]
    assert ask(path, "select x from later") == [(7,)]
    migrate.prepare(path, KEY)
    assert copies(path) == []


def test_statements_keep_a_trigger_in_one_piece() -> None:
    found = migrate.statements("0001")
    triggers = [s for s in found if s.startswith("create trigger")]
    assert len(triggers) == 3
    assert all(s.endswith("end") for s in triggers)
    assert not any("--" in s for s in found)


def test_an_old_file_is_migrated_through_alembic_after_a_copy(old: Path, tmp_path: Path, later: Folder) -> None:
    acts = ask(old, "select * from act order by act_id")
    later(GOOD)
    migrate.prepare(old, KEY)
    assert ask(old, "select version_num from alembic_version") == [(LATER,)]
    assert ask(old, "select * from act order by act_id") == acts
    assert ask(old, "select pronouns from person") == [("",)]
    assert not old.read_bytes().startswith(b"SQLite format")
    fresh = tmp_path / "fresh.db"
    migrate.prepare(fresh, KEY)
    assert schema(old) == schema(fresh)
    (copy,) = copies(old)
    assert ask(copy, "select version_num from alembic_version") == [(NEWEST,)]
    assert ask(copy, "select * from act order by act_id") == acts
    migrate.prepare(old, KEY)
    assert copies(old) == [copy]


def test_the_copy_holds_what_lies_in_the_write_ahead_log(old: Path, later: Folder) -> None:
    """Another program has the file open, so that closing our connection moves nothing into the file."""
    with contextlib.closing(open_connection(old, KEY)) as other:
        other.execute("pragma wal_autocheckpoint = 0")
        other.execute("update change set rev = 4711")
        other.commit()
        later("create table later(x);\n")
        migrate.prepare(old, KEY)
    (copy,) = copies(old)
    assert ask(copy, "select rev from change") == [(4711,)]
    assert ask(old, "select rev from change") == [(4711,)]


def test_an_interrupted_migration_leaves_the_old_version_whole(old: Path, later: Folder) -> None:
    before = schema(old), ask(old, "select * from act")
    later("create table later(x);\ninsert into act(act_id) values ('x');\n")
    with pytest.raises(Exception, match="NOT NULL"):
        migrate.prepare(old, KEY)
    assert (schema(old), ask(old, "select * from act")) == before
    assert ask(old, "select version_num from alembic_version") == [(NEWEST,)]
    later("create table later(x);\n")
    migrate.prepare(old, KEY)
    assert ask(old, "select version_num from alembic_version") == [(LATER,)]


def test_a_newer_file_is_refused_and_untouched(old: Path) -> None:
    with contextlib.closing(open_connection(old, KEY)) as connection:
        connection.execute("update alembic_version set version_num = '0099'")
        connection.commit()
    before = old.read_bytes()
    with pytest.raises(EnvironmentFault) as told:
        migrate.prepare(old, KEY)
    assert "newer" in told.value.sentence
    assert "0099" in told.value.sentence
    assert "--home" in told.value.advice
    assert old.read_bytes() == before
    assert [p.name for p in old.parent.glob("*.db*")] == [old.name]


@pytest.mark.parametrize("content", [b"", b"x", b"no database " * 1000])
def test_a_file_that_is_no_database_is_refused_and_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "desk.db"
    path.write_bytes(content)
    with pytest.raises(EnvironmentFault) as told:
        migrate.prepare(path, KEY)
    assert told.value.advice
    assert path.read_bytes() == content


def test_a_wrong_key_is_refused(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(EnvironmentFault, match="key"):
        migrate.prepare(old, bytes(32))
    assert old.read_bytes() == before


def test_making_the_file_at_the_same_moment_from_two_threads(tmp_path: Path) -> None:
    import threading

    path = tmp_path / "desk.db"
    failed: list[CheckinError] = []

    def make() -> None:
        try:
            migrate.prepare(path, KEY)
        except CheckinError as error:
            failed.append(error)

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert failed == []
    assert ask(path, "select version_num from alembic_version") == [(migrate.versions()[-1],)]
    assert [p.name for p in tmp_path.iterdir() if not p.name.endswith(("-wal", "-shm"))] == ["desk.db"]


def test_the_search_index_of_version_1_is_filled_again(old: Path) -> None:
    """Version 1 knew neither sounds nor initials nor telephone numbers."""
    before = ask(old, "select names, rest from search")
    with contextlib.closing(open_connection(old, KEY)) as connection:
        connection.execute("update search set names = 'ada lovelace', rest = 'oldwords'")
        connection.execute("update alembic_version set version_num = '0001'")
        connection.commit()
    migrate.prepare(old, KEY)
    assert ask(old, "select version_num from alembic_version") == [(NEWEST,)]
    assert ask(old, "select names, rest from search") == before
    assert ask(old, "select 1 from search where search match 'oldwords'") == []
    (copy,) = sorted(old.parent.glob(f"*.before-{NEWEST}.*"))
    assert ask(copy, "select rest from search") == [("oldwords",)] * len(before)
    database = Database(old, KEY)
    with database.read() as connection:
        assert verify.verify(connection).whole
    database.close()


def test_a_migrated_desk_works(old: Path, later: Folder) -> None:
    later("create index person_city on person(city);\n")
    migrate.prepare(old, KEY)
    database = Database(old, KEY)
    with database.read() as connection:
        assert verify.verify(connection, signatures=True).whole
    database.close()
