"""A disk that takes nothing more: bar and strip say so at once, with how many acts wait, and neither is calm."""

from __future__ import annotations

from unittest import mock

from PySide6.QtTest import QTest

from checkin.domain.errors import StorageFull
from checkin.domain.people import Presence, Status
from checkin.gui.control.scanning import STORING_MS
from tests.e2e.driver import Driver

FULL = StorageFull("The disk is full.", "Free some space.")


def test_bar_and_strip_count_what_waits_and_the_strip_is_red(at_desk: Driver) -> None:
    d = at_desk
    people = [d.with_status(Status.CONFIRMED, nth) for nth in (11, 12)]
    calm: list[str] = []

    def look(_error: object) -> None:
        calm.extend(s.word for s in d.window.strip._states if s.key == "waits" and s.state in ("green", "amber"))

    d.page.parts.acting.stuck.connect(look)
    with mock.patch.object(d.services.scans, "scan", side_effect=FULL):
        for person in people:
            d.burst(person.badge_code)
        d.wait(lambda: "2 acts wait" in d.told())
        waits = next(s for s in d.window.strip._states if s.key == "waits")
        assert (waits.state, waits.word, waits.detail) == ("red", "Disk full", "2 waiting")
        assert calm == []
        assert all(d.presence(p.attendee) is Presence.EXPECTED for p in people)
    d.wait(lambda: all(d.presence(p.attendee) is Presence.IN for p in people))
    d.wait(lambda: not d.window.bar.isVisible())
    waits = next(s for s in d.window.strip._states if s.key == "waits")
    assert (waits.state, waits.word) == ("green", "Nothing waiting")


def test_a_further_scan_does_not_promise_that_it_is_being_stored(at_desk: Driver) -> None:
    d = at_desk
    people = [d.with_status(Status.CONFIRMED, nth) for nth in (11, 12)]
    titles: list[str | None] = []
    tell = d.cards.ready.set_title

    def noted(title: str | None, hint: str | None = None) -> None:
        titles.append(title)
        tell(title, hint)

    with mock.patch.object(d.services.scans, "scan", side_effect=FULL):
        d.burst(people[0].badge_code)
        d.wait(lambda: "1 act waits" in d.told())
        with mock.patch.object(d.cards.ready, "set_title", noted):
            d.burst(people[1].badge_code)
            d.wait(lambda: "2 acts wait" in d.told())
            QTest.qWait(STORING_MS + 100)
    assert titles
    assert set(titles) == {"Not stored yet"}
    d.wait(lambda: all(d.presence(p.attendee) is Presence.IN for p in people))
