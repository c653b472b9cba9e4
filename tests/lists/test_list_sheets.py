"""Workbooks read by our own readers: cell by cell what openpyxl reads, and what a typed OpenDocument cell means."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin.domain.errors import UserError
from checkin.lists.cell_values import FAULTS
from checkin.lists.container import sources_of
from checkin.lists.reading import read_lists
from checkin.lists.table import Row
from checkin.lists.workbook import open_workbook, sheet_tables
from tests.lists.traps.trap import ods, ods_row, ods_sheet, packed

SLOW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
# What XML can hold; openpyxl refuses the rest.
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=20)
NUMBERS = st.integers(-(10**14), 10**14) | st.floats(-1e12, 1e12, allow_nan=False).map(lambda x: round(x, 4))
MOMENTS = st.datetimes(datetime(1901, 1, 1), datetime(2099, 1, 1)).map(lambda m: m.replace(microsecond=0))
VALUES = st.none() | TEXTS | NUMBERS | st.booleans() | MOMENTS | MOMENTS.map(datetime.date) | MOMENTS.map(datetime.time)


def rows_of(path: Path) -> list[Row]:
    (source,), _ = sources_of(path)
    with open_workbook(source) as sheets:
        (table,) = sheet_tables(sheets, source, None)
        return [*table.head, *table.rest]


def expected(value: object) -> str:
    """A cell as the reader of lists has it, by what openpyxl says of it."""
    if value is None or value in FAULTS:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value).replace("e", "E")
    if isinstance(value, datetime):
        moment = (value + timedelta(milliseconds=500)).replace(microsecond=0)
        return moment.date().isoformat() if moment.time() == time() else moment.isoformat(" ")
    if isinstance(value, time):
        return (
            (datetime.combine(date(2000, 1, 1), value) + timedelta(milliseconds=500))
            .time()
            .replace(microsecond=0)
            .isoformat()
        )
    return str(value)


@SLOW
@given(rows=st.lists(st.lists(VALUES, max_size=6), min_size=1, max_size=8))
def test_excel_cells_are_what_openpyxl_reads(rows: list[list[object]], tmp_path_factory: object) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value is not None and value != "":
                cell = sheet.cell(number, column, value)
                if isinstance(value, str):
                    cell.data_type = "s"
    stream = io.BytesIO()
    book.save(stream)
    path = Path(str(tmp_path_factory.getbasetemp())) / "book.xlsx"  # type: ignore[attr-defined]
    path.write_bytes(stream.getvalue())
    again = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    told = [(r, [expected(c.value) for c in cells]) for r, cells in enumerate(again.iter_rows(), 1)]
    want = [(r, cells) for r, cells in told if any(cells)]
    got = (
        [(r, [*cells, *[""] * (len(want[0][1]) - len(cells))]) for r, cells in rows_of(path)] if want else rows_of(path)
    )
    assert got == want


@SLOW
@given(rows=st.lists(st.lists(TEXTS.map(str.strip) | st.integers(0, 10**12), max_size=5), min_size=1, max_size=6))
def test_opendocument_cells_are_what_was_written(rows: list[list[object]], tmp_path_factory: object) -> None:
    path = Path(str(tmp_path_factory.getbasetemp())) / "book.ods"  # type: ignore[attr-defined]
    cells = [[f"{c} " if isinstance(c, str) and c.startswith("<") else c for c in row] for row in rows]
    safe = [[escape(c) if isinstance(c, str) and c.startswith("<") else c for c in row] for row in cells]
    path.write_bytes(ods(ods_sheet("One", *(ods_row(*row) for row in safe))))
    want = []
    for number, row in enumerate(safe, 1):
        texts = ["" if str(c) in FAULTS else str(c) for c in row]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            want.append((number, texts))
    assert rows_of(path) == want


def test_rows_and_columns_that_the_file_does_not_number(tmp_path: Path) -> None:
    sheet = (
        b'<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>Na</x:t>'
        b"<x:rPh><x:t>aloud</x:t></x:rPh><x:t>me</x:t></x:is></x:c></x:row>"
        b"<x:row><x:c><x:v>1.5</x:v></x:c><x:c t='str'><x:v>two</x:v></x:c></x:row>"
        b'<x:row r="9"><x:c r="C9" t="d"><x:v>2026-05-18T09:30:00</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c></x:row>'
        b"</x:sheetData></x:worksheet>"
    )
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed(_parts(sheet)))
    assert rows_of(path) == [(1, ["Name"]), (2, ["1.5", "two"]), (9, ["", "", "2026-05-18 09:30:00"])]


def _parts(sheet: bytes) -> dict[str, bytes]:
    kind = b"http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet"
    return {
        "[Content_Types].xml": b"<Types/>",
        "xl/workbook.xml": b'<workbook xmlns:r="r"><sheets><sheet name="S" r:id="x1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": b'<Relationships><Relationship Id="x1" Type="'
        + kind
        + b'" Target="/xl/s.xml"/></Relationships>',
        "xl/s.xml": sheet,
    }


def test_a_bomb_in_a_workbook_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in _parts(b"<worksheet/>").items():
            archive.writestr(name, data)
        archive.writestr("xl/sharedStrings.xml", b" " * 210_000_000)
    assert path.stat().st_size < 1_000_000
    with pytest.raises(UserError, match="210 MB large unpacked"):
        sources_of(path)


def test_a_cell_that_no_sheet_could_hold_is_refused(tmp_path: Path) -> None:
    long = b"<is><t>" + b"x" * 5_000_000 + b"</t></is>"
    cell = b'<row><c t="inlineStr"><is><t>Name</t></is></c></row><row><c t="inlineStr">' + long + b"</c></row>"
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed(_parts(b"<worksheet><sheetData>" + cell + b"</sheetData></worksheet>")))
    with pytest.raises(UserError, match="row 2, column 1: the cell has"):
        read_lists([path])
    far = tmp_path / "b.ods"
    repeated = 'table:number-columns-repeated="2000" office:value-type="string"'
    wide = f"<table:table-cell {repeated}><text:p>x</text:p></table:table-cell>"
    far.write_bytes(ods(ods_sheet("S", ods_row("Name"), ods_row(wide))))
    with pytest.raises(UserError, match="columns, more than"):
        read_lists([far])
