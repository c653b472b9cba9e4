"""Which attendee lists were brought in, when, and how many people are known by them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from checkin.domain.days import from_ms, zone_of
from checkin.domain.kinds import Kind
from checkin.services.desk import Desk
from db.queries import entries, people
from db.queries import programme as queries


@dataclass(frozen=True, slots=True)
class KnownList:
    """A list as it was brought in last: its file's name, its rows, when (in the event's zone), and by whom."""

    file: str
    rows: int
    at: datetime | None
    operator: str
    station: str


@dataclass(frozen=True, slots=True)
class ListsKnown:
    """The lists that stand, newest first, and how many people are on the list altogether, walk-ins too."""

    lists: tuple[KnownList, ...]
    people: int


class ListsKnownService:
    """Tells of the lists; writes nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> ListsKnown:
        """The lists, one that was taken back left out. None at all in a home without an event."""
        if not self._desk.has_event:
            return ListsKnown((), 0)
        with self._desk.database.read() as connection:
            zone = zone_of(self._desk.programme(connection).event.timezone)
            found = []
            for subject, thing in queries.things(connection, "list").items():
                rows = reversed(entries.of_subjects(connection, [subject]))
                last = next((r for r in rows if r.kind == Kind.LIST_IMPORTED and not r.undone), None)
                at = from_ms(last.at).astimezone(zone) if last else None
                operator = self._desk.operator_name(last.operator) if last else ""
                file, count = str(thing.get("file") or ""), int(thing.get("rows") or 0)
                found.append(KnownList(file, count, at, operator, last.label if last else ""))
            found.sort(key=lambda known: known.at.timestamp() if known.at else 0.0, reverse=True)
            return ListsKnown(tuple(found), people.count(connection))
