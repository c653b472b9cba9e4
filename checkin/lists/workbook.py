"""Reads the sheets of Excel and OpenDocument workbooks as tables; values only, nothing is calculated."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from checkin.domain.errors import UserError
from checkin.domain.listing import ListWarning
from checkin.domain.translation import mark, say, say_count
from checkin.lists import excel_book, excel_sheet, opendocument_book, opendocument_sheet
from checkin.lists.container import DAMAGED_ZIP, Source
from checkin.lists.merged_cells import MergedCells
from checkin.lists.table import Row, Table, column_letters, table_of
from checkin.lists.xml_pieces import XML_DAMAGE

_DAMAGE = (*DAMAGED_ZIP, *XML_DAMAGE, KeyError, IndexError, OSError)
_EXCEL = mark("{file} is damaged and cannot be read as an Excel workbook.")
_EXCEL_AFTER = mark("{file} is damaged after row {row} and cannot be read as an Excel workbook.")
_OTHER = mark("{file} is damaged and cannot be read as an OpenDocument workbook.")
_OTHER_AFTER = mark("{file} is damaged after row {row} and cannot be read as an OpenDocument workbook.")
_TOLD = 10
"""So many rows or columns are named one by one."""


def _filled(n: int, rows: str) -> str:
    return say_count(
        "In row {rows} a cell is joined with the one above it and got its value.",
        "In {n} rows ({rows}) a cell is joined with the one above it and got its value.",
        n,
        rows=rows,
    )


def _hidden_columns(n: int, columns: str) -> str:
    return say_count(
        "Column {columns} is hidden in the workbook; it was read like the others.",
        "{n} columns are hidden in the workbook ({columns}); they were read like the others.",
        n,
        columns=columns,
    )


def _hidden_rows(n: int, rows: str) -> str:
    return say_count(
        "Row {rows} is hidden in the workbook; it was read like the others.",
        "{n} rows are hidden in the workbook ({rows}); they were read like the others.",
        n,
        rows=rows,
    )


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: `rows` gives those that hold something, `hidden` tells afterwards which rows and columns (as ranges
    counted from 0) the workbook hides.
    """

    title: str
    visible: bool
    rows: Iterator[Row]
    merged: MergedCells
    hidden: Callable[[], tuple[Sequence[int], Sequence[tuple[int, int]]]]


@contextmanager
def open_workbook(source: Source) -> Iterator[list[Sheet]]:
    """The sheets of the workbook `source`, to be read before it is closed.

    Raises:
        UserError: it is damaged.
    """
    with source.opened() as stream:
        try:
            archive = zipfile.ZipFile(stream)
            sheets = _excel(archive) if source.kind == "excel" else _opendocument(archive)
        except _DAMAGE as error:
            raise _damaged(source) from error
        yield sheets


def _excel(archive: zipfile.ZipFile) -> list[Sheet]:
    book = excel_book.ExcelBook(archive)
    sheets = []
    for part in book.sheets:
        handler = book.handler()
        merged = book.merged(part)
        rows = merged.through(book.rows(part, handler))
        sheets.append(Sheet(part.title, part.visible, rows, merged, partial(_hidden, handler)))
    return sheets


def _opendocument(archive: zipfile.ZipFile) -> list[Sheet]:
    book = opendocument_book.OpenDocumentBook(archive)
    sheets = []
    for part in book.sheets:
        merged = MergedCells()
        handler = opendocument_sheet.SheetRows(part.place, merged)
        rows = merged.through(book.rows(handler))
        sheets.append(Sheet(part.title, part.visible, rows, merged, partial(_hidden, handler)))
    return sheets


def _hidden(
    handler: excel_sheet.SheetRows | opendocument_sheet.SheetRows,
) -> tuple[Sequence[int], Sequence[tuple[int, int]]]:
    return handler.hidden, handler.hidden_columns


def _damaged(source: Source, row: int = 0) -> UserError:
    excel = source.kind == "excel"
    if row:
        told = say(_EXCEL_AFTER if excel else _OTHER_AFTER, file=source.file, row=row)
    else:
        told = say(_EXCEL if excel else _OTHER, file=source.file)
    return UserError(
        told,
        say("Open it in a spreadsheet program, save it again as .xlsx, or export it again."),
    )


def sheet_tables(sheets: Sequence[Sheet], source: Source, wanted: str | None) -> list[Table]:
    """The tables of a workbook: the sheet `wanted` by name or number from 1, else every visible sheet.

    Raises:
        UserError: there is no such sheet, the workbook has none with cells, or it is damaged.
    """
    file = source.file
    if wanted is not None:
        chosen = [s for s in sheets if s.title.casefold().strip() == wanted.casefold().strip()]
        if not chosen and wanted.isdecimal() and 0 < int(wanted) <= len(sheets):
            chosen = [sheets[int(wanted) - 1]]
        if not chosen:
            names = ", ".join(f"“{s.title}”" for s in sheets)
            raise UserError(
                say("{file} has no sheet “{wanted}”.", file=file, wanted=wanted),
                say("Its sheets are {names}.", names=names),
            )
    else:
        chosen = [s for s in sheets if s.visible] or list(sheets)
    if not chosen:
        raise UserError(
            say("{file} has no sheet with cells.", file=file), say("Check that this is the right workbook.")
        )
    return [_table(sheet, source) for sheet in chosen]


def _table(sheet: Sheet, source: Source) -> Table:
    warnings: list[ListWarning] = []
    rows = _guarded(sheet, source, warnings)
    table = table_of(source.file, rows, sheet=sheet.title, warnings=warnings)
    table.wide = {number: wide for number, _ in table.head if (wide := sheet.merged.wide(number))}
    table.titles = sheet.merged.titles
    return table


def _guarded(sheet: Sheet, source: Source, warnings: list[ListWarning]) -> Iterator[Row]:
    """The rows of a sheet; damage becomes a sentence, and what the workbook hides or joins is told at the end."""
    number = width = 0
    try:
        for row in sheet.rows:
            number = row[0]
            width = max(width, len(row[1]))
            yield row
    except _DAMAGE as error:
        raise _damaged(source, number) from error
    rows, columns = sheet.hidden()
    if rows:
        warnings.append(ListWarning(_hidden_rows(len(rows), rows=_some(list(map(str, rows)))), rows[0]))
    names = [column_letters(i) for first, last in columns for i in range(first, min(last + 1, width))]
    if names:
        warnings.append(ListWarning(_hidden_columns(len(names), columns=_some(names))))
    if sheet.merged.filled:
        filled = sheet.merged.filled
        warnings.append(ListWarning(_filled(len(filled), rows=_some(list(map(str, filled)))), filled[0]))


def _some(names: list[str]) -> str:
    return ", ".join(names[:_TOLD]) + (" …" if len(names) > _TOLD else "")
