"""Names in capitals, dates, cells with several things, and numbers that a spreadsheet damaged: value by value."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from checkin.domain.errors import UserError
from checkin.domain.listing import LEFT_OUT, ReadOptions, Sureness
from checkin.lists.choices import guests_of, sessions_of
from checkin.lists.codes import are_cut, is_cut, is_rounded, whole
from checkin.lists.contents import are_codes, is_name, is_phone, named_email
from checkin.lists.dates import moment, order_told
from checkin.lists.name_forms import COMMA, FAMILY_CAPITALS, are_capitals, name_case, name_of_email, parted
from checkin.lists.no_person import why_no_person
from checkin.lists.questions import asks_to_refuse
from checkin.lists.reading import read_lists
from tests.lists.traps.trap import packed


@pytest.mark.parametrize(
    ("capitals", "name"),
    [
        ("ANNE-MARIE", "Anne-Marie"), ("VAN DEN BERG", "van den Berg"), ("O'NEIL", "O'Neil"), ("D’ARCY", "D’Arcy"),
        ("MCDONALD", "McDonald"), ("MACHADO", "Machado"), ("DE LA CRUZ", "de la Cruz"), ("LA RUE", "La Rue"),
        ("DI MAIO", "Di Maio"), ("'T HART", "'t Hart"), ("VAN 'T HOFF", "van 't Hoff"), ("IJSSEL", "IJssel"),
        ("KIM JR.", "Kim Jr."), ("LEE III", "Lee III"), ("J.R.R.", "J.R.R."), ("ŞÜKRÜ IŞIK", "Şükrü Işık"),
        ("İBRAHİM", "İbrahim"), ("ÅSA", "Åsa"), ("GROẞ", "Groß"), ("ΣΊΣΥΦΟΣ", "Σίσυφος"), ("NG", "Ng"),
        ("GARCÍA Y LÓPEZ", "García y López"), ("ИВАНОВ", "Иванов"),
    ],
)  # fmt: skip
def test_names_in_capitals(capitals: str, name: str) -> None:
    assert name_case(capitals) == name


def test_capitals_are_turned_only_where_all_stand_in_them() -> None:
    assert are_capitals(["KIM", "LI", "BERG"])
    assert not are_capitals(["KIM", "LI"])
    assert not are_capitals(["KIM", "Li", "BERG"])
    assert not are_capitals(["李", "王", "张"])
    assert not are_capitals(["NG", "LI", "HO"])


@pytest.mark.parametrize(
    ("form", "name", "parts"),
    [
        (COMMA, "Vries, Bo de", ("Bo", "de Vries")), (COMMA, "de Vries, Bo", ("Bo", "de Vries")),
        (COMMA, "Lee, Ann Mary", ("Ann Mary", "Lee")), (COMMA, "Bo Lee", None),
        (FAMILY_CAPITALS, "DUPONT Jean", ("Jean", "Dupont")), (FAMILY_CAPITALS, "Jean DUPONT", ("Jean", "Dupont")),
        (FAMILY_CAPITALS, "Anna van den BERG", ("Anna", "van den Berg")), (FAMILY_CAPITALS, "JEAN DUPONT", None),
        (FAMILY_CAPITALS, "Jean Dupont", None), (FAMILY_CAPITALS, "J. DUPONT", ("J.", "Dupont")),
        (FAMILY_CAPITALS, "Anna KIM Lee", None),
    ],
)  # fmt: skip
def test_whole_names_are_parted(form: str, name: str, parts: tuple[str, str] | None) -> None:
    assert parted(form, name) == parts


def test_names_out_of_addresses() -> None:
    told = [
        name_of_email(a) for a in ("ann.lee@a.example", "ann_van_den-berg+x@a.example", "info@a.example", "al7.x@b.c")
    ]
    assert told == ["Ann Lee", "Ann Van Den Berg", "info", "al7.x"]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("2026-05-18", datetime(2026, 5, 18)), ("2026/5/18 9:05", datetime(2026, 5, 18, 9, 5)),
        ("18.05.26", datetime(2026, 5, 18)), ("18-05-2026 14:30:10", datetime(2026, 5, 18, 14, 30, 10)),
        ("5/18/2026 2:30 PM", datetime(2026, 5, 18, 14, 30)), ("5/18/26 12:00 am", datetime(2026, 5, 18)),
        ("Mon 18/05/2026, 9h30", datetime(2026, 5, 18, 9, 30)), ("18. Mai 2026 um 9 Uhr", datetime(2026, 5, 18, 9)),
        ("18 août 2026 à 9h30", datetime(2026, 8, 18, 9, 30)), ("1er mai 2026", datetime(2026, 5, 1)),
        ("18 de mayo de 2026", datetime(2026, 5, 18)), ("18 maggio 2026", datetime(2026, 5, 18)),
        ("18 de março de 2026 às 9:00", datetime(2026, 3, 18, 9)), ("18 mei 2026", datetime(2026, 5, 18)),
        ("18 października 2026", datetime(2026, 10, 18)), ("May 18th, 2026", datetime(2026, 5, 18)),
        ("46160.5", datetime(2026, 5, 18, 12)), ("04/04/2026", datetime(2026, 4, 4)),
        ("03/04/2026", None), ("31/02/2026", None), ("soon", None), ("18 foo 2026", None), ("", None),
        ("18.05.20261", None),
    ],
)  # fmt: skip
def test_a_moment(text: str, want: datetime | None) -> None:
    assert moment(text, utc=False, end=False) == want


def test_what_comes_first_in_a_date() -> None:
    assert moment("03/04/2026", utc=False, end=False, day_first=True) == datetime(2026, 4, 3)
    assert moment("03/04/2026", utc=False, end=True, day_first=False) == datetime(2026, 3, 4, 23, 59, 59)
    dates = ("18/05/2026", "5/18/2026", "3/4/2026", "18.05.2026", "x")
    assert [order_told(t) for t in dates] == [True, False, None, None, None]


@pytest.mark.parametrize(
    ("cell", "names", "more"),
    [
        ("3", [], 3), ("+1", [], 1), ("2 Personen", [], 2), ("1 accompagnant", [], 1), ("Bo Li", ["Bo Li"], 0),
        ("Bo Li, Cy Kim and Di Ho", ["Bo Li", "Cy Kim", "Di Ho"], 0), ("Bo Li & Cy Kim", ["Bo Li", "Cy Kim"], 0),
        ("Li, Bo", ["Li, Bo"], 0), ("Bo and Cy Li", ["Bo and Cy Li"], 0), ("Bo Li\nCy Kim", ["Bo Li", "Cy Kim"], 0),
        ("María y Ana", ["María y Ana"], 0),
    ],
)  # fmt: skip
def test_guests_of_a_cell(cell: str, names: list[str], more: int) -> None:
    assert guests_of(cell) == (names, more)


def test_choices_that_commas_join() -> None:
    cell = "Tools, from A to Z, Maps (old, new), “Paper”, 3D printing"
    assert sessions_of(cell, commas=True) == ("Tools, from A to Z", "Maps (old, new)", "“Paper”", "3D printing")
    assert sessions_of(cell) == (cell,)


def test_numbers_of_spreadsheets() -> None:
    assert all(map(is_rounded, ("4.47912E+11", "4,47912E+11", "1E+15", "-1.5E10")))
    assert not any(map(is_rounded, ("E+11", "4.47912", "A1E+11", "44791234567", "12E+11")))
    assert [whole(n) for n in ("12.0", "+44.0", "1.20", "x.0", "1.5")] == ["12", "+44", "1.20", "x.0", "1.5"]
    assert is_cut("123456789012345000")
    assert not is_cut("123456789012345")
    assert not is_cut("123456789012345001")
    assert are_cut(["401234567890123000"])
    assert not are_cut(["4012345678901230", "4012345678901241"])
    assert not are_cut(["4012345678901230"])


def test_what_cells_look_like() -> None:
    assert all(
        map(is_phone, ("+44 7700 900001", "0131 496 0000", "(020) 7946 0000", "0049-30-123456", "+1 (202) 555-0100"))
    )
    assert not any(map(is_phone, ("7700900001", "2026-05-18", "+44", "0012345678901234567890123456")))
    assert all(map(is_name, ("Anna Kim", "Zoé van den Berg", "J. R. O'Neil", "李 小龙")))
    assert not any(
        map(is_name, ("Anna", "Acme Ltd", "12 Kim", "anna kim", "Leeds University", "A very long title of a talk"))
    )
    assert named_email('"Kim, Anna" <a@a.example>') == ("Kim, Anna", "a@a.example")
    assert named_email("a@a.example") is None
    assert are_codes(["AB12-77Q", "AB12-78R", "AB12-79S"])
    assert are_codes(["4012345678", "9912345671", "5512345672"])
    assert not are_codes(["10000001", "10000002", "10000003"])
    assert not are_codes(["Anna Kim", "Bo Li", "Cy Lo"])
    assert not are_codes(["AB12-77Q", "AB12-77Q", "AB12-79S"])


@pytest.mark.parametrize(
    "name",
    ["Total", "TOTAL: 25", "Grand total", "Summe", "Anzahl Teilnehmer: 25", "25 participants", "Razem", "Totaal 7"],
)
def test_totals(name: str) -> None:
    assert "total" in why_no_person(name, [name])


@pytest.mark.parametrize(
    "name", ["Summer Lee", "Anna Total", "Gesamt Müller", "Count Basie", "Suma Rao", "Aantal Bo Li"]
)
def test_people_who_are_no_totals(name: str) -> None:
    assert why_no_person(name, [name]) == ""


@pytest.mark.parametrize(
    "header",
    [
        "I do NOT want to be photographed",
        "No photos",
        "Ich widerspreche Fotos",
        "Je ne veux pas de photos",
        "Geen foto's",
    ],
)
def test_questions_the_other_way_round(header: str) -> None:
    assert asks_to_refuse(header)


@pytest.mark.parametrize(
    "header", ["Photo consent (yes/no)", "Fotos erlaubt? Ja / Nein", "May we take photos?", "Droit à l'image"]
)
def test_questions_straight(header: str) -> None:
    assert not asks_to_refuse(header)


def test_columns_are_told_from_left_to_right(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    lines = (
        "Who,Name / Nom,Price,Seen,,Email",
        *(f"q{i},Anna Kim {i},3,x{i},,{'y' * 80}{i}@a.example" for i in range(5)),
    )
    path.write_text("\n".join(lines), "utf-8")
    (reading,) = read_lists([path], ReadOptions(mapping={"source_id": "Who"}))
    told = [(c.column, c.header, c.field, c.sureness) for c in reading.columns]
    assert told == [
        (0, "Who", "source_id", Sureness.YOURS), (1, "Name / Nom", "name", Sureness.LOOK),
        (2, "Price", LEFT_OUT, Sureness.SURE), (3, "Seen", "", Sureness.SURE), (4, "Column E", "", Sureness.SURE),
        (5, "Email", "email", Sureness.SURE),
    ]  # fmt: skip
    assert reading.columns[0].samples == ("q0", "q1", "q2")
    assert reading.columns[4].samples == ()
    assert all(len(s) == 60 and s.endswith("…") for s in reading.columns[5].samples)


def test_the_column_of_reasons_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,reason\nAnna Kim,Row 3: The row has no name.\n", "utf-8")
    (reading,) = read_lists([path])
    assert (reading.columns[1].field, reading.people[0].fields) == (LEFT_OUT, {})


def test_a_mailing_list_that_everybody_left(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(
        packed({f"{kind}_members.csv": b"Email Address\na@a.example\n" for kind in ("unsubscribed", "cleaned")})
    )
    with pytest.raises(UserError, match="no list of attendees"):
        read_lists([path])


def test_a_list_with_too_many_rows_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checkin.lists.limits.ROWS", 1000)
    path = tmp_path / "list.csv"
    path.write_text("Name\n" + "".join(f"Anna Kim {i}\n" for i in range(1080)), "utf-8")
    with pytest.raises(UserError, match="more than 1,000 rows"):
        read_lists([path])
    path.write_text("Name\n" + "".join(f"Anna Kim {i}\n" for i in range(1000)), "utf-8")
    assert len(read_lists([path])[0].people) == 1000
