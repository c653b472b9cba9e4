"""The page of an import at every size and zoom: nothing cut off, everything named, and what its keys do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from checkin.gui.control.column_words import field_choices
from checkin.gui.layout_metrics import metrics_for
from checkin.gui.pages.importing.columns_shown import (
    ColumnShown,
    ColumnsShown,
    DoneShown,
    FileShown,
    ImportProgress,
    QuestionShown,
    WayShown,
)
from checkin.gui.pages.importing.import_page import ImportPage
from checkin.gui.pages.importing.step_bar import Step
from checkin.gui.theme import px, theme
from checkin.gui.widgets.button import Button
from checkin.gui.zooming import fit

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("propagateSizeHints")]

SIZES = [(1280, 800, 100), (1024, 600, 100), (640, 400, 100), (1280, 800, 200), (1024, 600, 80)]
COLUMNS = ColumnsShown(
    columns=(
        ColumnShown("Vorname", "Aoife, Łukasz, Ελένη", "given", "sure", "The header says so.", 0),
        ColumnShown("Nachname", "Ní Bhraonáin-O’Sullivan", "family", "sure", "The header says so.", 1),
        ColumnShown("Ort", "Dublin, Gdańsk", "city", "look", "The header nearly says so.", 2),
        ColumnShown("Interne Notiz", "ruft an", "-", "yours", "You said so.", 3),
    ),
    choices=field_choices(),
    questions=(QuestionShown("word:x", "“x”: what does it mean?", "in 3 rows", (("paid", "Paid"),), "?"),),
    rows=tuple((n, ("Aoife", "Byrne", "Dublin", "x")) for n in range(2, 22)),
)


@pytest.fixture(autouse=True)
def _zoom() -> Iterator[None]:
    before = theme().zoom
    yield
    theme().set_zoom(before)


def page(qtbot, width: int = 1280, height: int = 800, zoom: int = 100) -> ImportPage:
    theme().set_zoom(zoom)
    metrics = metrics_for(width, height, zoom)
    made = ImportPage()
    qtbot.addWidget(made)
    made.resize(width - px(metrics.rail + (64 if metrics.compact else 240)), height - px(metrics.strip))
    made.set_metrics(metrics)
    fit(made)
    made.header.set_about("registrations-2026-03-24.csv, 129 rows, UTF-8, semicolons, header in row 3")
    ways = WayShown(
        "encoding", "Letters", "Two letters fit nothing else.", (("utf-8", "UTF-8"), ("cp1252", "1252")), "utf-8"
    )
    made.file.show_file(FileShown((ways,)))
    made.columns.show_columns(COLUMNS)
    made.done.show_done(DoneShown("The list is in: 12 new.", ("2 badges are out of date: Ana Ruiz, Bo Ek.",), 2, 3))
    made.show()
    settle()
    return made


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


@pytest.mark.parametrize("step", list(Step))
@pytest.mark.parametrize(("width", "height", "zoom"), SIZES)
def test_every_button_shows_its_words_at_every_size(qtbot, step: Step, width: int, height: int, zoom: int) -> None:
    made = page(qtbot, width, height, zoom)
    made.show_step(step)
    settle()
    for button in made.findChildren(Button):
        if button.isVisible():
            where = button.mapTo(made, button.rect().topLeft())
            assert button.words_fit(), button.words
            assert where.x() >= 0
            assert where.x() + button.width() <= made.width(), button.words


@pytest.mark.parametrize("step", list(Step))
def test_no_step_asks_for_more_than_the_smallest_window_has(qtbot, step: Step) -> None:
    made = page(qtbot, 640, 400)
    made.show_step(step)
    settle()
    hint = made.minimumSizeHint()
    assert hint.width() <= 640 - 56 - 64
    assert hint.height() <= 400 - 40


def test_the_cursor_begins_at_what_has_to_be_said_and_each_field_tells_what_it_is_about(qtbot) -> None:
    made = page(qtbot)
    made.show_step(Step.COLUMNS)
    asked, first, *_ = made.columns.rows
    assert asked.field.hasFocus()
    assert asked.field.accessibleName() == "“x”: what does it mean?"
    assert first.field.accessibleName() == "Where the column “Vorname” goes to"
    assert first.field.accessibleDescription() == "Sure: The header says so."
    assert made.columns.told.whole == "2 things to look at"


def test_a_field_is_chosen_in_by_keys_alone_and_the_wheel_chooses_nothing(qtbot) -> None:
    made = page(qtbot)
    made.show_step(Step.COLUMNS)
    field = made.columns.rows[3].field
    field.setFocus()
    with qtbot.waitSignal(made.columns.column_chosen) as heard:
        QTest.keyClick(field, Qt.Key.Key_Down)
    assert heard.args == [2, "country"]


def test_ctrl_enter_is_the_act_of_each_step_and_escape_leaves(qtbot) -> None:
    made = page(qtbot)
    for step, signal in (
        (Step.FILE, made.file.forward), (Step.COLUMNS, made.columns.forward), (Step.DONE, made.done.left),
    ):  # fmt: skip
        made.show_step(step)
        with qtbot.waitSignal(signal):
            made.act()
        with qtbot.waitSignal(made.cancelled):
            QTest.keyClick(made, Qt.Key.Key_Escape)
    made.columns.set_reading(True)
    made.show_step(Step.COLUMNS)
    with qtbot.assertNotEmitted(made.columns.forward):
        made.act()


def test_long_work_tells_how_far_it_is_in_place_of_the_way_out(qtbot) -> None:
    made = page(qtbot)
    made.set_progress(ImportProgress("storing", 45, 100, 0.45, 8))
    assert made.strip.isVisible()
    assert made.strip.accessibleName() == "Bringing the list in: 45 of 100 people, about 8 s left"
    assert not made.header.cancel.isVisible()
    made.set_progress(None)
    assert not made.strip.isVisible()
    assert made.header.cancel.isVisible()


def test_the_steps_say_where_one_is(qtbot) -> None:
    made = page(qtbot)
    made.show_step(Step.CHANGES)
    assert made.steps.accessibleName() == "Step 3 of 4: What changes"
    assert made.header.cancel.words == "Cancel"
    made.show_step(Step.DONE)
    assert made.header.cancel.words == "Close"


def test_what_is_read_again_keeps_the_rows_and_the_cursor(qtbot) -> None:
    made = page(qtbot)
    made.show_step(Step.COLUMNS)
    made.columns.rows[2].field.setFocus()
    before = list(made.columns.rows)
    made.columns.show_columns(COLUMNS)
    assert made.columns.rows == before
    assert before[2].field.hasFocus()
