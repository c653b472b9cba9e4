"""Reads delimited text (CSV, TSV, TXT) as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import count

from checkin.domain.errors import UserError
from checkin.domain.listing import ListWarning
from checkin.domain.translation import mark, say
from checkin.lists.container import Source
from checkin.lists.delimiters import SAMPLE_CHARACTERS, Layout, layout_of
from checkin.lists.encodings import find_encoding
from checkin.lists.table import Row, Table, table_of

_WRAPPED = mark(
    "Every row stood in quotation marks as a whole, as Excel writes a list that it took for one column; they were "
    "taken off."
)

_OPEN = mark(
    "The quotation mark that is opened in row {row}, column {column} is never closed: all that follows was taken for "
    "one cell, and people may be missing."
)


def delimited_table(source: Source, encoding: str | None, delimiter: str | None) -> Table:
    """The table in a text file. Rows count as a spreadsheet counts them: a quoted line break makes no row, a blank
    line does, a first line `sep=;` does not.

    Raises:
        UserError: the text cannot be decoded, or the delimiter is no single character.
    """
    found = find_encoding(source.file, source.opened, encoding)
    with io.TextIOWrapper(source.opened(), found.name, found.errors, newline="") as text:
        sample = text.read(SAMPLE_CHARACTERS)
    layout = layout_of(sample, delimiter)
    warnings = [*found.warnings, *([say(_WRAPPED)] if layout.wrapped else [])]
    told = [ListWarning(text) for text in warnings]
    rows = _rows(source, found.name, found.errors, layout, told)
    table = table_of(source.file, rows, encoding=found.name, delimiter=layout.delimiter, warnings=told)
    table.encoding_why = found.why
    return table


def _rows(source: Source, encoding: str, errors: str, layout: Layout, told: list[ListWarning]) -> Iterator[Row]:
    numbers = count(1)
    with io.TextIOWrapper(source.opened(), encoding, errors, newline="") as text:
        if layout.told:
            text.readline()
        lines: Iterable[str] = _inner(text) if layout.wrapped else text
        try:
            row: Row = (0, [])
            for row in zip(numbers, csv.reader(lines, delimiter=layout.delimiter, skipinitialspace=True), strict=False):
                yield row
            if row[1] and "\n" in row[1][-1] and not _ends_quoted(source, encoding, errors):
                told.append(ListWarning(say(_OPEN, row=row[0], column=len(row[1])), row[0]))
        except csv.Error as error:
            # the number of the row that cannot be read was taken already
            number = next(numbers) - 2
            raise UserError(
                say(
                    "{file}: the row after row {number} cannot be read ({error}).",
                    file=source.file,
                    number=number,
                    error=error,
                ),
                say("Look for a quotation mark that is opened there and never closed."),
            ) from error


def _ends_quoted(source: Source, encoding: str, errors: str) -> bool:
    """Whether the last thing in the file is a quotation mark."""
    tail = ""
    with io.TextIOWrapper(source.opened(), encoding, errors, newline="") as text:
        while piece := text.read(1 << 16):
            tail = piece.rstrip() or tail
    return tail.endswith('"')


def _inner(text: Iterable[str]) -> Iterator[str]:
    """The rows inside the quotation marks that stand around each of them."""
    for record in csv.reader(text, delimiter="\x00"):
        yield record[0] if record else "\r\n"
