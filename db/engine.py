"""The encrypted database file: opening it, transactions, and what its failures mean in plain words."""

from __future__ import annotations

import contextlib
import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from checkin.domain.errors import CheckinError, EnvironmentFault, StorageBusy, StorageFull
from checkin.domain.translation import mark, say

_USUAL_KIB, WIDE_KIB = 32_000, 44_000
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    # Without it INSERT OR REPLACE would delete a row behind the back of the append-only triggers.
    "PRAGMA recursive_triggers=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA fullfsync=ON",
    "PRAGMA checkpoint_fullfsync=ON",
    "PRAGMA temp_store=MEMORY",
    f"PRAGMA cache_size=-{_USUAL_KIB}",
)
_ALONE = "PRAGMA locking_mode=EXCLUSIVE"
_ALONE_WAIT_MS = 30
QUIET = "PRAGMA cipher_log_level=NONE"
"""A wrong key or a damaged page is told by us in a sentence; SQLCipher would write lines of its own beside it."""

NEXT_TO_NOTHING = 64 * 1024
"""Bytes. A disk with less is full: the journal's shared index alone takes 32 KiB."""
SMALLEST = 512
"""Bytes. SQLite takes a smaller file for an empty one and would begin a new database in it."""

__all__ = [
    "PRAGMAS",
    "QUIET",
    "SMALLEST",
    "Connection",
    "Database",
    "explained",
    "is_full",
    "open_connection",
    "told",
    "wide",
]


class Database:
    """One encrypted SQLite file. `write()` begins with BEGIN IMMEDIATE, so that read, decide and write are one;
    `read()` takes no lock. Both raise EnvironmentFault with advice instead of the driver's errors.

    Args:
        path: the file.
        key: 32 random bytes, handed to SQLCipher raw.
        wait_seconds: how long another program's lock is waited for.
    """

    def __init__(self, path: Path, key: bytes, *, wait_seconds: float = 10.0) -> None:
        self.path = path
        self._key = key
        self._wait_ms = int(wait_seconds * 1000)
        self._alone = False
        self._engine = create_engine(
            "sqlite://", creator=self._connect, module=driver, poolclass=QueuePool, pool_size=4, max_overflow=4
        )

        @event.listens_for(self._engine, "begin")
        def _begin(connection: Connection) -> None:
            mode = connection.get_execution_options().get("begin", "BEGIN IMMEDIATE")
            connection.exec_driver_sql(mode)

    def _connect(self) -> Any:
        connection = open_connection(self.path, self._key, self._wait_ms)
        connection.isolation_level = None
        self._alone = connection.execute("PRAGMA locking_mode").fetchone()[0] == "exclusive"
        return connection

    @contextlib.contextmanager
    def _connected(self, begin: str) -> Iterator[Connection]:
        with told(self.path), self._engine.connect() as connection:
            connection.execution_options(begin=begin)
            try:
                with connection.begin():
                    yield connection
            finally:
                if self._alone:
                    # It shuts everybody else out; the next one may find room again.
                    connection.invalidate()

    @contextlib.contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction that holds the write lock from its first statement; committed when the block ends."""
        with self._connected("BEGIN IMMEDIATE") as connection:
            yield connection

    @contextlib.contextmanager
    def read(self) -> Iterator[Connection]:
        """One consistent look at the database, without any lock."""
        with self._connected("BEGIN") as connection:
            yield connection

    def close(self) -> None:
        """Close every connection; the file is whole whether or not this is reached."""
        self._engine.dispose()


@contextlib.contextmanager
def wide(connection: Connection) -> Iterator[None]:
    """Give a transaction a large page cache: an import of 100,000 people touches every page of a dozen indexes over
    and over, and each page that does not stay in memory is decrypted again.
    """
    connection.exec_driver_sql(f"PRAGMA cache_size=-{WIDE_KIB}")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size=-{_USUAL_KIB}")
        connection.exec_driver_sql("PRAGMA shrink_memory")


def open_connection(path: Path, key: bytes, wait_ms: int = 10_000) -> Any:
    """A bare driver connection to the encrypted file with the product's pragmas.

    A full disk has no room for the index that programs share; then this connection keeps it in its own memory and
    has the file to itself (`PRAGMA locking_mode` answers `exclusive`), so that what is stored can still be read.

    Raises:
        driver.DatabaseError: the key is wrong, or the file is no database.
    """
    try:
        return _opened(path, key, wait_ms, PRAGMAS)
    except driver.OperationalError as error:
        if result_code(error) != driver.SQLITE_IOERR:
            raise
    return _opened_alone(path, key, time.monotonic() + wait_ms / 1000)


def _opened_alone(path: Path, key: bytes, until: float) -> Any:
    while True:
        try:
            return _opened(path, key, _ALONE_WAIT_MS, (_ALONE, *PRAGMAS))
        except driver.OperationalError as error:
            if result_code(error) != driver.SQLITE_BUSY or time.monotonic() > until:
                raise
        # Two that both began to read would wait for each other for ever: each lets go, and one is quicker.
        time.sleep(random.uniform(0.002, 0.02))


def _opened(path: Path, key: bytes, wait_ms: int, pragmas: tuple[str, ...]) -> Any:
    connection = driver.connect(str(path), check_same_thread=False, timeout=wait_ms / 1000)
    try:
        connection.execute(QUIET)
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in pragmas:
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


@contextlib.contextmanager
def told(path: Path | None = None) -> Iterator[None]:
    """Turn what the driver raises into a sentence with advice; our own errors pass.

    Args:
        path: a file on the disk that is meant, to tell a full disk from a broken one.
    """
    try:
        yield
    except CheckinError:
        raise
    except (DBAPIError, driver.Error) as error:
        raise explained(error, path) from error


def explained(error: Exception, path: Path | None = None) -> EnvironmentFault:
    """What a driver's error means for the person at the desk, by SQLite's result code."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    family = result_code(cause)
    if family in (driver.SQLITE_BUSY, driver.SQLITE_LOCKED):
        return StorageBusy(
            say("Another program is using the database."),
            say("Nothing was stored for this act. Close other copies of Check-in Desk, or wait a moment."),
        )
    unwritten = family in (driver.SQLITE_IOERR, driver.SQLITE_CANTOPEN)
    if family == driver.SQLITE_FULL or (unwritten and path and is_full(path)):
        return StorageFull(
            say("The disk is full."),
            say("Nothing was stored for this act. Free some space (the rubbish bin, downloads)."),
        )
    if family in _SENTENCES:
        return EnvironmentFault(*map(say, _SENTENCES[family]))
    if type(cause).__name__ not in ("OperationalError", "DatabaseError"):
        raise error
    return EnvironmentFault(
        say("The database answered: {cause}.", cause=cause), say("Try again; if it stays, bring back a backup.")
    )


def result_code(error: BaseException | None) -> int:
    """SQLite's primary result code of a driver's error, 0 when it has none.

    The driver leaves the code out where a copy fails (`Connection.backup`); then SQLite's own words for it tell.
    """
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        return int(code) & 0xFF
    text = str(error).lower()
    return next((found for words, found in _WORDS.items() if words in text), 0)


def is_full(path: Path) -> bool:
    """Whether the disk that `path` lies on has next to nothing left."""
    try:
        return shutil.disk_usage(path.parent).free < NEXT_TO_NOTHING
    except OSError:
        return False


_WORDS = {
    "disk is full": driver.SQLITE_FULL,
    "is locked": driver.SQLITE_BUSY,
    "malformed": driver.SQLITE_CORRUPT,
    "not a database": driver.SQLITE_NOTADB,
    "disk i/o": driver.SQLITE_IOERR,
    "readonly": driver.SQLITE_READONLY,
    "unable to open": driver.SQLITE_CANTOPEN,
}
_UNWRITABLE = (
    mark("The data folder cannot be written."),
    mark("Choose another folder with --home, or give yourself write access."),
)
DAMAGED = (
    mark("The database file is damaged."),
    mark("Keep a copy of the folder, then bring back the newest backup: checkin restore FILE."),
)
_SENTENCES = {
    driver.SQLITE_READONLY: _UNWRITABLE,
    driver.SQLITE_PERM: _UNWRITABLE,
    driver.SQLITE_CANTOPEN: _UNWRITABLE,
    driver.SQLITE_NOTADB: (
        mark("The database cannot be opened: this key does not fit it, or its beginning is damaged."),
        mark("Put the secret.key that belongs to it beside it, or bring back a backup: checkin restore FILE."),
    ),
    driver.SQLITE_CORRUPT: DAMAGED,
    driver.SQLITE_IOERR: (
        mark("The disk did not read or write the database."),
        mark("Look whether the disk is still there, keep a copy of the folder, then start again."),
    ),
}
