"""What other programs do to the same database while the window is open: they write, or they hold it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt

from checkin.domain.people import Person, Presence, Status
from checkin.paths import Home
from checkin.services.desk import Desk
from checkin.services.scan import ScanRequest, ScanService
from db.engine import Database
from tests.e2e.driver import Driver


@contextmanager
def held_by_another(d: Driver) -> Iterator[None]:
    """Another connection has the write lock."""
    other = Database(d.desk.home.database, d.desk.key)
    try:
        with other.write():
            yield
    finally:
        other.close()


def people(d: Driver) -> list[Person]:
    return [d.with_status(Status.CONFIRMED, nth) for nth in (11, 12, 13)]


def entered(d: Driver, person: Person) -> list[object]:
    return [e.at for e in d.card(person.attendee).entries if e.kind == "checked_in"]


def test_what_another_program_stored_is_shown_soon(
    at_desk: Driver, demo_home: Home, open_desk: Callable[[Home], Desk]
) -> None:
    d = at_desk
    first = people(d)[0]
    d.wait(lambda: d.app._seen != -1)
    ScanService(open_desk(demo_home)).scan(ScanRequest(first.badge_code))
    begun = time.monotonic()
    d.wait(lambda: d.acts and d.acts[0].name == first.name)
    assert time.monotonic() - begun < 3.0
    d.wait(lambda: d.cards.ready._figures[0]._number.startswith("1 of"))


def test_the_card_in_front_follows_what_another_program_stored(
    at_desk: Driver, demo_home: Home, open_desk: Callable[[Home], Desk]
) -> None:
    d = at_desk
    d.type("hruza")
    d.wait_name("Tomáš Hrůza")
    d.wait(lambda: d.app._seen != -1)
    ScanService(open_desk(demo_home)).scan(ScanRequest(attendee=d.named("Tomáš Hrůza").attendee))
    d.wait(lambda: d.cards.person.verb.words == "Print badge")


def test_scans_wait_for_a_held_database_and_are_stored_in_order_with_their_own_times(at_desk: Driver) -> None:
    d = at_desk
    three, times = people(d), []
    with held_by_another(d):
        for person in three:
            times.append(d.clock.now)
            d.burst(person.badge_code)
            d.wait(lambda: d.page.parts.acting.waiting == len(times))
            d.clock.forward(minutes=1)
        d.wait(lambda: "Another program is using the database" in d.told())
        bar = d.window.bar.accessibleName()
        assert "3 acts wait" in bar
        assert "close other copies" in bar
        d.wait(lambda: d.cards.ready._title.text() == "Not stored yet")
        assert [s.state for s in d.window.strip._states if s.key == "waits"] == ["amber"]
        time.sleep(0.5)
        assert d.judged == []
    d.wait(lambda: len(d.judged) == 3, 15_000)
    assert [r.name for r in d.judged] == [p.name for p in three]
    assert [entered(d, p) for p in three] == [[at] for at in times]
    d.wait(lambda: not d.window.bar.isVisible())
    d.wait_word("Admitted")
    assert d.cards.ready._title.text() == "Ready to scan"
    assert [s.state for s in d.window.strip._states if s.key == "waits"] == ["green"]


def test_a_verdict_of_somebody_else_does_not_stand_while_a_scan_waits(at_desk: Driver) -> None:
    d = at_desk
    one, two, _ = people(d)
    d.scan(one.badge_code)
    d.wait_word("Admitted")
    with held_by_another(d):
        d.burst(two.badge_code)
        d.wait_page("ready")
        assert d.cards.ready._title.text() in ("Storing…", "Not stored yet")
    d.wait(lambda: len(d.judged) == 2, 15_000)
    d.wait(lambda: d.cards.verdict.text.name == two.name)


def test_a_lock_of_three_seconds_is_waited_out(at_desk: Driver) -> None:
    d = at_desk
    person, at = people(d)[0], d.clock.now
    with held_by_another(d):
        d.burst(person.badge_code)
        begun = time.monotonic()
        while time.monotonic() - begun < 3.0:
            d.key(Qt.Key.Key_Shift)
    d.wait_word("Admitted")
    assert entered(d, person) == [at]
    assert d.presence(person.attendee) is Presence.IN


def test_reading_goes_on_while_the_database_is_held(at_desk: Driver) -> None:
    d = at_desk
    with held_by_another(d):
        d.type("hruza")
        d.wait_name("Tomáš Hrůza")
