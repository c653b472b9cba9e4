"""Where the parts of a working copy lie, and how setting up speaks to the person."""

import os
import sys
from pathlib import Path
from typing import NamedTuple

BIN, SUFFIX = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")


class Stop(Exception):
    """Setting up cannot go on: a sentence, and what to do."""

    def __init__(self, sentence: str, advice: str) -> None:
        super().__init__(f"{sentence}\n{advice}")


class Project(NamedTuple):
    """A working copy of Check-in Desk."""

    root: Path

    @classmethod
    def of(cls, start: str) -> "Project":
        """The working copy whose start.py this is."""
        return cls(Path(start).resolve().parent)

    @property
    def venv(self) -> Path:
        """The Python environment that setting up makes."""
        return self.root / ".venv"

    @property
    def stamp(self) -> Path:
        """The file that tells what .venv was made from."""
        return self.venv / "start-stamp"

    @property
    def unfinished(self) -> Path:
        """A mark that is there while .venv is being made or changed: a set-up that was cut short leaves it."""
        return self.venv / "start-unfinished"

    @property
    def scratch(self) -> Path:
        """What setting up keeps for itself: a lock and a log."""
        return self.root / ".start"

    @property
    def log(self) -> Path:
        """All output of the last set-up's commands."""
        return self.scratch / "setup.log"

    @property
    def python(self) -> Path:
        """The interpreter of .venv."""
        return self.venv / BIN / f"python{SUFFIX}"

    @property
    def program(self) -> Path:
        """The installed `checkin`."""
        return self.venv / BIN / f"checkin{SUFFIX}"

    def lock(self, kind: str) -> Path:
        """The lock file of `run` (the program) or `dev` (the program and the tools of the checks)."""
        return self.root / "requirements" / f"{kind}.lock"


def say(text: str) -> None:
    """Tell the person; on stderr, because stdout belongs to `checkin` and to pytest."""
    print(text, file=sys.stderr, flush=True)
