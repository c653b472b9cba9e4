"""Reads attendee lists from files: the one entry to everything else in this package that reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from checkin.domain.listing import ListReading, ReadOptions
from checkin.lists.table import Row

_NO_OPTIONS = ReadOptions()
Follow = Callable[[Iterator[Row]], Iterator[Row]]
"""Gives the rows of a table on as they are read: whoever waits for a long list hears how far it is, or ends it."""


def read_lists(
    paths: Sequence[Path], options: ReadOptions = _NO_OPTIONS, follow: Follow = lambda rows: rows
) -> list[ListReading]:
    """The lists in `paths` (CSV, TSV, TXT, XLSX, XLSM, ODS, or a ZIP of them), in their order.

    They are read together: an extra of one list finds its holder among the people of all of them, by order and
    folded name. Times of validity without a zone are UTC in pretix's check-in lists (given with the zone) and the
    event's own elsewhere (given naive). The rows pass through `follow`, which may raise to end the reading.

    Raises:
        UserError: a file cannot be read, is no list of attendees, or all of them hold extras only; nothing of the
            call counts then.
        EnvironmentFault: the disk did not let us read.
    """
    # what reads is loaded when a list comes, not when the program starts
    from checkin.lists.lists_read import read_all

    return read_all(paths, options, follow)
