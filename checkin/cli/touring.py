"""`demo --tour`: the real window offscreen for a moment; it admits three badges that the simulated camera shows.

Qt is not imported here: the tour itself runs in a process of its own, which this command waits for.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from checkin.cli.context import Context
from checkin.cli.setting_up import demo_json
from checkin.domain.errors import EnvironmentFault

BADGES = 3
LONGEST_S = 90.0


def tour(context: Context) -> int:
    """Show the demo without a display and tell in plain words what happened."""
    started = time.monotonic()
    if context.home.database.exists() and context.desk.has_event:
        made = context.demo.told()
        if len(made.sample) < BADGES:
            context.desk.close()
            shutil.move(context.home.root, f"{context.home.root}.full.{time.strftime('%Y%m%d-%H%M%S')}")
            context.reopen()
            made = context.demo.make(context.words.attendees, context.words.seed)
    else:
        made = context.demo.make(context.words.attendees, context.words.seed)
    context.desk.close()
    shown = window_tour(context.home.root, list(made.sample[:BADGES]))
    value = {**demo_json(made), "seconds": round(time.monotonic() - started, 2), "tour": shown}
    context.answers.say(value, _words(made.event, made.attendees, shown))
    return 0 if shown["outcomes"] == ["admitted"] * BADGES else 1


def window_tour(home: Path, codes: list[str]) -> dict[str, Any]:
    """The window of a home off screen until the simulated camera has shown it `codes`: what came of it, and the files.

    Raises:
        EnvironmentFault: the window did not open, or did not finish.
    """
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    argv = [sys.executable, "-m", "checkin.tour", str(home), *codes]
    try:
        done = subprocess.run(argv, env=environment, capture_output=True, text=True, timeout=LONGEST_S, check=False)
    except subprocess.TimeoutExpired as error:
        raise EnvironmentFault(
            "The window did not finish the tour in time.", "Try again on a quieter computer."
        ) from error
    if done.returncode != 0 or not done.stdout.strip():
        last = (done.stderr.strip().splitlines() or ["no words"])[-1]
        raise EnvironmentFault(
            f"The window could not be shown: {last}.",
            "Run `python3 start.py setup` once more; it names what is missing.",
        )
    told: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return told


def _words(event: str, attendees: int, shown: dict[str, Any]) -> str:
    lines = [
        f"{event}: {attendees} invented people (demo data).",
        "The window opened without a display, and the simulated camera showed three badges:",
        *(f"  {name}: {outcome}" for name, outcome in zip(shown["names"], shown["outcomes"], strict=False)),
        f"A picture of the window: {shown['picture']}",
        f"A badge, ready to print: {shown['badge']}",
        f"The attendance so far:   {shown['export']}",
    ]
    return "\n".join(lines)
