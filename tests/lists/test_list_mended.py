"""Rows that were set aside: saved, mended in a spreadsheet and loaded again as a part of the same list."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest

from checkin.domain.listing import ListReading, ReadOptions
from checkin.domain.people import Status
from checkin.domain.translation import use
from checkin.lists.reading import read_lists
from checkin.lists.rejected import save_rejected
from checkin.services.languages import words_of
from tests.lists.traps.xlsx import workbook

_HEADER = "Name,Email,Ticket code,Phone,Phone,,Status"
_ANN = "Ann Lee,ann@a.example,00123,+44 1,,x,confirmed"
_BO = "Bo Li,bo@a.example,00124,'+44 2,=1+1,y,Zorp"
_NOBODY = ",cy@a.example,00125,,,,"


def read(path: Path, *lines: str, **options: object) -> ListReading:
    path.write_text("".join(line + "\n" for line in lines), "utf-8")
    (reading,) = read_lists([path], ReadOptions(**options))  # type: ignore[arg-type]
    return reading


def mend_csv(path: Path, changes: dict[tuple[int, str], str]) -> None:
    with path.open(newline="", encoding="utf-8-sig") as stream:
        rows = list(csv.reader(stream))
    for (row, header), value in changes.items():
        rows[row][rows[0].index(header)] = value
    with path.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream, delimiter=";").writerows(rows)


def mend_xlsx(path: Path, changes: dict[tuple[int, str], str]) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    headers = [cell.value for cell in sheet[1]]
    for (row, header), value in changes.items():
        sheet.cell(row + 1, headers.index(header) + 1).value = value
    book.save(path)


MEND = {".csv": mend_csv, ".xlsx": mend_xlsx}


@pytest.mark.parametrize("ending", MEND)
def test_a_mended_row_is_the_same_person(ending: str, tmp_path: Path) -> None:
    whole = read(tmp_path / "list.csv", _HEADER, _ANN, _BO, _NOBODY)
    assert [r.row for r in whole.rejected] == [3, 4]
    back = tmp_path / f"aside{ending}"
    assert save_rejected([whole], back) == 2
    MEND[ending](back, {(1, "Status"): "paid", (2, "Name"): "Cy Lo", (2, "Status"): "paid"})
    (part,) = read_lists([back])
    assert part.partial
    assert not whole.partial
    assert part.rejected == []
    assert part.signature == whole.signature
    assert [(p.name, p.key, p.phone, p.status) for p in part.people] == [
        ("Bo Li", "ticket:00124", "+44 2", Status.CONFIRMED),
        ("Cy Lo", "ticket:00125", "", Status.CONFIRMED),
    ]  # fmt: skip
    assert whole.rejected[0].keys == (part.people[0].key, *part.people[0].aliases)
    # what the list says of the row when nothing had to be mended
    straight = read(tmp_path / "straight.csv", _HEADER, _ANN, _BO, _NOBODY, statuses={"zorp": Status.CONFIRMED})
    assert straight.people[1].fields == part.people[0].fields
    assert straight.people[1].aliases == part.people[0].aliases


@pytest.mark.parametrize("ending", MEND)
def test_rows_of_a_workbook_come_back_as_they_were(ending: str, tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    rows = [
        ["Name", "Code", "Email", "Status"],
        ["Ann", "0012", "a@a.example", "ok"],
        ["Bo", "0013", "b@a.example", "Q"],
    ]
    path.write_bytes(workbook(People=[["Summit 2026"], [], *rows]))
    (whole,) = read_lists([path])
    back = tmp_path / f"aside{ending}"
    assert save_rejected([whole], back) == 1
    MEND[ending](back, {(1, "Status"): "ok"})
    (part,) = read_lists([back])
    assert (part.signature, part.partial) == (whole.signature, True)
    assert [p.key for p in part.people] == [whole.rejected[0].keys[0]] == ["ticket:0013"]


def test_a_list_without_header_is_known_by_its_part(tmp_path: Path) -> None:
    lines = ["Ann Lee;ann@a.example", "Total;2", "Bo Li;bo@a.example", "Cy Lo;cy@a.example"]
    whole = read(tmp_path / "list.csv", *lines)
    assert whole.header_row == 0
    assert save_rejected([whole], tmp_path / "aside.csv") == 1
    mend_csv(tmp_path / "aside.csv", {(1, "Column A"): "Di Ho", (1, "Column B"): "di@a.example"})
    (part,) = read_lists([tmp_path / "aside.csv"])
    assert part.partial
    assert [(p.name, p.email) for p in part.people] == [("Di Ho", "di@a.example")]
    assert part.signature == whole.signature


def test_reasons_in_another_language_make_a_part_too(tmp_path: Path) -> None:
    whole = read(tmp_path / "list.csv", "Name,Status", "Ann,ok", "Bo,Zorp")
    before = use(words_of("de"))
    try:
        save_rejected([whole], tmp_path / "aside.csv")
    finally:
        use(before)
    assert "Zeile 3: " in (tmp_path / "aside.csv").read_text("utf-8-sig")
    mend_csv(tmp_path / "aside.csv", {(1, "Status"): "ok"})
    assert read_lists([tmp_path / "aside.csv"])[0].partial


def test_a_column_of_reasons_that_is_the_lists_own_makes_no_part(tmp_path: Path) -> None:
    reading = read(tmp_path / "list.csv", "Name,Reason", "Ann,press", "Bo,")
    assert not reading.partial
    assert reading.people[0].fields == {"Reason": "press"}
    assert reading.signature != read(tmp_path / "other.csv", "Name", "Ann").signature


def test_the_first_rows_as_they_stand_in_the_file(tmp_path: Path) -> None:
    lines = [f" Ann {n} ,x" for n in range(30)]
    reading = read(tmp_path / "list.csv", "Summit", "", "Name,City,Country", *lines)
    assert len(reading.first_rows) == 20
    assert reading.first_rows[0] == (4, ("Ann 0 ", "x", ""))
    assert {len(cells) for _, cells in reading.first_rows} == {len(reading.header)} == {3}
    assert [number for number, _ in reading.first_rows] == list(range(4, 24))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\xef\xbb\xbfName\nAnn\n", "The file begins with a mark that says so."),
        ("Name\nAnn\n".encode("utf-16"), "The file begins with a mark that says so."),
        ("Name\nAnn Lee\nBo Li\n".encode("utf-16-le"), "Each letter stands in several bytes, as utf-16-le has it."),
        (b"Name\nAnn\n", "The file holds no letter beyond A to Z; nearly all encodings read it alike."),
        ("Name\nZoë\n".encode(), "Every letter beyond A to Z fits UTF-8, which does not happen by chance."),
        (
            "Name\nZoë Müller\nJürgen Größe\nŁukasz Żak\n".encode() + b"Ren\xe9\n",
            "Nearly every letter beyond A to Z fits UTF-8, which does not happen by chance.",
        ),
        (
            "Name\nJiří Dvořák\nVěra Růžičková\nTomáš Šťastný\n".encode("cp1250"),
            "“Šťastný” looks like a word in cp1250; in iso8859-2 it would be “��astný”.",
        ),
    ],
)
def test_why_an_encoding_was_taken(data: bytes, why: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    (reading,) = read_lists([path])
    assert reading.encoding_why == why


def test_an_encoding_that_somebody_named(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("Name\nAnn\n".encode("cp1252"))
    (reading,) = read_lists([path], ReadOptions(encoding="cp1252"))
    assert (reading.encoding, reading.encoding_why) == ("cp1252", "You said so.")
    path = tmp_path / "list.xlsx"
    path.write_bytes(workbook(People=[["Name"], ["Ann"]]))
    assert read_lists([path])[0].encoding_why == ""
