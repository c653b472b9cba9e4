"""The window is closed in each of its states: no thread is left, Qt's log is silent, no act is lost. What the offscreen
platform says of menus is not about closing.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from checkin.domain.people import Presence, Status
from checkin.paths import Home
from checkin.services.desk import Desk
from tests.conftest import FakeClock
from tests.e2e.driver import Driver
from tests.e2e.review import FORMS, confirmed, open_card
from tests.e2e.test_other_programs import held_by_another


def _form(name: str) -> Callable[[Driver], object]:
    return lambda d: FORMS[name](d, confirmed(d))


def _verdict_over_form(d: Driver) -> None:
    FORMS["walk_in"](d, confirmed(d))
    d.scan(confirmed(d, 30).badge_code)


def _asked(d: Driver) -> None:
    d.scan(confirmed(d).badge_code)
    d.key(Qt.Key.Key_F8)
    d.wait(lambda: d.left.undo_strip.isVisible())


def _more(d: Driver) -> None:
    open_card(d, confirmed(d))
    d.key(Qt.Key.Key_F10)
    QTest.qWait(50)


def _reading(d: Driver) -> None:
    file = Path(d.desk.home.root) / "long.csv"
    rows = "".join(f"Q{n},Zwolle,q{n}@example.org\n" for n in range(3000))
    file.write_text("First name,Last name,E-mail\n" + rows, encoding="utf-8")
    d.page.listing.read([str(file)])


STATES: dict[str, Callable[[Driver], object]] = {
    **{name: _form(name) for name in FORMS},
    "verdict over a form": _verdict_over_form,
    "a question": _asked,
    "more": _more,
    "results": lambda d: d.search("mac"),
    "search under way": lambda d: d.left.search.setText("mac"),
    "refused": lambda d: d.scan(d.with_status(Status.CANCELLED).badge_code),
    "settings": lambda d: d.window.show_page("settings"),
    "locked": lambda d: d.window.signing_in.lock(),
    "a list being read": _reading,
    "a form asked for": lambda d: d.page.person_acts.amending.begin(confirmed(d).attendee),
    "looking for a second registration": lambda d: d.page.person_acts.joining.begin(confirmed(d).attendee),
}


@pytest.mark.qt_log_ignore("does not support")
@pytest.mark.parametrize("state", STATES)
def test_closing(demo_home: Home, open_desk: Callable[[Home], Desk], clock: FakeClock, state: str) -> None:
    driver = Driver(open_desk(demo_home), clock).open()
    STATES[state](driver)
    driver.close()
    QTest.qWait(50)


def test_closing_while_acts_wait_asks_once_more_and_again_after_they_were_stored(
    demo_home: Home, open_desk: Callable[[Home], Desk], clock: FakeClock
) -> None:
    d = Driver(open_desk(demo_home), clock).open()
    for nth in (11, 12):
        person = confirmed(d, nth)
        with held_by_another(d):
            d.burst(person.badge_code)
            d.wait(lambda: d.page.parts.acting.waiting == 1)
            d.window.close()
            assert d.window.isVisible()
            d.wait(lambda: "not stored yet" in d.told())
            d.wait(lambda: d.page.parts.acting._stuck)
        d.wait(lambda person=person: d.presence(person.attendee) is Presence.IN, 15_000)
    d.close()
