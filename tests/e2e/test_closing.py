"""Closing the window at once, and in the middle of work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtTest import QTest

from checkin.domain.people import Presence, Status
from checkin.paths import Home
from checkin.services.desk import Desk
from tests.conftest import FakeClock
from tests.e2e.driver import Driver


def test_a_window_that_is_closed_as_soon_as_it_is_there_leaves_nothing(
    demo_home: Home, open_desk: Callable[[Home], Desk], clock: FakeClock
) -> None:
    for waits in (0, 1, 5, 20):
        driver = Driver(open_desk(demo_home), clock)
        driver.app.show()
        QTest.qWait(waits)
        driver.close()
        QTest.qWait(20)


def test_a_scan_that_was_judged_is_stored_when_the_window_closes_upon_it(
    demo_home: Home, open_desk: Callable[[Home], Desk], clock: FakeClock
) -> None:
    driver = Driver(open_desk(demo_home), clock).open()
    somebody = driver.with_status(Status.CONFIRMED, 4)
    driver.scan(somebody.badge_code)
    driver.close()
    again = Driver(open_desk(demo_home), clock).open()
    assert again.presence(somebody.attendee) is Presence.IN
    again.wait(lambda: again.acts and again.acts[0].name == somebody.name)
    again.close()
