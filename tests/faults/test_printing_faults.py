"""A badge that is being printed while nothing can be stored: no job may stay on its way for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.domain.errors import StorageBusy
from checkin.paths import Home
from checkin.services.badges import BadgeService
from checkin.services.demo import DemoService
from checkin.services.desk import Desk
from checkin.services.scan import PrintWish, ScanRequest, ScanService
from db.engine import open_connection
from tests.conftest import FakeClock


class LockingPrinter:
    """Takes every badge; meanwhile another program takes the database."""

    def __init__(self, desk: Desk) -> None:
        self.printed = 0
        self._other = open_connection(desk.home.database, desk.key)
        self._other.isolation_level = None

    def print_pdf(self, pdf: bytes, *, title: str, media_mm: tuple[float, float]) -> str:
        self.printed += 1
        self._other.execute("begin immediate")
        return title

    def let_go(self) -> None:
        self._other.execute("rollback")
        self._other.close()


def test_what_came_out_is_noted_when_it_can_be(tmp_path: Path, clock: FakeClock) -> None:
    desk = Desk(Home(tmp_path / "home"), clock=clock, wait_seconds=0.2)
    code = DemoService(desk).make().sample[0]
    printer = LockingPrinter(desk)
    badges = BadgeService(desk, lambda _name: printer)
    ScanService(desk).scan(ScanRequest(code, print_wish=PrintWish("label-62x100", "any")))
    try:
        with pytest.raises(StorageBusy):
            badges.step()
        printer.let_go()
        # What the print worker does two seconds later.
        badges.step()
        (job,) = badges.jobs()
        assert printer.printed == 1, "one badge for one person"
        assert job.state in ("sent", "unconfirmed"), job
    finally:
        desk.close()
