"""Where a person is: their entries and exits at each door, folded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checkin.domain.act import Fact
from checkin.domain.kinds import ENTERS, LEAVES

_IN = frozenset(ENTERS.values())
_OUT = frozenset(LEAVES.values())


def fold_doors(alive: Sequence[Fact], conflicts: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Per door: `open` [[act, at ms, day, hlc]] (entries of the newest day that no exit closed, the check-in first),
    `first` [act, at], `last_at`, `out_at` (of the last exit, or None), `n` entries, `days` {day: [act, at]}.

    An exit closes the entries it names, else the latest open one before it. An entry may name earlier ones that it
    knowingly follows (after the day was closed); it closes these. Two open entries that do not know each other are
    the conflict `admitted_twice`: both stay, the first by (hlc, act id) is the check-in.
    """
    moves = [f for f in alive if f.kind in _IN or f.kind in _OUT]
    # Named before anything is walked: a reference holds whatever the clocks say.
    closed = {ref for f in moves for ref in f.body.get("refs", ())}
    doors: dict[str, dict[str, Any]] = {}
    running: dict[str, list[Fact]] = {}
    for f in moves:
        door = f.body["door"]
        entry = doors.setdefault(door, {"open": [], "first": None, "last_at": 0, "out_at": None, "n": 0, "days": {}})
        open_now = running.setdefault(door, [])
        at = f.body["at"]
        entry["last_at"] = max(entry["last_at"], at)
        if f.kind in _IN:
            entry["n"] += 1
            entry["days"].setdefault(f.body["day"], [f.act_id, at])
            if entry["first"] is None:
                entry["first"] = [f.act_id, at]
            if f.act_id not in closed:
                open_now.append(f)
        else:
            entry["out_at"] = max(entry["out_at"] or 0, at)
            if not f.body.get("refs") and open_now:
                open_now.pop()
    for door, entry in doors.items():
        _close(door, entry, running[door], conflicts)
    return doors


def _close(door: str, entry: dict[str, Any], open_now: list[Fact], conflicts: list[dict[str, Any]]) -> None:
    newest = max((f.body["day"] for f in open_now), default="")
    entry["open"] = [[f.act_id, f.body["at"], f.body["day"], f.hlc] for f in open_now if f.body["day"] == newest]
    if len(entry["open"]) > 1:
        acts = [e[0] for e in entry["open"]]
        conflicts.append({"kind": "admitted_twice", "door": door, "entries": sorted(acts)})
