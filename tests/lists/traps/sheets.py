"""Traps of workbooks."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time
from io import BytesIO

from openpyxl.workbook import Workbook

from checkin.domain.listing import ReadOptions
from tests.lists.traps.trap import Trap, ods, ods_cell, ods_row, ods_sheet, packed
from tests.lists.traps.xlsx import workbook

_HEADER = ["Name", "Email", "City"]
_ROWS = [
    _HEADER,
    ["Anna Kim", "a@a.example", "Leeds"],
    ["Bo Li", "b@a.example", "Bath"],
    ["Cy Lo", "c@a.example", "York"],
]


def _hide(book: Workbook) -> None:
    sheet = book["People"]
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    sheet.column_dimensions["F"].hidden = True


def _join(book: Workbook) -> None:
    sheet = book["People"]
    for joined in ("A1:D1", "B2:C2", "A4:D4", "D5:D6"):
        sheet.merge_cells(joined)


def _formats(book: Workbook) -> None:
    sheet = book["People"]
    sheet["B2"].number_format = "00000000"
    sheet["C2"].number_format = '"+"0'
    sheet["D2"].number_format = "dd/mm/yyyy"
    sheet["E2"].number_format = "[h]:mm"


def _old_dates(book: Workbook) -> None:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book.epoch = CALENDAR_MAC_1904
    book["People"]["B2"].number_format = "yyyy-mm-dd"


def _damaged(data: bytes, part: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        members = {n: archive.read(n) for n in archive.namelist()}
    members[part] = members[part][: len(members[part]) * 2 // 3]
    return packed(members)


def _content(xml: bytes) -> bytes:
    return packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": xml})


_NOTE = (
    '<table:table-cell office:value-type="string"><office:annotation><text:p>a note beside</text:p></office:annotation>'
    '<text:p>one<text:s text:c="2"/>two</text:p><text:p>three<text:line-break/>four</text:p></table:table-cell>'
)
_COLUMNS = '<table:table-column table:number-columns-repeated="3"/><table:table-column table:visibility="collapse"/>'
_BOOK = workbook(People=_ROWS)
_ODS = ods(
    ods_sheet("Read me", ods_row("Fill in the next sheet."), ods_row("Name"), ods_row("Email")),
    ods_sheet("Old", ods_row("Name", "City"), ods_row("Ed Fu", "Rome"), hidden=True),
    ods_sheet(
        "People",
        ods_row("Name", "Email", "Phone", "Barcode", "Arrives", "Paid", "Remarks"),
        ods_row(
            "Anna  Kim",
            "a@a.example",
            ods_cell("float", 447912345678, "+447912345678"),
            ods_cell("float", 1234, "00001234"),
            ods_cell("date", "2026-05-18T09:30:00", "18.05.26"),
            ods_cell("boolean", "true", "WAHR"),
            _NOTE,
        ),
        ods_row("Bo Li", "b@a.example", None, 20, None, None, None, attributes=' table:visibility="collapse"'),
        ods_row("Cy Lo", "c@a.example", attributes=' table:number-rows-repeated="2"'),
        columns=_COLUMNS,
    ),
)

_JOINED = ods(
    ods_sheet(
        "People",
        ods_row("Name", "E-mail", "Company"),
        ods_row(
            '<table:table-cell table:number-columns-spanned="3" office:value-type="string"><text:p>Speakers</text:p>'
            "</table:table-cell>",
            *["<table:covered-table-cell/>"] * 2,
        ),
        ods_row(
            "Anna Kim",
            "a@a.example",
            '<table:table-cell table:number-rows-spanned="2" office:value-type="string">'
            "<text:p>Acme</text:p></table:table-cell>",
        ),
        ods_row("Bo Li", "b@a.example", "<table:covered-table-cell/>"),
    )
)

TRAPS: tuple[Trap, ...] = (
    Trap("ods-joined-cells", "list.ods", _JOINED),
    Trap(
        "xlsm-values-only",
        "list.xlsm",
        workbook(People=[["Name", "City"], ["Anna Kim", '=CONCAT("Le","eds")'], ["Bo Li", "Bath"]]),
    ),
    Trap(
        "instructions-first",
        "list.xlsx",
        workbook(
            Instructions=[["How to fill in this form"], ["Name", "Write your name"], ["Email", "Write your e-mail"]],
            Participants=_ROWS,
            Speakers=[_HEADER[:2], ["Di Ho", "d@a.example"]],
        ),
    ),
    Trap("another-sheet-said", "list.xlsx", workbook(One=_ROWS, Two=[["Name"], ["Di Ho"]]), ReadOptions(sheet="two")),
    Trap("hidden-rows-and-columns", "list.xlsx", workbook(_hide, People=_ROWS)),
    Trap(
        "joined-cells",
        "list.xlsx",
        workbook(
            _join,
            People=[
                ["Summit", None, None, None],
                ["Name", "Contact", None, "Company"],
                [None, "E-mail", "Phone", None],
                ["Speakers", None, None, None],
                ["Anna Kim", "a@a.example", "+44 1", "Acme"],
                ["Bo Li", "b@a.example", "+44 2", None],
                ["Cy Lo", "c@a.example", "+44 3", "Lo & Co"],
            ],
        ),
    ),
    Trap(
        "typed-cells",
        "list.xlsx",
        workbook(
            _formats,
            People=[
                ["Name", "Barcode", "Phone", "Arrives", "Stays", "Age", "First time", "Odd"],
                ["Anna Kim", 1234, 447912345678, date(2026, 5, 18), 0.5, 30.0, True, "#N/A"],
                [
                    "Bo Li",
                    "00005678",
                    "+44 7912 345678",
                    datetime(2026, 5, 18, 9, 30),
                    time(14, 0),
                    0.25,
                    False,
                    "_x000D_x",
                ],
            ],
        ),
    ),
    Trap(
        "dates-since-1904",
        "list.xlsx",
        workbook(_old_dates, People=[["Name", "Arrives"], ["Anna Kim", datetime(2026, 5, 18)]]),
    ),
    Trap("ods", "list.ods", _ODS),
    Trap("ods-in-a-zip", "lists.zip", packed({"people.ods": _ODS, "more.csv": b"Name\nDi Ho\n"})),
    Trap(
        "ods-locked",
        "list.ods",
        packed(
            {
                "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
                "content.xml": b"\x01\x02",
                "META-INF/manifest.xml": b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>",
            }
        ),
    ),
    Trap(
        "ods-with-entities",
        "list.ods",
        _content(
            b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
            b'<x xmlns:table="t"><table:table table:name="S">&b;</table:table></x>',
        ),
    ),
    Trap("ods-damaged", "list.ods", _content(b"<office:document-content><table:table><table:table-row>")),
    Trap("xlsx-damaged", "list.xlsx", _damaged(_BOOK, "xl/worksheets/sheet1.xml")),
    Trap("xlsx-cut-off", "list.xlsx", _BOOK[: len(_BOOK) * 2 // 3]),
    Trap("xlsx-empty", "list.xlsx", workbook(Sheet=[])),
    Trap("xlsb", "list.xlsb", packed({"[Content_Types].xml": b"<Types/>", "xl/workbook.bin": b"\x83\x01"})),
    Trap("word-document", "list.docx", packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})),
    Trap("numbers-document", "list.numbers", packed({"Index/Document.iwa": b"\x00", "preview.jpg": b"\xff\xd8\xff"})),
    Trap(
        "text-document",
        "list.odt",
        packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}),
    ),
)
