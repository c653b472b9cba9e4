"""Where things lie: the data folder of a desk, and the resources that come with the program."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from checkin.domain.errors import EnvironmentFault
from checkin.domain.translation import say

_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "fuse.sshfs", "ncpfs", "9p", "afpfs", "webdav"})


@dataclass(frozen=True, slots=True)
class Home:
    """The data folder of one desk: database, key, backups, logs and printed PDFs."""

    root: Path

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.root / "checkin.db"

    @property
    def key(self) -> Path:
        """The database's key, when it is kept in a file."""
        return self.root / "secret.key"

    @property
    def backups(self) -> Path:
        """Copies of the database, the newest few."""
        return self.root / "backups"

    @property
    def logs(self) -> Path:
        """Log files: ids, kinds and durations, nobody's name."""
        return self.root / "logs"

    @property
    def prints(self) -> Path:
        """Badges that went to a PDF instead of a printer."""
        return self.root / "prints"

    def make(self) -> None:
        """Make the folder, for this user only.

        Raises:
            EnvironmentFault: it cannot be made, or lies on a network share.
        """
        try:
            self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            told = say("The data folder {root} cannot be made: {cause}.", root=self.root, cause=error.strerror)
            if os.path.isfile(self.root):
                told = say("The data folder {root} is a file.", root=self.root)
            raise EnvironmentFault(told, say("Name another one with --home DIR.")) from error
        kind = filesystem_of(self.root)
        if kind in _NETWORK:
            raise EnvironmentFault(
                say("The data folder {root} lies on a network share ({kind}).", root=self.root, kind=kind),
                say(
                    "A database on a share loses what is stored. Name a folder on this computer's own disk: --home DIR."
                ),
            )


def default_home() -> Path:
    """CHECKIN_HOME, else the platform's folder for user data."""
    named = os.environ.get("CHECKIN_HOME")
    if named:
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_data_dir("checkin-desk", appauthor=False))


def filesystem_of(folder: Path) -> str:
    """The kind of file system `folder` lies on, "" when the platform does not tell."""
    if sys.platform == "win32":
        return _windows_share(folder)
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return ""
    here = folder.resolve()
    best, kind = "", ""
    for line in mounts.read_text("utf-8", "surrogateescape").splitlines():
        point, found = line.split(" ")[1:3]
        point = point.replace("\\040", " ")
        if len(point) >= len(best) and here.is_relative_to(point):
            best, kind = point, found
    return kind


def _windows_share(folder: Path) -> str:
    import ctypes

    drive_remote = 4
    root = folder.resolve().anchor
    kind = ctypes.windll.kernel32.GetDriveTypeW(root)  # type: ignore[attr-defined,unused-ignore]
    return "cifs" if root.startswith("\\\\") or kind == drive_remote else ""


def put_if_absent(made: Path, target: Path) -> bool:
    """Give the finished file `made` the name `target` in one step, unless something bears it already (False).

    Two programs that start at once both make the file; one of them wins, and neither ever sees half of it.
    """
    try:
        os.link(made, target)
    except FileExistsError:
        return False
    except OSError:
        # A file system without links, such as a stick's FAT.
        if target.exists():
            return False
        made.rename(target)
        return True
    finally:
        made.unlink(missing_ok=True)
    return True


def resources() -> Path:
    """The folder of the program's data: fonts, icons, sounds, the demo event."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) / "resources" if frozen else Path(__file__).resolve().parents[1] / "resources"
