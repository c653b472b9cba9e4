"""The step "What changes": its figures filter by mouse and key, it adds up, pairs are decided, rows are led to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication

from checkin.gui.control.import_shown import changes_shown
from checkin.gui.pages.importing.changes_shown import ChangesShown, NoteShown, PeopleShown
from checkin.gui.pages.importing.changes_step import first_figure
from checkin.gui.pages.importing.figure_bar import Figure
from tests.gui import import_samples as samples
from tests.gui.import_stage import made, settle

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("propagateSizeHints")]

SIZES = [(1280, 800), (1024, 600), (640, 400), (1920, 1080)]
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def spoken(view: QAbstractItemView) -> list[str]:
    model = view.model()
    return [str(model.index(row, 0).data(SPOKEN)) for row in range(model.rowCount())]


def test_the_figures_stand_as_counted_and_the_rows_add_up(qtbot) -> None:
    step = made(qtbot)
    assert {figure.value: choice.count for figure, choice in step.bar.choices.items()} == {
        "new": 12, "changed": 4, "unchanged": 108, "gone": 2, "duplicates": 5, "aside": 3,
    }  # fmt: skip
    assert step.sum.whole == (
        "129 rows: 12 new, 4 changed, 108 unchanged, 2 merged, 3 set aside. Nothing done at the desk is lost."
    )
    assert step.apply_button.words == "Apply 16 changes"
    assert step.know.words == "Good to know, 2"


def test_extras_are_told_in_the_sum_and_thousands_are_set_apart(qtbot) -> None:
    step = made(qtbot, ChangesShown(12_000, new=11_500, unchanged=400, extras=100))
    assert step.sum.whole.startswith("12\u202f000 rows: 11\u202f500 new, 400 unchanged, 100 with extras. ")


@pytest.mark.parametrize(
    ("shown", "first"),
    [
        ({"aside": [NoteShown("Row 2", "No name")], "gone": 1, "changed": 1}, Figure.ASIDE),
        ({"touched": True, "changed": 3, "gone": 2}, Figure.CHANGED),
        ({"changed": 3, "gone": 2, "new": 9}, Figure.GONE),
        ({"changed": 3, "new": 9}, Figure.CHANGED),
        ({"new": 9, "unchanged": 5}, Figure.NEW),
        ({"unchanged": 5}, Figure.UNCHANGED),
    ],
)
def test_what_needs_looking_at_is_shown_first(shown: dict, first: Figure) -> None:
    assert first_figure(ChangesShown(1, **shown)) is first


def test_pairs_to_decide_come_before_changes_until_they_are_decided() -> None:
    result = samples.result()
    result.readings[0].rejected.clear()
    assert first_figure(changes_shown(result)) is Figure.DUPLICATES
    decisions = {("a1", "a2"): "same", ("b1", "b2"): "apart"}
    assert first_figure(changes_shown(result, decisions)) is Figure.CHANGED


def test_a_figure_is_chosen_by_mouse_and_shows_what_it_counts(qtbot) -> None:
    step = made(qtbot)
    assert step.figure is Figure.ASIDE
    for figure, heading in ((Figure.NEW, "New, 12"), (Figure.CHANGED, "Changed, 4"), (Figure.GONE, "Gone, 2")):
        qtbot.mouseClick(step.bar.choices[figure], Qt.MouseButton.LeftButton)
        assert step.figure is figure
        assert step.people.isVisible()
        assert step.people.heading.whole == heading
        assert step.people.list.isVisible()
    qtbot.mouseClick(step.bar.choices[Figure.UNCHANGED], Qt.MouseButton.LeftButton)
    assert not step.people.list.isVisible()
    assert step.people.empty.whole == "108 rows say what is known already. Nothing is written for them."


def test_a_figure_is_chosen_by_key(qtbot) -> None:
    step = made(qtbot)
    step.show_figure(Figure.NEW)
    step.bar.choices[Figure.NEW].setFocus()
    for figure in (Figure.CHANGED, Figure.UNCHANGED, Figure.GONE, Figure.DUPLICATES, Figure.ASIDE):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
        assert step.figure is figure
        assert step.bar.choices[figure].hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert step.figure is Figure.DUPLICATES
    assert step.pairs.isVisible()


def test_a_figure_says_to_a_screen_reader_what_it_is_and_whether_it_is_chosen(qtbot) -> None:
    step = made(qtbot)
    step.show_figure(Figure.CHANGED)
    for figure, choice in step.bar.choices.items():
        reader = QAccessible.queryAccessibleInterface(choice)
        assert reader.role() == QAccessible.Role.RadioButton
        assert bool(reader.state().checked) is (figure is Figure.CHANGED)
    assert QAccessible.queryAccessibleInterface(step.bar.choices[Figure.GONE]).text(QAccessible.Text.Name) == "Gone: 2"


def test_changes_stand_field_by_field_the_touched_first_and_each_line_is_spoken(qtbot) -> None:
    step = made(qtbot)
    step.show_figure(Figure.CHANGED)
    lines = spoken(step.people.list)
    assert lines[:6] == [
        "Anke Müller-Şahin, row 23",
        "In, On a printed manifest",
        "Badge in box 2, number 14 is out of date",
        "Organisation: Haus der Nachbarschaft → Haus der Nachbarschaft e. V.",
        "Haus der Nachbarschaft e. V.",
        "Ştefan Țurcanu, row 61",
    ]
    assert lines[6:11] == [
        "Badge printed",
        "Status: Not paid → Confirmed",
        "Diet changes",
        "City: a correction made at a desk stands.",
        "The desk says Iași, the list Chișinău.",
    ]
    assert "vegan" not in " ".join(lines)
    assert step.people.list.model().rowCount() == sum(1 + count for count in step._shown.altered.lines)


def test_a_tool_tip_holds_the_whole_of_a_long_value(qtbot) -> None:
    step = made(qtbot)
    step.show_figure(Figure.CHANGED)
    model = step.people.list.model()
    tips = [model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(model.rowCount())]
    old, new = samples.CHANGES[3].changes[3].old, samples.CHANGES[3].changes[3].new
    assert f"Organisation: {old} → {new}" in tips


def test_gone_people_are_said_to_stay_with_what_to_do(qtbot) -> None:
    step = made(qtbot)
    step.show_figure(Figure.GONE)
    assert spoken(step.people.list) == ["Xavier Etxeberria", "Aboard", "Badge in box 1", "Núria García i López"]
    assert "Not on the newest version: admitted with a notice." in step.people.sentence.whole
    assert "cancelled" in step.people.sentence.whole


def test_new_people_stand_with_organisation_city_and_row(qtbot) -> None:
    step = made(qtbot)
    step.show_figure(Figure.NEW)
    assert spoken(step.people.list)[:3] == ["Bjørn Løvås, row 12", "Oslo kommune, Oslo", "Ő Nagy, row 13"]


def test_a_pair_is_decided_by_button_and_taken_back_by_the_same(qtbot) -> None:
    step = made(qtbot)
    step.show_figure(Figure.DUPLICATES)
    told: list[tuple[str, str, str]] = []
    step.decided.connect(lambda *decision: told.append(decision))
    qtbot.mouseClick(step.pairs.same, Qt.MouseButton.LeftButton)
    assert step.pairs.same.isChecked()
    assert "One person." in spoken(step.pairs.rows)[0]
    assert step.apply_button.words == "Apply 17 changes"
    qtbot.mouseClick(step.pairs.apart, Qt.MouseButton.LeftButton)
    assert (step.pairs.same.isChecked(), step.pairs.apart.isChecked()) == (False, True)
    assert step.apply_button.words == "Apply 16 changes"
    qtbot.mouseClick(step.pairs.apart, Qt.MouseButton.LeftButton)
    assert not step.pairs.apart.isChecked()
    assert "To decide." in spoken(step.pairs.rows)[0]
    assert told == [("a1", "a2", "same"), ("a1", "a2", "apart"), ("a1", "a2", "")]


def test_pairs_are_decided_by_key(qtbot) -> None:
    step = made(qtbot)
    step.show_figure(Figure.DUPLICATES)
    rows = step.pairs.rows
    rows.setFocus()
    with qtbot.waitSignal(step.decided) as first:
        qtbot.keyClick(rows, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert step.pairs.same.accessibleName() == "One person: Jürgen Müller and Juergen Mueller"
    with qtbot.waitSignal(step.decided) as second:
        qtbot.keyClick(rows, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert first.args == ["a1", "a2", "same"]
    assert second.args == ["b1", "b2", "apart"]


def test_a_pair_says_what_tells_the_two_apart_and_no_e_mail(qtbot) -> None:
    step = made(qtbot)
    said = spoken(step.pairs.rows)
    assert said[0] == (
        "Anna Bergström, Göteborgs Stad, Gothenburg, row 52, the same e-mail; and Anna Bergstrom, City of Gothenburg, "
        "Gothenburg, known already, the same e-mail. The same e-mail, and names that read alike. To decide."
    )
    assert "row 77, another e-mail" in said[1]
    assert "@" not in " ".join(said)


def test_merged_rows_are_told_and_lead_to_their_row(qtbot) -> None:
    step = made(qtbot)
    step.show_figure(Figure.DUPLICATES)
    qtbot.mouseClick(step.pairs.parts.button("told"), Qt.MouseButton.LeftButton)
    assert step.pairs.notes.isVisible()
    assert not step.pairs.same.isVisible()
    assert spoken(step.pairs.notes) == [
        "Rows 30, 31: The same name, but other details: both were kept.",
        "Rows 4 and 17 say the same: they are one person.",
        "Rows 22 and 23 say the same: they are one person.",
    ]
    step.pairs.notes.choose(1)
    with qtbot.waitSignal(step.row_requested) as asked:
        qtbot.keyClick(step.pairs.notes, Qt.Key.Key_Return)
    assert asked.args == [17, samples.FILE]


def test_a_row_set_aside_leads_to_its_cells_with_the_one_at_fault(qtbot) -> None:
    step = made(qtbot)
    step.show_figure(Figure.CHANGED)
    assert step.side.isVisible()
    where = step.side.rows.visualRect(step.side.rows.notes.index(1)).center()
    qtbot.mouseClick(step.side.rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert step.figure is Figure.ASIDE
    assert step.row.heading.whole == "Row 97"
    assert step.row.sentence.whole.startswith("E-mail “anna@@example.org” has two @ signs")
    cells = [step.row.cells.notes.note(n) for n in range(step.row.cells.notes.rowCount())]
    assert [(c.title, c.text, c.at_fault) for c in cells] == [
        ("First name", "Anna", False), ("Last name", "Lindqvist", False), ("E-mail", "anna@@example.org", True),
        ("Organisation", "Malmö stad", False), ("City", "Malmö", False),
        ("Diet", "Is in the file, not shown here", False), ("Persons", "1", False),
    ]  # fmt: skip
    qtbot.keyClick(step.aside.rows, Qt.Key.Key_Down)
    assert step.row.heading.whole == "Row 112"
    assert [c.value for c in step._shown.aside[2].cells if c.at_fault] == ["3"]


def test_rows_set_aside_are_saved_from_either_panel(qtbot) -> None:
    step = made(qtbot)
    with qtbot.waitSignal(step.save_rejected_requested):
        qtbot.mouseClick(step.aside.save, Qt.MouseButton.LeftButton)
    step.show_figure(Figure.NEW)
    with qtbot.waitSignal(step.save_rejected_requested):
        qtbot.mouseClick(step.side.save, Qt.MouseButton.LeftButton)


def test_what_is_good_to_know_is_shown_and_leads_to_its_row(qtbot) -> None:
    step = made(qtbot)
    qtbot.mouseClick(step.know, Qt.MouseButton.LeftButton)
    assert step.figure is None
    assert step.known.rows.hasFocus()
    assert spoken(step.known.rows) == [
        "Two sheets were left out: Instructions, Prices.",
        "Row 12, Bjørn Løvås: The phone “4.47912E+11” was cut by a spreadsheet; it is not used.",
    ]
    step.known.rows.choose(1)
    with qtbot.waitSignal(step.row_requested) as asked:
        qtbot.keyClick(step.known.rows, Qt.Key.Key_Space)
    assert asked.args == [12, samples.FILE]
    step.show_figure(Figure.NEW)
    assert not step.know.isChecked()


def test_a_person_leads_to_their_row(qtbot) -> None:
    step = made(qtbot)
    step.show_figure(Figure.CHANGED)
    step.people.list.setFocus()
    with qtbot.waitSignal(step.row_requested) as asked:
        qtbot.keyClick(step.people.list, Qt.Key.Key_Return)
    assert asked.args == [23, samples.FILE]
    step.show_figure(Figure.GONE)
    with qtbot.assertNotEmitted(step.row_requested):
        qtbot.keyClick(step.people.list, Qt.Key.Key_Return)


@pytest.mark.parametrize("figure", list(Figure))
def test_ctrl_enter_applies_wherever_the_focus_is(qtbot, figure: Figure) -> None:
    step = made(qtbot)
    step.show_figure(figure)
    focus = {Figure.DUPLICATES: step.pairs.rows, Figure.ASIDE: step.aside.rows}.get(figure, step.people.list)
    for widget in (focus, step.bar.choices[figure]):
        with qtbot.waitSignal(step.applied):
            qtbot.keyClick(widget, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_nothing_is_applied_twice(qtbot) -> None:
    step = made(qtbot)
    step.set_applying(True)
    assert not step.apply_button.isEnabled()
    assert step.foot.whole == "The list is being brought in."
    with qtbot.assertNotEmitted(step.applied), qtbot.assertNotEmitted(step.cancelled):
        qtbot.keyClick(step, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(step, Qt.Key.Key_Escape)
    step.set_applying(False)
    assert step.foot.whole == "Can be taken back as a whole."
    with qtbot.waitSignal(step.applied):
        step.apply_button.click()


def test_a_list_that_changes_nothing_is_closed(qtbot) -> None:
    step = made(qtbot, changes_shown(samples.nothing_new()))
    assert step.figure is Figure.UNCHANGED
    assert step.apply_button.words == "Nothing changes, close"
    assert not step.know.isVisible()
    with qtbot.assertNotEmitted(step.applied), qtbot.waitSignal(step.cancelled):
        step.apply_button.click()
    with qtbot.waitSignal(step.back):
        step.back_button.click()


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ({"new": 1}, "Apply 1 change"),
        ({"gone": 1}, "Apply: 1 person is gone"),
        ({"gone": 3}, "Apply: 3 are gone"),
        ({"extras": 3}, "Apply the extras"),
        ({"changed": 1200, "gone": 3}, "Apply 1\u202f200 changes"),
    ],
)
def test_the_button_says_what_it_does(qtbot, shown: dict, words: str) -> None:
    step = made(qtbot, ChangesShown(1, **shown))
    assert step.apply_button.words == words
    with qtbot.waitSignal(step.applied):
        step.apply()


def test_an_empty_panel_says_what_it_would_hold(qtbot) -> None:
    step = made(qtbot, changes_shown(samples.nothing_new()))
    said = set()
    for figure in Figure:
        step.show_figure(figure)
        settle()
        panel = step._main.currentWidget()
        assert panel.empty.isVisible(), figure
        assert not panel.holder.isVisible(), figure
        said.add(panel.empty.whole)
    assert len(said) == len(Figure)


def test_showing_the_same_list_again_stays_where_it_was(qtbot) -> None:
    step = made(qtbot)
    step.show_figure(Figure.NEW)
    step.show_result(changes_shown(samples.result(), {("a1", "a2"): "same"}), keep=True)
    assert step.figure is Figure.NEW
    assert step.apply_button.words == "Apply 17 changes"
    step.show_result(changes_shown(samples.result()))
    assert step.figure is Figure.ASIDE


def test_nobody_is_shown_without_people(qtbot) -> None:
    step = made(qtbot, ChangesShown(0))
    step.people.list.set_people(PeopleShown())
    assert step.people.list.model().rowCount() == 0
    QTest.keyClick(step.people.list, Qt.Key.Key_Return)
