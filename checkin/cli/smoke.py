"""`--smoke`: the program tries itself in a folder of its own, from a list to an export, and tells what works."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

from checkin import __version__
from checkin.cli.answers import Answers
from checkin.cli.failures import explained
from checkin.cli.smoke_steps import Trial

Step = Callable[[Trial], dict[str, Any]]
STEPS: tuple[tuple[str, Step], ...] = (
    ("home", Trial.open_home),
    ("event", Trial.load_event),
    ("import", Trial.bring_in_list),
    ("badge", Trial.draw_badge),
    ("read", Trial.read_picture),
    ("scan", Trial.admit),
    ("window", Trial.open_window),
    ("export", Trial.write_exports),
    ("verify", Trial.verify),
)
"""In their order: each rests on the one before, so nothing is tried after one that did not work."""
PACKED: tuple[tuple[str, Step], ...] = (("packed", Trial.look_inside),)
"""What only a packed program can be asked."""


def smoke(answers: Answers) -> int:
    """Try every step and say how it went; 0 when all worked, else 1. No desk of anybody is touched."""
    packed = bool(getattr(sys, "frozen", False))
    steps = STEPS + PACKED if packed else STEPS
    trial = Trial()
    try:
        told = [*_tried(trial, steps)]
    finally:
        trial.close()
    value = {
        "ok": all(step["ok"] for step in told),
        "steps": told,
        "version": __version__,
        "packed": packed,
    }
    answers.say(value, _words(value))
    return 0 if value["ok"] else 1


def _tried(trial: Trial, steps: tuple[tuple[str, Step], ...]) -> Iterator[dict[str, Any]]:
    stopped = ""
    for name, step in steps:
        if stopped:
            error = f"Not tried, because “{stopped}” did not work."
            yield {"name": name, "ok": False, "ms": 0.0, "error": error, "advice": None, "facts": {}}
            continue
        told = _one(name, step, trial)
        stopped = "" if told["ok"] else name
        yield told


def _one(name: str, step: Step, trial: Trial) -> dict[str, Any]:
    began = time.perf_counter()
    facts: dict[str, Any] = {}
    sentence = advice = None
    try:
        facts = step(trial)
    # Whatever is missing in a packed program shows as an exception of any kind; each is told as its step's.
    except Exception as error:  # noqa: BLE001
        fault = explained(error)
        sentence, advice = fault.sentence, fault.advice
    ms = round((time.perf_counter() - began) * 1000, 1)
    return {"name": name, "ok": sentence is None, "ms": ms, "error": sentence, "advice": advice, "facts": facts}


def _words(value: dict[str, Any]) -> str:
    lines = []
    for step in value["steps"]:
        how = "worked" if step["ok"] else step["error"]
        lines.append(f"{step['name']:8}{step['ms']:8.0f} ms  {how}")
    seconds = sum(step["ms"] for step in value["steps"]) / 1000
    lines.append(f"Everything works ({seconds:.1f} s)." if value["ok"] else "Not everything works.")
    return "\n".join(lines)
