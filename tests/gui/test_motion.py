"""Things move for an instant or not at all, and nothing waits for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from checkin.domain.outcome import Outcome
from checkin.gui.theme import theme
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.pressing import between
from checkin.gui.widgets.time_bar import TimeBar
from tests.gui.skeleton import Skeleton

pytestmark = [pytest.mark.usefixtures("dressed", "motion_back"), pytest.mark.qt_log_ignore("propagateSizeHints")]


@pytest.fixture
def motion_back() -> Iterator[None]:
    yield
    theme().set_motion("full")


def window(qtbot) -> Skeleton:
    made = Skeleton()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    QApplication.processEvents()
    return made


def top_of_the_form(made: Skeleton) -> int:
    QApplication.processEvents()
    return made.desk.cards.walk_in.y()


def test_how_long_each_motion_takes() -> None:
    assert [theme().lasts(name) for name in ("press", "panel", "verdict", "bar")] == [80, 140, 0, 120]
    theme().set_motion("reduced")
    assert [theme().lasts(name) for name in ("press", "panel", "verdict", "bar")] == [0, 0, 0, 0]
    with pytest.raises(ValueError, match="none"):
        theme().set_motion("none")


def test_a_panel_comes_in_from_below_and_takes_keys_from_the_first_moment(qtbot) -> None:
    made = window(qtbot)
    cards = made.desk.cards
    cards.show_page("walk_in")
    assert cards.page == "walk_in"
    cards.walk_in.begin()
    assert cards.walk_in.given.edit.isVisible()
    places = {top_of_the_form(made) for _ in range(40) if QTest.qWait(5) is None}
    assert min(places) == top_of_the_form(made) == 24
    assert 24 < max(places) <= 32
    size = cards.walk_in.size()
    cards.show_page("ready")
    cards.show_page("walk_in")
    assert cards.walk_in.size() == size, "only its place moves"


def test_with_reduced_motion_a_panel_stands_where_it_belongs_at_once(qtbot) -> None:
    theme().set_motion("reduced")
    made = window(qtbot)
    made.desk.cards.show_page("walk_in")
    assert {top_of_the_form(made) for _ in range(20) if QTest.qWait(5) is None} == {24}


def test_a_verdict_never_moves(qtbot) -> None:
    made = window(qtbot)
    made.show_verdict(Outcome.ADMITTED)
    places = {made.desk.cards.verdict.geometry().getRect() for _ in range(20) if QTest.qWait(5) is None}
    assert len(places) == 1


def test_resizing_in_the_middle_of_it_leaves_the_panel_in_its_place(qtbot) -> None:
    made = window(qtbot)
    made.desk.cards.show_page("walk_in")
    made.resize(1024, 600)
    QTest.qWait(200)
    assert top_of_the_form(made) == 12


@pytest.mark.parametrize(("motion", "between_ends"), [("full", True), ("reduced", False)])
def test_a_press_passes_within_80_ms(qtbot, motion: str, between_ends: bool) -> None:
    theme().set_motion(motion)
    button = Button("Check in", kind=Kind.VERB)
    qtbot.addWidget(button)
    button.resize(240, 72)
    button.show()
    done: list[bool] = []
    button.clicked.connect(lambda: done.append(True))
    button.setDown(True)
    button.pressed.emit()
    shares = {button._pressing.share for _ in range(30) if QTest.qWait(4) is None}
    assert any(0 < share < 1 for share in shares) is between_ends
    assert button._pressing.share == 1
    button.click()
    assert done == [True]


def test_half_way_lies_between_and_nothing_is_unseen() -> None:
    black, white = QColor("#000000"), QColor("#FFFFFF")
    assert between(black, white, 0.5).lightness() in (127, 128)  # type: ignore[union-attr]
    assert between(None, white, 0.5).alphaF() == pytest.approx(0.5, abs=0.01)  # type: ignore[union-attr]
    assert between(black, None, 0) == black
    assert between(None, None, 0.5) is None


@pytest.mark.parametrize(("motion", "step"), [("full", 50), ("reduced", 500)])
def test_the_time_left_shrinks_in_steps_when_motion_is_reduced(qtbot, motion: str, step: int) -> None:
    theme().set_motion(motion)
    bar = TimeBar()
    qtbot.addWidget(bar)
    bar.start(2500, "on_go")
    assert bar._timer.interval() == step
    bar.stop()
