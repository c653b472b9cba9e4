"""Questions of the strip and takings back: each is about what it was asked for, and no digit answers by surprise."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from checkin.domain.people import Presence
from tests.e2e.driver import Driver
from tests.e2e.review import FORMS, confirmed, nothing_more, open_card, set_to, text_of
from tests.e2e.test_person_acts import printed
from tests.e2e.test_taking_back import reasons


def badge_is_asked_for(d: Driver) -> str:
    """Somebody with a badge was taken back, for the usual reason, and the strip asks for the badge."""
    person = confirmed(d)
    d.scan(person.badge_code)
    printed(d, person.attendee)
    d.key(Qt.Key.Key_F8)
    d.wait(lambda: d.presence(person.attendee) is Presence.EXPECTED and d.left.undo_strip.isVisible())
    return person.attendee


def test_a_digit_for_the_people_found_since_kills_no_badge(at_desk: Driver) -> None:
    d = at_desk
    who = badge_is_asked_for(d)
    code = d.card(who).person.badge_code
    d.ctrl(Qt.Key.Key_2)
    d.wait(lambda: "taken back?" in d.left.undo_strip.accessibleName())
    _, second, *_ = d.search("mac")
    d.ctrl(Qt.Key.Key_2)
    d.wait_name(second)
    QTest.qWait(200)
    assert d.card(who).person.badge_code == code
    assert d.left.undo_strip.isVisible(), "it can be answered still"


def test_a_digit_for_a_likely_twin_is_the_twins(at_desk: Driver) -> None:
    d = at_desk
    who = badge_is_asked_for(d)
    d.key(Qt.Key.Key_F4)
    d.type("Tomas")
    d.key(Qt.Key.Key_Tab)
    d.type("Hruza")
    d.wait(lambda: d.cards.walk_in.twins.isVisible())
    d.ctrl(Qt.Key.Key_1)
    d.wait_name("Tomáš Hrůza")
    assert reasons(d, who) == ["Taken back: wrong scan"]


def test_a_scan_while_the_strip_asks_leaves_the_question(at_desk: Driver) -> None:
    d = at_desk
    who = badge_is_asked_for(d)
    other = confirmed(d, 30)
    d.scan(other.badge_code)
    d.wait_word("Admitted")
    d.ctrl(Qt.Key.Key_2)
    d.wait(lambda: "Taken back: wrong person" in reasons(d, who))
    d.wait(lambda: "taken back?" in d.left.undo_strip.accessibleName())
    code = d.card(who).person.badge_code
    d.ctrl(Qt.Key.Key_2)
    d.wait(lambda: d.card(who).person.badge_code != code)
    assert d.presence(other.attendee) is Presence.IN
    assert d.card(other.attendee).person.badge_code == other.badge_code


def test_the_reason_first_takes_back_what_was_the_last_act_when_it_was_asked(at_desk: Driver) -> None:
    d = at_desk
    one, other = confirmed(d), confirmed(d, 30)
    d.scan(one.badge_code)
    d.key(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    d.wait(lambda: one.name in d.left.undo_strip.accessibleName())
    d.scan(other.badge_code)
    d.ctrl(Qt.Key.Key_3)
    d.wait(lambda: d.presence(one.attendee) is Presence.EXPECTED)
    assert d.presence(other.attendee) is Presence.IN
    assert reasons(d, one.attendee) == ["Taken back: left again"]
    d.wait(lambda: d.left.undo_strip._asked.chosen == 2)


def test_the_first_reason_can_be_chosen_again(at_desk: Driver) -> None:
    d = at_desk
    set_to(d, "badge.on_check_in", "no", lambda: d.page.parts.prints == "no")
    somebody = confirmed(d)
    d.scan(somebody.badge_code)
    d.key(Qt.Key.Key_F8)
    d.wait(lambda: d.left.undo_strip.isVisible())
    for key in (Qt.Key.Key_2, Qt.Key.Key_1):
        d.ctrl(key)
    d.wait(lambda: len(reasons(d, somebody.attendee)) == 3)
    assert reasons(d, somebody.attendee)[-1] == "Taken back: wrong scan"


def test_the_reason_first_with_nothing_to_take_back_asks_nothing(at_desk: Driver) -> None:
    d = at_desk
    d.key(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    d.wait(lambda: "nothing to take back" in d.told())
    assert not d.left.undo_strip.isVisible()


@pytest.mark.parametrize("form", [form for form in FORMS if form not in ("help", "same_person")])
def test_taking_back_while_a_form_is_open_leaves_it(at_desk: Driver, form: str) -> None:
    d = at_desk
    somebody = confirmed(d, 30)
    d.scan(somebody.badge_code)
    d.key(Qt.Key.Key_Escape)
    FORMS[form](d, confirmed(d, 12))
    d.key(Qt.Key.Key_F8)
    d.wait(lambda: d.presence(somebody.attendee) is Presence.EXPECTED and d.left.undo_strip.isVisible())
    assert d.cards.page == form


def test_ctrl_z_pressed_once_too_often_over_typing_takes_no_act_back(at_desk: Driver) -> None:
    d = at_desk
    somebody = confirmed(d)
    d.scan(somebody.badge_code)
    d.wait_word("Admitted")
    d.type("mac")
    for _ in range(4):
        d.ctrl(Qt.Key.Key_Z)
    assert d.left.search.text() == ""
    QTest.qWait(200)
    assert d.presence(somebody.attendee) is Presence.IN
    QTest.qWait(1600)
    d.ctrl(Qt.Key.Key_Z)
    d.wait(lambda: d.presence(somebody.attendee) is Presence.EXPECTED)


def test_print_again_names_whom_it_is_about_and_prints_theirs(at_desk: Driver) -> None:
    d = at_desk
    one, other = confirmed(d), confirmed(d, 30)
    d.scan(one.badge_code)
    printed(d, one.attendee)
    d.ctrl(Qt.Key.Key_P)
    d.wait(lambda: one.name in d.left.undo_strip.accessibleName() and d.left.undo_strip.isVisible())
    d.scan(other.badge_code)
    printed(d, other.attendee)
    d.ctrl(Qt.Key.Key_1)
    d.wait(lambda: len([j for j in d.services.badges.jobs() if j.attendee == one.attendee]) == 2)


@pytest.mark.parametrize(("how", "jobs", "words"), [("ask", 0, "Print badge"), ("no", 0, "Print badge")])
def test_a_scan_prints_nothing_where_printing_is_asked_or_off(at_desk: Driver, how: str, jobs: int, words: str) -> None:
    d = at_desk
    set_to(d, "badge.on_check_in", how, lambda: d.page.parts.prints == how)
    somebody = confirmed(d)
    result = d.scan(somebody.badge_code)
    d.wait_word("Admitted")
    assert (result.print_job, len(d.services.badges.jobs())) == (None, jobs)
    assert words in [button.words for button in d.cards.verdict.acts._buttons if button.isVisible()]
    d.ctrl(Qt.Key.Key_P)
    printed(d, somebody.attendee)


def test_by_name_the_verb_says_whether_it_prints(at_desk: Driver) -> None:
    d = at_desk
    for how, verb in (("ask", "Check in and print badge"), ("no", "Check in")):
        set_to(d, "badge.on_check_in", how, lambda how=how: d.page.parts.prints == how)
        open_card(d, confirmed(d))
        assert d.cards.person.verb.words == verb
    d.enter()
    d.wait_word("Admitted")
    assert d.services.badges.jobs() == []
    nothing_more(d, 1)


def test_a_group_offers_no_badge_of_nobody(at_desk: Driver) -> None:
    d = at_desk
    leader = next(p for nth in range(60) if (p := confirmed(d, nth)).organisation == "Volunteers of the Lab")
    FORMS["group"](d, leader)
    d.wait(lambda: len(d.cards.group.list.group.people) > 2)
    d.ctrl(Qt.Key.Key_A)
    d.enter()
    d.wait_word("Admitted")
    assert [b.words for b in d.cards.verdict.acts._buttons if b.isVisible()] == ["Undo"]
    assert text_of(d, "group") == ""
