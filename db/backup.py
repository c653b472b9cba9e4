"""Copies of the database by SQLite's own online copy: whole at any moment, encrypted with the same key."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path
from typing import Any

from checkin.domain.errors import UserError
from db.engine import open_connection, told

KEEP = 24
"""So many automatic copies stay; older ones make room."""


def copy(source: Path, target: Path, key: bytes) -> int:
    """Copy the database, written beside and renamed; other programs may go on writing. Returns the copy's bytes."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(target.name + ".part")
    beside.unlink(missing_ok=True)
    with told():
        with contextlib.closing(open_connection(source, key)) as old, contextlib.closing(_bare(beside, key)) as new:
            old.backup(new)
            new.execute("PRAGMA journal_mode=DELETE")
        _flush(beside)
        beside.replace(target)
    return target.stat().st_size


def _bare(path: Path, key: bytes) -> Any:
    import sqlcipher3.dbapi2 as driver

    connection = driver.connect(str(path))
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def automatic(database: Path, folder: Path, key: bytes) -> Path:
    """One more automatic copy in `folder`; only the newest `KEEP` stay."""
    target = folder / f"checkin-{time.strftime('%Y%m%d-%H%M%S')}.db"
    copy(database, target, key)
    for old in sorted(folder.glob("checkin-*.db"))[:-KEEP]:
        old.unlink(missing_ok=True)
    return target


def restore(source: Path, database: Path, key: bytes) -> None:
    """Put a copy in the database's place; the file that was there is kept beside it.

    Raises:
        UserError: the file is no copy of a database that this key opens.
    """
    if not source.is_file():
        raise UserError(f"There is no file {source}.", "Name a file of the backups folder.")
    check(source, key)
    if database.exists():
        kept = database.with_name(f"{database.stem}.before-restore.{time.strftime('%Y%m%d-%H%M%S')}.db")
        copy(database, kept, key)
    with (
        told(),
        contextlib.closing(open_connection(source, key)) as old,
        contextlib.closing(open_connection(database, key)) as new,
    ):
        old.backup(new)


def check(path: Path, key: bytes) -> None:
    """See that a file opens with `key` and is whole.

    Raises:
        UserError: it is not.
    """
    import sqlcipher3.dbapi2 as driver

    try:
        with contextlib.closing(_bare(path, key)) as connection:
            whole = connection.execute("pragma integrity_check").fetchone()[0]
            connection.execute("select count(*) from act").fetchone()
    except driver.Error as error:
        raise UserError(
            f"{path.name} is no backup that this computer can open.",
            "A backup opens with the key of the desk that made it: put its secret.key into the data folder.",
        ) from error
    if whole != "ok":
        raise UserError(f"{path.name} is damaged.", "Take an older backup.")
