"""How much of a file is taken, so that no file can fill the machine's memory."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import TypeVar

from checkin.domain.errors import UserError
from checkin.domain.translation import say

UNPACKED_BYTES = 200_000_000
"""Most that one file may hold once unpacked."""
ROWS = 400_000
"""Most rows of one list."""
COLUMNS = 1_000
CELL_CHARACTERS = 32_767
"""Most that a spreadsheet's cell can hold (Excel's specifications and limits)."""

_T = TypeVar("_T")


def limited(file: str, rows: Iterator[_T]) -> Iterator[_T]:
    """The rows, as long as they are not more than a list may have.

    Raises:
        UserError: there are more.
    """
    return chain(islice(rows, ROWS), _nothing_more(file, rows))


def _nothing_more(file: str, rows: Iterator[_T]) -> Iterator[_T]:
    for _ in rows:
        raise UserError(
            say("{file} has more than {most:,} rows.", file=file, most=ROWS),
            say("Check that this is the right file, or split it."),
        )
    yield from ()


def check_row(file: str, row: int, cells: list[str]) -> None:
    """Look at one row that is suspiciously long.

    Raises:
        UserError: it has too many columns or a cell that is too long.
    """
    if len(cells) > COLUMNS and any(cells[COLUMNS:]):
        raise UserError(
            say(
                "{file}, row {row}: it has {columns:,} columns, more than {most:,}.",
                file=file,
                row=row,
                columns=len(cells),
                most=COLUMNS,
            ),
            say("Check that this is the right file and that the delimiter is the one it was written with."),
        )
    for column, cell in enumerate(cells, 1):
        if len(cell) > CELL_CHARACTERS:
            raise UserError(
                say(
                    "{file}, row {row}, column {column}: the cell has {length:,} characters, more than {most:,}.",
                    file=file,
                    row=row,
                    column=column,
                    length=len(cell),
                    most=CELL_CHARACTERS,
                ),
                say("Look for a quotation mark that is opened there and never closed."),
            )
