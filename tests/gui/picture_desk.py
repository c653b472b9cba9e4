"""The desk that the pictures show: the Glasgow demo on its middle day, after a morning; its clock stands still."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from checkin.paths import Home
from checkin.services.correcting import CorrectingService
from checkin.services.demo import DemoService
from checkin.services.desk import Desk
from checkin.services.scan import ScanRequest, ScanService
from checkin.services.settings import SettingService
from checkin.services.undo import UndoService
from tests.conftest import FakeClock
from tests.e2e.driver import Driver
from tests.e2e.frames import StillCamera, held

MORNING = datetime(2026, 3, 24, 8, 31, tzinfo=UTC)
NOW = datetime(2026, 3, 24, 8, 47, 12, tzinfo=UTC)
IN_EARLY = (
    "Iain Kerr", "Mairi Innes", "Rhona Adair", "Fergus McAllister", "Nadia El Khoury", "Kwabena Osei-Mensah",
    "Pilar Echevarría y Zúñiga", "Tomáš Hrůza", "Jörg Weißgerber", "Ő Nagy",
)  # fmt: skip


def never() -> None:
    """No camera was asked for in this picture."""
    raise AssertionError("this picture has no camera")


class PictureDesk:
    """Homes for pictures: each state gets a copy of one that was prepared once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made = folder / "made"
        self._count = 0
        desk = Desk(Home(self._made), station="Desk 2", demo=True, clock=lambda: MORNING)
        DemoService(desk).make()
        self._morning(desk)
        desk.close()

    def _morning(self, desk: Desk) -> None:
        scans, at = ScanService(desk), MORNING
        waits = self._code(desk, "Bjørn Løvås")
        CorrectingService(desk).correct(waits[0], {"status": "waitlisted"}, at=at)
        for place, name in enumerate(IN_EARLY):
            at += timedelta(seconds=70)
            attendee, code = self._code(desk, name)
            scans.scan(ScanRequest(code), at)
            if place == 3:
                scans.scan(ScanRequest(attendee=attendee, exit=True), at + timedelta(seconds=20))
            if place == 5:
                UndoService(desk).undo_here("wrong person", at + timedelta(seconds=20))
            if place == 7:
                scans.scan(ScanRequest(self._code(desk, "Ştefan Ţurcanu")[1]), at + timedelta(seconds=20))

    def _code(self, desk: Desk, name: str) -> tuple[str, str]:
        from checkin.services.people import PeopleService

        found = next(p for p, _ in PeopleService(desk).search(name) if p.name == name)
        return found.attendee, found.badge_code

    @contextmanager
    def window(
        self, *, empty: bool = False, printer: str = "", camera: Callable[[], Any] = never, folder: Path | None = None
    ) -> Iterator[Driver]:
        """The real window on a fresh copy (in `folder`, where its name shows), or where nothing was made yet."""
        self._count += 1
        home = Home(folder or self._folder / f"home{self._count}")
        if not empty:
            shutil.copytree(self._made, home.root)
        desk = Desk(home, demo=True, clock=lambda: NOW, wait_seconds=0.3)
        if printer:
            SettingService(desk).set("badge.printer", printer)
        driver = Driver(desk, FakeClock(), camera).open()
        try:
            yield driver
        finally:
            driver.close()
            desk.close()
            shutil.rmtree(home.root)

    def camera_on(self, name: str) -> Callable[[], StillCamera]:
        """A camera into which somebody's badge is held."""
        desk = Desk(Home(self._made), demo=True, clock=lambda: NOW)
        code = self._code(desk, name)[1]
        desk.close()
        return lambda: StillCamera(held(code))
