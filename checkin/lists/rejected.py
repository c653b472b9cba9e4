"""Gives back the rows that were set aside, in a file that people can mend and load again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from checkin.domain.listing import ListReading
from checkin.domain.translation import say
from checkin.lists.cleaning import unguarded
from checkin.lists.export import Column, write_table
from checkin.lists.plan import REASON, labels_of
from checkin.lists.table import column_letters

_REASON = re.compile(r"[^:]{0,20}\d[^:\d]{0,5}: ")
"""How a reason begins, in any language: with the row that it is about."""


def save_rejected(readings: Sequence[ListReading], path: Path) -> int:
    """Write the rejected rows of `readings` with the columns of their lists and, last, the reason; returns how many.

    Cells beyond a list's header get columns of their own, named by their letters. Rows of several lists stand in one
    table; columns with the same header are one. The reader of lists passes the last column over.

    Raises:
        UserError, EnvironmentFault: as `write_table`.
    """
    labels: dict[str, None] = {}
    for reading in readings:
        if reading.rejected:
            widest = max(len(rejected.cells) for rejected in reading.rejected)
            labels.update(dict.fromkeys(_labels(reading, widest)))
    columns = [Column(label) for label in labels]
    return write_table(path, [*columns, Column("\0reason", REASON)], _rows(readings))


def tells_reasons(rows: Sequence[Sequence[str]], index: int) -> bool:
    """Whether a column named “reason” is the one that `save_rejected` writes: all that stands in it names a row."""
    return all(_REASON.match(row[index]) for row in rows if index < len(row) and row[index])


def _labels(reading: ListReading, width: int) -> list[str]:
    labels = list(labels_of(reading.header))
    return labels + [f"Column {column_letters(i)}" for i in range(len(labels), width)]


def _rows(readings: Sequence[ListReading]) -> Iterator[dict[str, object]]:
    for reading in readings:
        for rejected in reading.rejected:
            labels = _labels(reading, len(rejected.cells))
            cells = dict(zip(labels, map(unguarded, rejected.cells), strict=False))
            yield {**cells, "\0reason": say("Row {row}: {reason}", row=rejected.row, reason=rejected.reason)}
