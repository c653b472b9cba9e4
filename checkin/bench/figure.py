"""One measured figure beside its floor."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A value and its floor, in `unit`; `floor_is` says what the floor does. `ratio` is what can be compared."""

    name: str
    value: float
    unit: str
    floor: float
    floor_is: str

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.value / self.floor if self.floor else 0.0


def middle(times: Sequence[float]) -> float:
    """The median."""
    return statistics.median(times)


def p95(times: Sequence[float]) -> float:
    """The value that 19 of 20 stay below."""
    return sorted(times)[int(len(times) * 0.95)]
