"""Reads the sheets of an Excel workbook as tables; values only, nothing is calculated."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from checkin.domain.errors import UserError
from checkin.domain.translation import say
from checkin.lists.container import Source
from checkin.lists.table import Row, Table, table_of

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

# What openpyxl is known to raise on workbooks that are damaged or made by hand.
_DAMAGE = (
    KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError, NotImplementedError, OSError,
    ParseError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip

FAULTS = {"#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"}
"""What a cell holds whose formula failed; read as nothing."""


@contextmanager
def open_workbook(source: Source) -> Iterator[Workbook]:
    """The workbook of `source`, closed afterwards.

    Raises:
        UserError: it is damaged.
    """
    import openpyxl

    with source.opened() as stream:
        data = io.BytesIO(stream.read())
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(data, read_only=True, data_only=True)
    except _DAMAGE as error:
        raise _damaged(source.file) from error
    try:
        yield book
    finally:
        book.close()


def _damaged(file: str, row: int = 0) -> UserError:
    told = (
        say("{file} is damaged after row {row} and cannot be read as an Excel workbook.", file=file, row=row)
        if row
        else say("{file} is damaged and cannot be read as an Excel workbook.", file=file)
    )
    return UserError(
        told,
        say("Open it in a spreadsheet program, save it again as .xlsx, or export it again."),
    )


def sheet_tables(book: Workbook, file: str, wanted: str | None) -> list[Table]:
    """The tables of a workbook: the sheet `wanted` by name or number from 1, else every visible sheet.

    Raises:
        UserError: there is no such sheet, or the workbook has none with cells.
    """
    sheets = [s for s in book.worksheets if hasattr(s, "iter_rows")]
    if wanted is not None:
        chosen = [s for s in sheets if s.title.casefold().strip() == wanted.casefold().strip()]
        if not chosen and wanted.isdigit() and 0 < int(wanted) <= len(sheets):
            chosen = [sheets[int(wanted) - 1]]
        if not chosen:
            names = ", ".join(f"“{s.title}”" for s in sheets)
            raise UserError(
                say("{file} has no sheet “{wanted}”.", file=file, wanted=wanted),
                say("Its sheets are {names}.", names=names),
            )
        sheets = chosen
    else:
        sheets = [s for s in sheets if s.sheet_state == "visible"] or sheets
    if not sheets:
        raise UserError(
            say("{file} has no sheet with cells.", file=file), say("Check that this is the right workbook.")
        )
    return [table_of(file, _rows(s, file), sheet=s.title) for s in sheets]


def _rows(sheet: Any, file: str) -> Iterator[Row]:
    # Dimensions written into a sheet may be missing or wrong; without them every cell is read.
    sheet.reset_dimensions()
    rows = sheet.iter_rows(values_only=True)
    number = 0
    while True:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                values = next(rows, None)
        except _DAMAGE as error:
            raise _damaged(file, number) from error
        if values is None:
            return
        number += 1
        cells = [v if type(v) is str and v[:1] != "#" else cell_text(v) for v in values]
        while cells and not cells[-1]:
            cells.pop()
        yield number, cells


def cell_text(value: object) -> str:
    """A typed cell as text: whole numbers without “.0”, times as ISO 8601, truth as Yes and No, faults as nothing."""
    if value is None or value in FAULTS:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(value)
