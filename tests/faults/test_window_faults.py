"""The window while nothing can be stored: a bar says why and how many wait; then all is stored in order, by itself."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin.app import WINDOW_WAITS_S, WindowApp, application
from checkin.devices.sound import SilentPlayer
from checkin.domain.results import ScanResult
from checkin.paths import Home
from checkin.services.desk import Desk
from tests.conftest import FakeClock
from tests.faults.conftest import SmallDisk
from tests.faults.programs import Program

Opened = Callable[..., "Window"]


class Window:
    """The real window on a home, with a clock of the test's, and every verdict that was shown."""

    def __init__(self, home: Path, clock: FakeClock, wait_seconds: float) -> None:
        application()
        self.clock = clock
        self.desk = Desk(Home(home), clock=clock, wait_seconds=wait_seconds)
        self.work = WindowApp(self.desk, speaker=SilentPlayer(), theme_mode="light")
        self.seen: list[ScanResult] = []
        judged = self.work.page.parts.judged

        def note(result: ScanResult) -> None:
            judged(result)
            self.seen.append(result)

        self.work.page.parts.judged = note
        self.work.show()

    @property
    def bar(self) -> str:
        """What the bar across the top says; "" when it is hidden."""
        bar = self.work.window.bar
        return bar.accessibleName() if bar.isVisible() else ""

    def scan(self, *codes: str) -> list[datetime]:
        """Scan one code a minute; the times."""
        times = []
        for code in codes:
            self.clock.forward(minutes=1)
            times.append(self.clock())
            self.work.page.scan(code)
        return times

    def close(self) -> None:
        self.work.window.close()
        self.work.close()
        self.desk.close()
        self.work.window.deleteLater()
        self.work.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def opened(qtbot: QtBot, clock: FakeClock) -> Iterator[Opened]:
    """Opens windows, waits until they work, and closes them."""
    made: list[Window] = []

    def open_(home: Path, wait_seconds: float = 0.4, *, idle: bool = True) -> Window:
        window = Window(home, clock, wait_seconds)
        made.append(window)
        qtbot.waitUntil(lambda: window.work.page.parts.print_wish is not None, timeout=10_000)
        if idle:
            qtbot.waitUntil(lambda: not window.work.acting.waiting, timeout=10_000)
        return window

    clock.now = datetime.now().astimezone()
    yield open_
    for window in made:
        # A look that is under way asks for one more when it has come back.
        qtbot.wait(300)
        window.close()


def _locked(window: Window, program: Program, codes: list[str], qtbot: QtBot, seconds: float, soon_ms: int) -> float:
    """Lock, scan, watch the bar come and go; how long the bar took to come, in seconds."""
    holder = program.locked(seconds)
    began = time.monotonic()
    times = window.scan(*codes)
    qtbot.waitUntil(lambda: bool(window.bar), timeout=soon_ms)
    came = time.monotonic() - began
    assert "Another program is using the database." in window.bar
    qtbot.waitUntil(lambda: f"{len(codes)} acts wait" in window.bar, timeout=soon_ms)
    assert not window.seen, "green before anything was stored"
    qtbot.waitUntil(lambda: len(window.seen) == len(codes), timeout=int(seconds * 1000) + 10_000)
    holder.end()
    assert [r.outcome.value for r in window.seen] == ["admitted"] * len(codes)
    assert [r.at for r in window.seen] == times
    qtbot.waitUntil(lambda: not window.bar, timeout=5000)
    _in_order(program, codes, times)
    return came


def _in_order(program: Program, codes: list[str], times: list[datetime]) -> None:
    rows = sorted(program.rows("scans"), key=lambda r: r["at"])
    assert [r["payload"] for r in rows] == codes
    stored = [datetime.fromisoformat(r["at"]) for r in rows]
    assert all(abs(a - b) < timedelta(seconds=1) for a, b in zip(stored, times, strict=True))
    program.whole()


def test_three_seconds_locked(opened: Opened, program: Program, sample: list[str], qtbot: QtBot) -> None:
    window = opened(program.home)
    _locked(window, program, sample[:4], qtbot, 3.0, 2500)


@pytest.mark.skipif(not os.environ.get("LOCK_30"), reason="takes half a minute: LOCK_30=1")
def test_thirty_seconds_locked(opened: Opened, program: Program, sample: list[str], qtbot: QtBot) -> None:
    window = opened(program.home, WINDOW_WAITS_S)
    came = _locked(window, program, sample[:12], qtbot, 30.0, 3500)
    print(f"the bar came after {came:.1f} s")
    assert came < 2.8


def test_a_full_disk(opened: Opened, cramped: Program, small_disk: SmallDisk, sample: list[str], qtbot: QtBot) -> None:
    window = opened(cramped.home)
    qtbot.waitUntil(lambda: bool(list((cramped.home / "backups").glob("checkin-*.db"))), timeout=5000)
    small_disk.fill()
    codes = sample[:40]
    times = window.scan(*codes)
    qtbot.waitUntil(lambda: "The disk is full." in window.bar, timeout=5000)
    waiting = window.work.acting.waiting
    assert waiting
    assert len(window.seen) == len(codes) - waiting, "a verdict was shown that was not stored"
    qtbot.waitUntil(lambda: f"{waiting} act" in window.bar, timeout=5000)
    # What is stored can still be looked at.
    assert window.desk.has_event
    assert window.work.services.people.figures()["listed"] > 0
    small_disk.free()
    qtbot.waitUntil(lambda: len(window.seen) == len(codes), timeout=20_000)
    assert [r.at for r in window.seen] == times
    qtbot.waitUntil(lambda: "disk is full" not in window.bar, timeout=5000)
    _in_order(cramped, codes, times)


def test_a_window_opens_on_a_full_disk(
    opened: Opened, cramped: Program, small_disk: SmallDisk, sample: list[str], qtbot: QtBot
) -> None:
    small_disk.fill()
    window = opened(cramped.home, idle=False)
    qtbot.waitUntil(lambda: "The disk is full." in window.bar, timeout=5000)
    window.scan(sample[0])
    qtbot.wait(300)
    assert not window.seen
    small_disk.free()
    qtbot.waitUntil(lambda: len(window.seen) == 1, timeout=10_000)
    assert window.seen[0].outcome.value == "admitted"
    cramped.whole()


def test_other_programs_read_while_the_window_waits(
    opened: Opened, program: Program, sample: list[str], qtbot: QtBot
) -> None:
    """And a copy of the home made in the middle is whole."""
    window = opened(program.home)
    holder = program.locked(1.5)
    window.scan(*sample[:3])
    assert program.outside("search", "glasgow").lines
    copy = Path(program.outside("backup", "--out", program.home.parent / "copy.db")["file"])
    qtbot.waitUntil(lambda: len(window.seen) == 3, timeout=10_000)
    holder.end()
    other = Program(program.home.parent / "other")
    other.home.mkdir()
    shutil.copy(program.home / "secret.key", other.home)
    assert other("restore", copy).rc == 0
    other.whole()
