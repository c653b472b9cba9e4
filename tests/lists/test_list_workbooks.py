"""Excel workbooks: typed cells, the right sheet, damage."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from checkin.domain.errors import UserError
from checkin.domain.listing import ReadOptions
from checkin.lists.cell_values import iso_text, number_text, serial_text
from checkin.lists.reading import read_lists

ROWS = [
    ["Attendee list"],
    [],
    ["ID", "Name", "Barcode", "Checked in", "Arrives", "Valid from", "Share", "Odd"],
    [7.0, "Ann Lee", 4012345678901, True, date(2026, 5, 18), datetime(2026, 5, 18, 9, 30), 0.5, "#N/A"],
    [8, "Bo Li", "0012", False, None, None, 12, None],
    [None, None, None],
    [9, "Cy Kim", 1.5, None, None, None, None, None, "beside"],
]


def workbook(path: Path, **sheets: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_typed_cells_become_texts(tmp_path: Path) -> None:
    (reading,) = read_lists([workbook(tmp_path / "a.xlsx", People=ROWS)])
    assert (reading.header_row, reading.sheet, reading.encoding, reading.delimiter) == (3, "People", None, None)
    ann, bo, cy = reading.people
    assert (ann.row, ann.source_id, ann.ticket_code) == (4, "7", "4012345678901")
    assert ann.fields == {"Checked in": "Yes", "Arrives": "2026-05-18", "Share": "0.5"}
    assert str(ann.valid_from) == "2026-05-18 09:30:00"
    assert (bo.ticket_code, bo.fields) == ("0012", {"Share": "12"})
    assert (cy.row, cy.fields) == (7, {"Column I": "beside"})


def test_the_sheet_of_people_is_found_and_can_be_said(tmp_path: Path) -> None:
    people = [["Name", "Email"], ["Ann", "a@x.example"]]
    more = [["Name", "Email", "City", "Country"], ["Bo", "b@x.example", "Bath", "UK"]]
    path = workbook(tmp_path / "a.xlsx", Notes=[["Colours"], ["red"]], Few=people, Many=more, Empty=[])
    (reading,) = read_lists([path])
    assert (reading.sheet, reading.people[0].name) == ("Many", "Bo")
    assert any("“Notes”, “Few”, “Empty” were not" in w.text for w in reading.warnings)
    for wanted in ("few", "2"):
        assert read_lists([path], ReadOptions(sheet=wanted))[0].people[0].name == "Ann"
    with pytest.raises(UserError) as refused:
        read_lists([path], ReadOptions(sheet="People"))
    assert "“Notes”, “Few”, “Many”, “Empty”" in refused.value.advice


def test_hidden_sheets_are_not_taken_by_themselves(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", Old=[["Name", "City"], ["Ann", "Bath"]], Now=[["Name"], ["Bo"]])
    book = openpyxl.load_workbook(path)
    book["Old"].sheet_state = "hidden"
    book.save(path)
    assert read_lists([path])[0].people[0].name == "Bo"


def test_a_workbook_in_a_zip(tmp_path: Path) -> None:
    inner = workbook(tmp_path / "a.xlsx", People=ROWS)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(inner, "sub/a.xlsx")
    (reading,) = read_lists([tmp_path / "a.zip"])
    assert (reading.file, len(reading.people)) == ("a.xlsx", 3)


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
def test_damaged_workbooks_are_refused(tmp_path: Path, part: str) -> None:
    good = workbook(tmp_path / "a.xlsx", People=ROWS)
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data[: len(data) // 2] if name == part else data)
    with pytest.raises(UserError, match="damaged"):
        read_lists([tmp_path / "b.xlsx"])


def test_empty_workbooks_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is empty"):
        read_lists([workbook(tmp_path / "a.xlsx", Sheet=[])])


def test_numbers_as_people_mean_them() -> None:
    raw = ("3", "3.0", "3.25", "1000000000000", "4.4791234567E+10", "1.2345678901234567E+18", "1E400", "-2")
    assert list(map(number_text, raw)) == [
        "3", "3", "3.25", "1000000000000", "44791234567", "1.2345678901234568E+18", "", "-2",
    ]  # fmt: skip


def test_days_are_counted_as_excel_counts_them() -> None:
    told = [serial_text(raw) for raw in ("46160", "46160.395833333336", "0.5", "59", "61", "1E9")]
    assert told == ["2026-05-18", "2026-05-18 09:30:00", "12:00:00", "1900-02-28", "1900-03-01", "1000000000"]
    assert serial_text("44698", from_1904=True) == "2026-05-18"
    assert [iso_text(raw) for raw in ("2026-05-18", "2026-05-18T09:30:00", "2026-05-18T00:00:00Z", "soon")] == [
        "2026-05-18", "2026-05-18 09:30:00", "2026-05-18", "soon",
    ]  # fmt: skip
