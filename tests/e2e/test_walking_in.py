"""Somebody who is not on the list: five fields by keyboard, twins, verdict, badge."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from checkin.domain.people import Presence, Status
from tests.e2e.driver import Driver
from tests.e2e.test_watching import assert_badge_of, printed

TYPED = ("Nora", "Quist", "Lund Kommun", "Lund", "nora@lund.example")


def type_all(d: Driver) -> None:
    """The five fields in the order that Tab gives them."""
    for place, text in enumerate(TYPED):
        if place:
            d.key(Qt.Key.Key_Tab)
        d.type(text)


def test_a_walk_in_by_keyboard_alone_is_admitted_and_has_a_badge(at_desk: Driver) -> None:
    d = at_desk
    d.key(Qt.Key.Key_F4)
    d.wait_page("walk_in")
    type_all(d)
    assert d.cards.walk_in.value().given == "Nora"
    d.enter()
    d.wait_word("Admitted")
    assert d.cards.verdict.text.name == "Nora Quist"
    person = d.named("Nora Quist")
    card = d.card(person.attendee)
    assert (person.organisation, person.city, card.email) == ("Lund Kommun", "Lund", "nora@lund.example")
    assert person.presence is Presence.IN
    assert_badge_of(person, printed(d)[0])
    d.wait(lambda: d.cards.verdict.text.reason == "Badge printed" or d.cards.page != "verdict")


def test_what_was_searched_stands_in_the_form(at_desk: Driver) -> None:
    d = at_desk
    d.type("nora quist")
    d.key(Qt.Key.Key_F4)
    d.wait_page("walk_in")
    assert (d.cards.walk_in.value().given, d.cards.walk_in.value().family) == ("Nora", "Quist")


def test_a_likely_twin_is_shown_and_can_be_taken(at_desk: Driver) -> None:
    d = at_desk
    d.key(Qt.Key.Key_F4)
    d.type("Tomas")
    d.key(Qt.Key.Key_Tab)
    d.type("Hruza")
    d.wait(lambda: d.cards.walk_in.twins.isVisible())
    d.ctrl(Qt.Key.Key_1)
    d.wait_name("Tomáš Hrůza")
    d.enter()
    d.wait_word("Admitted")
    assert [r.name for r in d.judged] == ["Tomáš Hrůza"]


def test_without_a_family_name_the_form_says_what_is_missing(at_desk: Driver) -> None:
    d = at_desk
    d.key(Qt.Key.Key_F4)
    d.type("Nora")
    d.enter()
    d.enter()
    d.wait(lambda: d.cards.walk_in.family._fault.text() == "A walk-in needs both names.")
    assert d.services.people.figures()["listed"] == 130


def test_added_only_is_on_the_list_and_not_in(at_desk: Driver) -> None:
    d = at_desk
    d.key(Qt.Key.Key_F4)
    type_all(d)
    d.ctrl(Qt.Key.Key_Return)
    d.wait_name("Nora Quist")
    assert d.presence(d.named("Nora Quist").attendee) is Presence.EXPECTED


def test_two_quick_enters_make_one_person(at_desk: Driver) -> None:
    d = at_desk
    d.key(Qt.Key.Key_F4)
    type_all(d)
    QTest.qWait(150)
    for _ in range(2):
        QTest.keyClick(d.window.windowHandle(), Qt.Key.Key_Return)
    d.wait_word("Admitted")
    QTest.qWait(300)
    assert len(d.services.people.search("nora quist")) == 1


def test_scans_while_a_form_is_half_typed_leave_it_untouched(at_desk: Driver) -> None:
    d = at_desk
    d.key(Qt.Key.Key_F4)
    d.type("Nora")
    d.key(Qt.Key.Key_Tab)
    d.type("Qui")
    field = QApplication.focusWidget()
    for nth in (3, 5):
        d.scan(d.with_status(Status.CONFIRMED, nth).badge_code)
        d.wait_word("Admitted")
    d.wait_page("walk_in")
    assert (d.cards.walk_in.value().given, d.cards.walk_in.value().family) == ("Nora", "Qui")
    assert QApplication.focusWidget() is field
    d.type("st")
    assert d.cards.walk_in.value().family == "Quist"
    d.enter()
    d.wait(lambda: d.cards.verdict.text.name == "Nora Quist")


def test_escape_on_the_verdict_brings_the_form_back_at_once(at_desk: Driver) -> None:
    d = at_desk
    d.key(Qt.Key.Key_F4)
    d.type("Nora")
    d.scan(d.with_status(Status.CANCELLED).badge_code)
    d.wait_word("Cancelled")
    d.key(Qt.Key.Key_Escape)
    d.wait_page("walk_in")
    assert d.cards.walk_in.value().given == "Nora"
    d.key(Qt.Key.Key_F4)
    assert d.cards.walk_in.value().given == "Nora"
