"""The help page: its keys in two columns, what to do when, and the way out."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from checkin.gui import icons
from checkin.gui.pages.help.key_columns import _USUAL, _halves
from checkin.gui.pages.help.what_to_do import what_to_do
from checkin.gui.pages.help_page import HelpPage
from checkin.gui.theme import px
from checkin.gui.widgets.text import Text
from tests.gui.gallery_lock import KEYS, SCENES, SIZES
from tests.gui.longer import Longer
from tests.gui.test_views_fit import cut, visible

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("propagateSizeHints")]


@pytest.fixture
def page(qtbot) -> HelpPage:
    made = HelpPage()
    qtbot.addWidget(made)
    made.resize(736, 708)
    made.show_keys("Keys of the Desk page", KEYS)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.area.hasFocus)
    return made


def left_of(page: HelpPage, row) -> int:
    return row.mapTo(page, QPoint()).x()


def test_every_key_is_told_in_two_columns(page: HelpPage) -> None:
    told = [row.accessibleName() for row in page.keys.rows]
    assert told == [f"{keys}: {words}" for _, group in KEYS for keys, words in group]
    assert len({left_of(page, row) for row in page.keys.rows}) == 2
    shown = [text.whole for text in visible(page.keys, Text)]
    assert shown == [heading for heading, _ in KEYS]


def test_words_stand_below_each_other_and_right_of_their_keys(page: HelpPage) -> None:
    usual = [row for row in page.keys.rows if row.keys_width() <= px(_USUAL)]
    assert len(usual) > 0.7 * len(page.keys.rows)
    assert {row._left for row in usual} == {max(row.keys_width() for row in usual)}
    for row in page.keys.rows:
        assert row._left >= row.keys_width()
        assert row.height() >= row.heightForWidth(row.width())


def test_other_keys_replace_the_ones_before(page: HelpPage) -> None:
    page.show_keys("Keys", (("One", (("F1", "help"),)),))
    QApplication.processEvents()
    assert [row.accessibleName() for row in page.keys.rows] == ["F1: help"]
    assert [text.whole for text in visible(page.keys, Text)] == ["One"]
    page.show_keys("Keys", ())
    assert page.keys.rows == ()


def test_groups_are_shared_out_evenly_and_in_order() -> None:
    groups = [(str(n), [("F1", "x")] * n) for n in (6, 2, 3, 1)]
    assert [[name for name, _ in half] for half in _halves(groups)] == [["6", "2"], ["3", "1"]]
    assert [[name for name, _ in half] for half in _halves(groups[::-1])] == [["1", "3", "2"], ["6"]]
    assert len(_halves(groups[:1])) == 1
    assert _halves([]) == []


def test_esc_and_close_lead_out(qtbot, page: HelpPage) -> None:
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page.area, Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.closed):
        page.close_button.click()


def test_it_scrolls_by_key_and_begins_at_the_top(page: HelpPage) -> None:
    bar = page.area.verticalScrollBar()
    assert bar.maximum() > 0
    QTest.keyClick(page.area, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    page.show_keys("Keys", KEYS)
    assert bar.value() == 0


def test_what_to_do_is_five_things_in_plain_words(page: HelpPage) -> None:
    advice = what_to_do()
    happened = " ".join(title for _, title, _ in advice)
    for word in ("printer", "scanner", "camera", "wrong person", "network"):
        assert word in happened
    shown = {text.whole for text in visible(page, Text)}
    for icon, title, helps in advice:
        assert icons.source(icon)
        assert {title, helps} <= shown
        assert not re.search(r"\b(please|invalid|error|payload|null)\b", f"{title} {helps}".lower())
    assert next(helps for _, title, helps in advice if "network" in title).startswith("Nothing to do.")


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", ["help", "help-end"])
@pytest.mark.parametrize("long", [False, True], ids=["english", "longer"])
def test_nothing_is_cut(qtbot, name: str, size, long: bool) -> None:
    translator = Longer()
    if long:
        QCoreApplication.installTranslator(translator)
    try:
        made = SCENES[name](*size)
        qtbot.addWidget(made)
        for _ in range(2):
            QApplication.processEvents()
        assert (made.width(), made.height()) == size
        assert cut(made) == []
        for row in visible(made, HelpPage)[0].keys.rows:
            assert row.height() >= row.heightForWidth(row.width())
            assert row.width() > row._left + 60
    finally:
        QCoreApplication.removeTranslator(translator)
