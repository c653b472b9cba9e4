"""Nothing is cut, every target is large enough and has a name, and the window can be made small."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLineEdit, QWidget

from checkin.gui import fonts
from checkin.gui.theme import theme
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.strip_item import StripItem
from checkin.gui.widgets.text import Text
from tests.gui.gallery import SCENES
from tests.gui.skeleton import Skeleton

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("propagateSizeHints")]

SIZES = [(1280, 800), (1024, 600), (640, 400), (1920, 1080)]
FEW = ("card", "admitted", "ambiguous", "walk_in", "undo", "fault", "first_run", "search", "strip_ill")


def window(qtbot, scene: str, size: tuple[int, int]) -> Skeleton:
    made = Skeleton()
    qtbot.addWidget(made)
    made.resize(*size)
    made.show()
    SCENES[scene](made)
    QApplication.processEvents()
    return made


def visible(root: QWidget, kind: type) -> list:
    return [child for child in root.findChildren(kind) if child.isVisible()]


def cut(root: QWidget) -> list[str]:
    """Words that are painted in less room than they need."""
    found = [f"button {b.words!r} in {b.width()}" for b in visible(root, Button) if not b.words_fit()]
    for text in visible(root, Text):
        if text.elidable or not text.text():
            continue
        if text.wordWrap() and "\n" not in text.text():
            short = text.heightForWidth(text.width()) > text.height() + 2
        else:
            short = max(fonts.width(text.font(), line) for line in text.text().split("\n")) > text.width() + 1
        if short:
            found.append(f"text {text.text()!r} in {text.width()}×{text.height()}")
    return found


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scene", list(SCENES))
def test_no_words_are_cut(qtbot, scene: str, size: tuple[int, int]) -> None:
    made = window(qtbot, scene, size)
    assert (made.width(), made.height()) == size
    assert cut(made) == []


@pytest.mark.parametrize("size", SIZES[:3], ids=str)
@pytest.mark.parametrize("scene", FEW)
def test_no_words_are_cut_in_a_longer_language(qtbot, longer, scene: str, size: tuple[int, int]) -> None:
    made = window(qtbot, scene, size)
    assert (made.width(), made.height()) == size
    assert cut(made) == []


@pytest.mark.parametrize("size", SIZES[:3], ids=str)
@pytest.mark.parametrize("scene", FEW)
def test_targets_are_large_and_named(qtbot, scene: str, size: tuple[int, int]) -> None:
    made = window(qtbot, scene, size)
    controls = visible(made, QAbstractButton) + visible(made, QLineEdit) + visible(made, QAbstractItemView)
    assert controls
    for control in controls:
        assert control.accessibleName(), control
        in_strip = isinstance(control, StripItem) or control.parent() is made.strip
        in_head = isinstance(control, Button) and control.height() == theme().size("button_in_card_head")
        least = 38 if in_strip else 40 if in_head else theme().size("touch_least")
        assert control.height() >= least, control.accessibleName()
        assert control.width() >= 48, control.accessibleName()


@pytest.mark.parametrize("mode", ["dark", "high-contrast"])
def test_a_window_changes_its_looks_while_it_is_open(qtbot, mode: str) -> None:
    made = window(qtbot, "card", (1280, 800))
    before = made.grab().toImage().pixelColor(510, 10)
    assert before == theme().color("canvas")
    theme().set_mode(mode)
    QApplication.processEvents()
    picture = made.grab().toImage()
    assert picture.pixelColor(510, 10) == theme().color("canvas") != before
    assert picture.pixelColor(600, 600) == theme().color("accent")


def test_a_large_window_can_be_made_small_and_large_again(qtbot) -> None:
    made = window(qtbot, "card", (1280, 800))
    for size in ((640, 400), (1024, 600), (1920, 1080), (640, 400)):
        made.resize(*size)
        QApplication.processEvents()
        assert (made.width(), made.height()) == size
