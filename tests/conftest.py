"""What every test needs: no display, no keyring, a desk in a temporary folder, a clock that stands still."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["CHECKIN_SECRET_STORE"] = "file"
os.environ.pop("CHECKIN_HOME", None)

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from checkin.paths import Home
from checkin.services.demo import DemoService
from checkin.services.desk import Desk


class FakeClock:
    """A clock that is set by the test; starts at 09:00 UTC on a Tuesday."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 24, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def desk(home: Home, clock: FakeClock) -> Iterator[Desk]:
    """An empty desk: no event yet."""
    made = Desk(home, station="Desk A", clock=clock)
    yield made
    made.close()


@pytest.fixture
def demo(desk: Desk) -> Desk:
    """The Glasgow demo at Desk A, its middle day being today."""
    DemoService(desk).make()
    return desk
