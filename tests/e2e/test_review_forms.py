"""Forms keep what is half typed: a scan, a lock, the help or a list over them, and they are there again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from checkin.domain.people import Presence, Status
from tests.e2e.driver import Driver
from tests.e2e.review import FORMS, confirmed, field_of, nothing_more, open_card, text_of
from tests.e2e.test_other_programs import held_by_another

CTRL = Qt.KeyboardModifier.ControlModifier


def half_typed(d: Driver, form: str) -> str:
    """The form opened for somebody, with something typed in it; answers whom."""
    person = confirmed(d)
    FORMS[form](d, person)
    if field_of(d, form) is not None:
        d.type("zof")
        d.wait(lambda: "zof" in text_of(d, form))
    return person.attendee


def stands_there(d: Driver, form: str) -> None:
    d.wait_page(form)
    if field_of(d, form) is not None:
        assert "zof" in text_of(d, form)
        assert field_of(d, form).hasFocus()


@pytest.mark.parametrize("form", FORMS)
def test_a_scan_in_the_middle_of_a_form_is_judged_and_the_form_comes_back(at_desk: Driver, form: str) -> None:
    d = at_desk
    half_typed(d, form)
    other = confirmed(d, 30)
    assert d.scan(other.badge_code).outcome.value == "admitted"
    d.wait_word("Admitted")
    d.cards.verdict.time_ran_out.emit()
    stands_there(d, form)
    d.scan("GX00000000X")
    d.wait_word("Not found")
    d.key(Qt.Key.Key_Escape)
    stands_there(d, form)
    d.key(Qt.Key.Key_Escape)
    d.wait(lambda: d.cards.page in ("ready", "person"))
    assert not d.page.behind


@pytest.mark.parametrize("form", FORMS)
def test_no_other_key_of_the_desk_throws_a_form_away(at_desk: Driver, form: str) -> None:
    d = at_desk
    half_typed(d, form)
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F10, Qt.Key.Key_F11):
        d.key(key)
    for letter in "BHIKMNPT":
        QTest.keyClick(d.window.windowHandle(), Qt.Key[f"Key_{letter}"], CTRL)
    QTest.qWait(200)
    stands_there(d, form)
    d.key(Qt.Key.Key_F8)
    d.wait(lambda: "nothing to take back" in d.told())
    stands_there(d, form)
    nothing_more(d)


@pytest.mark.parametrize("form", [form for form in FORMS if form != "help"])
def test_the_help_lies_over_a_form_for_a_while(at_desk: Driver, form: str) -> None:
    d = at_desk
    half_typed(d, form)
    d.key(Qt.Key.Key_F1)
    d.wait_page("help")
    d.key(Qt.Key.Key_Escape)
    stands_there(d, form)


def test_the_help_leaves_what_was_typed_in_the_search(at_desk: Driver) -> None:
    d = at_desk
    first, *_ = d.search("mac")
    d.key(Qt.Key.Key_F1)
    d.wait_page("help")
    d.key(Qt.Key.Key_F1)
    d.wait_name(first)
    assert d.left.search.text() == "mac"
    d.enter()
    nothing_more(d)


@pytest.mark.parametrize("form", FORMS)
def test_the_settings_and_back(at_desk: Driver, form: str) -> None:
    d = at_desk
    half_typed(d, form)
    for page in ("settings", "desk"):
        d.window.show_page(page)
    stands_there(d, form)


def test_esc_closes_the_form_before_it_empties_the_search_behind_it(at_desk: Driver) -> None:
    d = at_desk
    first, *_ = d.search("mac")
    d.wait_name(first)
    d.key(Qt.Key.Key_F2)
    d.wait_page("correct")
    d.key(Qt.Key.Key_Escape)
    d.wait_name(first)
    assert d.left.search.text() == "mac"
    d.key(Qt.Key.Key_Escape)
    d.wait_page("ready")
    assert d.left.search.text() == ""


def test_a_list_that_is_brought_in_leaves_the_form_at_the_desk_as_it_is(at_desk: Driver, tmp_path: Path) -> None:
    d = at_desk
    half_typed(d, "walk_in")
    rows = tmp_path / "more.csv"
    rows.write_text("First name,Last name,E-mail\nZora,Quint,zora@example.org\n", encoding="utf-8")
    d.page.listing.read([str(rows)])
    d.wait_step("columns")
    d.scan(confirmed(d, 30).badge_code)
    d.wait_word("Admitted")
    d.ctrl(Qt.Key.Key_O)
    d.key(Qt.Key.Key_Escape)
    stands_there(d, "walk_in")
    d.window.strip.item_opened.emit("list")
    d.wait_step("columns")
    d.ctrl(Qt.Key.Key_Return)
    d.wait_step("changes")
    d.apply_list()
    d.wait(lambda: d.services.people.search("zora quint"))
    stands_there(d, "walk_in")


def test_a_list_that_is_stored_late_leaves_the_cursor_in_the_form_begun_meanwhile(at_desk: Driver) -> None:
    d = at_desk
    half_typed(d, "walk_in")
    d.page.listing.imported.emit()
    QTest.qWait(200)
    stands_there(d, "walk_in")


def test_an_act_that_is_stored_late_leaves_the_form_begun_meanwhile(at_desk: Driver) -> None:
    d = at_desk
    person = confirmed(d)
    FORMS["note"](d, person)
    d.type("asked")
    with held_by_another(d):
        d.enter()
        d.wait(lambda: d.page.parts.acting.waiting == 1)
        d.key(Qt.Key.Key_Escape)
        d.wait_page("person")
        half_typed(d, "walk_in")
    d.wait(lambda: [n.text for n in d.card(person.attendee).notes] == ["asked"], 15_000)
    QTest.qWait(200)
    stands_there(d, "walk_in")


def test_a_walk_in_that_is_stored_late_leaves_the_form_begun_meanwhile(at_desk: Driver) -> None:
    d = at_desk
    FORMS["walk_in"](d, confirmed(d))
    d.type("Nora")
    d.key(Qt.Key.Key_Tab)
    d.type("Quist")
    with held_by_another(d):
        d.enter()
        d.wait(lambda: d.page.parts.acting.waiting == 1)
        d.key(Qt.Key.Key_Escape)
        half_typed(d, "note")
    d.wait(lambda: d.cards.verdict.text.name == "Nora Quist", 15_000)
    d.key(Qt.Key.Key_Escape)
    stands_there(d, "note")


def test_while_a_scan_waits_for_the_database_a_form_and_a_card_can_be_worked_on(at_desk: Driver) -> None:
    d = at_desk
    person = confirmed(d)
    with held_by_another(d):
        d.burst(confirmed(d, 30).badge_code)
        d.wait(lambda: d.cards.ready._title.text() == "Not stored yet")
        FORMS["note"](d, person)
        d.type("zof")
        QTest.qWait(1800)
        stands_there(d, "note")
    d.wait_word("Admitted")
    d.key(Qt.Key.Key_Escape)
    stands_there(d, "note")


def test_a_form_never_stores_for_another_person_than_it_shows(at_desk: Driver) -> None:
    """F2 over the verdict of somebody who has gone from the list meanwhile: the form of the first stays the first's."""
    d = at_desk
    person = confirmed(d)
    FORMS["correct"](d, person)
    QTest.keyClick(d.window.windowHandle(), Qt.Key.Key_A, CTRL)
    d.type("Zofia")
    other = confirmed(d, 30)
    d.scan(other.badge_code)
    d.wait_word("Admitted")
    card = d.services.people.card
    d.services.people.card = lambda attendee, at=None: card("pnobody", at)
    d.key(Qt.Key.Key_F2)
    d.wait(lambda: "on the list" in d.told())
    d.services.people.card = card
    d.key(Qt.Key.Key_Escape)
    d.wait_page("correct")
    d.enter()
    d.wait(lambda: d.card(person.attendee).person.given == "Zofia")
    assert d.card(other.attendee).person.given == other.given


def test_a_form_that_was_asked_for_does_not_come_over_a_verdict(at_desk: Driver) -> None:
    d = at_desk
    person, other = confirmed(d), confirmed(d, 30)
    open_card(d, person)
    d.page.person_acts.amending.begin(person.attendee)
    d.cards.show_page("verdict")
    QTest.qWait(200)
    assert d.cards.page == "verdict"
    assert d.presence(other.attendee) is Presence.EXPECTED


def test_a_form_works_on_after_a_fault_of_our_own(at_desk: Driver) -> None:
    d = at_desk
    person = confirmed(d)
    FORMS["note"](d, person)
    d.type("twice")
    note, broken = d.services.notes.note, []
    d.page.parts.acting.broken.connect(broken.append)
    d.services.notes.note = lambda *_a, **_k: 1 / 0
    d.enter()
    d.wait(lambda: len(broken) == 1)
    d.services.notes.note = note
    d.enter()
    d.wait(lambda: [n.text for n in d.card(person.attendee).notes] == ["twice"])


def test_a_message_ticked_in_the_note_form_leaves_what_is_half_typed(at_desk: Driver) -> None:
    d = at_desk
    person = confirmed(d)
    d.services.notes.note(person.attendee, "Marta waits at the foyer bar", at_scan=True)
    FORMS["note"](d, person)
    d.type("zof")
    d.ctrl(Qt.Key.Key_T)
    d.wait(lambda: d.card(person.attendee).notes[0].delivered)
    d.wait(lambda: not d.cards.note.strips[0].tick.isVisible())
    stands_there(d, "note")


def test_the_group_follows_what_another_desk_does(at_desk: Driver) -> None:
    d = at_desk
    leader = next(p for nth in range(60) if (p := confirmed(d, nth)).organisation == "Volunteers of the Lab")
    house = d.services.people.companions(leader.attendee).same_organisation
    FORMS["group"](d, leader)
    group = d.cards.group
    d.wait(lambda: len(group.list.group.people) == len(house))
    d.ctrl(Qt.Key.Key_A)
    assert len(group.ticked) > 2
    gone = group.ticked[-1]
    d.services.scans.group([gone])
    d.page.refresh()
    d.wait(lambda: gone not in group.ticked)
    assert len(group.ticked) > 1


def test_keys_that_edit_a_field_stay_the_fields(at_desk: Driver) -> None:
    d = at_desk
    person = confirmed(d)
    d.scan(confirmed(d, 30).badge_code)
    d.key(Qt.Key.Key_Escape)
    FORMS["correct"](d, person)
    field = d.cards.correct.fields["given"].edit
    d.type("zo")
    before = field.text()
    d.ctrl(Qt.Key.Key_Z)
    assert field.text() != before
    d.ctrl(Qt.Key.Key_A)
    assert field.selectedText() == field.text()
    d.ctrl(Qt.Key.Key_C)
    assert QApplication.clipboard().text() == field.text()
    d.ctrl(Qt.Key.Key_X)
    assert field.text() == ""
    d.ctrl(Qt.Key.Key_Z)
    d.ctrl(Qt.Key.Key_Z)
    assert d.with_status(Status.CONFIRMED, 0)
    assert [e.undone for e in d.acts[:1]] == [False], "Ctrl Z in a form's field takes back typing, never an act"


def test_a_scan_over_a_dialog_over_a_form_gives_the_cursor_back(at_desk: Driver) -> None:
    d = at_desk
    half_typed(d, "correct")
    field = field_of(d, "correct")
    dialog = QDialog(d.window)
    dialog.open()
    d.wait(dialog.isActiveWindow)
    d.page.scan(confirmed(d, 30).badge_code)
    d.wait_word("Admitted")
    dialog.reject()
    d.window.activateWindow()
    d.wait(d.window.isActiveWindow)
    d.type("ia")
    assert d.left.search.text() == ""
    d.key(Qt.Key.Key_Escape)
    d.wait_page("correct")
    assert field.hasFocus()
    assert "zofia" in field.text()
    dialog.deleteLater()
