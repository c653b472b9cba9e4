"""Where pre-printed badges lie, as lists say it: box and number, in seven languages, from text and from workbooks."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.domain.listing import ListedPerson, ListReading, ReadOptions
from checkin.lists.reading import read_lists


def read(path: Path, **options: object) -> ListReading:
    (reading,) = read_lists([path], ReadOptions(**options))  # type: ignore[arg-type]
    return reading


def one(tmp_path: Path, header: str, cells: str, **options: object) -> ListedPerson:
    path = tmp_path / "list.csv"
    path.write_text(f"Name,{header}\nAda Quill,{cells}\n", "utf-8")
    (person,) = read(path, **options).people
    return person


@pytest.mark.parametrize(
    "header",
    [
        "Badge box", "BOX", "Box no.", "box number", "Badge tray", "Badge-Kiste", "Kiste", "Karton", "Boîte", "Caja",
        "Scatola", "Doos", "Pudełko",
    ],
)  # fmt: skip
def test_a_column_of_boxes(tmp_path: Path, header: str) -> None:
    person = one(tmp_path, header, "B 2")
    assert (person.box, person.number, person.fields) == ("B 2", "", {})


@pytest.mark.parametrize(
    "header",
    [
        "Badge number", "Badge no.", "Badge Nr.", "Badgenummer", "Ausweisnummer", "Numéro de badge", "Número de badge",
        "Numer identyfikatora",
    ],
)  # fmt: skip
def test_a_column_of_numbers(tmp_path: Path, header: str) -> None:
    person = one(tmp_path, header, "0117")
    assert (person.box, person.number, person.fields) == ("", "0117", {})


@pytest.mark.parametrize("header", ["Number", "No.", "Order number", "Phone number", "Ticket number", "Lunch box"])
def test_a_column_that_is_neither(tmp_path: Path, header: str) -> None:
    person = one(tmp_path, header, "117")
    assert (person.box, person.number) == ("", "")


def test_both_blank_and_guarded(tmp_path: Path) -> None:
    person = one(tmp_path, "Badge box,Badge number", ' , "\u00a0" ')
    assert (person.box, person.number) == ("", "")


def test_the_caller_says_which(tmp_path: Path) -> None:
    person = one(tmp_path, "Where,Which", "Tray 4,A-17", mapping={"box": "Where", "number": "Which"})
    assert (person.box, person.number, person.fields) == ("Tray 4", "A-17", {})


def test_numbers_of_a_workbook_are_whole(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Name", "Badge box", "Badge number"], ["Ada Quill", 2, 117.0], ["Bo Lind", 2.0, "0118"]):
        sheet.append(row)
    book.save(tmp_path / "list.xlsx")
    people = read(tmp_path / "list.xlsx").people
    assert [(p.box, p.number) for p in people] == [("2", "117"), ("2", "0118")]
