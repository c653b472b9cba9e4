"""Bringing a database file to this version's schema: made new, left alone, migrated after a copy, or refused."""

from __future__ import annotations

import contextlib
import os
import re
import time
from pathlib import Path
from typing import Any

from checkin.domain.errors import EnvironmentFault
from checkin.domain.translation import say
from checkin.paths import put_if_absent
from db import backup
from db.engine import SMALLEST, open_connection, told

SQL = Path(__file__).parent / "migrations" / "sql"
_VERSIONS = "create table if not exists alembic_version(version_num varchar(32) not null primary key)"


def versions() -> list[str]:
    """The schema versions this program knows, oldest first; each is one file of SQL."""
    return sorted(p.stem for p in SQL.glob("[0-9]*.sql"))


def statements(version: str) -> list[str]:
    """The statements of one version; a trigger's body stays in one piece."""
    text = (SQL / f"{version}.sql").read_text("utf-8")
    text = re.sub(r"^\s*--.*$", "", text, flags=re.M)
    return [s.strip() for s in re.split(r";[ \t]*\n(?!\s*end)", text) if s.strip(" ;\n")]


def prepare(path: Path, key: bytes) -> None:
    """Make the database at `path`, or bring it to the newest schema.

    A new file gets every version's statements directly and its name last, so that it is there whole or not at all; an
    older one is copied beside itself first and migrated by Alembic; one of a newer program is refused.

    Raises:
        EnvironmentFault: a newer schema, a wrong key, or a file that is no database of ours.
    """
    if not path.exists():
        _make(path, key)
    if path.is_file() and path.stat().st_size < SMALLEST:
        raise EnvironmentFault(
            say("The database {path} is empty: all that was in it is gone.", path=path),
            say("Bring back the newest backup: checkin restore FILE. Without one, take this file away and start anew."),
        )
    with told(path), contextlib.closing(open_connection(path, key)) as connection:
        found = _version(connection)
    known = versions()
    if found == known[-1]:
        return
    if found is None:
        raise EnvironmentFault(
            say("{path} is no database of Check-in Desk.", path=path),
            say("Bring back a backup, or name another folder with --home DIR."),
        )
    if found not in known:
        raise EnvironmentFault(
            say("This data folder was made by a newer Check-in Desk (version {found} of its database).", found=found),
            say("Use the newer program, or another folder with --home DIR. Nothing was changed."),
        )
    # The online copy, not the file's: what was stored last may still lie in the file's journal.
    backup.copy(path, path.with_name(f"{path.stem}.before-{known[-1]}.{time.strftime('%Y%m%d-%H%M%S')}.db"), key)
    _upgrade(path, key)


def _version(connection: Any) -> str | None:
    exists = connection.execute("select 1 from sqlite_master where name = 'alembic_version'").fetchone()
    row = connection.execute("select version_num from alembic_version").fetchone() if exists else None
    return row[0] if row else None


def _make(path: Path, key: bytes) -> None:
    beside = path.with_name(f"{path.name}.{os.getpid()}-{os.urandom(4).hex()}.new")
    try:
        with told(path), contextlib.closing(open_connection(beside, key)) as connection:
            _create(connection, versions())
        put_if_absent(beside, path)
    except OSError as error:
        raise EnvironmentFault(
            say("The database {path} cannot be made: {cause}.", path=path, cause=error.strerror),
            say("Name another folder with --home DIR."),
        ) from error
    finally:
        for suffix in ("", "-wal", "-shm"):
            beside.with_name(beside.name + suffix).unlink(missing_ok=True)


def _create(connection: Any, known: list[str]) -> None:
    connection.isolation_level = None
    connection.execute("begin immediate")
    for version in known:
        for statement in statements(version):
            connection.execute(statement)
    connection.execute(_VERSIONS)
    connection.execute("insert into alembic_version values (?)", (known[-1],))
    connection.execute("commit")


def _upgrade(path: Path, key: bytes) -> None:
    import sqlcipher3.dbapi2 as driver
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import NullPool

    def bare() -> Any:
        # The driver begins no transaction before CREATE or ALTER; ours holds all statements of all versions.
        connection = open_connection(path, key)
        connection.isolation_level = None
        return connection

    engine = create_engine("sqlite://", creator=bare, module=driver, poolclass=NullPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    config = Config()
    config.set_main_option("script_location", str(SQL.parent))
    with told(path), engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
