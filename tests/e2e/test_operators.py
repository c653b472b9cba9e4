"""Who is at the desk: signed in within a second, named by every act; a locked desk shows and admits nobody."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from checkin.domain.people import Presence, Status
from checkin.paths import Home
from checkin.services.programme import ProgrammeService
from tests.e2e.driver import Driver


@pytest.fixture
def with_operators(window_on, demo_home: Home, open_desk) -> Driver:
    """The window of an event that names two operators: it asks who is there."""
    programmes = ProgrammeService(open_desk(demo_home))
    programmes.add_operator("Ailsa Drummond", "desk")
    programmes.add_operator("Callum Reid", "supervisor")
    return window_on(demo_home)


def sign_in(d: Driver, letters: str) -> None:
    d.wait(lambda: d.window.signing_in.is_locked and d.window.lock_page.list.isVisible())
    d.type(letters)
    d.enter()
    d.wait(lambda: not d.window.signing_in.is_locked)


def test_the_window_asks_who_is_there_and_each_act_names_them(with_operators: Driver) -> None:
    d = with_operators
    sign_in(d, "cal")
    d.wait(lambda: d.window.strip.accessibleName() or True)
    d.scan(d.with_status(Status.CONFIRMED, 11).badge_code)
    d.wait(lambda: d.acts and d.acts[0].operator == "Callum Reid")
    d.key(Qt.Key.Key_F12)
    sign_in(d, "ail")
    d.scan(d.with_status(Status.CONFIRMED, 12).badge_code)
    d.wait(lambda: d.acts[0].operator == "Ailsa Drummond")


def test_a_locked_desk_admits_nobody_and_the_scan_waits_as_a_card(with_operators: Driver) -> None:
    d = with_operators
    sign_in(d, "ail")
    person = d.with_status(Status.CONFIRMED, 11)
    d.key(Qt.Key.Key_F12)
    d.wait(lambda: d.window.signing_in.is_locked)
    d.burst(person.badge_code)
    QTest.qWait(400)
    assert d.presence(person.attendee) is Presence.EXPECTED
    assert not d.left.isVisible()
    assert not d.window.strip.isVisible()
    sign_in(d, "ail")
    d.wait_name(person.name)
    assert d.presence(person.attendee) is Presence.EXPECTED
    d.wait(lambda: not d.page.scanning.deaf)
    d.enter()
    d.wait_word("Admitted")


def test_undo_of_somebody_elses_act_says_whose_it_is(with_operators: Driver) -> None:
    d = with_operators
    sign_in(d, "cal")
    person = d.with_status(Status.CONFIRMED, 11)
    d.scan(person.badge_code)
    d.key(Qt.Key.Key_F12)
    sign_in(d, "ail")
    d.key(Qt.Key.Key_F8)
    d.wait(lambda: "Callum Reid" in d.left.undo_strip.accessibleName())
    assert d.presence(person.attendee) is Presence.IN
    d.ctrl(Qt.Key.Key_1)
    d.wait(lambda: d.presence(person.attendee) is Presence.EXPECTED)


def test_a_new_name_is_added_at_the_lock(with_operators: Driver) -> None:
    d = with_operators
    d.wait(lambda: d.window.signing_in.is_locked)
    d.window.lock_page.operator_added.emit("Kirsty Boyle")
    d.wait(lambda: not d.window.signing_in.is_locked)
    assert d.desk.operator_now() == "Kirsty Boyle"
    assert "Kirsty Boyle" in [o["name"] for o in d.services.programmes.operators()]


def test_an_act_that_had_to_wait_is_of_whoever_did_it(with_operators: Driver) -> None:
    d = with_operators
    sign_in(d, "ail")
    person = d.with_status(Status.CONFIRMED, 11)
    with d.desk.database.write():
        d.burst(person.badge_code)
        QTest.qWait(300)
        d.window.signing_in._on_signed_in(next(i for i, n in d.window.signing_in._names.items() if n == "Callum Reid"))
    d.wait(lambda: d.presence(person.attendee) is Presence.IN)
    d.wait(lambda: d.acts and d.acts[0].attendee == person.attendee)
    assert d.acts[0].operator == "Ailsa Drummond"


def test_confirming_before_admitting(at_desk: Driver) -> None:
    d = at_desk
    d.services.settings.set("desk.confirm", "yes")
    d.page.refresh()
    d.wait(lambda: d.page.parts.confirms)
    person = d.with_status(Status.CONFIRMED, 11)
    d.burst(person.badge_code)
    d.wait_name(person.name)
    assert d.judged == []
    d.wait(lambda: not d.page.scanning.deaf)
    d.enter()
    d.wait_word("Admitted")
    assert d.services.people.card(person.attendee).entries[-1].kind == "checked_in"
    d.burst("GX00000000X")
    d.wait_word("Not found")
