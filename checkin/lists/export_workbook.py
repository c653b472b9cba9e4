"""Writes a table as an Excel workbook, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from itertools import chain, islice
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from checkin.lists.export_cells import fitting, plain_text, visible

_SAMPLE = 200
_WIDEST, _NARROWEST = 60, 8
# Signs that would make a cell a formula when somebody edits it; the sheet keeps them as text without changing them.
_FORMULA = re.compile(r"[=+\-@\t\r]")
# Our reader takes one apostrophe before such a sign for a guard; a text that has one of its own gets another.
_LIKE_A_GUARD = re.compile(r"'+[-+=@|%\t\r]")
_EXACT = 10**15
"""Excel keeps 15 digits; longer whole numbers are written as text."""


def write_workbook(
    path: Path, columns: Sequence[tuple[str, str, int | None]], rows: Iterable[Mapping[str, object]]
) -> int:
    """Write one sheet with a bold, frozen header; `columns` are (key, title, width). Returns the number of rows."""
    book = openpyxl.Workbook(write_only=True)
    sheet: Any = book.create_sheet("Sheet1")
    waiting = iter(rows)
    sample = list(islice(waiting, _SAMPLE))
    for number, (key, title, width) in enumerate(columns, 1):
        longest = max((len(plain_text(row.get(key))) for row in sample), default=0)
        fit = min(_WIDEST, max(_NARROWEST, len(title), longest) + 2)
        sheet.column_dimensions[get_column_letter(number)].width = width or fit
    sheet.freeze_panes = "A2"
    sheet.append([_header(sheet, title) for _, title, _ in columns])
    count = 0
    for row in chain(sample, waiting):
        sheet.append([_cell(sheet, row.get(key)) for key, _, _ in columns])
        count += 1
    book.save(path)
    return count


def _header(sheet: Any, title: str) -> Any:
    cell = _text(sheet, title)
    if isinstance(cell, str):
        cell = WriteOnlyCell(sheet, cell)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(vertical="top")
    return cell


def _cell(sheet: Any, value: object) -> Any:
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if abs(value) < _EXACT else str(value)
    if isinstance(value, float):
        return value if value - value == 0 else str(value)
    if isinstance(value, datetime | time) and value.tzinfo is not None:
        return value.isoformat()
    if isinstance(value, datetime | date | time):
        return value
    return _text(sheet, plain_text(value))


def _text(sheet: Any, value: str) -> Any:
    # a sheet's lines end in LF; XML readers would make LF of CR LF anyway
    text = fitting(visible(value.replace("\r\n", "\n")))
    if _LIKE_A_GUARD.match(text):
        text = "'" + text
    if not _FORMULA.match(text):
        # openpyxl would make an error of a text that reads like one
        return text if not text.startswith("#") else _forced(sheet, text)
    cell = _forced(sheet, text)
    cell.quotePrefix = True
    return cell


def _forced(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    return cell
