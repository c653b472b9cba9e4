"""Bringing in a list from the window, from the first run on; and writing the attendance."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from checkin.paths import Home
from tests.e2e.driver import Driver

LISTS = Path(__file__).parents[3] / "shared" / "lists"
Opens = Callable[..., Driver]


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """A list of four people, one row without a name."""
    path = tmp_path / "people.csv"
    path.write_text(
        "First name,Last name,E-mail,Organisation\n"
        "Ana,Ruiz,ana@example.org,Lab\nBo,Ek,bo@example.org,Kommun\n,,nobody@example.org,\n"
        "Cem,Ay,cem@example.org,Belediye\nDee,Orr,dee@example.org,Council\n",
        encoding="utf-8",
    )
    return path


def counts(d: Driver) -> list[int]:
    """New, changed, unchanged, gone, duplicates, set aside: as the figures show them."""
    return [choice.count for choice in d.importing.changes.bar.choices.values()]


def bring_in(d: Driver, path: Path) -> None:
    d.bring(str(path))


def test_first_run_from_a_file_to_a_person_with_a_badge(window_on: Opens, home: Home, rows: Path) -> None:
    d = window_on(home)
    d.wait_page("first_run")
    assert not d.left.search.isEnabled()
    d.hands.files = [str(rows)]
    d.cards.first_run._choose.click()
    d.wait_step("columns")
    d.ctrl(Qt.Key.Key_Return)
    d.wait_step("changes")
    assert counts(d) == [4, 0, 0, 0, 0, 1]
    assert not d.desk.has_event
    d.ctrl(Qt.Key.Key_Return)
    d.wait_page("ready")
    d.wait(lambda: d.left.search.isEnabled() and d.left.search.hasFocus())
    assert d.services.people.figures()["listed"] == 4
    d.type("ruiz")
    d.wait_name("Ana Ruiz")
    d.enter()
    d.wait_word("Admitted")
    d.wait(lambda: len(list(home.prints.glob("*.pdf"))) == 1)


def test_a_second_import_of_the_same_list_changes_nothing(window_on: Opens, home: Home, rows: Path) -> None:
    d = window_on(home)
    d.wait_page("first_run")
    bring_in(d, rows)
    d.ctrl(Qt.Key.Key_Return)
    d.wait_page("ready")
    bring_in(d, rows)
    assert counts(d) == [0, 0, 4, 0, 0, 1]
    assert d.importing.changes.apply_button.words == "Nothing changes, close"


def test_leaving_the_preview_writes_nothing(window_on: Opens, home: Home, rows: Path) -> None:
    d = window_on(home)
    d.wait_page("first_run")
    bring_in(d, rows)
    d.importing.header.cancel.click()
    d.wait_page("first_run")
    assert not d.desk.has_event


def test_escape_leaves_the_preview(at_desk: Driver, rows: Path) -> None:
    bring_in(at_desk, rows)
    at_desk.key(Qt.Key.Key_Escape)
    at_desk.wait_page("ready")
    assert at_desk.services.people.figures()["listed"] == 130


def test_a_list_dropped_on_the_first_page_is_read(window_on: Opens, home: Home, rows: Path) -> None:
    d = window_on(home)
    d.wait_page("first_run")
    d.cards.first_run.files_dropped.emit([str(rows)])
    d.wait_step("columns")


def test_a_file_that_is_no_list_is_refused_in_words(at_desk: Driver, tmp_path: Path) -> None:
    d = at_desk
    picture = tmp_path / "photo.xlsx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    d.hands.files = [str(picture)]
    d.ctrl(Qt.Key.Key_O)
    d.wait(lambda: d.importing.file.fault.isVisible())
    assert "photo.xlsx" in d.importing.file.fault.told
    d.key(Qt.Key.Key_Escape)
    d.wait_page("ready")


@pytest.mark.skipif(
    not LISTS.exists() and os.environ.get("CI") != "true", reason="the lists of other systems lie beside the project"
)
@pytest.mark.parametrize("name", ["pretix_checkin_main_secrets.csv", "pretix_checkin_main.xlsx"])
def test_lists_of_other_systems_count_in_the_window_as_they_should(window_on: Opens, home: Home, name: str) -> None:
    d = window_on(home)
    d.wait_page("first_run")
    expected = json.loads((LISTS / "EXPECTED.json").read_text(encoding="utf-8"))
    right = next(entry for entry in expected if entry["file"] == name)
    bring_in(d, LISTS / name)
    assert counts(d)[:4] == [right["people"], 0, 0, 0]
    d.ctrl(Qt.Key.Key_Return)
    d.wait_page("ready")
    bring_in(d, LISTS / name)
    assert counts(d)[:4] == [0, 0, right["people"], 0]


def test_the_demo_is_made_from_the_first_page_and_prints(window_on: Opens, home: Home) -> None:
    d = window_on(home)
    d.wait_page("first_run")
    d.cards.first_run._demo.click()
    d.wait(lambda: d.cards.page == "ready", 20_000)
    d.scan(d.named("Tomáš Hrůza").badge_code)
    d.wait_word("Admitted")
    d.wait(lambda: len(list(home.prints.glob("*.pdf"))) == 1)


def test_attendance_is_written_where_the_dialog_says(at_desk: Driver, tmp_path: Path) -> None:
    d = at_desk
    d.scan(d.named("Tomáš Hrůza").badge_code)
    d.hands.target = str(tmp_path / "attendance.csv")
    d.ctrl(Qt.Key.Key_E)
    d.wait(lambda: "attendance.csv" in d.told())
    with Path(d.hands.target).open(encoding="utf-8-sig", newline="") as file:
        written = list(csv.DictReader(file))
    assert any("Hrůza" in value for row in written for value in row.values() if isinstance(value, str))


def test_an_export_into_a_folder_that_is_not_there_says_so(at_desk: Driver, tmp_path: Path) -> None:
    d = at_desk
    d.hands.target = str(tmp_path / "gone" / "attendance.csv")
    d.ctrl(Qt.Key.Key_E)
    d.wait(lambda: d.window.bar.isVisible())
    assert "was written" not in d.told()
