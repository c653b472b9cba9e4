"""The window answers while the camera runs, a long list comes in and badges print."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from checkin.bench.watchdog import Watchdog
from checkin.bench.window_waits import BADGES, QUICK, ROWS, SCANS, write_list
from checkin.devices.simulated_camera import SimulatedCamera
from checkin.paths import Home
from tests.e2e.driver import Driver

OWN_MS = 250.0
TIMES_IDLE = 20.0
"""The design's limit is 50 ms: `checkin bench` measures it, docs/figures.md tells it. Here other programs compete for
the processor, so the bound is a wide one, and wider still where a window that has nothing to do waits, too.
"""


def idle() -> Watchdog:
    """A bare window that has nothing to do, for a second."""
    window = QWidget()
    window.show()
    dog = Watchdog()
    QTest.qWait(1000)
    dog.stop()
    window.close()
    return dog


def test_a_window_that_waits_is_seen(qapp: QApplication) -> None:
    dog = Watchdog()
    QTest.qWait(100)
    time.sleep(0.12)
    QTest.qWait(100)
    dog.stop()
    assert dog.longest >= 120
    assert dog.longest_own >= 100, "nobody but the window itself held it up"
    assert len(dog.beats) > 2


def test_no_wait_is_long_while_camera_import_and_printer_work(
    window_on: Callable[..., Driver], demo_home: Home, tmp_path: Path
) -> None:
    floor = idle()
    codes: list[str] = []
    d = window_on(demo_home, lambda: SimulatedCamera(codes, timing=QUICK))
    expected = d.services.people.expected_codes(BADGES + SCANS)
    codes += expected[:SCANS]
    wish = d.page.parts.print_wish
    assert wish is not None
    for code in expected[-BADGES:]:
        d.services.badges.queue(d.services.people.holders((code,))[0].attendee, wish.printer, wish.template)
    d.hands.files = [str(write_list(tmp_path / "long.csv"))]
    dog = Watchdog()
    d.app.printing.wake()
    d.page.watching.set_on(True)
    d.page.listing.begin()
    d.wait(lambda: d.importing.told, 60_000)
    d.page.listing.apply()
    d.wait(lambda: d.services.people.figures()["listed"] >= ROWS + 130, 120_000)
    d.wait(lambda: len(list(demo_home.prints.glob("*.pdf"))) >= BADGES and len(d.judged) >= SCANS, 120_000)
    dog.stop()
    print(f"\nwatchdog: longest {dog.longest:.0f} ms, own {dog.longest_own:.0f} ms, idle {floor.longest:.0f} ms")
    assert dog.longest_own <= max(OWN_MS, TIMES_IDLE * floor.longest)
