"""Nothing admits by accident: every way on which Enter or a held key might mean whom nobody picked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from checkin.domain.people import Presence, Status
from tests.e2e.driver import Driver
from tests.e2e.review import FORMS, confirmed, field_of, nothing_more, open_card, text_of
from tests.e2e.test_other_programs import held_by_another

RETURN = Qt.Key.Key_Return


def press_repeated(d: Driver, key: Qt.Key) -> None:
    """A key that is held down, as the system repeats it."""
    none = Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(d.left.search, QKeyEvent(kind, key, none, "\r", True))


def test_ctrl_enter_admits_nobody_of_several_found(at_desk: Driver) -> None:
    d = at_desk
    first, second, *_ = d.search("mac")
    d.wait_name(first)
    d.ctrl(RETURN)
    nothing_more(d)
    d.key(Qt.Key.Key_Down)
    d.wait_name(second)
    d.ctrl(RETURN)
    d.wait_word("Admitted")
    assert [r.name for r in d.judged] == [second]


def test_ctrl_enter_before_the_answer_admits_nobody(at_desk: Driver) -> None:
    d = at_desk
    d.type("ailsa")
    d.wait_name("Ailsa Drummond")
    d.left.search.setText("hruza")
    QTest.keyClick(d.window.windowHandle(), RETURN, Qt.KeyboardModifier.ControlModifier)
    nothing_more(d)


def test_one_letter_left_of_a_name_means_nobody(at_desk: Driver) -> None:
    d = at_desk
    d.search("mac")
    d.wait_page("person")
    for _ in range(2):
        d.key(Qt.Key.Key_Backspace)
    assert d.left.search.text() == "m"
    d.enter()
    d.ctrl(RETURN)
    nothing_more(d)
    assert d.cards.page == "ready"


def test_an_arrow_before_the_answer_chooses_nobody(at_desk: Driver) -> None:
    d = at_desk
    d.type("ailsa")
    d.wait_name("Ailsa Drummond")
    d.left.search.setText("mac")
    for key in (Qt.Key.Key_Down, RETURN):
        QTest.keyClick(d.window.windowHandle(), key)
    d.wait(lambda: len(d.found) > 1)
    nothing_more(d)


def test_a_held_enter_admits_nobody(at_desk: Driver) -> None:
    d = at_desk
    somebody = confirmed(d)
    open_card(d, somebody)
    for _ in range(5):
        press_repeated(d, RETURN)
    nothing_more(d)


def test_no_key_of_the_desk_repeats_its_act_while_it_is_held(at_desk: Driver) -> None:
    shortcuts = at_desk.page.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert len(shortcuts) > 25
    assert not [s.key().toString() for s in shortcuts if s.autoRepeat()]


def test_letters_meant_for_a_form_go_into_it_behind_a_verdict_and_find_nobody(at_desk: Driver) -> None:
    """Typing goes on while somebody else holds up a badge: the letters must not find, and Enter not admit, anybody."""
    d = at_desk
    FORMS["walk_in"](d, confirmed(d))
    d.cards.walk_in.family.edit.setFocus()
    d.type("hr")
    for outcome in (Status.CONFIRMED, Status.CANCELLED):
        d.scan(d.with_status(outcome, 2).badge_code)
        d.wait_page("verdict")
        d.type("u")
    d.key(Qt.Key.Key_Backspace)
    d.type("za")
    assert d.left.search.text() == ""
    d.key(Qt.Key.Key_Escape)
    d.wait_page("walk_in")
    assert d.cards.walk_in.family.value == "hruza"
    assert d.cards.walk_in.family.edit.hasFocus()
    nothing_more(d, 2)


def test_enter_meant_for_a_form_admits_nobody_and_stores_nothing_behind_a_verdict(at_desk: Driver) -> None:
    d = at_desk
    FORMS["walk_in"](d, confirmed(d))
    d.type("Nora")
    d.key(Qt.Key.Key_Tab)
    d.type("Quist")
    d.scan(confirmed(d).badge_code)
    d.wait_word("Admitted")
    d.enter()
    QTest.keyClick(d.window.windowHandle(), RETURN)
    nothing_more(d, 1)
    assert d.services.people.search("nora quist") == []


def test_two_presses_of_the_button_check_in_once(at_desk: Driver) -> None:
    d = at_desk
    somebody = confirmed(d)
    open_card(d, somebody)
    d.cards.person.verb.click()
    d.cards.person.verb.click()
    d.wait_word("Admitted")
    nothing_more(d, 1)
    with held_by_another(d):
        open_card(d, confirmed(d, 12))
        d.cards.person.verb.click()
        d.cards.person.verb.click()
        assert d.page.parts.acting.waiting == 1
    d.wait(lambda: len(d.judged) == 2, 15_000)


def test_the_second_press_of_a_double_click_does_nothing_to_the_verdict(at_desk: Driver) -> None:
    """Where the verb was pressed no button of the verdict may take the admission back."""
    d = at_desk
    somebody = confirmed(d)
    open_card(d, somebody)
    verb = d.cards.person.verb
    place = verb.mapTo(d.window, verb.rect().center())
    QTest.mouseClick(d.window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    d.wait_word("Admitted")
    QTest.mouseClick(d.window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    QTest.qWait(300)
    assert d.presence(somebody.attendee) is Presence.IN


def test_admit_anyway_is_about_whom_it_was_asked_for(at_desk: Driver) -> None:
    d = at_desk
    one, other = d.with_status(Status.UNPAID, 0), d.with_status(Status.UNPAID, 1)
    d.scan(one.badge_code)
    d.wait_word("Not paid")
    d.key(Qt.Key.Key_F11)
    d.wait(lambda: one.name in d.left.undo_strip.accessibleName())
    d.scan(other.badge_code)
    d.wait(lambda: d.cards.verdict.text.name == other.name)
    d.ctrl(Qt.Key.Key_1)
    d.wait(lambda: d.presence(one.attendee) is Presence.IN)
    assert d.presence(other.attendee) is Presence.EXPECTED


def test_while_a_second_registration_is_looked_for_no_key_admits(at_desk: Driver) -> None:
    d = at_desk
    one, other = confirmed(d), d.named("Tomáš Hrůza")
    open_card(d, one)
    d.ctrl(Qt.Key.Key_M)
    d.wait(lambda: d.page.person_acts.joining.first is not None)
    d.search("hruza")
    d.wait_name(other.name)
    d.ctrl(RETURN)
    nothing_more(d)
    assert d.presence(other.attendee) is Presence.EXPECTED


def test_check_out_is_for_who_is_in(at_desk: Driver) -> None:
    d = at_desk
    somebody = confirmed(d)
    open_card(d, somebody)
    d.key(Qt.Key.Key_F7)
    nothing_more(d)
    d.scan(somebody.badge_code)
    d.key(Qt.Key.Key_F7)
    d.wait_word("Left")
    d.key(Qt.Key.Key_F7)
    nothing_more(d, 2)


ENDS = {
    "correct": lambda d, p: d.card(p.attendee).person.given == "Zofia",
    "instead_of": lambda d, _p: bool(d.services.people.search("Zofia Quist")),
    "note": lambda d, p: [n.text for n in d.card(p.attendee).notes] == ["Zofia"],
    "group": lambda d, p: d.presence(p.attendee) is Presence.IN,
}


@pytest.mark.parametrize("form", ENDS)
def test_two_quick_enters_store_one_act_and_admit_nobody_else(at_desk: Driver, form: str) -> None:
    d = at_desk
    person = next(p for nth in range(10, 40) if d.card((p := confirmed(d, nth)).attendee).same_order < 2)
    FORMS[form](d, person)
    if field_of(d, form) is not None:
        QTest.keyClick(d.window.windowHandle(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        d.type("Zofia")
        assert text_of(d, form) == "Zofia"
    if form == "instead_of":
        d.key(Qt.Key.Key_Tab)
        d.type("Quist")
    QTest.qWait(150)
    before = d.services.people.figures()["inside"]
    for _ in range(3):
        QTest.keyClick(d.window.windowHandle(), RETURN)
    d.wait(lambda: ENDS[form](d, person))
    QTest.qWait(600)
    d.enter()
    QTest.qWait(300)
    admits = form in ("instead_of", "group")
    assert d.services.people.figures()["inside"] == before + admits
    written = [e.kind for e in d.card(person.attendee).entries]
    assert len([k for k in written if k not in ("listed", "badge_printed")]) == 1, written


def test_a_verdict_that_comes_between_two_letters_is_seen(at_desk: Driver) -> None:
    d = at_desk
    d.search("hr")
    other = confirmed(d, 30)
    d.scan(other.badge_code)
    d.wait_word("Admitted")
    d.type("uza")
    QTest.qWait(200)
    assert d.cards.page == "verdict"
    d.wait_name("Tomáš Hrůza")
    nothing_more(d, 1)
    d.enter()
    d.wait(lambda: len(d.judged) == 2)
    assert d.judged[-1].name == "Tomáš Hrůza"


@pytest.mark.qt_log_ignore("does not support")
def test_a_menu_of_acts_is_never_about_whoever_is_scanned_meanwhile(at_desk: Driver) -> None:
    d = at_desk
    open_card(d, confirmed(d))
    d.cards.person.open_more()
    d.wait(lambda: QApplication.activePopupWidget() is not None)
    d.page.scan(confirmed(d, 30).badge_code)
    d.wait_word("Admitted")
    assert QApplication.activePopupWidget() is None


def test_whoever_was_pressed_is_not_exchanged_by_an_answer_on_its_way(at_desk: Driver) -> None:
    d = at_desk
    first, second, *_ = d.search("mac")
    d.wait_name(first)
    d.left.search.setText("ma")
    d.page.finding.choose(2)
    d.wait_name(second)
    QTest.qWait(200)
    d.enter()
    d.wait_word("Admitted")
    assert [r.name for r in d.judged] == [second]


def test_a_barcode_too_short_for_a_scan_is_searched_and_its_enter_admits_nobody(at_desk: Driver) -> None:
    d = at_desk
    d.burst("hruz")
    d.wait_name("Tomáš Hrůza")
    nothing_more(d)
    d.enter()
    d.wait_word("Admitted")
    assert [r.name for r in d.judged] == ["Tomáš Hrůza"]
