"""What the reader found in a file, as lines that people can check by eye."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from checkin.domain.errors import CheckinError
from checkin.domain.listing import ListedPerson, ListReading, ReadOptions
from checkin.lists.reading import read_lists

_TEXTS = (
    "given", "family", "email", "phone", "organisation", "city", "country", "category", "ticket_code", "order",
    "source_id", "valid_from", "valid_until", "diet", "access", "photo", "sessions", "visits", "guest_of",
    "box", "number", "fields",
)  # fmt: skip


def report_of(path: Path, options: ReadOptions) -> list[str]:
    """The lines for one file."""
    try:
        readings = read_lists([path], options)
    except CheckinError as error:
        return [f"refused: {error.sentence}", f"advice: {error.advice}"]
    return [line for reading in readings for line in _lines(reading)]


def _lines(reading: ListReading) -> Iterator[str]:
    sign = {None: "", "\t": "TAB"}.get(reading.delimiter, reading.delimiter or "")
    sign = sign if sign.isprintable() else ascii(sign)
    yield (
        f"{reading.file}: {reading.encoding or reading.sheet} {sign} header {reading.header_row}, rows {reading.rows}, "
        f"people {len(reading.people)}, extras {len(reading.entitlements)}, merged {len(reading.merged)}, "
        f"set aside {len(reading.rejected)}{'' if reading.has_status else ', no status'}"
        f"{', a part' if reading.partial else ''}"
    )
    if reading.encoding_why:
        yield f"encoding: {reading.encoding_why}"
    for choice in reading.columns:
        yield (
            f"column {choice.header} = {choice.field or 'kept'} ({choice.sureness}): {choice.why} "
            f"{' | '.join(choice.samples)}"
        )
    for person in reading.people:
        yield f"row {person.row}: {person.name} [{person.status}]{_details(person)}"
    for entitlement in reading.entitlements:
        holder = entitlement.holder or "nobody"
        yield f"row {entitlement.row}: {entitlement.product} for {holder}, valid {entitlement.valid}"
    for rejected in reading.rejected:
        yield f"aside {rejected.row}: {rejected.reason}"
    for rows, why in reading.duplicates:
        yield f"duplicates {rows}: {why}"
    for word, rows_of in reading.unknown_statuses.items():
        yield f"unknown status {word}: rows {rows_of}"
    for warning in reading.warnings:
        yield f"warning {warning.row or 'all'}: {warning.text}"


def _details(person: ListedPerson) -> str:
    found = {name: value for name in _TEXTS if (value := getattr(person, name))}
    return "".join(f" {name}={value}" for name, value in found.items())
