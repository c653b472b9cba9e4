"""The acts on people in every size, language and zoom: nothing is cut, every key is there."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLineEdit, QWidget

from checkin.gui.pages.desk import acts
from checkin.gui.pages.desk.acts import act
from checkin.gui.pages.desk.card_stack import CardStack
from checkin.gui.theme import theme
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.notice_strip import NoticeStrip
from checkin.gui.widgets.strip_item import StripItem
from tests.gui import gallery_people as scenes
from tests.gui import people
from tests.gui.longer import Longer
from tests.gui.skeleton import Skeleton
from tests.gui.test_views_desk import shown
from tests.gui.test_views_fit import SIZES, cut, visible

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("propagateSizeHints")]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_crowded_card_overlaps_nowhere(qtbot, size: tuple[int, int]) -> None:
    made = window(qtbot, "card_crowded", size)
    view = made.desk.cards.person
    strips = [strip for strip in view.notices if strip.isVisible()]
    parts = [view.name, view.instead, *strips, *(p for p in (view.bookings, view.facts, view.verb) if p.isVisible())]
    for above, below in pairwise(parts):
        assert above.geometry().bottom() < below.geometry().top()
    assert strips
    assert view.verb.geometry().bottom() < view.height()
    told = len(view.notice_list) - len(strips) + (view.bookings.count if not view.bookings.isVisible() else 0)
    assert view.folded.whole == f"{told} more under More F10"


# --- all of them


def test_no_two_acts_of_the_card_share_a_key() -> None:
    pages = ("Enter", "Ctrl Enter", "Esc")
    used = Counter(act(name).key for name in acts.names())
    assert {key for key, count in used.items() if count > 1 and key not in pages} == {"Ctrl P"}
    assert {act(name).key for name in acts.names()} <= set(acts.KEYS)
    assert [act(name).key for name in ("group", "correct", "different_person")] == ["F6", "F2", "F3"]


@pytest.mark.parametrize(
    "name", ["instead_of", "note", "same_person", "hand_over", "keep_badge", "lost_badge", "delivered"]
)
def test_keys_of_acts_work_while_the_cursor_is_in_a_field(qtbot, name: str) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    edit = QLineEdit("text", root)
    shortcut = QShortcut(QKeySequence(acts.SEQUENCES[name]), root)
    root.show()
    root.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    with qtbot.waitSignal(shortcut.activated, timeout=1000):
        QTest.keySequence(edit, QKeySequence(acts.SEQUENCES[name]))
    assert edit.text() == "text"


def test_ctrl_and_a_number_reach_the_page_shown(qtbot) -> None:
    cards = shown(qtbot, CardStack(), 784, 756)
    cards.group.show_group(scenes.GROUP, people.AOIFE.attendee, "X", prints=True, shut=scenes.shut)
    cards.note.begin(scenes.FULL)
    cards.instead_of.for_card(scenes.FULL)
    for page, there in (("group", True), ("note", True), ("instead_of", False), ("correct", False)):
        cards.show_page(page)
        assert cards.page == page
        assert cards.choose(2) is there
    assert (cards.group.choice.chosen, cards.note.choice.chosen) == ("organisation", "message")


@pytest.mark.parametrize("page", ["group", "correct", "instead_of", "note", "same_person"])
def test_every_panel_can_be_left(qtbot, page: str) -> None:
    cards = shown(qtbot, CardStack(), 784, 756)
    cards.show_page(page)
    view = getattr(cards, page)
    with qtbot.waitSignal(view.closed):
        (view.close_button if view.close_button.isVisible() else view.acts.button("two_people")).click()


def window(qtbot, scene: str, size: tuple[int, int]) -> Skeleton:
    made = Skeleton()
    qtbot.addWidget(made)
    made.resize(*size)
    made.show()
    scenes.SCENES[scene](made)
    for _ in range(3):
        QApplication.processEvents()
    return made


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scene", list(scenes.SCENES))
def test_no_words_are_cut_and_targets_are_large_and_named(qtbot, scene: str, size: tuple[int, int]) -> None:
    made = window(qtbot, scene, size)
    assert (made.width(), made.height()) == size
    assert cut(made) == []
    for strip in visible(made, NoticeStrip):
        assert strip.height() >= strip.heightForWidth(strip.width()), strip.accessibleName()
    controls = visible(made, QAbstractButton) + visible(made, QLineEdit) + visible(made, QAbstractItemView)
    for control in controls:
        assert control.accessibleName(), control
        in_strip = isinstance(control, StripItem) or control.parent() is made.strip
        in_head = isinstance(control, Button) and control.height() == theme().size("button_in_card_head")
        least = 38 if in_strip else 40 if in_head else theme().size("touch_least")
        assert control.height() >= least, control.accessibleName()
        assert control.width() >= 48, control.accessibleName()


@pytest.mark.parametrize("size", SIZES[:3], ids=str)
@pytest.mark.parametrize("scene", list(scenes.SCENES))
def test_no_words_are_cut_in_a_longer_language(qtbot, scene: str, size: tuple[int, int]) -> None:
    translator = Longer()
    QApplication.installTranslator(translator)
    try:
        made = window(qtbot, scene, size)
        assert (made.width(), made.height()) == size
        assert cut(made) == []
    finally:
        QApplication.removeTranslator(translator)


@pytest.mark.parametrize("scene", ["group", "correct", "instead_of", "note", "same_person", "card_full"])
def test_everything_grows_with_the_zoom(qtbot, scene: str) -> None:
    made = window(qtbot, scene, (1920, 1080))
    try:
        theme().set_zoom(150)
        QApplication.processEvents()
        assert cut(made) == []
        verb = getattr(made.desk.cards, made.desk.cards.page).verb
        assert verb.height() >= theme().px(64)
    finally:
        theme().set_zoom(100)
