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
    rows = _rows(source, found.name, found.errors, layout)
    table = table_of(source.file, rows, encoding=found.name, delimiter=layout.delimiter)
    table.encoding_why = found.why
    table.warnings += map(ListWarning, warnings)
    return table


def _rows(source: Source, encoding: str, errors: str, layout: Layout) -> Iterator[Row]:
    numbers = count(1)
    with io.TextIOWrapper(source.opened(), encoding, errors, newline="") as text:
        if layout.told:
            text.readline()
        lines: Iterable[str] = _inner(text) if layout.wrapped else text
        try:
            yield from zip(numbers, csv.reader(lines, delimiter=layout.delimiter, skipinitialspace=True), strict=False)
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


def _inner(text: Iterable[str]) -> Iterator[str]:
    """The rows inside the quotation marks that stand around each of them."""
    for record in csv.reader(text, delimiter="\x00"):
        yield record[0] if record else "\r\n"
