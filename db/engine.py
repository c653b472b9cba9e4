"""The encrypted database file: opening it, transactions, and what its failures mean in plain words."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from checkin.domain.errors import CheckinError, EnvironmentFault, StorageBusy, StorageFull

PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA fullfsync=ON",
    "PRAGMA checkpoint_fullfsync=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-32000",
)


__all__ = ["PRAGMAS", "Connection", "Database", "explained", "open_connection", "told"]


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
        return connection

    @contextlib.contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction that holds the write lock from its first statement; committed when the block ends."""
        with told(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextlib.contextmanager
    def read(self) -> Iterator[Connection]:
        """One consistent look at the database, without any lock."""
        with told(), self._engine.connect() as connection:
            connection.execution_options(begin="BEGIN")
            with connection.begin():
                yield connection

    def data_version(self) -> int:
        """A number that changes when another program has committed."""
        with told(), self._engine.connect() as connection:
            connection.execution_options(begin="BEGIN")
            with connection.begin():
                return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())

    def close(self) -> None:
        """Close every connection; the file is whole whether or not this is reached."""
        self._engine.dispose()


def open_connection(path: Path, key: bytes, wait_ms: int = 10_000) -> Any:
    """A bare driver connection to the encrypted file with the product's pragmas.

    Raises:
        driver.DatabaseError: the key is wrong, or the file is no database.
    """
    connection = driver.connect(str(path), check_same_thread=False, timeout=wait_ms / 1000)
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in PRAGMAS:
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


@contextlib.contextmanager
def told() -> Iterator[None]:
    """Turn what the driver raises into a sentence with advice; our own errors pass."""
    try:
        yield
    except CheckinError:
        raise
    except (DBAPIError, driver.Error) as error:
        raise explained(error) from error


def explained(error: Exception) -> EnvironmentFault:
    """What a driver's error means for the person at the desk."""
    text = str(error.orig if isinstance(error, DBAPIError) else error).lower()
    if "locked" in text or "busy" in text:
        return StorageBusy(
            "Another program is using the database.",
            "Nothing was stored for this act. It is tried again by itself; close other copies of Check-in Desk.",
        )
    if "disk is full" in text or "disk full" in text:
        return StorageFull(
            "The disk is full.",
            "Nothing was stored for this act. Free some space (the rubbish bin, downloads), then do it again.",
        )
    if "readonly" in text or "read-only" in text or "unable to open" in text:
        return EnvironmentFault(
            "The data folder cannot be written.", "Choose another folder with --home, or give yourself write access."
        )
    if "not a database" in text:
        return EnvironmentFault(
            "The database cannot be opened with the key of this computer.",
            "Put the secret.key that belongs to it beside it, or bring back a backup: checkin restore FILE.",
        )
    if "malformed" in text or "corrupt" in text or "disk i/o" in text:
        return EnvironmentFault(
            "The database file is damaged.",
            "Keep a copy of the folder, then bring back the newest backup: checkin restore FILE.",
        )
    if isinstance(error, DBAPIError) and type(error.orig).__name__ not in ("OperationalError", "DatabaseError"):
        raise error
    return EnvironmentFault(f"The database answered: {text}.", "Try again; if it stays, bring back a backup.")
