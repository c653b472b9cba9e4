"""Keys, repeats, namesakes, guests and extras."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.domain.errors import UserError
from checkin.domain.listing import ListReading, ReadOptions
from checkin.domain.names import fold
from checkin.domain.people import Status
from checkin.lists.choices import guests_of, sessions_of, visits_of
from checkin.lists.cleaning import SEAM, clean_line, clean_lines, is_tidy
from checkin.lists.keys import folded_name
from checkin.lists.reading import read_lists


def read(tmp_path: Path, *lines: str, extras: tuple[str, ...] = ()) -> ListReading:
    path = tmp_path / "list.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8", newline="")
    (reading,) = read_lists([path], ReadOptions(extras=extras))
    assert reading.rows == sum(map(len, (reading.people, reading.entitlements, reading.merged, reading.rejected)))
    keys = [p.key for p in reading.people]
    assert len(set(keys)) == len(keys)
    return reading


@pytest.mark.parametrize(
    ("header", "row", "key"),
    [
        ("ID,Ticket code,Name", "7,q1,Zoé Lee", "id:7"),
        ("Ticket code,Order code,Position ID,Name", "q1,AB,2,Zoé Lee", "ticket:q1"),
        ("Order code,Position ID,Name", "AB,2,Zoé Lee", "position:AB/2"),
        ("Order code,Product,Name", "AB,Day – Étudiant,Zoé Lee", "order:AB|zoe lee|day etudiant"),
        ("Name,Email", "Zoé  LEE,Zoe@X.example", "email:zoe@x.example|zoe lee"),
        ("Name,Company", "Zoé Lee,Straße & Co", "name:zoe lee|strasse co"),
        ("Name", "Zoé Lee", "name:zoe lee|"),
    ],
)
def test_the_first_of_the_keys_is_taken(tmp_path: Path, header: str, row: str, key: str) -> None:
    assert read(tmp_path, header, row).people[0].key == key


def test_the_other_keys_are_aliases(tmp_path: Path) -> None:
    person = read(tmp_path, "Ticket code,Order code,Name,Email,Company", "q1,AB,Ann Lee,a@x.example,Acme").people[0]
    assert person.aliases == ("order:AB|ann lee|", "email:a@x.example|ann lee", "name:ann lee|acme")


def test_exact_repeats_are_merged(tmp_path: Path) -> None:
    reading = read(tmp_path, "Name,Email,Price", "Ann,a@x.example,1", "Bo,b@x.example,1", " Ann ,a@x.example,2")
    assert [p.name for p in reading.people] == ["Ann", "Bo"]
    assert reading.merged == [(2, 4)]


def test_same_key_with_other_values_is_kept_and_told(tmp_path: Path) -> None:
    reading = read(tmp_path, "Name,Email,Phone", "Ann,a@x.example,1", "ANN,A@x.example,2", "Ann,a@x.example,3")
    assert [p.key for p in reading.people] == [
        "email:a@x.example|ann", "name:ann|", "email:a@x.example|ann#2",
    ]  # fmt: skip
    assert [rows for rows, _ in reading.duplicates] == [(2, 3), (2, 4)]
    assert "other details" in reading.duplicates[0][1]


def test_one_ticket_code_on_two_rows_is_told(tmp_path: Path) -> None:
    reading = read(tmp_path, "Ticket code,Name", "q1,Ann", "q1,Bo")
    assert [p.key for p in reading.people] == ["ticket:q1", "name:bo|"]
    assert "ticket code" in reading.duplicates[0][1]


def test_a_delegation_with_one_address_is_kept_apart_quietly(tmp_path: Path) -> None:
    reading = read(tmp_path, "ID,Name,Email", "1,Ann,d@x.example", "2,Bo,d@x.example")
    assert len(reading.people) == 2
    assert not reading.duplicates


def test_namesakes_are_told_and_share_no_alias(tmp_path: Path) -> None:
    reading = read(tmp_path, "ID,Name,Email,Company", "1,Ann,d@x.example,Acme", "2,Ann,d@x.example,Acme", "3,Ann,,")
    assert reading.duplicates == [((2, 3), "The same name and e-mail: all were kept.")]
    assert [p.aliases for p in reading.people] == [(), (), ("name:ann|",)]


def test_named_and_unnamed_guests_are_people(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "ID,Name,Status,Guests",
        "1,Ann Lee,unpaid,Bo Li; Cy Kim",
        "2,Di Ho,confirmed,2",
        "3,Ed Fu,confirmed,No",
    )
    assert reading.rows == 7
    names = [(p.name, p.guest_of, p.row, p.status) for p in reading.people if p.guest_of]
    assert names == [
        ("Bo Li", "id:1", 2, Status.UNPAID), ("Cy Kim", "id:1", 2, Status.UNPAID),
        ("Guest 1 of Di Ho", "id:2", 3, Status.CONFIRMED), ("Guest 2 of Di Ho", "id:2", 3, Status.CONFIRMED),
    ]  # fmt: skip
    assert [p.key for p in reading.people if p.guest_of][:3] == [
        "guest:id:1/bo li",
        "guest:id:1/cy kim",
        "guest:id:2/1",
    ]
    single = read(tmp_path, "Name,Guests", "Ann Lee,1").people[1]
    assert (single.given, single.family, single.name) == ("Guest", "of Ann Lee", "Guest of Ann Lee")


def test_guests_of_a_merged_row_come_once_and_slips_are_told(tmp_path: Path) -> None:
    reading = read(tmp_path, "Name,Guests", "Ann,Bo", "Ann,Bo", "Cy,999")
    assert [p.name for p in reading.people] == ["Ann", "Bo", "Cy"]
    assert any("999" in w.text and w.row == 4 for w in reading.warnings)


def test_guests_with_one_name_are_two_people(tmp_path: Path) -> None:
    reading = read(tmp_path, "Name,Guests", "Ann,Bo Li; Bo Li")
    assert [p.name for p in reading.people] == ["Ann", "Bo Li", "Bo Li"]


ORDERS = (
    "Order code,Attendee name,Product,Secret",
    "A,Ann Lee,Ticket – Regular,c1",
    "A,ANN LEE,T-Shirt – XL,c2",
    "A,Bo Li,Ticket – Regular,c3",
    "A,Bo Li,t-shirt (S),c4",
    "B,Cy Kim,T-Shirt,c5",
)


def test_named_extras_with_and_without_variation_in_any_case(tmp_path: Path) -> None:
    reading = read(tmp_path, *ORDERS, extras=("T-SHIRT", "Dinner"))
    assert [p.name for p in reading.people] == ["Ann Lee", "Bo Li"]
    assert [(e.product, e.code, e.holder) for e in reading.entitlements] == [
        ("T-Shirt – XL", "c2", "ticket:c1"), ("t-shirt (S)", "c4", "ticket:c3"), ("T-Shirt", "c5", ""),
    ]  # fmt: skip
    texts = [w.text for w in reading.warnings]
    assert "“Dinner” is no product of the file." in texts
    assert any("belongs to nobody" in t and "row 6" in t for t in texts)


def test_without_extras_named_they_are_people_and_suspected(tmp_path: Path) -> None:
    reading = read(tmp_path, *ORDERS)
    assert len(reading.people) == 5
    (told,) = [w.text for w in reading.warnings if "--extra" in w.text]
    assert "one order and name" in told.lower()


def test_two_of_one_name_in_an_order_get_one_extra_each(tmp_path: Path) -> None:
    reading = read(
        tmp_path, "Order code,Attendee name,Product,Secret",
        "A,Ann Lee,Ticket,c1", "A,Ann Lee,Ticket,c2", "A,Ann Lee,Dinner,c3", "A,Ann Lee,Dinner,c4", extras=("dinner",),
    )  # fmt: skip
    assert sorted(e.holder for e in reading.entitlements) == ["ticket:c1", "ticket:c2"]


def test_add_ons_hang_on_the_position_of_their_order_and_may_be_void(tmp_path: Path) -> None:
    reading = read(
        tmp_path, "Order code,Position ID,Attendee name,Product,Variation,Status,Ticket secret,Add-on to position ID",
        "A,1,Ann Lee,Ticket,Regular,paid,c1,", "A,2,,Dinner,Vegan,canceled,c2,1", "B,1,Bo Li,Ticket,,paid,c3,",
        "B,2,,Dinner,,paid,c4,9",
    )  # fmt: skip
    one, two = reading.entitlements
    assert (one.product, one.holder, one.name, one.valid) == ("Dinner – Vegan", "ticket:c1", "Ann Lee", False)
    assert (two.holder, two.valid) == ("", True)
    assert reading.people[0].category == "Ticket – Regular"


def test_extras_only_are_refused_alone_and_taken_with_their_people(tmp_path: Path) -> None:
    people, dinner = tmp_path / "people.csv", tmp_path / "dinner.csv"
    people.write_text("Order code,Attendee name,Product\nA,Ann Lee,Ticket\n", "utf-8")
    dinner.write_text("Order code,Attendee name,Product,Secret\nA,ann lee,Dinner,c9\n", "utf-8")
    options = ReadOptions(extras=("Dinner",))
    with pytest.raises(UserError, match="extras only"):
        read_lists([dinner], options)
    one, two = read_lists([people, dinner], options)
    assert two.entitlements[0].holder == one.people[0].key
    assert not [w for r in (one, two) for w in r.warnings if "no product" in w.text]


def test_codes_of_spreadsheets(tmp_path: Path) -> None:
    reading = read(tmp_path, "Name,Barcode", "Ann,0012345", "Bo,12345.0", "Cy,1.00112E+10")
    assert [p.ticket_code for p in reading.people] == ["0012345", "12345", ""]
    assert [w.row for w in reading.warnings if "has rounded the code of row 4 in “Barcode”" in w.text] == [4]


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("  Ann \u00a0 Lee ", "Ann Lee"), ("A\u0308nne", "Änne"), ("\ufeffAnn\u200b\u2060", "Ann"),
        ("Mu\u00adller", "Muller"),
        ("'+44 1", "+44 1"), ("''+44", "'+44"), ("'=1+1", "=1+1"), ("'t Hart", "'t Hart"), ("'@x", "@x"),
        ("\t=x", "=x"),        ("'", "'"), ("'%", "%"), ("'|", "|"), ("a\x00b\x07", "ab"), ("a\r\nb", "a b"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("A\u200dnn", "Ann"), ("- late", "- late"),
    ],
)  # fmt: skip
def test_cells_are_cleaned(raw: str, clean: str) -> None:
    assert clean_line(raw) == clean
    assert is_tidy(clean) or SEAM in clean or not clean.isprintable() or clean[0] == "'"


def test_free_text_keeps_its_lines() -> None:
    assert clean_lines(" one \r\n\n  two\u2028three\n") == "one\n\ntwo\nthree"


@pytest.mark.parametrize(
    "name", ["Zoé  d'Arcy", "O’Neil-Smith Jr.", "Ångström Ø", "- x", "'t Hart", "李 小龙", "ﬁn ß", "a\u0301 b"]
)
def test_names_folded_word_by_word_are_folded(name: str) -> None:
    assert folded_name(name) == fold(name)


def test_cells_that_hold_several_things() -> None:
    indico = "Mon 18/05: 09:00–10:30 - Opening, with music; Tue 19/05: 11:00–13:00 - Tools; a market place: Part 2"
    assert sessions_of(indico) == (
        "Mon 18/05: 09:00–10:30 - Opening, with music", "Tue 19/05: 11:00–13:00 - Tools; a market place: Part 2",
    )  # fmt: skip
    assert sessions_of("A;B;A;") == ("A", "B")
    assert visits_of("Harbour, by boat (+2); Old library") == (("Harbour, by boat", "Old library"), True)
    assert visits_of("Old library") == (("Old library",), False)
    assert guests_of("Ann  Lee; Bo") == (["Ann Lee", "Bo"], 0)
    assert guests_of("+2") == ([], 2)
