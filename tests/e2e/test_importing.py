"""A list brought in step by step in the real window: columns and words said by hand, rows mended, taken back."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from checkin.domain.listing import LEFT_OUT
from checkin.domain.people import Status
from checkin.gui.pages.importing.column_row import ColumnRow
from tests.e2e.driver import Driver

LIST = (
    "Vorname;Nachname;E-Mail;Haus;Stand der Dinge\n"
    "Ana;Ruiz;ana@madrid.example;Lab;confirmed\n"
    "Bo;Ek;bo@lund.example;Kommun;confirmed\n"
    ";;cem@izmir.example;Belediye;confirmed\n"
    ";;dee@cork.example;Council;confirmed\n"
)


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def drop(d: Driver, path: Path) -> None:
    """Let go of a file over the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    where, copy = QPointF(600, 400), Qt.DropAction.CopyAction
    held, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    d.window.dropEvent(QDropEvent(where, copy, data, held, none))


def row(d: Driver, header: str) -> ColumnRow:
    """The row of a column, or of a question that begins so."""
    return next(row for row in d.importing.columns.rows if row.head.whole.startswith(header))


def say_column(d: Driver, header: str, choice: str) -> None:
    """Choose where a column goes to, and wait until the list was read so."""
    row(d, header).field.choose(choice)
    d.wait(lambda: not d.page.listing._work.running)


def known(d: Driver) -> int:
    return int(d.services.people.figures()["listed"])


def test_a_list_is_dropped_mapped_mended_applied_and_taken_back(
    at_desk: Driver, people: Path, tmp_path: Path
) -> None:  # fmt: skip
    d = at_desk
    before = known(d)
    drop(d, people)
    d.wait_step("columns")
    assert row(d, "Haus").field.chosen == ""
    say_column(d, "Haus", "organisation")
    assert row(d, "Haus").field.chosen == "organisation"
    assert row(d, "Haus").chip.accessibleName() == "Yours"
    d.ctrl(Qt.Key.Key_Return)
    d.wait_step("changes")
    shown = d.importing.changes._shown
    assert (shown.new, len(shown.aside)) == (2, 2)
    aside = tmp_path / "set-aside.xlsx"
    d.hands.rejected = str(aside)
    d.importing.changes.save_rejected_requested.emit()
    d.wait(aside.exists)
    d.ctrl(Qt.Key.Key_Return)
    d.wait_step("done")
    assert known(d) == before + 2
    assert d.named("Ana Ruiz").organisation == "Lab"
    d.wait(lambda: d.importing.done.save.isVisible())

    mend(aside, ("Cem", "Ay"), ("Dee", "Orr"))
    drop(d, aside)
    d.wait_step("columns")
    assert row(d, "Haus").field.chosen == "organisation", "what was said is remembered for the next such list"
    d.ctrl(Qt.Key.Key_Return)
    d.wait_step("changes")
    shown = d.importing.changes._shown
    assert (shown.new, len(shown.aside)) == (2, 0)
    d.ctrl(Qt.Key.Key_Return)
    d.wait_step("done")
    assert known(d) == before + 4
    assert d.named("Cem Ay").organisation == "Belediye"
    d.importing.done.undo.click()
    d.wait(lambda: known(d) == before + 2)
    d.wait(lambda: "taken back" in d.importing.done.sentence.whole)
    d.ctrl(Qt.Key.Key_Return)
    d.wait(d.page.isVisible)
    assert d.services.people.search("cem ay") == []


def mend(path: Path, *names: tuple[str, str]) -> None:
    """Write the names into the rows of a file of rows set aside."""
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    heads = [cell.value for cell in sheet[1]]
    for place, (given, family) in enumerate(names, 2):
        sheet.cell(place, heads.index("Vorname") + 1, given)
        sheet.cell(place, heads.index("Nachname") + 1, family)
    book.save(path)


def test_a_word_about_status_is_asked_and_its_rows_come_in_once_it_is_said(at_desk: Driver, tmp_path: Path) -> None:
    d = at_desk
    file = tmp_path / "words.csv"
    file.write_text("Name,E-mail,Status\nAna Ruiz,a@x.example,in the clouds\nBo Ek,b@x.example,confirmed\n", "utf-8")
    d.bring(str(file), "columns")
    asked = row(d, "“in the clouds”")
    assert asked.field.chosen is None
    assert asked.field.hasFocus(), "the cursor is in what has to be said"
    asked.field.choose(Status.WAITLISTED)
    d.wait(lambda: not d.page.listing._work.running)
    assert row(d, "“in the clouds”").field.chosen == Status.WAITLISTED
    assert d.importing.changes._shown.new == 2
    asked.field.choose("aside")
    d.wait(lambda: not d.page.listing._work.running)
    assert (d.importing.changes._shown.new, len(d.importing.changes._shown.aside)) == (1, 1)
    asked.field.choose(Status.WAITLISTED)
    d.wait(lambda: not d.page.listing._work.running)
    d.ctrl(Qt.Key.Key_Return)
    d.wait_step("changes")
    d.apply_list()
    assert d.named("Ana Ruiz").status is Status.WAITLISTED
    file.write_text("Name,E-mail,Status\nCem Ay,c@x.example,in the clouds\nBo Ek,b@x.example,confirmed\n", "utf-8")
    d.bring(str(file), "changes")
    assert not d.importing.columns.shown.questions, "what a word means is known from then on"


def test_a_product_that_looks_like_an_extra_is_asked_about(at_desk: Driver, tmp_path: Path) -> None:
    d = at_desk
    file = tmp_path / "orders.csv"
    rows = "".join(f"O{n},P{n} Q{n},{what}\n" for n in range(4) for what in ("Conference", "Dinner"))
    file.write_text("Order,Attendee name,Product\n" + rows, encoding="utf-8")
    d.bring(str(file), "columns")
    row(d, "“Dinner”").field.choose("extra")
    d.wait(lambda: not d.page.listing._work.running)
    shown = d.importing.changes._shown
    assert (shown.new, shown.extras) == (4, 4)


def test_a_column_is_left_out_and_kept_again(at_desk: Driver, people: Path) -> None:
    d = at_desk
    d.bring(str(people), "columns")
    say_column(d, "E-Mail", LEFT_OUT)
    assert row(d, "E-Mail").field.chosen == LEFT_OUT
    d.bring(str(people), "columns")
    assert row(d, "E-Mail").field.chosen == "email", "what was not applied is not remembered"
    say_column(d, "E-Mail", LEFT_OUT)
    d.ctrl(Qt.Key.Key_Return)
    d.wait_step("changes")
    d.apply_list()
    assert d.card(d.named("Ana Ruiz").attendee).email == ""
    d.bring(str(people), "changes")
    d.importing.changes.back.emit()
    assert row(d, "E-Mail").field.chosen == LEFT_OUT
    assert row(d, "E-Mail").chip.accessibleName() == "Yours"


def test_without_the_names_a_list_is_refused_and_what_was_said_before_holds(at_desk: Driver, people: Path) -> None:
    d = at_desk
    d.bring(str(people), "columns")
    say_column(d, "Vorname", LEFT_OUT)
    row(d, "Nachname").field.choose(LEFT_OUT)
    d.wait(lambda: d.window.bar.isVisible())
    assert "people.csv" in d.told()
    assert row(d, "Nachname").field.chosen == "family", "what held before holds again"
    assert row(d, "Vorname").field.chosen == LEFT_OUT
    assert d.importing.step == "columns"


def test_the_way_a_file_is_read_can_be_said(at_desk: Driver, tmp_path: Path) -> None:
    d = at_desk
    file = tmp_path / "west.csv"
    file.write_bytes("Name,E-mail\nJürgen Müller,j@x.example\nZoë Ek,z@x.example\n".encode("cp1252"))
    d.bring(str(file), "columns")
    d.importing.columns.back_button.click()
    field = d.importing.file.fields["encoding"]
    assert field.chosen == "cp1252"
    field.choose("cp1251")
    d.wait(lambda: not d.page.listing._work.running)
    assert "Windows-1251" in d.importing.header.about.whole
    assert d.importing.step == "file"
    d.importing.file.fields["delimiter"].choose("|")
    d.wait(lambda: not d.page.listing._work.running)
    d.ctrl(Qt.Key.Key_Return)
    assert d.importing.step == "columns"


def test_escape_leaves_to_where_one_was_and_writes_nothing(at_desk: Driver, people: Path) -> None:
    d = at_desk
    before = known(d)
    d.window.show_page("settings")
    d.window.settings.show_section("look")
    d.bring(str(people), "columns")
    d.key(Qt.Key.Key_Escape)
    d.wait(lambda: not d.importing.isVisible())
    assert d.window.settings.isVisible()
    d.window.show_page("desk")
    d.bring(str(people), "columns")
    d.key(Qt.Key.Key_Escape)
    d.wait(d.page.isVisible)
    assert known(d) == before


def test_the_rows_of_a_file_stand_below_the_fields_they_go_to(at_desk: Driver, people: Path) -> None:
    d = at_desk
    d.bring(str(people), "columns")
    step = d.importing.columns
    assert step.show_row(3)
    assert step.first.isVisible()
    assert step.first.cells.marked == 3
    assert not step.show_row(900)
    step.first.fields[3].choose("organisation")
    d.wait(lambda: not d.page.listing._work.running)
    assert step.first.isVisible(), "one stays where one was"
    assert step.first.fields[3].chosen == "organisation"
