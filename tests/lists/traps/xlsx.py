"""Excel workbooks as Excel writes them: types, formats, hidden rows and columns, joined cells."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook

from tests.lists.traps.trap import packed


def workbook(change: Callable[[Workbook], Any] | None = None, **sheets: Sequence[Sequence[object]]) -> bytes:
    """A workbook with these sheets, changed by `change` before it is saved; the same bytes every time."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    if change is not None:
        change(book)
    stream = io.BytesIO()
    book.save(stream)
    with zipfile.ZipFile(stream) as archive:
        # the time of saving would make other bytes of it each time
        return packed({n: archive.read(n) for n in archive.namelist() if n != "docProps/core.xml"})
