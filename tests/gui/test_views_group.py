"""People who came together: ticked, told why not, checked in by one act."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from checkin.domain.people import BadgeState, Companions, Presence, Status
from checkin.gui.pages.desk.group_view import GroupView
from tests.gui import gallery_people as scenes
from tests.gui import people
from tests.gui.test_views_desk import shown

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("propagateSizeHints")]

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def group_of(qtbot, companions: Companions = scenes.GROUP, *, prints: bool = True) -> GroupView:
    view = shown(qtbot, GroupView())
    view.show_group(companions, people.AOIFE.attendee, "SIL-2F8KD", prints=prints, shut=scenes.shut)
    return view


def test_everybody_of_an_order_who_may_go_in_is_ticked(qtbot) -> None:
    view = group_of(qtbot)
    aoife, lukasz, soren, stefan = (person.attendee for person in scenes.FOUR)
    assert view.ticked == [aoife, lukasz, soren]
    assert view.title.accessibleName() == "Group of 4"
    assert view.about.text() == "Same order, SIL-2F8KD. Take out anyone who is not in front of you."
    assert view.verb.words == "Check in 3 people and print 3 badges"
    assert view.behind.accessibleName() == "1 stays behind: Ştefan Țurcanu has not paid. The others go in."
    assert view.aside.whole == "One act: one undo takes all 3 back"
    with qtbot.waitSignal(view.check_in_requested) as heard:
        view.verb.click()
    assert heard.args == [[aoife, lukasz, soren]]
    assert stefan not in heard.args[0]


def test_a_group_by_keyboard_alone(qtbot) -> None:
    view = group_of(qtbot)
    view.list.setFocus()
    heard: list[list[str]] = []
    view.check_in_requested.connect(heard.append)
    QTest.keyClick(view.list, Key.Key_Space)
    assert view.ticked == [scenes.LUKASZ.attendee, scenes.SOREN.attendee]
    QTest.keyClick(view.list, Key.Key_Down)
    QTest.keyClick(view.list, Key.Key_Space)
    QTest.keyClick(view.list, Key.Key_Return)
    QTest.keyClick(view.list, Key.Key_D, CTRL)
    QTest.keyClick(view.list, Key.Key_Return)
    view.request()
    assert heard == [[scenes.SOREN.attendee]]
    assert not view.verb.isEnabled()
    assert view.reason.isVisible()
    assert view.reason.whole == "Nobody is ticked yet. Tick who is in front of you."
    assert view.verb.accessibleDescription() == view.reason.whole
    QTest.keyClick(view.list, Key.Key_A, CTRL)
    QTest.keyClick(view.list, Key.Key_Up)
    QTest.keyClick(view.list, Key.Key_Space)
    assert view.ticked == [scenes.LUKASZ.attendee, scenes.SOREN.attendee]


def test_whoever_cannot_go_in_is_not_ticked_and_says_why(qtbot) -> None:
    view = group_of(qtbot)
    with qtbot.assertNotEmitted(view.check_in_requested):
        view.toggle(3)
    assert scenes.STEFAN.attendee not in view.ticked
    assert view.behind.accessibleName() == f"Ştefan Țurcanu: {scenes.shut(scenes.STEFAN)}"
    index = view.list.group.index(3)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Ştefan Țurcanu, Primăria Timișoara, Not paid, not ticked, Not paid yet.")
    view.tick_all()
    assert scenes.STEFAN.attendee not in view.ticked


def test_of_an_organisation_only_those_of_the_order_are_ticked(qtbot) -> None:
    view = group_of(qtbot)
    assert view.choice.isVisible()
    assert view.choose(2)
    assert view.ticked == [people.AOIFE.attendee]
    assert view.title.accessibleName() == "Group of 6"
    view.toggle(3)
    assert view.ticked == [people.AOIFE.attendee, "Saoirse Kelly"]
    view.toggle(1)
    assert view.behind.accessibleName() == "Niamh Byrne: They are in already."
    assert view.choose(1)
    assert view.ticked == [person.attendee for person in scenes.FOUR[:3]]
    assert view.choose(2)
    assert view.ticked == [people.AOIFE.attendee, "Saoirse Kelly"]
    assert not view.choose(3)


def test_there_is_no_choice_where_one_of_the_two_is_alone(qtbot) -> None:
    view = group_of(qtbot, Companions(scenes.FOUR, (scenes.FOUR[0],)))
    assert not view.choice.isVisible()
    assert not view.choose(2)
    assert len(view.list.group.people) == 4
    view = group_of(qtbot, Companions((scenes.FOUR[0],), scenes.COLLEAGUES))
    assert not view.choice.isVisible()
    assert len(view.list.group.people) == 6


@pytest.mark.parametrize(
    ("badges", "prints", "words"),
    [
        ("nnn", True, "Check in 3 people and print 3 badges"), ("npp", True, "Check in 3 people and print 1 badge"),
        ("ppp", True, "Check in 3 people"), ("nnn", False, "Check in 3 people"), ("o", True,
         "Check in 1 person and print the badge"), ("p", True, "Check in 1 person"),
    ],
)  # fmt: skip
def test_the_verb_tells_what_is_printed(qtbot, badges: str, prints: bool, words: str) -> None:
    state = {"n": BadgeState.NONE, "p": BadgeState.PRE_PRINTED, "o": BadgeState.OWED}
    order = tuple(people.person(f"A B{n}", badge=state[letter]) for n, letter in enumerate(badges))
    view = group_of(qtbot, Companions(order, ()), prints=prints)
    assert view.verb.words == words


def test_many_who_stay_behind_are_told_by_their_reasons(qtbot) -> None:
    status = (Status.UNPAID, Status.UNPAID, Status.CANCELLED, Status.PENDING, Status.CONFIRMED)
    order = tuple(people.person(f"P{n} Q", status=s) for n, s in enumerate(status))
    view = shown(qtbot, GroupView())
    view.show_group(
        Companions(order, ()), order[0].attendee, "X", prints=True, shut=lambda _p: "The badge was stopped."
    )
    assert view.behind.accessibleName() == (
        "5 stay behind: P4 Q: The badge was stopped. P0 Q, P1 Q have not paid. P2 Q is cancelled. P3 Q waits for "
        "approval."
    )
    assert not view.verb.isEnabled()


def test_thirty_people_scroll(qtbot) -> None:
    view = group_of(qtbot, Companions(scenes.THIRTY[:1], scenes.THIRTY))
    view.tick_all()
    assert len(view.ticked) == 30
    bar = view.list.verticalScrollBar()
    assert bar.maximum() > 0
    view.list.setFocus()
    QTest.keyClick(view.list, Key.Key_End)
    assert bar.value() == bar.maximum()
    assert view.list.geometry().bottom() < view.verb.geometry().top()


def test_a_group_follows_what_another_desk_did(qtbot) -> None:
    view = group_of(qtbot)
    view.toggle(1)
    order = (scenes.FOUR[0], scenes.LUKASZ, replace(scenes.SOREN, presence=Presence.IN), scenes.STEFAN)
    view.refresh(Companions(order, scenes.COLLEAGUES), scenes.shut)
    assert view.ticked == [people.AOIFE.attendee]
    view.refresh(Companions(scenes.FOUR, ()), lambda _person: "")
    assert view.ticked == [people.AOIFE.attendee, scenes.SOREN.attendee]
