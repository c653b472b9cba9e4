"""A desk that looks first: a scan opens the card, and only an Enter pressed after it was seen admits."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from checkin.domain.people import Presence, Status
from checkin.domain.results import ScanResult
from tests.e2e.driver import Driver
from tests.e2e.review import FORMS, confirmed, nothing_more, set_to, text_of
from tests.e2e.test_other_programs import held_by_another

RETURN = Qt.Key.Key_Return


@pytest.fixture
def d(at_desk: Driver) -> Driver:
    """The demo's desk, looking first."""
    set_to(at_desk, "desk.confirm", "yes", lambda: at_desk.page.parts.confirms)
    return at_desk


def confirm(d: Driver) -> None:
    d.wait(lambda: not d.page.scanning.deaf)
    d.enter()


def test_a_code_that_is_refused_shows_its_verdict_and_is_kept(d: Driver) -> None:
    gone = d.with_status(Status.CANCELLED)
    assert d.scan(gone.badge_code).outcome.value == "cancelled"
    d.wait_word("Cancelled")
    d.enter()
    nothing_more(d, 1)
    assert d.card(gone.attendee).entries[-1].kind == "scan_refused"


def test_of_two_quick_scans_the_newest_stands_there_and_nobody_is_in(d: Driver) -> None:
    one, other = confirmed(d, 11), confirmed(d, 12)
    d.burst(one.badge_code)
    QTest.qWait(100)
    d.burst(other.badge_code)
    QTest.keyClick(d.window.windowHandle(), RETURN)
    d.wait_name(other.name)
    QTest.keyClick(d.window.windowHandle(), RETURN)
    nothing_more(d)
    confirm(d)
    d.wait_word("Admitted")
    assert [d.presence(p.attendee) for p in (one, other)] == [Presence.EXPECTED, Presence.IN]


def test_a_typed_code_and_a_second_enter_admit_nobody_unseen(d: Driver) -> None:
    somebody = confirmed(d)
    d.type(somebody.badge_code.lower())
    for _ in range(3):
        QTest.keyClick(d.window.windowHandle(), RETURN)
    d.wait_name(somebody.name)
    nothing_more(d)


def test_a_scan_over_a_form_opens_the_card_and_the_form_comes_back(d: Driver) -> None:
    FORMS["walk_in"](d, confirmed(d))
    d.type("zof")
    somebody = confirmed(d, 30)
    d.burst(somebody.badge_code)
    d.wait_name(somebody.name)
    d.key(Qt.Key.Key_Escape)
    d.wait_page("walk_in")
    assert text_of(d, "walk_in") == "zof"
    d.burst(somebody.badge_code)
    d.wait_name(somebody.name)
    confirm(d)
    d.wait_word("Admitted")
    d.cards.verdict.time_ran_out.emit()
    d.wait_page("walk_in")
    assert text_of(d, "walk_in") == "zof"


def test_a_card_that_was_left_is_no_scan_any_more(d: Driver) -> None:
    somebody = d.named("Tomáš Hrůza")
    d.burst(somebody.badge_code)
    d.wait_name(somebody.name)
    d.key(Qt.Key.Key_Escape)
    d.wait_page("ready")
    d.services.handing.replace(somebody.attendee, "lost")
    d.search("hruza")
    d.wait_name(somebody.name)
    confirm(d)
    d.wait_word("Admitted")


def test_who_was_going_to_be_refused_is_not_admitted_unseen_when_that_changes(d: Driver) -> None:
    somebody = confirmed(d)
    d.burst(somebody.badge_code)
    d.wait_name(somebody.name)
    confirm(d)
    d.wait_word("Admitted")
    judged: list[ScanResult] = d.judged
    with held_by_another(d):
        d.key(Qt.Key.Key_F7)
        d.wait(lambda: d.page.parts.acting.waiting == 1)
        d.burst(somebody.badge_code)
        d.wait(lambda: d.page.parts.acting.waiting == 2)
    d.wait(lambda: d.presence(somebody.attendee) is Presence.OUT, 15_000)
    d.wait_name(somebody.name)
    nothing_more(d, 2)
    assert [r.outcome.value for r in judged] == ["admitted", "left"]


def test_the_verdict_of_the_second_scan_of_who_is_in(d: Driver) -> None:
    somebody = confirmed(d)
    d.burst(somebody.badge_code)
    d.wait_name(somebody.name)
    confirm(d)
    d.wait_word("Admitted")
    assert d.scan(somebody.badge_code).outcome.value == "already"
