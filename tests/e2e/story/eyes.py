"""What journal, exports and screen say at the end, read back as anybody would."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from checkin.domain.days import from_ms
from checkin.gui.models.result_list_model import PersonRole
from db.queries import entries
from tests.e2e.driver import Driver

_BEFORE = ("event_opened", "operator_named", "list_imported", "listed", "programme_changed")


def exported(d: Driver, key: Qt.Key, path: Path) -> list[dict[str, str]]:
    """An export written by its key in the window, read back by a program that is not ours."""
    told: list[str] = []
    d.page.listing.exported.connect(told.append)
    d.hands.target = str(path)
    d.ctrl(key)
    d.wait(lambda: told)
    assert told == [str(path)]
    return _csv_rows(path) if path.suffix == ".csv" else _xlsx_rows(path)


def stored(d: Driver) -> tuple[list[tuple[Any, ...]], Counter[str]]:
    """The journal's acts of the morning but prints, and how many badges each person got."""
    with d.desk.database.read() as connection:
        rows = entries.last(connection, d.desk.identity.station_id, 100_000)
    rows = [row for row in rows if row.kind not in _BEFORE]
    acts = [
        (
            from_ms(row.at), row.kind, d.desk.operator_name(row.operator), row.subject if row.name else "",
            row.outcome, row.detail.get("reason", ""), row.undone,
        )
        for row in rows if row.kind != "badge_printed"
    ]  # fmt: skip
    return sorted(acts), Counter(row.subject for row in rows if row.kind == "badge_printed")


def count_of_acts(d: Driver) -> int:
    """How many acts the journal holds."""
    with d.desk.database.read() as connection:
        return int(connection.exec_driver_sql("select count(*) from act").scalar_one())


def figures(d: Driver) -> list[str]:
    """The figures of the ready page as a screen reader says them, but what comes next in the programme."""
    return [figure.accessibleName() for figure in d.cards.ready._figures[:2]]


def last_acts(d: Driver) -> list[tuple[Any, ...]]:
    """Name, time, operator and whether it was taken back of each act in the list."""
    return [(entry.name, entry.at, entry.operator, entry.undone) for entry in d.acts]


def chips(d: Driver, letters: str) -> dict[str, str]:
    """The word beside each person that a search finds, by id."""
    d.search(letters)
    model = d.left.results.list.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    told = {
        row.data(PersonRole).attendee: row.data(Qt.ItemDataRole.AccessibleTextRole).rpartition(", ")[2] for row in rows
    }
    d.key(Qt.Key.Key_Escape)
    d.wait(lambda: not d.left.searching)
    return told


def _csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _xlsx_rows(path: Path) -> list[dict[str, str]]:
    import openpyxl

    book = openpyxl.load_workbook(path)
    head, *rows = book.active.iter_rows(values_only=True)
    book.close()
    return [{str(name): _text(value) for name, value in zip(head, row, strict=True)} for row in rows]


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
