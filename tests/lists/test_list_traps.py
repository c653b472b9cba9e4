"""Every trap that lists lay, each with exactly what the reader has to report of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lists.report import report_of
from tests.lists.traps import TRAPS, Trap

DATA = Path(__file__).parent / "data"


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.name)
def test_what_is_reported_of(trap: Trap, tmp_path: Path) -> None:
    path = tmp_path / trap.file
    path.write_bytes(trap.data)
    told = [line.rstrip() for line in report_of(path, trap.options)]
    assert told == (DATA / f"{trap.name}.txt").read_text("utf-8").splitlines()


def test_every_report_belongs_to_a_trap() -> None:
    assert {path.stem for path in DATA.glob("*.txt")} == {trap.name for trap in TRAPS}
    assert len({trap.name for trap in TRAPS}) == len(TRAPS) > 100
