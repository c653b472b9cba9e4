"""A disk that takes nothing more: bar and strip say so at once, with how many acts wait, and neither is calm."""

from __future__ import annotations

from unittest import mock

from checkin.domain.errors import StorageFull
from checkin.domain.people import Presence, Status
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
