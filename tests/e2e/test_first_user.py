"""What somebody who was never told anything tripped over in the window: each said, or shown, where they look."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from checkin.domain.people import Person, Status
from checkin.paths import Home
from tests.e2e.driver import Driver

Opens = Callable[..., Driver]
HEADER = "Given name,Family name,Organisation,E-mail,Ticket code\n"


def open_card(d: Driver, person: Person) -> None:
    d.search(person.name)
    d.wait_name(person.name)


def bring_in(d: Driver, path: Path) -> None:
    d.bring(str(path))


def test_no_key_is_printed_on_the_verb_until_somebody_of_several_is_chosen(at_desk: Driver) -> None:
    d, verb = at_desk, at_desk.cards.person.verb
    first, second, *_ = d.search("mac")
    d.wait_name(first)
    assert verb.key == ""
    d.key(Qt.Key.Key_Up)
    d.wait(lambda: verb.key == "Enter")
    d.key(Qt.Key.Key_Down)
    d.wait_name(second)
    d.wait(lambda: verb.key == "Enter")


def test_enter_asks_which_of_several_and_an_arrow_answers(at_desk: Driver) -> None:
    d, head = at_desk, at_desk.left.results._count
    first, *_ = d.search("mac")
    d.wait_name(first)
    before = head.whole
    d.enter()
    d.wait(lambda: head.whole == "Which one? Up and Down, or Ctrl 1 to 9")
    assert d.judged == []
    d.key(Qt.Key.Key_Down)
    d.wait(lambda: head.whole == before)


def test_no_key_is_printed_on_the_verb_of_a_card_that_a_verdict_left_behind(at_desk: Driver) -> None:
    d = at_desk
    person = d.with_status(Status.CONFIRMED)
    open_card(d, person)
    d.wait(lambda: d.cards.person.verb.key == "Enter")
    d.enter()
    d.wait_word("Admitted")
    d.cards.verdict.time_ran_out.emit()
    d.wait_name(person.name)
    assert d.cards.person.verb.key == ""


def test_keys_of_the_desk_are_not_kept_by_the_search_field(at_desk: Driver) -> None:
    """On X11 a line of text takes Ctrl E and Ctrl K for itself; here every platform is told that it must not."""
    for key in (Qt.Key.Key_E, Qt.Key.Key_K):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
        event.accept()
        at_desk.left.search.event(event)
        assert not event.isAccepted()
    typed = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_E, Qt.KeyboardModifier.NoModifier, "e")
    at_desk.left.search.event(typed)
    assert typed.isAccepted()


def test_a_scan_before_there_is_a_list_is_answered_in_words_of_the_window(window_on: Opens, home: Home) -> None:
    d = window_on(home)
    d.wait_page("first_run")
    d.burst("GXABCDEFGH2")
    d.wait(lambda: "Bring in the attendee list first: press Ctrl O." in d.told())
    assert "checkin " not in d.told()
    assert not d.desk.has_event


def test_the_name_that_stood_in_the_field_gives_way_to_the_next_after_a_form(at_desk: Driver) -> None:
    d = at_desk
    person = d.with_status(Status.CONFIRMED)
    open_card(d, person)
    d.ctrl(Qt.Key.Key_N)
    d.wait_page("note")
    d.type("ab")
    d.enter()
    d.wait_page("person")
    d.type("is")
    assert d.left.search.text() == "is"


def test_a_message_is_ticked_on_the_verdict_too(at_desk: Driver) -> None:
    d = at_desk
    person = d.with_status(Status.CONFIRMED)
    d.services.notes.note(person.attendee, "Ring your sister", at_scan=True, at=d.clock.now)
    d.scan(person.badge_code)
    d.wait_word("Admitted")
    assert "delivered" in [act.id for act in d.page.scanning._acts(d.judged[-1])]
    d.ctrl(Qt.Key.Key_T)
    d.wait(lambda: all(note.delivered for note in d.card(person.attendee).notes))


def test_a_code_that_dies_is_told_by_name(at_desk: Driver) -> None:
    d = at_desk
    person = d.with_status(Status.CONFIRMED)
    d.scan(person.badge_code)
    d.wait_word("Admitted")
    d.ctrl(Qt.Key.Key_B)
    d.wait(lambda: f"The old badge of {person.name} opens nothing any more." in d.told())
    assert d.card(person.attendee).person.badge_code != person.badge_code


def test_the_size_chosen_by_key_is_the_one_ticked_in_the_settings(at_desk: Driver) -> None:
    d = at_desk
    d.window.show_page("settings")
    d.window.settings.show_section("look")
    shown = d.window.settings.look_section.settings["look.zoom"].control
    d.wait(lambda: shown.chosen == "100")
    d.ctrl(Qt.Key.Key_Plus)
    d.wait(lambda: shown.chosen == "110")
    d.ctrl(Qt.Key.Key_0)
    d.wait(lambda: shown.chosen == "100")


def test_a_newer_list_tells_who_changes_how(window_on: Opens, home: Home, tmp_path: Path) -> None:
    before, after = tmp_path / "before.csv", tmp_path / "after.csv"
    before.write_text(HEADER + "Ada,Quill,Old Hall,a@example.org,T-1\nBo,Lind,Mill,b@example.org,T-2\n", "utf-8")
    after.write_text(HEADER + "Ada,Quill,New Hall,x@example.org,T-1\nBo,Lind,Mill,b@example.org,T-2\n", "utf-8")
    d = window_on(home)
    d.wait_page("first_run")
    bring_in(d, before)
    d.ctrl(Qt.Key.Key_Return)
    d.wait_page("ready")
    d.hands.files = [str(after)]
    d.ctrl(Qt.Key.Key_O)
    d.wait_step("changes")
    assert [c.count for c in d.importing.changes.bar.choices.values()][:3] == [0, 1, 1]
