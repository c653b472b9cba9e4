"""What the columns of one table mean, and how its rows are read by that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from checkin.domain.listing import Sureness
from checkin.lists.cleaning import Cleaner, clean_line, clean_lines
from checkin.lists.table import column_letters

_MANY_LINES = {"guests", "sessions", "visits", "notes"}
REASON = "reason"
"""The last column of a file of rows that were set aside; it is no part of the list."""


@dataclass(slots=True)
class Options:
    """A multiple choice that stands in one Yes/No column per option. `field` is sessions, visits or ""."""

    field: str
    label: str
    choices: list[tuple[str, int]]


@dataclass(slots=True)
class Plan:
    """What the columns of one table mean.

    Attributes:
        index: where the header stands in the table's head, -1 when it begins with people; header_row: as a spreadsheet
            counts, 0 without header.
        labels: the headers, each once: a repeated one with its count, an empty one by its column's letters.
        at: our field -> column; width: number of columns.
        more: further columns of sessions, visits and guests, with their field.
        others: columns that become `fields`; flags: those of them whose “No” says nothing.
        left_out: headers of columns that no desk needs.
        chosen: column -> how sure its meaning is, and why; of those that are not sure by their header.
        name_form: how one column holds a whole name, see `name_forms`.
        names_of_emails: nothing in the list is a name, so that the addresses have to do.
        capitals: fields of names that are written in capitals as far as was looked.
        refused: a consent to photographs is asked the other way round, so that a yes refuses it.
        reason_last: the last column tells why rows were set aside before; it is no part of the list.
        commas: choices in one cell are joined by commas (Google Forms).
        utc: times of validity are UTC without saying so (pretix's check-in lists); else they are the event's.
        day_first: whether 03/04 is the third of April; None when the list does not tell.
    """

    index: int
    header_row: int
    header: tuple[str, ...]
    labels: tuple[str, ...]
    width: int
    at: dict[str, int] = field(default_factory=dict)
    mapping: dict[str, str] = field(default_factory=dict)
    signature: str = ""
    pretix: bool = False
    waiting: bool = False
    utc: bool = False
    name_form: str = ""
    names_of_emails: bool = False
    capitals: set[str] = field(default_factory=set)
    refused: bool = False
    commas: bool = False
    day_first: bool | None = None
    reason_last: bool = False
    more: list[tuple[str, int]] = field(default_factory=list)
    others: list[tuple[str, int]] = field(default_factory=list)
    flags: list[tuple[str, int]] = field(default_factory=list)
    options: list[Options] = field(default_factory=list)
    left_out: list[tuple[str, int]] = field(default_factory=list)
    chosen: dict[int, tuple[Sureness, str]] = field(default_factory=dict)

    def cleaners(self) -> list[Cleaner]:
        """How each column's cells are cleaned: one line, but for free text several."""
        several = {i for _, i in (*self.others, *self.more)} | {self.at[f] for f in _MANY_LINES if f in self.at}
        return [clean_lines if i in several else clean_line for i in range(self.width)]


@dataclass(frozen=True, slots=True)
class Look:
    """What the columns are chosen by: the headers' keys, cleaned rows below, fields that the caller settled."""

    keys: list[str]
    rows: list[list[str]]
    given: set[str]


def named(labels: Sequence[str]) -> list[str]:
    """The labels that are headers, and not the letters of a column that has none."""
    return [label for index, label in enumerate(labels) if label != f"Column {column_letters(index)}"]


def labels_of(header: tuple[str, ...]) -> tuple[str, ...]:
    """Each header once: a repeated one with its count, an empty one by its column's letters."""
    labels: list[str] = []
    seen: Counter[str] = Counter()
    for index, name in enumerate(header):
        label = name or f"Column {column_letters(index)}"
        seen[label] += 1
        labels.append(label if seen[label] == 1 else f"{label} ({seen[label]})")
    return tuple(labels)
