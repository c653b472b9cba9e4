"""A print queue that can jam: in place of CUPS stands a program called `lp` that writes down what it printed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

QUEUE = "desk-label"
_LP = """#!/bin/sh
cat > /dev/null
if [ -e '{folder}/jam' ]; then
  echo 'lp: Destination "{queue}" is not accepting jobs.' >&2
  exit 1
fi
while [ "$1" != -t ]; do shift; done
echo "$2" >> '{folder}/printed'
echo "request id is {queue}-1 (1 file(s))"
"""


class JammingPrinter:
    """Stands first in the PATH; the jam is a file beside it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        folder.mkdir()
        self._folder = folder
        program = folder / "lp"
        program.write_text(_LP.format(folder=folder, queue=QUEUE), encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")

    def jam(self) -> None:
        """Take no job from now on."""
        (self._folder / "jam").touch()

    def free(self) -> None:
        """Somebody pulled the label out."""
        (self._folder / "jam").unlink()

    @property
    def printed(self) -> list[str]:
        """The codes on the badges that came out, in their order."""
        paper = self._folder / "printed"
        lines = paper.read_text(encoding="utf-8").splitlines() if paper.exists() else []
        return [line.removeprefix("badge ") for line in lines]
