"""The world changes below the window: people vanish, copies come back, lists are missing, other pages are shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from checkin.domain.people import Presence, Status
from checkin.paths import Home
from checkin.services.desk import Desk
from checkin.services.scan import ScanRequest, ScanService
from tests.e2e.driver import Driver
from tests.e2e.review import FORMS, confirmed, nothing_more, open_card, text_of

F_KEYS = tuple(Qt.Key(Qt.Key.Key_F1 + n) for n in range(11) if n not in (4, 8))
LETTERS = "BDHIKMNPTZ"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ROWS = "First name,Last name,E-mail\n"


def brought_in(d: Driver, rows: str, folder: Path) -> str:
    """A list, as another program brings it in; answers the entry that takes it back."""
    file = folder / "more.csv"
    file.write_text(ROWS + rows, encoding="utf-8")
    d.services.imports.run([file])
    d.page.refresh()
    return d.services.people.last_acts()[0].entry


def every_key(d: Driver) -> None:
    for key in F_KEYS:
        d.key(key)
    d.key(Qt.Key.Key_F8, SHIFT)
    for letter in LETTERS:
        d.ctrl(Qt.Key[f"Key_{letter}"])
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_1):
        d.ctrl(key) if key != Qt.Key.Key_Escape else d.key(key)


def test_whoever_vanishes_with_a_list_that_is_taken_back_leaves_the_card(at_desk: Driver, tmp_path: Path) -> None:
    d = at_desk
    entry = brought_in(d, "Zora,Quint,zora@example.org\n", tmp_path)
    d.search("zora quint")
    d.wait_name("Zora Quint")
    d.services.undoing.undo(entry, "wrong list")
    d.page.refresh()
    d.wait_page("ready")
    d.enter()
    nothing_more(d)
    assert not d.left.searching
    assert "on the list" in d.told()


@pytest.mark.parametrize("form", ["correct", "note", "instead_of", "group"])
def test_a_form_of_whoever_vanished_says_so_and_can_be_left(at_desk: Driver, form: str, tmp_path: Path) -> None:
    d = at_desk
    entry = brought_in(d, "Zora,Quint,zora@example.org\n", tmp_path)
    FORMS[form](d, d.named("Zora Quint"))
    if form != "group":
        d.type("zof")
    if form == "instead_of":
        d.key(Qt.Key.Key_Tab)
        d.type("quist")
    d.services.undoing.undo(entry, "wrong list")
    d.enter()
    d.wait(lambda: "on the list" in d.told())
    assert d.cards.page == form
    d.key(Qt.Key.Key_Escape)
    d.wait_page("ready")
    assert d.judged == []


@pytest.mark.parametrize("form", FORMS)
def test_another_programs_act_arrives_while_a_form_is_open(
    at_desk: Driver, demo_home: Home, open_desk: Callable[[Home], Desk], form: str
) -> None:
    d = at_desk
    d.wait(lambda: d.app._seen != -1)
    person = confirmed(d)
    FORMS[form](d, person)
    typed = form not in ("group", "same_person", "help")
    if typed:
        d.type("zof")
    ScanService(open_desk(demo_home)).scan(ScanRequest(attendee=person.attendee))
    d.wait(lambda: d.acts and d.acts[0].name == person.name)
    assert d.cards.page == form
    assert not typed or "zof" in text_of(d, form)


def test_keys_on_first_run_do_no_harm(window_on: Callable[[Home], Driver], home: Home) -> None:
    d = window_on(home)
    d.wait_page("first_run")
    every_key(d)
    d.burst("GX00000000X")
    QTest.qWait(300)
    d.key(Qt.Key.Key_Escape)
    d.wait_page("first_run")
    d.key(Qt.Key.Key_F1)
    d.wait_page("help")
    d.page.refresh()
    QTest.qWait(200)
    assert d.cards.page == "help", "the help is not closed by a look at the desk"
    d.key(Qt.Key.Key_Escape)
    d.wait_page("first_run")
    d.key(Qt.Key.Key_F12)
    QTest.qWait(100)
    assert not d.window.signing_in.is_locked
    assert d.judged == []


def test_keys_on_a_desk_where_nothing_was_done_do_no_harm(at_desk: Driver) -> None:
    d = at_desk
    every_key(d)
    d.key(Qt.Key.Key_Escape)
    d.key(Qt.Key.Key_Escape)
    d.wait_page("ready")
    nothing_more(d)
    assert d.acts == [] or all(a.kind in ("list_imported", "programme_changed", "event_opened") for a in d.acts)


def test_keys_of_the_desk_are_not_heard_on_the_settings(at_desk: Driver) -> None:
    d = at_desk
    somebody = confirmed(d, 30)
    d.scan(somebody.badge_code)
    d.wait_word("Admitted")
    open_card(d, confirmed(d))
    d.window.show_page("settings")
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F4, Qt.Key.Key_F7, Qt.Key.Key_F8):
        d.key(key)
    for letter in "BIKMNZ":
        d.ctrl(Qt.Key[f"Key_{letter}"])
    d.ctrl(Qt.Key.Key_Return)
    d.type("mac")
    nothing_more(d, 1)
    assert d.presence(somebody.attendee) is Presence.IN
    assert (d.cards.page, d.left.search.text()) == ("person", "")


def test_a_scan_on_the_settings_shows_its_verdict_on_the_desk(at_desk: Driver) -> None:
    d = at_desk
    d.window.show_page("settings")
    d.scan(confirmed(d).badge_code)
    d.wait_word("Admitted")
    assert d.page.isVisible()


def test_a_scan_that_is_tried_out_admits_nobody(at_desk: Driver) -> None:
    d = at_desk
    d.app.settings.show_section("scanners")
    d.window.show_page("settings")
    d.wait(lambda: d.app.scanner.trying)
    somebody = confirmed(d)
    d.burst(somebody.badge_code)
    QTest.qWait(500)
    assert d.app.settings.isVisible()
    nothing_more(d)
    d.window.show_page("desk")
    d.wait(lambda: not d.app.scanner.trying)
    assert d.scan(somebody.badge_code).outcome.value == "admitted"


def test_a_copy_is_brought_back_while_the_desk_works(at_desk: Driver) -> None:
    d = at_desk
    before, later = confirmed(d, 11), confirmed(d, 12)
    d.scan(before.badge_code)
    copy = d.services.care.backup().file
    d.scan(later.badge_code)
    d.key(Qt.Key.Key_Escape)
    FORMS["note"](d, before)
    d.type("zof")
    copying = d.app.settings.copying
    copying._chosen = copy
    copying.restore()
    d.burst(confirmed(d, 13).badge_code)
    d.wait(lambda: len(d.judged) == 3, 20_000)
    d.wait_word("Admitted")
    assert [d.presence(p.attendee) for p in (before, later)] == [Presence.IN, Presence.EXPECTED]
    d.key(Qt.Key.Key_Escape)
    d.wait_page("note")
    d.enter()
    d.wait(lambda: [n.text for n in d.card(before.attendee).notes] == ["zof"])
    d.wait(lambda: not copying._busy)


def test_of_two_hundred_found_enter_admits_nobody_and_an_arrow_chooses(at_desk: Driver, tmp_path: Path) -> None:
    d = at_desk
    brought_in(d, "".join(f"Quentin{n:03},Zwolle,q{n}@example.org\n" for n in range(200)), tmp_path)
    found = d.search("zwolle")
    assert len(found) == 50
    d.enter()
    d.ctrl(Qt.Key.Key_Return)
    nothing_more(d)
    d.key(Qt.Key.Key_PageDown)
    d.wait_name(found[6])
    d.enter()
    d.wait_word("Admitted")
    assert [r.name for r in d.judged] == [found[6]]


def test_the_number_of_figures_agrees_after_all(at_desk: Driver) -> None:
    d = at_desk
    for nth in (11, 12):
        d.scan(d.with_status(Status.CONFIRMED, nth).badge_code)
    assert d.services.people.figures()["inside"] == 2
