"""What a reader of attendee lists finds in a file, before anything is compared or stored."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from checkin.domain.people import Status


@dataclass(slots=True)
class ListedPerson:
    """One attendee of a list. Text is trimmed, composed (NFC) and free of guards such as a leading ' before +.

    Attributes:
        row: the row it stands in, counted from 1 as a spreadsheet shows it.
        key: what tells this person from the others of the list from version to version, made by the reader from
            the first of: the source's own id, ticket code, order and position, e-mail and folded name, folded name
            and organisation; prefixed by its kind ("ticket:…"). Unique within the list.
        aliases: the other keys of the same kinds that this row has; used to recognise people of other lists.
        ticket_code: the whole text of the source's QR code.
        box, number: where a pre-printed badge lies, and the number on it.
        fields: every other column worth showing, by its header.
        sessions, visits: names of sessions and site visits the person chose, as the list spells them.
    """

    row: int
    key: str
    given: str = ""
    family: str = ""
    name: str = ""
    email: str = ""
    phone: str = ""
    organisation: str = ""
    city: str = ""
    country: str = ""
    category: str = ""
    status: Status = Status.CONFIRMED
    ticket_code: str = ""
    order: str = ""
    source_id: str = ""
    blocked: bool = False
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    diet: str = ""
    access: str = ""
    photo: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    sessions: tuple[str, ...] = ()
    visits: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    guest_of: str = ""
    box: str = ""
    number: str = ""


@dataclass(slots=True)
class Entitlement:
    """A row that gives something (a dinner, a T-shirt) to a person of another row.

    `holder` is the key of that person in the same reading, "" when nobody was found; `order` and `name` help to
    find them among known people. `code` is the entitlement's own code, which counts as its holder's ticket.
    """

    row: int
    product: str
    code: str = ""
    holder: str = ""
    order: str = ""
    name: str = ""
    valid: bool = True


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that could not be taken, with the reason and its cells as they stand in the file.

    `keys` are those of the person it would have been (see `ListedPerson.key`), where that much is known: they are on
    the list all the same.
    """

    row: int
    reason: str
    cells: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListWarning:
    """Something the importer did that a person should know. `row` is None when it concerns the whole list."""

    text: str
    row: int | None = None


class Sureness(StrEnum):
    """How sure the reader is of what a column means."""

    SURE = "sure"
    """The header says so, in words that mean nothing else."""
    LOOK = "look"
    """The header nearly says so, or the cells below it do not quite agree: worth a look."""
    GUESS = "guess"
    """Only the cells say so."""
    YOURS = "yours"
    """The caller said so."""


LEFT_OUT = "-"
"""The `field` of a column that no desk needs."""


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """What a column of a list was taken for.

    Attributes:
        column: counted from 0; header: as the list spells it, each once, “Column C” where there is none.
        field: our field, "" where the column is kept among a person's details under its own header, LEFT_OUT where
            no desk needs it.
        why: one sentence.
        samples: its first different values, shortened, for a preview.
    """

    column: int
    header: str
    field: str
    sureness: Sureness
    why: str
    samples: tuple[str, ...] = ()


@dataclass(slots=True)
class ListReading:
    """One list, read. `signature` is made of its header: the same columns make the same kind of list.

    `rows` counts data rows, guests included (each guest counts as a row); it always equals
    len(people) + len(entitlements) + sum of merged + len(rejected).

    Attributes:
        header_row: where the header stands (the last line of it), 0 when the list has none.
        columns: what each column was taken for, from left to right.
        unknown_statuses: words about status that are not known here, as the list spells them first, with the rows
            they stand in. Those rows are among `rejected`; `ReadOptions.statuses` says what such a word means.
        suspected_extras: products that look like extras though nobody named them in `ReadOptions.extras`.
        sheets: the visible sheets of the workbook that `sheet` is one of.
        encoding_why: why this encoding was taken, in a sentence; "" where there is none.
        partial: the list holds rows that were set aside before (its last column is our reason): a part of a list.
        first_rows: the first rows below the header as they stand in the file, each with its number.
    """

    file: str
    rows: int
    people: list[ListedPerson]
    entitlements: list[Entitlement]
    merged: list[tuple[int, int]]
    rejected: list[RejectedRow]
    warnings: list[ListWarning]
    header: tuple[str, ...]
    header_row: int
    mapping: dict[str, str]
    signature: str
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    duplicates: list[tuple[tuple[int, ...], str]] = field(default_factory=list)
    has_status: bool = True
    columns: tuple[ColumnChoice, ...] = ()
    unknown_statuses: dict[str, tuple[int, ...]] = field(default_factory=dict)
    suspected_extras: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    encoding_why: str = ""
    first_rows: tuple[tuple[int, tuple[str, ...]], ...] = ()
    partial: bool = False

    @property
    def was_let_go(self) -> bool:
        """Whether its people are gone: a long list is let go while it is stored, and is to be read again."""
        told = len(self.people) + len(self.entitlements) + len(self.merged) + len(self.rejected)
        return told < self.rows


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the caller knows better than the reader. `mapping` is our field -> their header, "" for none of them;
    `columns` is their header -> "" for one kept among a person's details, LEFT_OUT for one that nobody needs;
    `statuses` says what words about status mean, compared without case and accents.
    """

    mapping: dict[str, str] = field(default_factory=dict)
    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    extras: tuple[str, ...] = ()
    statuses: dict[str, Status] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
