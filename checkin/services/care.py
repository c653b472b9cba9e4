"""Care of the data: is everything whole, copies, and bringing a copy back."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from checkin.domain.errors import UserError
from checkin.domain.ids import uuid7
from checkin.domain.translation import say
from checkin.paths import Home
from checkin.secrets import database_key
from checkin.services.desk import Desk
from db import backup, identity, verify
from db.engine import Database
from db.verify import Report

HOUR = 3600.0


@dataclass(frozen=True, slots=True)
class BackupResult:
    """A copy that was made or brought back, and how many acts it holds."""

    file: Path
    bytes: int
    entries: int


class CareService:
    """Verify and backup of an opened desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def verify(self, *, signatures: bool = False) -> Report:
        """Fold every act again and compare, walk the chains, and with `signatures` check each one."""
        with self._desk.database.read() as connection:
            return verify.verify(connection, signatures=signatures)

    def backup(self, out: Path | None = None) -> BackupResult:
        """Copy the database, to `out` or into the home's backups."""
        home = self._desk.home
        if out is None:
            file = backup.automatic(home.database, home.backups, self._desk.key)
        else:
            file = out
            if out.resolve() == home.database.resolve():
                raise UserError(
                    say("{out} is the database itself.", out=out), say("Name another file, best on another disk.")
                )
            backup.copy(home.database, out, self._desk.key)
        with self._desk.database.read() as connection:
            return BackupResult(file, file.stat().st_size, verify.acts(connection))

    def backup_when_due(self) -> BackupResult | None:
        """An automatic copy when the newest is older than an hour; None when it is not."""
        newest = max((p.stat().st_mtime for p in self._desk.home.backups.glob("checkin-*.db")), default=0.0)
        return self.backup() if time.time() - newest >= HOUR else None


def restore(home: Home, file: Path) -> BackupResult:
    """Put a copy in the place of the home's database, which is kept beside; this desk goes on as a new station.

    Raises:
        UserError: the file is no copy that this home's key opens.
    """
    home.make()
    key, _ = database_key(home)
    backup.restore(file, home.database, key)
    database = Database(home.database, key)
    try:
        with database.write() as connection:
            if identity.load(connection) is not None:
                identity.renew(connection, uuid7())
            entries = verify.acts(connection)
        return BackupResult(home.database, home.database.stat().st_size, entries)
    finally:
        database.close()
