"""Bringing a database file to this version's schema: made new, left alone, migrated after a copy, or refused."""

from __future__ import annotations

import re
import shutil
import time
from pathlib import Path
from typing import Any

from checkin.domain.errors import EnvironmentFault
from db.engine import open_connection, told

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

    A new file gets every version's statements directly; an older one is copied beside itself first and migrated by
    Alembic; one of a newer program is refused.

    Raises:
        EnvironmentFault: a newer schema, a wrong key, or a file that is no database.
    """
    with told():
        connection = open_connection(path, key)
        try:
            found = _version(connection)
            known = versions()
            if found == known[-1]:
                return
            if found is None:
                _create(connection, known)
                return
        finally:
            connection.close()
    if found not in known:
        raise EnvironmentFault(
            f"This data folder was made by a newer Check-in Desk (version {found} of its database).",
            "Use the newer program, or another folder with --home DIR. Nothing was changed.",
        )
    copy = path.with_name(f"{path.stem}.before-{known[-1]}.{time.strftime('%Y%m%d-%H%M%S')}.db")
    shutil.copy2(path, copy)
    _upgrade(path, key)


def _version(connection: Any) -> str | None:
    exists = connection.execute("select 1 from sqlite_master where name = 'alembic_version'").fetchone()
    row = connection.execute("select version_num from alembic_version").fetchone() if exists else None
    return row[0] if row else None


def _create(connection: Any, known: list[str]) -> None:
    connection.isolation_level = None
    connection.execute("begin immediate")
    if _version(connection) is not None:
        # Another program made it while we waited for the lock.
        connection.execute("rollback")
        return
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
    from sqlalchemy import create_engine
    from sqlalchemy.pool import NullPool

    engine = create_engine("sqlite://", creator=lambda: open_connection(path, key), module=driver, poolclass=NullPool)
    config = Config()
    config.set_main_option("script_location", str(SQL.parent))
    with told(), engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
