"""Damaged files give a reading or a sentence; `tests/lists/damaged_files.py` runs as many as one likes."""

from __future__ import annotations

import pytest

from tests.lists.damaged_files import LONGEST, run


@pytest.mark.parametrize("seed", range(4))
def test_damaged_files(seed: int) -> None:
    outcome = run(120, seed)
    assert outcome.failures == []
    assert outcome.read > 20 < outcome.refused
    assert outcome.slowest < LONGEST
