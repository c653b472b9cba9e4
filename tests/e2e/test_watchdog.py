"""The window answers while the camera runs, a long list comes in and badges print."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from checkin.devices.simulated_camera import SimulatedCamera, Timing
from checkin.domain.people import Status
from checkin.paths import Home
from tests.e2e.driver import Driver

ROWS, BADGES = 10_000, 30
HARD_MS = 500.0
"""The design's limit is 50 ms; machines that are shared stand still for longer by themselves."""


class Watchdog:
    """A timer of ten milliseconds; remembers how late its latest and its usual beats were."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(interval=10, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now

    def stop(self) -> None:
        self._timer.stop()


def long_list(path: Path) -> Path:
    rows = "\n".join(f"Given{n},Family{n},g{n}@example.org,Org {n % 97},City {n % 31}" for n in range(ROWS))
    path.write_text(f"First name,Last name,E-mail,Organisation,City\n{rows}\n", encoding="utf-8")
    return path


def test_no_wait_is_long_while_camera_import_and_printer_work(
    window_on: Callable[..., Driver], demo_home: Home, tmp_path: Path
) -> None:
    codes: list[str] = []
    quick = Timing(bring=0.1, hold=0.3, take=0.1, pause=0.3)
    d = window_on(demo_home, lambda: SimulatedCamera(codes, timing=quick))
    people = [d.with_status(Status.CONFIRMED, nth) for nth in range(BADGES + 5)]
    codes += [p.badge_code for p in people[BADGES:]]
    wish = d.page.parts.print_wish
    assert wish is not None
    for person in people[:BADGES]:
        d.services.badges.queue(person.attendee, wish.printer, wish.template)
    d.hands.files = [str(long_list(tmp_path / "long.csv"))]
    dog = Watchdog()
    d.app.printing.wake()
    d.page.watching.set_on(True)
    d.page.listing.begin()
    d.wait(lambda: d.cards.imported.isVisible() or d.page._behind == "imported", 60_000)
    d.page.listing.apply()
    d.wait(lambda: d.services.people.figures()["listed"] >= ROWS + 130, 120_000)
    d.wait(lambda: len(list(demo_home.prints.glob("*.pdf"))) >= BADGES and len(d.judged) >= 5, 60_000)
    dog.stop()
    longest, over = max(dog.gaps), sum(gap > 50 for gap in dog.gaps)
    print(f"\nwatchdog: longest gap {longest:.0f} ms, {over} of {len(dog.gaps)} beats over 50 ms")
    assert longest < HARD_MS
