"""Decides which codes of a camera's pictures are presented: each once, one at a time, held in the middle."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from checkin.devices.engines import Found
from checkin.devices.middle import is_inside, marked_middle

ABSENT_S = 1.0
"""A code that was not seen for so long has left the picture. Readers miss single frames of a code that is there; a
second is more than thirty of them, and less than a person needs to hand on a badge."""

AGAIN_S = 5.0
"""A code that stays in the picture passes again after so long: somebody holds it up a second time on purpose."""


@dataclass(frozen=True, slots=True)
class GateVerdict:
    """What one picture means. `passed`: the code to judge now. `several`: codes seen together, to be ticked by hand;
    filled once per gathering."""

    passed: str | None = None
    several: tuple[str, ...] = ()


class ScanGate:
    """Remembers what was seen when. `is_ours` tells codes that could be a badge or ticket from foreign ones."""

    def __init__(self, is_ours: Callable[[str], bool], *, absent_s: float = ABSENT_S, again_s: float = AGAIN_S) -> None:
        self._is_ours = is_ours
        self._absent_s = absent_s
        self._again_s = again_s
        self._seen: dict[str, float] = {}
        self._passed: dict[str, float] = {}
        self._gathered: frozenset[str] = frozenset()

    def look(self, found: Sequence[Found], size: tuple[int, int], now: float) -> GateVerdict:
        """Judge one picture of `size` (width, height), taken at `now` (seconds, any steady clock)."""
        self._forget(now)
        box = marked_middle(*size)
        ours = {f.text for f in found if is_inside(f.centre, box) and self._is_ours(f.text)}
        self._seen.update(dict.fromkeys(ours, now))
        if len(ours) > 1:
            return self._several(ours)
        if not ours or self._gathered:
            return GateVerdict()
        code = ours.pop()
        if code in self._passed and now - self._passed[code] < self._again_s:
            return GateVerdict()
        self._passed[code] = now
        return GateVerdict(passed=code)

    def _several(self, ours: set[str]) -> GateVerdict:
        known = ours <= self._gathered
        self._gathered |= ours
        return GateVerdict() if known else GateVerdict(several=tuple(sorted(self._gathered)))

    def _forget(self, now: float) -> None:
        """Let go of codes that have left the picture, and of a gathering when only one of it is left."""
        self._seen = {code: at for code, at in self._seen.items() if now - at < self._absent_s}
        self._passed = {code: at for code, at in self._passed.items() if code in self._seen}
        # A reader that misses one of two codes for a frame must not admit the other.
        self._gathered = self._gathered & self._seen.keys()
        if len(self._gathered) < 2:
            self._gathered = frozenset()
