"""A newer list contradicts a correction made at the desk: the card asks, somebody decides, and F8 takes it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from checkin.domain.people import Presence, WalkIn
from checkin.gui.pages.desk.acts import SEQUENCES
from checkin.gui.pages.desk.conflict_strip import ConflictStrip
from checkin.gui.pages.settings.to_look_at_card import ToLookAtCard
from checkin.paths import Home
from tests.e2e.driver import Driver

Opens = Callable[..., Driver]
HEAD = "Ticket code,First name,Last name,E-mail,Organisation,City\n"


def listed(path: Path, organisation: str) -> Path:
    path.write_text(
        f"{HEAD}T-1,Ana,Ruiz,ana@example.org,{organisation},Lugo\nT-2,Bo,Ek,bo@example.org,Kommun,Lund\n",
        encoding="utf-8",
    )
    return path


@pytest.fixture
def contradicted(window_on: Opens, home: Home, tmp_path: Path) -> Driver:
    """Ana Ruiz's card: her organisation was corrected here, and the newer list says another."""
    d = window_on(home)
    d.wait_page("first_run")
    d.bring(str(listed(tmp_path / "people.csv", "Lab")))
    d.apply_list()
    ana = d.named("Ana Ruiz")
    d.services.correcting.correct(ana.attendee, {"organisation": "Laboratory of Lugo"})
    d.bring(str(listed(tmp_path / "people.csv", "The Lab")))
    d.apply_list()
    show(d)
    d.wait(lambda: strips(d))
    return d


def show(d: Driver) -> None:
    d.page.finding.open(d.named("Ana Ruiz").attendee)
    d.wait_name("Ana Ruiz")
    d.left.search.setFocus()


def strips(d: Driver) -> list[ConflictStrip]:
    return [strip for strip in d.cards.person.conflicts if strip.isVisible()]


def test_the_card_asks_and_the_lists_value_is_taken_and_taken_back(contradicted: Driver) -> None:
    d = contradicted
    (strip,) = strips(d)
    assert strip.accessibleName() == ("Organisation: The desk says “Laboratory of Lugo”, the list says “The Lab” now.")
    strip.buttons["theirs"].setFocus()
    QTest.keyClick(strip.buttons["theirs"], Qt.Key.Key_Space)
    assert d.left.search.hasFocus(), "the next key must not fall upon what stands where the button was"
    d.wait(lambda: not strips(d))
    assert d.named("Ana Ruiz").organisation == "The Lab"
    assert d.cards.person.org.whole == "The Lab"
    assert d.presence(d.named("Ana Ruiz").attendee) is Presence.EXPECTED
    d.key(Qt.Key.Key_F8)
    d.wait(lambda: d.cards.page == "person" and strips(d))
    assert d.named("Ana Ruiz").organisation == "Laboratory of Lugo"


def test_ours_stays_and_the_same_list_does_not_ask_again(contradicted: Driver, tmp_path: Path) -> None:
    d = contradicted
    QTest.mouseClick(strips(d)[0].buttons["ours"], Qt.MouseButton.LeftButton)
    d.wait(lambda: not strips(d))
    d.bring(str(listed(tmp_path / "people.csv", "The Lab")))
    d.apply_list()
    show(d)
    assert d.named("Ana Ruiz").organisation == "Laboratory of Lugo"
    assert d.services.conflicts.all() == []


@pytest.mark.qt_log_ignore("propagateSizeHints", "raise\\(\\)", "grabbing the keyboard")
def test_more_offers_the_same_for_who_has_no_mouse(contradicted: Driver) -> None:
    d = contradicted
    d.key(Qt.Key.Key_F10)
    d.wait(QApplication.activePopupWidget)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    acts = {action.text(): action for action in menu.actions()}
    acts["Organisation: Keep ours"].trigger()
    menu.close()
    d.wait(lambda: not strips(d))
    assert d.services.conflicts.all() == []


def test_a_verdict_in_front_stays_there_while_it_is_stored(contradicted: Driver) -> None:
    d = contradicted
    bo = d.named("Bo Ek")
    conflict = d.services.conflicts.all()[0].id
    d.scan(bo.badge_code)
    d.wait_word("Admitted")
    d.page.person_acts.deciding.decide(conflict, "ours")
    d.wait(lambda: d.services.conflicts.all() == [])
    QTest.qWait(50)
    assert d.cards.page == "verdict"


def test_who_was_joined_is_parted_again_and_f8_joins_them_once_more(contradicted: Driver) -> None:
    d = contradicted
    ana, bo = d.named("Ana Ruiz").attendee, d.named("Bo Ek").attendee
    d.scan(d.named("Bo Ek").badge_code)
    d.key(Qt.Key.Key_Escape)
    d.services.correcting.merge(ana, bo)
    one = d.card(ana).person
    d.page.finding.open(one.attendee)
    d.wait(lambda: "part_again" in {act.id for act in d.cards.person._extra})
    QTest.keySequence(d.window.windowHandle(), QKeySequence(SEQUENCES["part_again"]))
    d.wait(lambda: d.card(ana).person.attendee != d.card(bo).person.attendee)
    assert (d.presence(ana), d.presence(bo)) == (Presence.EXPECTED, Presence.IN), "each keeps their own history"
    d.wait(lambda: "part_again" not in {act.id for act in d.cards.person._extra})
    d.key(Qt.Key.Key_F8)
    d.wait(lambda: d.card(ana).person.attendee == d.card(bo).person.attendee)
    assert d.presence(ana) is Presence.IN


def in_settings(d: Driver, count: int) -> ToLookAtCard:
    d.window.show_page("settings")
    d.window.settings.show_section("list")
    card = d.window.settings.list_section.to_look_at
    d.wait(lambda: len(card.shown) == count)
    return card


def press(card: ToLookAtCard, place: int, act: str) -> None:
    row = list(card.shown.values())[place]
    button = row.shows[0] if act == "show" else row.buttons[act]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_the_settings_list_what_waits_and_count_it(contradicted: Driver) -> None:
    d = contradicted
    card = in_settings(d, 1)
    entry = d.window.settings.list_of.buttons["list"]
    assert entry.accessibleName() == "Show Attendee list, 1 to look at"
    press(card, 0, "theirs")
    d.wait(lambda: not card.shown)
    assert d.named("Ana Ruiz").organisation == "The Lab"
    assert card.about.whole == "Nothing to look at."
    assert entry.accessibleName() == "Show Attendee list"


def test_from_the_settings_one_comes_to_the_card(contradicted: Driver) -> None:
    d = contradicted
    press(in_settings(d, 1), 0, "show")
    d.wait(lambda: d.page.isVisible())
    d.wait_name("Ana Ruiz")
    assert strips(d)


@pytest.mark.parametrize("what", ["one", "two"])
def test_a_likely_pair_is_decided_and_the_cursor_does_not_stay_on_what_decides(contradicted: Driver, what: str) -> None:
    d = contradicted
    ana = d.named("Ana Ruiz").attendee
    twin = d.services.walk_ins.register(WalkIn("Ana", "Ruíz", "ana@example.org", "Laboratory of Lugo", "Lugo")).attendee
    card = in_settings(d, 2)
    assert [row.told.name for row in list(card.shown.values())[:1]] == ["Ana Ruiz"]
    press(card, 1, what)
    d.wait(lambda: len(card.shown) == 1)
    assert (d.card(ana).person.attendee == d.card(twin).person.attendee) is (what == "one")
    d.wait(lambda: next(iter(card.shown.values())).shows[0].hasFocus())
