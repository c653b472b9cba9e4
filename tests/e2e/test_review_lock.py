"""A locked desk: nothing is seen, nobody admitted, and whatever was half done is there again afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from checkin.domain.people import Presence, Status
from checkin.paper.raster import raster
from checkin.paths import Home
from checkin.services.programme import ProgrammeService
from tests.e2e.driver import Driver
from tests.e2e.review import FORMS, confirmed, field_of, nothing_more, open_card, text_of
from tests.e2e.test_operators import sign_in
from tests.e2e.test_other_programs import held_by_another


@pytest.fixture
def d(window_on, demo_home: Home, open_desk) -> Driver:
    """Two operators may act here; Ailsa is at the desk."""
    programmes = ProgrammeService(open_desk(demo_home))
    programmes.add_operator("Ailsa Drummond", "desk")
    programmes.add_operator("Callum Reid", "supervisor")
    made = window_on(demo_home)
    sign_in(made, "ail")
    return made


def lock(d: Driver) -> None:
    d.key(Qt.Key.Key_F12)
    d.wait(lambda: d.window.lock_page.isVisible() and d.window.lock_page.list.isVisible())


@pytest.mark.parametrize("form", FORMS)
def test_a_form_half_typed_is_there_again_with_its_cursor(d: Driver, form: str) -> None:
    FORMS[form](d, confirmed(d))
    if field_of(d, form):
        d.type("zof")
    lock(d)
    sign_in(d, "cal")
    assert d.cards.page == form
    if field_of(d, form):
        assert "zof" in text_of(d, form)
        assert field_of(d, form).hasFocus()


def test_a_scan_that_waited_opens_its_card_over_a_form(d: Driver) -> None:
    FORMS["walk_in"](d, confirmed(d))
    d.type("zof")
    lock(d)
    somebody = confirmed(d, 30)
    d.burst(somebody.badge_code)
    d.wait(lambda: d.window.signing_in._waiting)
    d.key(Qt.Key.Key_F12)
    QTest.qWait(100)
    assert len(d.window.signing_in._waiting) == 1, "F12 once more changes nothing"
    sign_in(d, "ail")
    d.wait_name(somebody.name)
    assert d.presence(somebody.attendee) is Presence.EXPECTED
    d.key(Qt.Key.Key_Escape)
    d.wait_page("walk_in")
    assert text_of(d, "walk_in") == "zof"


def test_a_refused_scan_that_waited_shows_its_verdict_over_a_form(d: Driver) -> None:
    FORMS["note"](d, confirmed(d))
    d.type("zof")
    lock(d)
    d.burst(d.with_status(Status.CANCELLED).badge_code)
    d.wait(lambda: d.window.signing_in._waiting)
    sign_in(d, "ail")
    d.wait_word("Cancelled")
    d.key(Qt.Key.Key_Escape)
    d.wait_page("note")
    assert text_of(d, "note") == "zof"


def test_nobody_is_picked_any_more_after_a_lock(d: Driver) -> None:
    open_card(d, confirmed(d))
    lock(d)
    sign_in(d, "cal")
    d.enter()
    nothing_more(d)


def test_what_is_typed_while_locked_stays_there(d: Driver) -> None:
    open_card(d, confirmed(d))
    lock(d)
    d.type("mac")
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F4, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F1):
        d.key(key)
    d.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert d.window.lock_page.isVisible()
    assert d.left.search.text() == ""
    assert d.window._pages.currentWidget() is d.page
    for _ in range(3):
        d.key(Qt.Key.Key_Backspace)
    sign_in(d, "ail")
    nothing_more(d)


def test_files_dropped_or_still_being_read_admit_nobody(d: Driver, tmp_path: Path) -> None:
    somebody = confirmed(d)
    file = tmp_path / "ticket.png"
    file.write_bytes(raster(d.services.badges.render(somebody.attendee).pdf, dpi=200))
    d.window._drop([str(file)])
    d.window.signing_in.lock()
    d.wait(lambda: d.window.signing_in._waiting)
    d.window._drop([str(file)])
    nothing_more(d)
    assert d.presence(somebody.attendee) is Presence.EXPECTED
    sign_in(d, "ail")
    d.wait_name(somebody.name)


def test_two_badges_held_up_at_a_locked_desk_show_no_name(d: Driver) -> None:
    lock(d)
    d.page.watching.several.emit([confirmed(d, 11), confirmed(d, 12)])
    QTest.qWait(100)
    assert d.cards.page == "ready"


def test_acts_that_wait_are_stored_under_the_lock(d: Driver) -> None:
    somebody = confirmed(d)
    with held_by_another(d):
        d.burst(somebody.badge_code)
        d.wait(lambda: d.page.parts.acting.waiting == 1)
        lock(d)
        d.window.close()
        assert d.window.isVisible(), "acts that are not stored are told of before the window goes"
        assert "not stored yet" in d.window.lock_page.head.accessibleName() or d.window.lock_page.head.isVisible()
    d.wait(lambda: d.presence(somebody.attendee) is Presence.IN, 15_000)
    assert d.window.lock_page.isVisible()
    sign_in(d, "cal")
    d.wait(lambda: d.acts and d.acts[0].operator == "Ailsa Drummond")


def test_a_quick_key_at_the_lock_makes_nobody_the_organiser(d: Driver) -> None:
    d.window.signing_in._operators = None
    d.window.signing_in._names = {}
    d.window.signing_in.lock()
    d.window.lock_page.choose(1)
    assert d.window.signing_in.is_locked
    d.wait(lambda: d.window.lock_page.list.isVisible())
    d.ctrl(Qt.Key.Key_2)
    d.wait(lambda: not d.window.signing_in.is_locked)
    assert d.desk.operator_now() == "Callum Reid"


def test_f12_and_a_digit_in_one_breath(d: Driver) -> None:
    QTest.keyClick(d.window.windowHandle(), Qt.Key.Key_F12)
    QTest.keyClick(d.window.windowHandle(), Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    d.wait(lambda: not d.window.signing_in.is_locked)
    assert d.desk.operator_now() == "Callum Reid"


def test_a_question_is_not_answered_by_whoever_comes_next(d: Driver) -> None:
    lock(d)
    sign_in(d, "cal")
    somebody = d.with_status(Status.UNPAID)
    d.wait(lambda: d.page.parts.may_override)
    d.scan(somebody.badge_code)
    d.key(Qt.Key.Key_F11)
    d.wait(lambda: d.left.undo_strip.isVisible())
    lock(d)
    sign_in(d, "ail")
    assert not d.left.undo_strip.isVisible()
    d.ctrl(Qt.Key.Key_1)
    nothing_more(d, 1)
    assert d.presence(somebody.attendee) is Presence.EXPECTED


def test_the_settings_are_there_again(d: Driver) -> None:
    d.window.show_page("settings")
    lock(d)
    sign_in(d, "ail")
    assert d.window._pages.currentWidget() is d.app.settings


def test_a_scanner_that_is_tried_out_is_the_desks_again_under_the_lock(d: Driver) -> None:
    d.app.settings.show_section("scanners")
    d.window.show_page("settings")
    d.wait(lambda: d.app.scanner.trying)
    lock(d)
    somebody = confirmed(d)
    d.burst(somebody.badge_code)
    d.wait(lambda: d.window.signing_in._waiting == [somebody.badge_code])
    sign_in(d, "ail")
    d.wait_name(somebody.name)
    nothing_more(d)
