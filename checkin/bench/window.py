"""Start, waits and verdicts of the window beside a bare Qt window; each in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from checkin.bench.figure import Figure, middle

_TURNS, _WAITS = 5, 3


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


def waiting_figures() -> list[Figure]:
    """The longest that the window was away from its event loop, and the slowest verdict of each size; medians."""
    waits = [_own_process("checkin.bench.window_waits") for _ in range(_WAITS)]
    idle = "the longest beat of a bare PySide6 window that has nothing to do"
    longest = Figure("window waits, longest", middle([w["longest"] for w in waits]), "ms",
                     middle([w["idle"] for w in waits]), idle)  # fmt: skip
    own = replace(longest, name="window waits, longest, a core always free", value=middle([w["own"] for w in waits]))
    return [longest, own, *_verdict_figures(_own_process("checkin.bench.verdict_paint"))]


def _verdict_figures(sizes: dict[str, dict[str, dict[str, float]]]) -> list[Figure]:
    found = []
    for size, times in sizes.items():
        floor = times.pop("floor")["median"]
        slowest = max(each["median"] for each in times.values())
        name = f"window paints the slowest of {len(times)} verdicts, {size}"
        found.append(Figure(name, slowest, "ms", floor, "an area of the verdict's size filled with one colour"))
    return found


def _shown(kind: str, home: Path) -> dict[str, float]:
    told: dict[str, float] = _own_process("checkin.bench.window_shown", kind, str(home), repr(time.time()))
    return told


def _own_process(module: str, *words: str) -> Any:
    """What a module of the bench tells in the last line that it prints."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    argv = [sys.executable, "-m", module, *words]
    done = subprocess.run(argv, env=environment, capture_output=True, text=True, timeout=300, check=True)
    return json.loads(done.stdout.strip().splitlines()[-1])
