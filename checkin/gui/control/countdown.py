"""How much of long work is done and how long the rest takes, from how long it took so far."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

_KNOWN_FROM = 0.05
"""A rest is not guessed before this share is done."""


class Countdown:
    """Work of several phases, each with its share of the whole; they follow in the order of `shares`."""

    def __init__(self, shares: Sequence[tuple[str, float]], clock: Callable[[], float] = time.monotonic) -> None:
        self._shares = dict(shares)
        self._clock = clock
        self._began = clock()
        self.share = -1.0

    def move(self, phase: str, done: int, total: int) -> None:
        """So far is the work; with a total of 0 nobody knows how far that is."""
        if total <= 0 or phase not in self._shares:
            self.share = -1.0
            return
        before = 0.0
        for name, share in self._shares.items():
            if name == phase:
                break
            before += share
        # What was done does not become less, whatever is counted anew.
        self.share = max(self.share, before + self._shares[phase] * min(done / total, 1.0))

    @property
    def seconds_left(self) -> int | None:
        """Whole seconds, at least one; None while nobody knows."""
        if self.share < _KNOWN_FROM:
            return None
        spent = self._clock() - self._began
        return max(1, round(spent * (1 - self.share) / self.share))
