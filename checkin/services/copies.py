"""Copies of the database as the window needs them: the newest one, and one brought back while the desk is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from checkin.paths import Home
from checkin.services.care import BackupResult, restore
from checkin.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy on disk: its file, its size, and when it was made (aware, in this computer's zone)."""

    file: Path
    bytes: int
    at: datetime


def newest_copy(home: Home) -> Copy | None:
    """The newest copy among the home's own; None when there is none."""
    found = [copy_at(path) for path in home.backups.glob("*.db")]
    return max(found, key=lambda copy: copy.at, default=None)


def copy_at(file: Path) -> Copy:
    """What is known of a copy without opening it.

    Raises:
        OSError: the file is gone.
    """
    about = file.stat()
    return Copy(file, about.st_size, datetime.fromtimestamp(about.st_mtime).astimezone())


def restore_into(desk: Desk, file: Path) -> BackupResult:
    """Put a copy in the place of what an open desk has; what it had is kept beside.

    The desk keeps the name it has now and goes on as a new station: what it remembered of itself is read anew before
    this returns, so that no act is written in the name of the station before. Run it where acts run, that none comes
    between.

    Raises:
        UserError: the file is no copy that this home's key opens.
    """
    label = desk.founded.label if desk.founded else ""
    done = restore(desk.home, file)
    desk.forget_programme()
    if label:
        desk.rename(label)
    else:
        desk.found()
    return done
