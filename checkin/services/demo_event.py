"""The demo event: its programme, moved so that the middle day is today."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from checkin.domain.programme import Programme, moved_to
from checkin.lists.programme_file import read_programme

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
DEMO = RESOURCES / "demo"


def demo_programme(today: date) -> Programme:
    """The programme of the Glasgow demo with `today` (in Europe/London) as its middle day."""
    return moved_to(read_programme(DEMO / "glasgow.toml"), today)
