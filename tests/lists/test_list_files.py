"""Encodings, delimiters, header rows and row numbers of text files, and what is no list at all."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from checkin.domain.errors import UserError
from checkin.domain.listing import ListReading, ReadOptions
from checkin.lists.reading import read_lists

PEOPLE = [("Zoé", "Müller"), ("Jürgen", "Größe"), ("Renée", "D’Arcy"), ("Åsa", "Sjöström")]
TEXT = "First name,Last name,Email\r\n" + "".join(f"{g},{f},p{i}@a.example\r\n" for i, (g, f) in enumerate(PEOPLE))


def read(path: Path, data: bytes | str, **options: object) -> ListReading:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    (reading,) = read_lists([path], ReadOptions(**options))  # type: ignore[arg-type]
    return reading


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("cp1252", "cp1252"),
    ],
)
def test_encodings_are_found_out(tmp_path: Path, written: str, told: str) -> None:
    reading = read(tmp_path / "a.csv", TEXT.encode(written))
    assert reading.encoding == told
    assert [(p.given, p.family) for p in reading.people] == PEOPLE


def test_a_list_from_an_old_macintosh(tmp_path: Path) -> None:
    reading = read(tmp_path / "a.csv", TEXT.encode("mac_roman"))
    assert [(p.given, p.family) for p in reading.people] == PEOPLE
    assert any("mac_roman" in w.text for w in reading.warnings)


def test_a_cyrillic_list_of_windows(tmp_path: Path) -> None:
    text = "Name,Email\n" + "".join(f"{n},x{i}@a.example\n" for i, n in enumerate(["Иван Петров", "Ольга Щербак"] * 5))
    reading = read(tmp_path / "a.csv", text.encode("cp1251"))
    assert reading.people[0].name == "Иван Петров"


def test_an_encoding_can_be_said_and_must_fit(tmp_path: Path) -> None:
    data = "Name\nŁukasz Żak\n".encode("cp1250")
    assert read(tmp_path / "a.csv", data, encoding="cp1250").people[0].name == "Łukasz Żak"
    with pytest.raises(UserError, match="not written in utf-8: after line 1"):
        read(tmp_path / "a.csv", "Name\nAnna\nJürgen\n".encode("cp1252"), encoding="utf-8")
    with pytest.raises(UserError, match="no encoding"):
        read(tmp_path / "a.csv", data, encoding="klingon")


def test_a_few_wrong_bytes_do_not_spoil_the_rest(tmp_path: Path) -> None:
    lines = [f"Zoë Grün {i}".encode() for i in range(30)] + ["Jürgen Roß".encode("cp1252")]
    reading = read(tmp_path / "a.csv", b"Name\n" + b"\n".join(lines))
    assert (reading.people[0].name, reading.people[-1].name) == ("Zoë Grün 0", "Jürgen Roß")
    assert any("Windows-1252" in w.text for w in reading.warnings)


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_delimiters_are_found_out_although_cells_hold_others(tmp_path: Path, sign: str) -> None:
    rows = [["Name", "Affiliation", "Remarks"], ["Anna Kim", "Leeds, Physics; Lab", "a|b"], ["Bo Li", "x, y; z", ""]]
    quoted = [[f'"{c}"' if sign in c else c for c in row] for row in rows]
    reading = read(tmp_path / "a.txt", "\n".join(sign.join(row) for row in quoted))
    assert reading.delimiter == sign
    assert [p.organisation for p in reading.people] == ["Leeds, Physics; Lab", "x, y; z"]


def test_a_first_line_sep_is_obeyed_and_not_counted(tmp_path: Path) -> None:
    reading = read(tmp_path / "a.csv", "sep=|\r\nName|City\r\nAnna Kim|Leeds, UK\r\n".encode("utf-8-sig"))
    assert (reading.delimiter, reading.header_row, reading.people[0].row) == ("|", 1, 2)
    assert reading.people[0].city == "Leeds, UK"


def test_a_delimiter_can_be_said(tmp_path: Path) -> None:
    assert read(tmp_path / "a.csv", "Name\tCity\nAnna\tBath\n", delimiter="TAB").people[0].city == "Bath"
    with pytest.raises(UserError, match="cannot stand between columns"):
        read(tmp_path / "a.csv", "Name\nAnna\n", delimiter="::")


def test_titles_blank_rows_and_quoted_line_breaks_count_as_a_spreadsheet_counts(tmp_path: Path) -> None:
    text = (
        'Attendees of Glasgow,,,\n"Printed\non Monday",,,\n\nName,Email,Comment,\n'
        'Anna,a@x.example,"one\r\ntwo",\n,,,\n\nBo,b@x.example,,\n'
    )
    reading = read(tmp_path / "a.csv", text)
    assert reading.header_row == 4
    assert [(p.row, p.name) for p in reading.people] == [(5, "Anna"), (8, "Bo")]
    assert reading.people[0].fields == {"Comment": "one\ntwo"}
    assert reading.rows == 2


def test_ragged_rows(tmp_path: Path) -> None:
    reading = read(tmp_path / "a.csv", "Name,Email,City\nAnna\nBo,b@x.example,Bath,,\nCy,c@x.example,Bath,UK\n")
    assert [p.name for p in reading.people] == ["Anna", "Bo"]
    (rejected,) = reading.rejected
    assert rejected.row == 4
    assert "“UK”" in rejected.reason
    assert rejected.cells == ("Cy", "c@x.example", "Bath", "UK")


def test_rows_without_a_name_and_totals_are_set_aside(tmp_path: Path) -> None:
    reading = read(tmp_path / "a.csv", "Name,Email\nAnna,a@x.example\n,lost@x.example\nTotal,\n")
    assert [(r.row, r.reason) for r in reading.rejected] == [
        (3, "The row has no name."),
        (4, "The row is a total, no person."),
    ]
    assert reading.rows == 3


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.csv", b"", "is empty"),
        ("a.csv", b" \r\n \r\n", "is empty"),
        ("a.csv", b"\xef\xbb\xbf", "is empty"),
        ("a.csv", b"\x89PNG\r\n\x1a\n" + bytes(200), "picture"),
        ("a.csv", b"%PDF-1.7 ...", "PDF"),
        ("a.csv", bytes(range(256)) * 9, "holds no text"),
        ("a.csv", b"<html><table><tr><td>Name</td></tr></table>", "web page"),
        ("a.csv", b'[{"name": "Anna"}]', "JSON"),
        ("a.csv", b"Name,Email\n", "header in row 1 and no rows"),
        ("a.csv", b"Name,Email\n,\n,\n", "header in row 1 and no rows"),
        ("a.csv", b"Colour,Size\nred,3\n", "no column that is known to hold names"),
        ("a.csv", b"Name,Email\n,a@x.example\n", "No row of a.csv is a person"),
        ("a.csv", b"Order #,Buyer First Name,Buyer Last Name,Quantity\n1,Al,Kim,3\n", "list of orders"),
        ("a.csv", b"Barcode,Type\n123,Regular\n", "codes without names"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "locked by a password"),
        ("a.xlsx", b"PK\x03\x04 not really", "damaged"),
        ("a.csv", b"Name,Note\nAnna," + b"x" * 40_000 + b"\n", "row 2, column 2: the cell has 40,000 characters"),
        ("a.csv", b'Name,Note\nAnna,"' + b"x\n" * 90_000, "never closed"),
        ("a.csv", b"Name" + b",x" * 1200 + b"\nAnna" + b",1" * 1200, "1,201 columns"),
    ],
)  # fmt: skip
def test_what_is_no_list_is_refused_in_a_sentence(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    with pytest.raises(UserError) as refused:
        read(tmp_path / name, data)
    told = refused.value.sentence + " " + refused.value.advice
    assert says in told
    assert name in told


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no file"):
        read_lists([tmp_path / "nothing.csv"])
    with pytest.raises(UserError, match="is a folder"):
        read_lists([tmp_path])


def packed(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_a_zip_of_lists(tmp_path: Path) -> None:
    path = packed(
        tmp_path / "a.zip",
        {"x/one.csv": b"Name\nAnna\n", "two.tsv": b"Name\tCity\nBo\tBath\n",
         "__MACOSX/._one.csv": b"\0", "r.pdf": b"%PDF"},
    )  # fmt: skip
    one, two = read_lists([path])
    assert ([p.name for p in one.people], [p.name for p in two.people]) == (["Anna"], ["Bo"])
    assert (one.file, two.file) == ("one.csv", "two.tsv")
    assert any("r.pdf" in w.text for w in one.warnings)


def test_people_who_left_a_mailing_list_are_not_attendees(tmp_path: Path) -> None:
    path = packed(
        tmp_path / "a.zip",
        {f"{kind}_members.csv": b"Email Address,First Name,LEID\na@x.example,Anna,1\n"
         for kind in ("subscribed", "unsubscribed", "cleaned")},
    )  # fmt: skip
    (reading,) = read_lists([path])
    assert reading.file == "subscribed_members.csv"
    assert sum("left the mailing list" in w.text for w in reading.warnings) == 2


def test_bombs_and_empty_or_damaged_archives_are_refused(tmp_path: Path) -> None:
    bomb = packed(tmp_path / "bomb.zip", {f"{i}.csv": bytes(60_000_000) for i in range(4)})
    assert bomb.stat().st_size < 1_000_000
    with pytest.raises(UserError, match="240 MB large unpacked"):
        read_lists([bomb])
    with pytest.raises(UserError, match="holds no list"):
        read_lists([packed(tmp_path / "none.zip", {"a.pdf": b"%PDF"})])
    good = packed(tmp_path / "good.zip", {"a.csv": b"Name\n" + b"Anna Kim\n" * 500}).read_bytes()
    middle = bytearray(good)
    middle[45] ^= 0xFF
    for number, data in enumerate((good[:-30], bytes(middle))):
        (tmp_path / f"bad{number}.zip").write_bytes(data)
        with pytest.raises(UserError, match="damaged"):
            read_lists([tmp_path / f"bad{number}.zip"])


def test_a_locked_archive_is_refused(tmp_path: Path) -> None:
    data = bytearray(packed(tmp_path / "a.zip", {"a.csv": b"Name\nAnna\n"}).read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(UserError, match="locked by a password"):
        read_lists([tmp_path / "a.zip"])


def test_one_bad_file_of_a_call_refuses_the_call(tmp_path: Path) -> None:
    (tmp_path / "good.csv").write_text("Name\nAnna\n", "utf-8")
    (tmp_path / "bad.csv").write_bytes(b"%PDF-")
    with pytest.raises(UserError, match=r"bad\.csv"):
        read_lists([tmp_path / "good.csv", tmp_path / "bad.csv"])


def test_a_large_list_streams(tmp_path: Path) -> None:
    text = io.StringIO()
    text.write("Name,Email,Ticket code\n")
    for number in range(20_000):
        text.write(f"Person {number},p{number}@x.example,{number:08}\n")
    reading = read(tmp_path / "a.csv", text.getvalue())
    assert len(reading.people) == reading.rows == 20_000
    assert reading.people[-1].ticket_code == "00019999"
