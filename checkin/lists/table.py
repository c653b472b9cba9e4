"""A table of texts as it comes out of a file, before anybody knows what its columns mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

from checkin.domain.listing import ListWarning
from checkin.lists.limits import limited

Row = tuple[int, list[str]]
"""The row's number as a spreadsheet shows it, and its cells."""

HEAD = 80
"""So many rows are looked at to find the header and to understand columns by their content."""


@dataclass(slots=True)
class Table:
    """One sheet or one delimited file. `head` are its first rows, `rest` gives the others once.

    Attributes:
        encoding_why: why this encoding was taken.
        warnings: what the reader of the file has to say; complete when the last row was read.
        wide: first and last columns of cells that are joined sideways, by the row's number; of the head only.
        titles: numbers of rows whose only text stands in such a cell; complete when the last row was read.
        sheets: the visible sheets of the workbook.
    """

    file: str
    head: list[Row]
    rest: Iterator[Row]
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    encoding_why: str = ""
    warnings: list[ListWarning] = field(default_factory=list)
    wide: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    titles: set[int] = field(default_factory=set)
    sheets: tuple[str, ...] = ()

    def after(self, index: int) -> Iterator[Row]:
        """All rows that follow the head's row `index`."""
        return chain(self.head[index + 1 :], self.rest)


def table_of(
    file: str,
    rows: Iterator[Row],
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str | None = None,
    warnings: list[ListWarning] | None = None,
) -> Table:
    """A table whose first rows have been read."""
    head = list(islice(rows, HEAD))
    table = Table(file, head, limited(file, rows), encoding, delimiter, sheet)
    if warnings is not None:
        table.warnings = warnings
    return table


def column_letters(index: int) -> str:
    """The name a spreadsheet gives to the column `index`, counted from 0: A, B, … Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
