"""Whatever stands in a file: what was written is what is read, every row is accounted for, nothing raises."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from checkin.domain.errors import CheckinError
from checkin.domain.listing import ListReading, ReadOptions
from checkin.lists.cleaning import clean_line, clean_lines
from checkin.lists.reading import read_lists
from checkin.lists.synonyms import SYNONYMS

SIGNS = st.sampled_from([",", ";", "\t", "|", "^", "~", ":", "§", "\x1f"])
ENCODINGS = st.sampled_from(
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-32",
        "cp1250",
        "cp1251",
        "cp1252",
        "cp1253",
        "cp1254",
        "iso8859-2",
        "mac_roman",
        "koi8-r",
        "gb18030",
    ]
)
# Anything but what no text has: lone halves of letters, and zero bytes.
CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)
WORDS = st.text("abcdé ÄÖß'’-.,;@+=0123456789ЖжΩ李\n\"", max_size=12)
_NAMES = "|".join(text.replace("\n", "|") for text in SYNONYMS.values()).split("|")
HEADERS = st.sampled_from([word.strip().title() for word in _NAMES if word.strip()])
SLOW = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def read(data: bytes, name: str = "list.csv", options: ReadOptions | None = None) -> list[ListReading]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return read_lists([path], options or ReadOptions())


def written(rows: list[list[str]], sign: str, end: str = "\r\n") -> str:
    stream = io.StringIO()
    # Python's writer leaves a line feed unquoted where rows end otherwise
    quoting = csv.QUOTE_MINIMAL if end == "\r\n" else csv.QUOTE_ALL
    csv.writer(stream, delimiter=sign, lineterminator=end, quoting=quoting).writerows(rows)
    return stream.getvalue()


def check(reading: ListReading) -> None:
    parts = (reading.people, reading.entitlements, reading.merged, reading.rejected)
    assert reading.rows == sum(map(len, parts))
    keys = [p.key for p in reading.people]
    assert len(set(keys)) == len(keys)
    assert all(p.name and p.name == " ".join(p.name.split()) for p in reading.people)
    assert [c.column for c in reading.columns] == list(range(len(reading.columns)))
    assert all(c.why for c in reading.columns)
    assert all(r.reason for r in reading.rejected)
    assert all(w.text for w in reading.warnings)


def check_all(data: bytes, name: str = "list.csv", options: ReadOptions | None = None) -> None:
    """A reading whose rows add up, or a sentence with advice; any other error is raised."""
    told = ("A reading.", "None needed.")
    try:
        readings = read(data, name, options)
    except CheckinError as refused:
        readings, told = [], (refused.sentence, refused.advice)
    assert told[0].endswith((".", "!", "?"))
    assert told[1]
    for reading in readings:
        check(reading)


@SLOW
@given(
    rows=st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=8),
    sign=SIGNS,
    encoding=ENCODINGS,
    end=st.sampled_from(["\r\n", "\n", "\r"]),
)
@example(rows=[("x\ny", "'=1")], sign=",", encoding="utf-8", end="\r")
@example(rows=[("'+44 1", "\ufeff a")], sign=";", encoding="utf-16", end="\n")
def test_what_was_written_is_what_is_read(rows: list[tuple[str, str]], sign: str, encoding: str, end: str) -> None:
    table = [["Full name", "Town", "Remarks", "Email"]]
    table += [[f"Person {i}", city, note, f"p{i}@a.example"] for i, (city, note) in enumerate(rows)]
    try:
        data = written(table, sign, end).encode(encoding)
    except UnicodeEncodeError:
        assume(False)
    (reading,) = read(data, options=ReadOptions(encoding=encoding, delimiter=sign))
    check(reading)
    people = {p.name: p for p in reading.people}
    aside = {r.cells[0] for r in reading.rejected if "quotation mark" in r.reason}
    for name, city, note, email in table[1:]:
        if name in aside:
            assert max(city.count(sign), note.count(sign)) >= 3
            continue
        person = people[name]
        assert (person.city, person.email) == (clean_line(city.lstrip(" ")), email)
        assert person.fields.get("Remarks", "") == clean_lines(note.lstrip(" "))


@SLOW
@given(rows=st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=8), sign=SIGNS, mark=st.booleans())
def test_the_delimiter_is_found_whatever_the_cells_hold(rows: list[tuple[str, str]], sign: str, mark: bool) -> None:
    table = [["Full name", "Town", "Remarks", "Email"]]
    table += [[f"Person {i}", city, note, f"p{i}@a.example"] for i, (city, note) in enumerate(rows)]
    (reading,) = read(written(table, sign).encode("utf-8-sig" if mark else "utf-8"))
    assert (reading.delimiter, reading.encoding) == (sign, "utf-8-sig" if mark else "utf-8")
    assert reading.rows == len(rows)
    check(reading)


@SLOW
@given(
    header=st.lists(HEADERS | WORDS, min_size=1, max_size=6),
    rows=st.lists(st.lists(WORDS | HEADERS, max_size=7), min_size=1, max_size=12),
    sign=SIGNS,
)
@example(header=["Name"], rows=[["Total"], ["Name"]], sign=",")
@example(header=["Guests", "Name"], rows=[["Name", "Email"], ["x", "y"]], sign=",")
@example(header=["Quantity", "Name", "Guests"], rows=[["3", "A B", "2"]], sign=",")
def test_every_row_of_any_table_is_accounted_for(header: list[str], rows: list[list[str]], sign: str) -> None:
    check_all(written([header, *rows], sign).encode())


@SLOW
@given(data=st.binary(max_size=400), name=st.sampled_from(["list.csv", "list.xlsx", "list.ods", "list.zip"]))
@example(data=b"PK\x05\x06" + bytes(18), name="list.zip")
@example(data=b"sep=\r\nName\r\nA B\r\n", name="list.csv")
@example(data=b'"Name\r\nA B', name="list.csv")
@example(data=b"\xff\xfe\x00", name="list.csv")
@example(data=b"\xef\xbb\xbfsep=\xc2\xa7\nName\xc2\xa7City\nA B\xc2\xa7C", name="list.csv")
def test_any_bytes_give_a_reading_or_a_sentence(data: bytes, name: str) -> None:
    check_all(data, name)


@SLOW
@given(encoding=st.text(max_size=12), sign=st.text(max_size=2), sheet=st.none() | st.text(max_size=4))
@example(encoding="idna", sign=",", sheet=None)
@example(encoding="undefined", sign=",", sheet=None)
@example(encoding="unicode_escape", sign=",", sheet=None)
@example(encoding="utf-7", sign=",", sheet=None)
@example(encoding="a\x00b", sign=",", sheet=None)
def test_whatever_the_caller_says(encoding: str, sign: str, sheet: str | None) -> None:
    check_all(b"Name,City\nAnna Kim,Leeds\n", options=ReadOptions({}, sheet, encoding, sign))
