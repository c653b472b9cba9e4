"""The order of Tab is worked out from what is on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from checkin.gui.reading_order import next_of, reading_order

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("propagateSizeHints")]


def button(words: str, parent: QWidget, left: int, top: int, high: int = 48) -> QPushButton:
    made = QPushButton(words, parent)
    made.setGeometry(left, top, 80, high)
    return made


def words(order: list[QWidget]) -> list[str]:
    return [widget.text() for widget in order]  # type: ignore[attr-defined]


@pytest.fixture
def region(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 400)
    made.show()
    return made


def made_visible(region: QWidget) -> None:
    for child in region.findChildren(QWidget):
        child.show()


def test_rows_from_the_top_each_from_the_left_however_they_were_made(region: QWidget) -> None:
    button("d", region, 0, 100)
    button("c", region, 200, 4, 40)
    button("a", region, 0, 0)
    button("b", region, 100, 0)
    made_visible(region)
    assert words(reading_order([region])) == ["a", "b", "c", "d"]


def test_what_is_hidden_shut_or_no_stop_is_passed_over(region: QWidget) -> None:
    for place, name in enumerate(("hidden", "shut", "never", "here")):
        button(name, region, 0, 60 * place)
    made_visible(region)
    hidden, shut, never, _ = region.findChildren(QPushButton)
    hidden.hide()
    shut.setEnabled(False)
    never.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    assert words(reading_order([region])) == ["here"]


def test_regions_follow_each_other(qtbot, region: QWidget) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    button("last", other, 0, 0)
    button("first", region, 0, 300)
    made_visible(region)
    made_visible(other)
    assert words(reading_order([region, other])) == ["first", "last"]
    other.hide()
    assert words(reading_order([region, other])) == ["first"]


def test_what_scrolls_is_read_whole_in_its_place(region: QWidget) -> None:
    area, inner = QScrollArea(region), QWidget()
    rows = QVBoxLayout(inner)
    for name in "234":
        field = QLineEdit(name)
        field.setMinimumHeight(90)
        rows.addWidget(field)
    area.setWidgetResizable(True)
    area.setWidget(inner)
    area.setGeometry(0, 60, 200, 120)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button("5", region, 0, 200)
    button("1", region, 0, 0)
    made_visible(region)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert words(reading_order([region])) == ["1", "2", "3", "4", "5"]


def test_it_goes_round_both_ways() -> None:
    order = [QWidget(), QWidget(), QWidget()]
    assert next_of(order, order[2], True) is order[0]
    assert next_of(order, order[0], False) is order[2]
    assert next_of(order, None, True) is order[0]
    assert next_of(order, None, False) is order[2]
    assert next_of([], None, True) is None
