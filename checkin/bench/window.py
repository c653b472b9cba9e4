"""Start of the window, beside a bare Qt window with the same modules imported; each in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from checkin.bench.figure import Figure, middle

_TURNS = 5


def window_figures(home: Path) -> list[Figure]:
    """Seconds until the window shows the list's figures, and the megabytes that takes; medians."""
    ours: list[dict[str, float]] = []
    bare: list[dict[str, float]] = []
    for _ in range(_TURNS):
        ours.append(_shown("ours", home))
        bare.append(_shown("bare", home))
    told = "a bare PySide6 window in a process with the same modules imported"
    return [
        Figure("window shown with the list loaded", middle([x["seconds"] for x in ours]), "s",
               middle([x["seconds"] for x in bare]), told),
        Figure("window memory", middle([x["mb"] for x in ours]), "MB", middle([x["mb"] for x in bare]), told),
    ]  # fmt: skip


def _shown(kind: str, home: Path) -> dict[str, float]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    argv = [sys.executable, "-m", "checkin.bench.window_shown", kind, str(home), repr(time.time())]
    done = subprocess.run(argv, env=environment, capture_output=True, text=True, timeout=120, check=True)
    told: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return told
