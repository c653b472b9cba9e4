"""What a person says of a list's columns and words becomes what the reader is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.domain.listing import LEFT_OUT, ListReading, Sureness
from checkin.domain.people import Status
from checkin.gui.control.import_choices import ASIDE, EXTRA, KEPT, PERSON, Choices
from checkin.gui.control.import_columns import columns_shown, file_shown
from checkin.lists.reading import read_lists

TEXT = "Vorname,Nachname,Woher,Haus,Status\nAna,Ruiz,ana@x.example,Lab,confirmed\nBo,Ek,bo@x.example,Mill,in the air\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "people.csv"
    file.write_text(TEXT, encoding="utf-8")
    return file


def read(path: Path, choices: Choices) -> ListReading:
    reading = read_lists([path], choices.options)[0]
    choices.learn([reading])
    return reading


def fields(reading: ListReading) -> list[str]:
    return [column.field for column in reading.columns]


def test_a_column_takes_a_field_from_the_one_that_had_it_and_gives_its_own_up(path: Path) -> None:
    choices = Choices()
    reading = read(path, choices)
    assert fields(reading) == ["given", "family", "email", KEPT, "status"]
    choices.choose(reading, 3, "family")
    reading = read(path, choices)
    assert fields(reading) == ["given", KEPT, "email", "family", "status"]
    assert reading.columns[3].sureness is Sureness.YOURS
    choices.choose(reading, 3, "organisation")
    reading = read(path, choices)
    assert fields(reading) == ["given", KEPT, "email", "organisation", "status"], (
        "nothing is looked for behind one's back"
    )
    choices.choose(reading, 1, "family")
    assert fields(read(path, choices)) == ["given", "family", "email", "organisation", "status"]


@pytest.mark.parametrize("choice", [KEPT, LEFT_OUT])
def test_a_column_of_a_field_is_kept_or_left_out_and_taken_again(path: Path, choice: str) -> None:
    choices = Choices()
    choices.choose(read(path, choices), 2, choice)
    reading = read(path, choices)
    assert reading.columns[2].field == choice
    assert reading.columns[2].sureness is Sureness.YOURS
    assert [p.fields.get("Woher") for p in reading.people] == (["ana@x.example"] if choice == KEPT else [None])
    choices.choose(reading, 2, "email")
    reading = read(path, choices)
    assert reading.columns[2].field == "email"
    assert reading.people[0].email == "ana@x.example"


def test_a_column_that_no_desk_needs_is_kept_when_it_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "dear.csv"
    file.write_text("Name,E-mail,Price\nAna Ruiz,a@x.example,180\n", encoding="utf-8")
    choices = Choices()
    reading = read(file, choices)
    assert reading.columns[2].field == LEFT_OUT
    choices.choose(reading, 2, KEPT)
    assert read(file, choices).people[0].fields == {"Price": "180"}


def test_a_word_stays_asked_and_its_answer_can_be_changed(path: Path) -> None:
    choices = Choices()
    reading = read(path, choices)
    assert (len(reading.people), choices.words) == (1, {"in the air": (3,)})
    (question,) = columns_shown([reading], choices).questions
    assert (question.told, question.id) == (False, "word:in the air")
    choices.answer_word("in the air", Status.PENDING)
    reading = read(path, choices)
    assert [p.status for p in reading.people] == [Status.CONFIRMED, Status.PENDING]
    (question,) = columns_shown([reading], choices).questions
    assert (question.told, question.answer) == (True, Status.PENDING)
    choices.answer_word("in the air", ASIDE)
    assert len(read(path, choices).people) == 1
    (question,) = columns_shown([reading], choices).questions
    assert (question.told, question.answer) == (True, ASIDE)


def test_what_was_seen_and_let_stand_is_as_if_it_had_been_said(path: Path) -> None:
    choices = Choices()
    reading = read(path, choices)
    assert reading.columns[2].sureness is Sureness.GUESS
    choices.confirm([reading])
    assert choices.options.mapping == {"email": "Woher"}
    again = read(path, choices)
    assert fields(again) == fields(reading)
    assert not columns_shown([again], Choices()).to_look_at


def test_a_product_is_people_or_extras(tmp_path: Path) -> None:
    file = tmp_path / "orders.csv"
    rows = "".join(f"O{n},P{n} Q{n},{what}\n" for n in range(4) for what in ("Conference", "Dinner"))
    file.write_text("Order,Attendee name,Product\n" + rows, encoding="utf-8")
    choices = Choices()
    read(file, choices)
    assert "Dinner" in choices.products
    choices.answer_product("Dinner", EXTRA)
    assert len(read(file, choices).entitlements) == 4
    choices.answer_product("Dinner", PERSON)
    again = read(file, choices)
    assert not again.entitlements
    told = {q.id: (q.told, q.answer) for q in columns_shown([again], choices).questions}
    assert told["product:Dinner"] == (True, PERSON)


def test_several_lists_are_shown_but_not_changed(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "others.csv"
    other.write_text("Name,E-mail\nCem Ay,c@x.example\n", encoding="utf-8")
    readings = read_lists([path, other])
    shown = columns_shown(readings, Choices())
    assert shown.shut
    assert [c.header for c in shown.columns][-1] == "others.csv: E-mail"
    assert file_shown(readings).ways == ()


def test_the_sheets_of_a_workbook_can_be_chosen_among(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for title, name in (("Day one", "Ana Ruiz"), ("Day two", "Bo Ek")):
        sheet = book.create_sheet(title)
        sheet.append(["Name", "E-mail"])
        sheet.append([name, f"{name[:2].lower()}@x.example"])
    del book["Sheet"]
    file = tmp_path / "days.xlsx"
    book.save(file)
    (way,) = (way for way in file_shown(read_lists([file])).ways if way.key == "sheet")
    assert way.choices == (("Day one", "Day one"), ("Day two", "Day two"))
    assert way.chosen == "Day one"
