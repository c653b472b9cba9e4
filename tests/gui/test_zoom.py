"""The zoom reaches everything: twice as large is the same picture twice as large, and nothing is cut in between."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from checkin.gui import fonts
from checkin.gui.layout_metrics import COMPACT, NORMAL, SMALL, BreakPoint, metrics_for
from checkin.gui.theme import ZOOMS, px, theme
from checkin.gui.widgets.field import Field
from checkin.gui.widgets.search_field import SearchField
from checkin.gui.widgets.text import Text
from checkin.gui.window_frame import WindowFrame
from tests.gui.gallery import SCENES
from tests.gui.seen import shown
from tests.gui.skeleton import Skeleton
from tests.gui.test_views_fit import FEW, cut, window

pytestmark = [pytest.mark.usefixtures("dressed", "zoomed_back"), pytest.mark.qt_log_ignore("propagateSizeHints")]

ALIKE = 3.0
"""Of 255."""


@pytest.fixture
def zoomed_back() -> Iterator[None]:
    """Nothing moves while it is measured; afterwards everything is as before."""
    theme().set_motion("reduced")
    yield
    theme().set_motion("full")
    theme().set_zoom(100)


def places(root: QWidget) -> dict[str, QRect]:
    """Where every visible widget stands, by its way through the tree."""
    found: dict[str, QRect] = {}

    def walk(widget: QWidget, way: str) -> None:
        for place, child in enumerate(c for c in widget.children() if isinstance(c, QWidget)):
            name = f"{way}/{place}:{type(child).__name__}"
            if child.isVisible():
                found[name] = QRect(child.mapTo(root, QPoint(0, 0)), child.size())
            walk(child, name)

    walk(root, "")
    return found


def settle() -> None:
    """Let layouts that wait for each other come to rest."""
    for _ in range(8):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        QApplication.processEvents()


def unlike(one: QImage, other: QImage) -> float:
    """Mean difference of the brightness of two pictures: seen from afar, as edges never fall on the same pixels."""
    pair = [i.scaled(160, 100, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
            .convertToFormat(QImage.Format.Format_Grayscale8) for i in (one, other)]  # fmt: skip
    first, second = (bytes(i.constBits()) for i in pair)
    return sum(abs(a - b) for a, b in zip(first, second, strict=True)) / len(first)


@pytest.mark.parametrize("scene", list(SCENES))
@pytest.mark.parametrize("size", [(1024, 600), (640, 400), (1280, 800)], ids=str)
def test_twice_as_large_is_the_same_twice_as_large(qtbot, scene: str, size: tuple[int, int]) -> None:
    made = window(qtbot, scene, size)
    settle()
    small, before = places(made), made.grab().toImage()
    theme().set_zoom(200)
    made.resize(2 * size[0], 2 * size[1])
    settle()
    large, after = places(made), made.grab().toImage()
    assert set(small) == set(large)
    wrong = {
        name: (rect.getRect(), large[name].getRect())
        for name, rect in small.items()
        if max(abs(2 * a - b) for a, b in zip(rect.getRect(), large[name].getRect(), strict=True)) > 6
    }
    assert not wrong
    assert unlike(before, after) < ALIKE
    theme().set_zoom(100)
    made.resize(*size)
    settle()
    assert places(made) == small, "back to where it was"


@pytest.mark.parametrize("zoom", [80, 125, 150])
@pytest.mark.parametrize("scene", FEW)
def test_no_words_are_cut_between_the_ends(qtbot, scene: str, zoom: int) -> None:
    made = window(qtbot, scene, (1280, 800))
    theme().set_zoom(zoom)
    settle()
    assert (made.width(), made.height()) == (1280, 800)
    assert cut(made) == []


def test_a_laptop_at_200_percent_has_one_column(qtbot) -> None:
    made = window(qtbot, "search", (1280, 800))
    assert made.desk.cards.isVisible()
    theme().set_zoom(200)
    settle()
    assert made.desk.left.results.isVisible()
    assert not made.desk.cards.isVisible(), "the people found take the card's place"
    made.desk.left.show_acts()
    settle()
    assert made.desk.cards.isVisible()
    assert made.desk.left.acts.isHidden()
    shown_items = [item.state.word for item in (*made.strip._items, made.strip._well) if item.isVisible()]
    assert shown_items == ["All well"], "the strip tells the worst state only"


@pytest.mark.parametrize(("size", "zoom", "metrics"), [
    ((1280, 800), 100, NORMAL), ((1280, 800), 110, SMALL), ((1280, 800), 150, COMPACT), ((1280, 800), 80, "wide"),
    ((1920, 1080), 200, SMALL), ((1024, 600), 80, NORMAL),
])  # fmt: skip
def test_break_points_are_those_of_the_zoomed_size(size, zoom, metrics) -> None:
    found = metrics_for(*size, zoom)
    assert found.point is BreakPoint.WIDE if metrics == "wide" else found is metrics


@pytest.mark.parametrize(("asked", "step"), [(100, 100), (10, 80), (999, 200), (130, 125), (160, 150), (95, 90)])
def test_the_nearest_step_holds(asked: int, step: int) -> None:
    theme().set_zoom(asked)
    assert theme().zoom == step


def test_a_change_of_nothing_is_told_to_nobody(qtbot) -> None:
    with qtbot.assertNotEmitted(theme().zoomed):
        theme().set_zoom(100)
    with qtbot.waitSignal(theme().zoomed) as told:
        theme().set_zoom(150)
    assert told.args == [150]


def test_lengths_are_whole_pixels_and_a_line_never_vanishes() -> None:
    assert [px(9), px(-8), theme().border, theme().size("verb")] == [9, -8, 1, 72]
    theme().set_zoom(150)
    assert [px(9), px(-8), theme().border, theme().size("verb")] == [14, -12, 2, 108]
    theme().set_zoom(80)
    assert (theme().border, theme().line(0.2)) == (1, 1)


@pytest.mark.parametrize("make", [lambda: Text("Ready to scan", "title"), lambda: Field("Given name"), SearchField])
def test_a_change_of_colours_leaves_the_letters_as_large_as_they_are(qtbot, make: Callable[[], QWidget]) -> None:
    """Qt's style sheets would put back the font that a widget had when it was first dressed."""
    owner = make()
    qtbot.addWidget(owner)
    widget = owner.edit if isinstance(owner, Field) else owner
    owner.show()
    before = widget.font().pixelSize()
    theme().set_zoom(150)
    owner.fit_zoom()  # type: ignore[attr-defined]
    large = widget.font().pixelSize()
    assert large in (before * 1.5, before * 1.5 + 0.5, before * 1.5 - 0.5)
    for mode in ("dark", "high-contrast", "light"):
        theme().set_mode(mode)
        assert widget.font().pixelSize() == large
    widget.setProperty("tone", "stop")
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    assert widget.font().pixelSize() == large


def test_what_is_made_at_150_percent_is_as_large_as_what_grew_to_it(qtbot) -> None:
    grown = window(qtbot, "card", (1440, 900))
    theme().set_zoom(150)
    settle()
    made = window(qtbot, "card", (1440, 900))
    settle()
    assert places(made) == places(grown)


def test_a_font_knows_how_large_it_was() -> None:
    small = fonts.font(20, 600, tabular=True)
    theme().set_zoom(200)
    large = small.again()
    assert (small.pixelSize(), large.pixelSize(), large.weight()) == (20, 40, small.weight())


def frame(qtbot) -> tuple[WindowFrame, Skeleton]:
    made = Skeleton()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made.frame, made


def test_the_zoom_goes_by_steps_and_stops_at_the_ends(qtbot) -> None:
    framed, _ = frame(qtbot)
    told: list[int] = []
    framed.zoomed.connect(told.append)
    for _ in range(9):
        framed.step_zoom(1)
    assert told == [zoom for zoom in ZOOMS if zoom > 100]
    framed.zoom_to(100)
    for _ in range(9):
        framed.step_zoom(-1)
    assert told[-3:] == [100, 90, 80]


def test_a_zoom_kept_late_never_undoes_a_newer_one(qtbot) -> None:
    framed, _ = frame(qtbot)
    framed.follow(100)
    framed.step_zoom(1)
    framed.step_zoom(1)
    framed.follow(100)
    framed.follow(110)
    assert theme().zoom == 125
    framed.follow(125)
    framed.follow(90)
    assert theme().zoom == 90, "somebody changed the setting elsewhere"


def test_the_least_size_grows_with_the_zoom_but_not_past_the_screen(qtbot) -> None:
    framed, made = frame(qtbot)
    assert (made.minimumWidth(), made.minimumHeight()) == (640, 400)
    framed.zoom_to(200)
    room = made.screen().availableSize()
    assert (made.minimumWidth(), made.minimumHeight()) == (min(1280, room.width()), min(800, room.height()))


def test_by_keys_on_the_real_window() -> None:
    """Zoom, which is kept; full screen; pages by Alt and a digit, which is shown while Alt is held."""
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    with shown("idle") as driver:
        window, handle = driver.window, driver.window.windowHandle()
        kept = lambda: driver.services.settings.get("look.zoom")  # noqa: E731
        for key, zoom in (
            (Qt.Key.Key_Plus, 110),
            (Qt.Key.Key_Equal, 125),
            (Qt.Key.Key_Minus, 110),
            (Qt.Key.Key_0, 100),
        ):
            QTest.keyClick(handle, key, control)
            assert theme().zoom == zoom
            driver.wait(lambda zoom=zoom: kept() == str(zoom))
        QTest.keyPress(handle, Qt.Key.Key_Alt, alt)
        assert [button._number for button in window.rail._buttons] == ["1", "2"]
        QTest.keyClick(handle, Qt.Key.Key_2, alt)
        assert window.settings.isVisible()
        QTest.keyRelease(handle, Qt.Key.Key_Alt)
        assert [button._number for button in window.rail._buttons] == ["", ""]
        QTest.keyClick(handle, Qt.Key.Key_1, alt)
        assert window.desk.isVisible()
        QTest.keyClick(handle, Qt.Key.Key_7, alt)
        assert window.desk.isVisible(), "there is no seventh page"
        for full in (True, False):
            QTest.keyClick(handle, Qt.Key.Key_Return, alt)
            assert window.isFullScreen() is full
