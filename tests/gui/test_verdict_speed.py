"""Every verdict is built and painted within the budget of the window's reference."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from checkin.bench.verdict_paint import FLOOR, SIZES, measured
from checkin.domain.outcome import Outcome

BUDGET_MS, UNDER_LOAD = 16.0, 5.0
TIMES_FLOOR = 800.0
"""Filling an area takes a tenth of a millisecond; on a machine that is shared both take longer."""


@pytest.mark.parametrize("size", sorted(SIZES))
def test_every_verdict_is_painted_at_once(size: str, dressed: QApplication) -> None:
    times = measured(*SIZES[size], turns=5)
    assert times.keys() == {*map(str, Outcome), FLOOR}
    floor = times.pop(FLOOR)["median"]
    assert floor > 0, "the floor was painted"
    slowest = max(times, key=lambda outcome: times[outcome]["median"])
    assert times[slowest]["median"] <= max(UNDER_LOAD * BUDGET_MS, TIMES_FLOOR * floor), slowest
