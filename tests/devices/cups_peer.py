"""The private CUPS server of the peers, started for the tests of one module."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

TOOL = Path(__file__).parents[2].parent / "shared" / "peers" / "cups" / "cups_up"


class CupsPeer:
    """cups_up of one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.socket = folder / "run" / "cups.sock"

    def do(self, *words: str) -> str:
        # The system's Python: CUPS copies its path into the backend, and user lp may not enter our environment.
        python = shutil.which("python3", path="/usr/bin:/bin") or sys.executable
        command = [python, str(TOOL), "--dir", str(self.folder), *words]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
        return done.stdout

    def printed(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.do("printed").splitlines()]

    def until(self, holds: Callable[[], Any], seconds: float = 15.0) -> Any:
        limit = time.monotonic() + seconds
        while not (value := holds()):
            assert time.monotonic() < limit, f"waited in vain; printed: {self.printed()}"
            time.sleep(0.1)
        return value


def _missing() -> list[str]:
    missing = [n for n in ("lp", "lpstat") if shutil.which(n) is None]
    if not Path("/usr/sbin/cupsd").exists() and shutil.which("cupsd") is None:
        missing.append("cupsd")
    return missing


def _install() -> None:
    """A fresh CI machine has no CUPS: the peer's own script brings it."""
    for words in (["apt-get", "update", "-qq"], [sys.executable, str(TOOL), "install"]):
        subprocess.run(words, capture_output=True, timeout=600, check=False)


def running_cups() -> Iterator[CupsPeer]:
    missing = _missing()
    if missing and TOOL.exists() and os.environ.get("CI") == "true" and os.geteuid() == 0:
        _install()
        missing = _missing()
    if not TOOL.exists() or missing:
        words = f"no CUPS to test against: {TOOL if not TOOL.exists() else missing}"
        if os.environ.get("CI") == "true":
            pytest.fail(words)
        pytest.skip(words)
    folder = Path(tempfile.mkdtemp(prefix="cu", dir="/tmp"))
    folder.chmod(0o755)
    peer = CupsPeer(folder)
    try:
        peer.do("up")
        yield peer
    finally:
        peer.do("down")
        shutil.rmtree(folder, ignore_errors=True)
