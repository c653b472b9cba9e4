"""Copies of the database by SQLite's own online copy: whole at any moment, encrypted with the same key."""

from __future__ import annotations

import contextlib
import errno
import os
import time
from pathlib import Path
from typing import Any

from checkin.domain.errors import EnvironmentFault, StorageFull, UserError
from checkin.domain.translation import say
from db.engine import DAMAGED, QUIET, SMALLEST, explained, open_connection, result_code, told

_DAMAGE = (1, 11, 26)
"""SQLITE_ERROR (a damaged search index cannot be loaded), SQLITE_CORRUPT, SQLITE_NOTADB."""

KEEP = 24
"""So many automatic copies stay; older ones make room."""


def copy(source: Path, target: Path, key: bytes) -> int:
    """Copy the database, written beside and renamed; other programs may go on writing. Returns the copy's bytes.

    Raises:
        StorageFull: there is no room for it; what was begun is gone again.
        EnvironmentFault: the folder cannot be written, or `source` is damaged.
    """
    with told(source), contextlib.closing(open_connection(source, key)) as old:
        return _written(old, target, key)


def _written(old: Any, target: Path, key: bytes) -> int:
    beside = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with told(beside), contextlib.closing(_bare(beside, key)) as new:
            old.backup(new)
            new.execute("PRAGMA journal_mode=DELETE")
            # Of a damaged page the driver copies zeros and says nothing; such a copy must push out no good one.
            if not _is_whole(new, "quick_check"):
                raise EnvironmentFault(*map(say, DAMAGED))
        _flush(beside)
        beside.replace(target)
        return target.stat().st_size
    except OSError as error:
        raise _unwritten(target, error) from error
    finally:
        for suffix in ("", "-journal"):
            # Where no folder could be made there is nothing to take away; the reason is being told already.
            with contextlib.suppress(OSError):
                beside.with_name(beside.name + suffix).unlink(missing_ok=True)


def _unwritten(target: Path, error: OSError) -> EnvironmentFault:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StorageFull(
            say("The disk is full."),
            say("{file} was not written. Free some space, then do it again.", file=target.name),
        )
    return EnvironmentFault(
        say("{target} cannot be written: {cause}.", target=target, cause=error.strerror),
        say("Close it in other programs, or choose another folder."),
    )


def _bare(path: Path, key: bytes) -> Any:
    import sqlcipher3.dbapi2 as driver

    connection = driver.connect(str(path))
    connection.execute(QUIET)
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
    """Put a copy in the database's place; what was there is kept beside it, damaged or not. `source` is only read.

    Raises:
        UserError: the file is no copy of a database that this key opens.
        StorageFull: there is no room; the database is what it was.
    """
    if not source.is_file():
        raise UserError(say("There is no file {source}.", source=source), say("Name a file of the backups folder."))
    if database.exists() and source.samefile(database):
        raise UserError(
            say("{source} is the database itself.", source=source), say("Name a file of the backups folder.")
        )
    check(source, key)
    kept = database.with_name(f"{database.stem}.before-restore.{time.strftime('%Y%m%d-%H%M%S')}.db")
    if database.exists() and not _is_damaged(database, key):
        copy(database, kept, key)
        with (
            told(database),
            contextlib.closing(_bare(source, key)) as old,
            contextlib.closing(open_connection(database, key)) as new,
        ):
            old.backup(new)
        return
    beside = database.with_name(f"{database.name}.{os.getpid()}.restored")
    with told(source), contextlib.closing(_bare(source, key)) as old:
        _written(old, beside, key)
    _exchange(beside, database, kept)


def _exchange(beside: Path, database: Path, kept: Path) -> None:
    """What was there gets other names, byte for byte, and the finished copy its place."""
    try:
        for suffix in ("-wal", "-shm", ""):
            old = database.with_name(database.name + suffix)
            if old.exists():
                old.rename(kept.with_name(kept.name + suffix))
        beside.rename(database)
    except OSError as error:
        raise _unwritten(database, error) from error


def _is_damaged(database: Path, key: bytes) -> bool:
    """Whether the file cannot be read as it should. A full disk or another program's lock is no damage: it raises."""
    import sqlcipher3.dbapi2 as driver

    if database.stat().st_size < SMALLEST:
        return True
    try:
        with contextlib.closing(open_connection(database, key)) as connection:
            return not _is_whole(connection, "integrity_check")
    except driver.Error as error:
        if result_code(error) in _DAMAGE:
            return True
        raise explained(error, database) from error


def _is_whole(connection: Any, pragma: str) -> bool:
    """What SQLite's own check says; `integrity_check` compares indexes too and takes longer than `quick_check`."""
    import sqlcipher3.dbapi2 as driver

    try:
        return bool(connection.execute(f"PRAGMA {pragma}(1)").fetchone()[0] == "ok")
    except driver.Error as error:
        if result_code(error) in _DAMAGE:
            return False
        raise


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
            say("{file} is no backup that this computer can open.", file=path.name),
            say("A backup opens with the key of the desk that made it: put its secret.key into the data folder."),
        ) from error
    if whole != "ok":
        raise UserError(say("{file} is damaged.", file=path.name), say("Take an older backup."))
