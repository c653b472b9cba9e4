"""Undo: one key, another reason in time, and the person as they were before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from checkin.domain.people import Presence, Status
from tests.e2e.driver import Driver


def admit(d: Driver) -> str:
    somebody = d.with_status(Status.CONFIRMED, 4)
    d.scan(somebody.badge_code)
    d.wait_word("Admitted")
    return somebody.attendee


def reasons(d: Driver, attendee: str) -> list[str]:
    return [e.text for e in d.card(attendee).entries if e.kind == "undone"]


def test_f8_takes_the_check_in_back(at_desk: Driver) -> None:
    d = at_desk
    who = admit(d)
    d.key(Qt.Key.Key_F8)
    d.wait(lambda: d.presence(who) is Presence.EXPECTED)
    d.wait(lambda: d.left.undo_strip.isVisible() and d.acts[0].undone)
    d.wait_name(d.judged[0].name)
    assert reasons(d, who) == ["Taken back: wrong scan"]
    assert d.scan(d.card(who).person.badge_code).outcome.value == "admitted"


def test_another_reason_chosen_in_time_is_written_beside_it(at_desk: Driver) -> None:
    d = at_desk
    who = admit(d)
    d.ctrl(Qt.Key.Key_Z)
    d.wait(lambda: d.left.undo_strip.isVisible())
    d.ctrl(Qt.Key.Key_2)
    d.wait(lambda: "Taken back: wrong person" in reasons(d, who))
    assert d.presence(who) is Presence.EXPECTED


def test_undo_of_a_check_out_leaves_the_person_in(at_desk: Driver) -> None:
    d = at_desk
    who = admit(d)
    d.key(Qt.Key.Key_F7)
    d.wait_word("Left")
    assert d.presence(who) is Presence.OUT
    d.key(Qt.Key.Key_F8)
    d.wait(lambda: d.presence(who) is Presence.IN)


def test_a_list_that_was_brought_in_is_not_taken_back_by_f8(at_desk: Driver, tmp_path: Path) -> None:
    d = at_desk
    rows = tmp_path / "more.csv"
    rows.write_text("First name,Last name,E-mail\nZora,Quint,zora@example.org\n", encoding="utf-8")
    who = admit(d)
    d.bring(str(rows))
    d.apply_list()
    d.wait(lambda: d.services.people.search("zora quint") and d.acts[0].kind == "list_imported")
    d.key(Qt.Key.Key_F8)
    d.wait(lambda: d.presence(who) is Presence.EXPECTED)
    assert d.services.people.search("zora quint")
    d.wait(lambda: not d.acts[0].undone and d.acts[1].undone)
    d.key(Qt.Key.Key_F8)
    d.wait(lambda: "nothing to take back" in d.told())
    assert d.services.people.search("zora quint")


def test_undo_while_a_walk_in_is_half_typed_leaves_the_form(at_desk: Driver) -> None:
    d = at_desk
    who = admit(d)
    d.key(Qt.Key.Key_F4)
    d.wait_page("walk_in")
    d.type("Nora")
    d.key(Qt.Key.Key_F8)
    d.wait(lambda: d.presence(who) is Presence.EXPECTED and d.left.undo_strip.isVisible())
    assert d.cards.page == "walk_in"
    assert d.cards.walk_in.value().given == "Nora"
