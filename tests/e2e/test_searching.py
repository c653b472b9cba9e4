"""Typing a name: results, card, Enter; Enter never means somebody who is not meant."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from checkin.domain.people import Presence, Status
from tests.e2e.driver import Driver


def test_one_result_is_checked_in_by_enter(at_desk: Driver) -> None:
    d = at_desk
    d.type("hruza")
    d.wait_name("Tomáš Hrůza")
    assert d.found == ["Tomáš Hrůza"]
    assert d.cards.person.verb.words == "Check in and print badge"
    d.enter()
    d.wait_word("Admitted")
    assert d.presence(d.named("Tomáš Hrůza").attendee) is Presence.IN
    assert d.left.search.text() == ""
    assert not d.left.searching


def test_of_several_enter_admits_nobody_until_one_is_chosen(at_desk: Driver) -> None:
    d = at_desk
    first, second, *_ = d.search("mac")
    d.wait_name(first)
    for _ in range(3):
        d.enter()
    QTest.qWait(250)
    assert d.judged == []
    assert d.left.search.text() == "mac"
    d.key(Qt.Key.Key_Down)
    d.wait_name(second)
    d.enter()
    d.wait_word("Admitted")
    assert [r.name for r in d.judged] == [second]


def test_a_scan_while_typing_shows_its_verdict_and_what_was_typed_is_there_again(at_desk: Driver) -> None:
    d = at_desk
    first, *_ = d.search("mac")
    d.wait_name(first)
    other = d.with_status(Status.CONFIRMED, 5)
    d.scan(other.badge_code)
    d.wait_word("Admitted")
    assert (d.left.search.text(), d.found[0]) == ("mac", first)
    d.enter()
    d.key(Qt.Key.Key_Escape)
    d.wait_name(first)
    assert d.left.search.text() == "mac"
    d.enter()
    QTest.qWait(250)
    assert [r.name for r in d.judged] == [other.name], "nobody is admitted by the Enter after a verdict"


def test_whoever_was_looked_for_and_scanned_is_looked_for_no_more(at_desk: Driver) -> None:
    d = at_desk
    somebody = d.with_status(Status.CONFIRMED, 5)
    assert somebody.name in d.search(somebody.family)
    d.scan(somebody.badge_code)
    d.wait_word("Admitted")
    d.wait(lambda: d.left.search.text() == "")


def test_the_one_person_found_is_admitted_by_enter_and_after_a_verdict_only_once_picked(at_desk: Driver) -> None:
    d = at_desk
    somebody, other = d.with_status(Status.CONFIRMED, 5), d.with_status(Status.CONFIRMED, 6)
    assert d.search(somebody.name) == [somebody.name]
    d.wait_name(somebody.name)
    d.scan(other.badge_code)
    d.wait_word("Admitted")
    d.key(Qt.Key.Key_Escape)
    d.wait_name(somebody.name)
    d.enter()
    QTest.qWait(250)
    assert [r.name for r in d.judged] == [other.name], "the first Enter picks"
    d.enter()
    d.wait(lambda: len(d.judged) == 2)
    assert d.judged[-1].name == somebody.name


def test_down_chooses_another_and_enter_acts_on_that_one(at_desk: Driver) -> None:
    d = at_desk
    _, second, *_ = d.search("mac")
    d.key(Qt.Key.Key_Down)
    d.wait_name(second)
    d.enter()
    d.wait_word("Admitted")
    assert [r.name for r in d.judged] == [second]


def test_ctrl_2_takes_the_second_result(at_desk: Driver) -> None:
    d = at_desk
    _, second, *_ = d.search("mac")
    d.ctrl(Qt.Key.Key_2)
    d.wait_name(second)


def test_enter_before_the_answer_means_whom_the_words_find(at_desk: Driver) -> None:
    d = at_desk
    d.type("ailsa")
    d.wait_name("Ailsa Drummond")
    # The text is exchanged and Enter pressed in one breath, before any answer can have come back.
    d.left.search.setText("hruza")
    QTest.keyClick(d.window.windowHandle(), Qt.Key.Key_Return)
    d.wait_word("Admitted")
    assert [r.name for r in d.judged] == ["Tomáš Hrůza"]


def test_enter_before_the_answer_admits_nobody_when_nobody_is_found(at_desk: Driver) -> None:
    d = at_desk
    d.type("ailsa")
    d.wait_name("Ailsa Drummond")
    d.left.search.setText("zyxwv")
    QTest.keyClick(d.window.windowHandle(), Qt.Key.Key_Return)
    d.wait(lambda: d.left.searching and not d.found)
    QTest.qWait(300)
    assert d.judged == []
    assert d.cards.page == "ready"


def test_two_quick_enters_check_in_once(at_desk: Driver) -> None:
    d = at_desk
    d.type("hruza")
    d.wait_name("Tomáš Hrůza")
    for _ in range(2):
        QTest.keyClick(d.window.windowHandle(), Qt.Key.Key_Return)
    d.wait_word("Admitted")
    QTest.qWait(300)
    assert [r.outcome.value for r in d.judged] == ["admitted"]


@pytest.mark.parametrize("spell", [str.upper, str.lower, lambda code: f"{code[:4]} {code[4:8]}-{code[8:]}"])
def test_a_typed_badge_code_is_a_scan(at_desk: Driver, spell) -> None:
    d = at_desk
    somebody = d.with_status(Status.CONFIRMED, 3)
    d.type(spell(somebody.badge_code))
    d.enter()
    d.wait_word("Admitted")
    assert [r.name for r in d.judged] == [somebody.name]


def test_a_letter_typed_on_a_button_goes_to_the_search(at_desk: Driver) -> None:
    d = at_desk
    d.left._camera.setFocus()
    d.type("hruza")
    d.wait_name("Tomáš Hrůza")
    # Four letters find him too: the fifth may still be on its way.
    d.wait(lambda: d.left.search.text() == "hruza")


def test_escape_empties_the_field_and_puts_the_card_away(at_desk: Driver) -> None:
    d = at_desk
    d.type("hruza")
    d.wait_name("Tomáš Hrůza")
    d.key(Qt.Key.Key_Escape)
    d.wait_page("ready")
    assert d.left.search.text() == ""
    assert d.left.search.hasFocus()


def test_the_card_that_follows_a_verdict_means_nothing_to_enter_and_goes_by_itself(at_desk: Driver) -> None:
    d = at_desk
    d.page.finding._rest.setInterval(600)
    somebody = d.with_status(Status.CONFIRMED, 3)
    d.scan(somebody.badge_code)
    d.cards.verdict.time_ran_out.emit()
    d.wait_name(somebody.name)
    d.enter()
    assert len(d.judged) == 1
    d.wait_page("ready")


def test_a_card_that_was_picked_stays_when_the_one_before_would_have_gone(at_desk: Driver) -> None:
    d = at_desk
    d.page.finding._rest.setInterval(1500)
    d.scan(d.with_status(Status.CONFIRMED, 3).badge_code)
    d.cards.verdict.time_ran_out.emit()
    d.wait_page("person")
    d.type("hruza")
    d.wait_name("Tomáš Hrůza")
    QTest.qWait(1700)
    assert d.cards.page == "person"


def test_an_act_of_the_list_opens_its_person(at_desk: Driver) -> None:
    d = at_desk
    somebody = d.with_status(Status.CONFIRMED, 3)
    d.scan(somebody.badge_code)
    d.wait(lambda: d.acts and d.acts[0].name == somebody.name)
    d.left.acts.row_pressed.emit(0)
    d.wait_name(somebody.name)


def test_a_cancelled_person_cannot_be_checked_in_and_the_card_says_why(at_desk: Driver) -> None:
    d = at_desk
    gone = d.with_status(Status.CANCELLED)
    d.type(gone.family.split()[0])
    d.wait_name(gone.name)
    assert not d.cards.person.verb.isEnabled()
    assert "cancelled" in d.cards.person.reason.text()
    d.enter()
    d.ctrl(Qt.Key.Key_Return)
    QTest.qWait(200)
    assert d.judged == []
