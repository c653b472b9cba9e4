"""What is to be said about rows of a list: set aside, merged, kept apart, good to know.

`several` says that there are other files: each sentence names its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from checkin.domain.listing import ListReading, ListWarning, RejectedRow
from checkin.gui.pages.importing.changes_shown import CellShown, NoteShown
from checkin.services.import_run import ImportResult

_KEPT_OFF = frozenset({"email", "phone", "ticket_code", "source_id", "diet", "access", "photo"})
"""Cells that a row set aside is shown without: needs, contacts and codes, unless they are what is the matter."""
_QUOTED = re.compile(r"[“„«‚]\s*(.+?)\s*[”“»‘]")


def told_note(reading: ListReading, told: tuple[int, int] | tuple[tuple[int, ...], str], several: bool) -> NoteShown:
    """How two rows of a list were merged, or why some were kept apart though they share something."""
    rows, why = told
    if isinstance(rows, int):
        text = _say("Rows {one} and {other} say the same: they are one person.").format(one=rows, other=why)
        if rows == why:
            text = _say("Row {row} names the same person twice: they are one.").format(row=rows)
        return NoteShown(Path(reading.file).name if several else "", text, int(why), reading.file)
    title = _say("Rows {rows}").format(rows=", ".join(map(str, rows)))
    if several:
        title = f"{Path(reading.file).name}, {title}"
    return NoteShown(title, str(why), rows[0], reading.file)


def aside_note(reading: ListReading, rejected: RejectedRow, several: bool) -> NoteShown:
    """A row that was set aside, with its reason and its cells."""
    return NoteShown(
        _at(rejected.row, reading.file, several), rejected.reason, rejected.row, reading.file,
        _cells(reading, rejected),
    )  # fmt: skip


def _cells(reading: ListReading, rejected: RejectedRow) -> tuple[CellShown, ...]:
    """The row's cells that hold something, each under its header."""
    headers = {choice.column: choice.header for choice in reading.columns} or dict(enumerate(reading.header))
    fields = {choice.column: choice.field for choice in reading.columns}
    quoted = {word.casefold() for word in _QUOTED.findall(rejected.reason)}
    cells = []
    for place, cell in enumerate(rejected.cells):
        value = cell.strip()
        if not value:
            continue
        at_fault = value.casefold() in quoted
        if fields.get(place) in _KEPT_OFF and not at_fault:
            value = _say("Is in the file, not shown here")
        header = headers.get(place) or _say("Cell {number}").format(number=place + 1)
        cells.append(CellShown(header, value, at_fault))
    return tuple(cells)


def warning_notes(result: ImportResult, several: bool) -> list[NoteShown]:
    """Those of each list, then what comparing found; a row among them says who stands in it."""
    notes, known = [], set()
    for reading in result.readings:
        names = _names(reading, [w.row for w in reading.warnings if w.row is not None])
        for warning in reading.warnings:
            known.add(id(warning))
            notes.append(_warning(warning, reading.file, several, names))
    rest = [warning for warning in result.warnings if id(warning) not in known]
    first = result.readings[0].file if result.readings and not several else ""
    return notes + [_warning(warning, first, False, {}) for warning in rest]


def _warning(warning: ListWarning, file: str, several: bool, names: Mapping[int, str]) -> NoteShown:
    if warning.row is None:
        return NoteShown(Path(file).name if several else "", warning.text, None, file)
    title = _at(warning.row, file, several)
    who = names.get(warning.row, "")
    return NoteShown(f"{title}, {who}" if who else title, warning.text, warning.row, file)


def _names(reading: ListReading, rows: Sequence[int]) -> dict[int, str]:
    wanted = set(rows)
    return {person.row: person.name for person in reading.people if person.row in wanted} if wanted else {}


def _at(row: int, file: str, several: bool) -> str:
    if several:
        return _say("{file}, row {row}").format(file=Path(file).name, row=row)
    return _say("Row {row}").format(row=row)


def _say(text: str) -> str:
    return QCoreApplication.translate("import_notes", text)
