"""Large enough for a cold finger, apart from each other, with their keys printed on them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from checkin.gui.pages.desk import acts
from checkin.gui.theme import theme
from tests.gui.picture_states import STATES
from tests.gui.seen import CLOSELY, Target, seen, shown

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("propagateSizeHints")]

LEAST, APART = 48, 6
SMALLEST = (640, 400)


def least_height(target: Target) -> int:
    """The two of the card's head are 40 for a pointer; those of the strip are as high as it lets them."""
    return 38 if target.strip else 40 if target.head else LEAST


@pytest.mark.parametrize("state", STATES)
def test_targets_are_48_wide_and_high(state: str) -> None:
    for view in seen(state):
        small = {t.name: (t.place.width(), t.place.height()) for t in view.targets
                 if t.place.width() < LEAST or t.place.height() < least_height(t)}  # fmt: skip
        assert small == {}, view.size


def apart(one: QRect, other: QRect) -> int:
    """Pixels between two rectangles, the larger of both directions; below 0 they overlap."""
    across = max(one.left(), other.left()) - min(one.right(), other.right()) - 1
    down = max(one.top(), other.top()) - min(one.bottom(), other.bottom()) - 1
    return max(across, down)


@pytest.mark.parametrize("state", STATES)
def test_targets_are_six_apart(state: str) -> None:
    for view in seen(state):
        buttons = [t for t in view.targets if t.whole and not t.row]
        close = [(a.name, b.name, apart(a.place, b.place)) for n, a in enumerate(buttons) for b in buttons[n + 1 :]
                 if apart(a.place, b.place) < APART]  # fmt: skip
        assert close == [], view.size


@pytest.mark.parametrize("state", CLOSELY)
def test_the_window_can_be_made_small(state: str) -> None:
    for view in seen(state):
        assert view.fits
        assert view.least[0] <= SMALLEST[0]
        assert view.least[1] <= SMALLEST[1]


@pytest.mark.parametrize("state", STATES)
def test_every_act_prints_its_key(state: str) -> None:
    """All but those of an idle card: there neither Enter nor Ctrl Enter does anything until somebody is picked."""
    for view in seen(state):
        idle = any(t.verb and not t.key for t in view.targets)
        assert [t.name for t in view.targets if t.act and not t.key and not idle] == []


def printed() -> set[str]:
    return {target.key for state in STATES for view in seen(state) for target in view.targets}


def test_every_function_key_has_a_second_way() -> None:
    """A button that says the same key, or Ctrl with a letter for the same act."""
    bound = {key for state in STATES for key in seen(state)[0].f_keys}
    assert {"F1", "F4", "F8", "F9", "F10", "F12"} <= bound
    # The rail prints F1 and the strip F12 on buttons that are painted otherwise.
    names = " ".join(target.name for target in seen("idle")[0].targets)
    elsewhere = {key for key, name in (("F1", "Help for this page"), ("F12", "Lock this desk")) if name in names}
    assert bound - printed() - elsewhere == set()


def test_the_table_of_acts_has_a_key_for_each() -> None:
    assert [name for name in acts.names() if not acts.act(name).key] == []


def test_the_buttons_of_the_cards_head_grow_for_fingers_and_shrink_for_a_mouse() -> None:
    with shown("card") as driver:
        head = driver.cards.person.more
        at = head.mapTo(driver.window, head.rect().center()) + QPoint(0, 60)
        assert head.height() == 40
        finger = QTest.touchEvent(driver.window.windowHandle(), QTest.createTouchDevice())
        finger.press(0, at).commit()
        finger.release(0, at).commit()
        driver.wait(lambda: head.height() == LEAST)
        assert driver.cards.person.name.geometry().top() >= head.geometry().bottom()
        QTest.mouseClick(driver.window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        driver.wait(lambda: head.height() == 40)
        assert not theme().touch
