"""Bringing in attendee lists: told as a diff, applied whole or not at all, undone as a whole."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from checkin.domain.errors import UserError
from checkin.domain.listing import ListReading, ReadOptions
from checkin.domain.programme import EventInfo, Programme
from checkin.domain.translation import say
from checkin.lists.reading import read_lists
from checkin.lists.rejected import save_rejected
from checkin.services.desk import Desk
from checkin.services.import_plan import Basis, PlannedList
from checkin.services.import_run import ImportResult, ImportRun
from checkin.services.import_watch import Phase, Progress, Watch
from checkin.services.import_writing import ImportWriting
from checkin.services.local_zone import local_zone
from checkin.services.programme import add_programme, event_around
from db.engine import Connection, wide
from db.journal import Writer
from db.queries import mappings, people
from db.queries import programme as programme_queries


@contextlib.contextmanager
def _no_collecting() -> Iterator[None]:
    """An import's values hold no cycles; looking for some in a million of them takes a tenth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            # What was read stays for a while: the first collection afterwards would look at all of it at once.
            gc.freeze()
            gc.enable()


class ImportService:
    """Reads lists, compares them with what is known and writes what differs."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def run(
        self,
        paths: Sequence[Path],
        options: ReadOptions | None = None,
        *,
        dry_run: bool = False,
        save_rejected_to: Path | None = None,
        at: datetime | None = None,
    ) -> ImportResult:
        """Import files in one transaction; with `dry_run` only tell what would happen.

        Raises:
            UserError: a file cannot be read or is no attendee list; nothing was imported.
        """
        wanted = options or ReadOptions()
        with _no_collecting():
            readings = read_lists(paths, wanted)
            remembered = self._remembered(readings, wanted)
            if remembered != wanted:
                readings = read_lists(paths, remembered)
            if save_rejected_to is not None:
                save_rejected(readings, save_rejected_to)
            result = self.apply(readings, dry_run=dry_run, at=at)
        if not dry_run and (wanted.extras or wanted.mapping):
            self._remember(readings, remembered)
        return result

    def _remember(self, readings: list[ListReading], options: ReadOptions) -> None:
        """Keep what was said for the next version of these lists; a column's choice only where there is one list."""
        choices: dict[str, Any] = {"extras": list(options.extras)}
        if len(readings) == 1:
            choices["mapping"] = options.mapping
        with self._desk.database.write() as connection:
            for reading in readings:
                mappings.put(connection, reading.signature, choices)

    def _remembered(self, readings: list[ListReading], options: ReadOptions) -> ReadOptions:
        """The options with what was said of such lists before: lists of the same columns are of one kind."""
        with self._desk.database.read() as connection:
            for reading in readings:
                said = mappings.get(connection, reading.signature)
                extras = tuple(dict.fromkeys((*options.extras, *said.get("extras", ()))))
                known = said.get("mapping", {}) if len(readings) == 1 else {}
                options = replace(options, extras=extras, mapping={**known, **options.mapping})
        return options

    def apply(
        self,
        readings: list[ListReading],
        *,
        bookings: Mapping[str, Mapping[str, str]] | None = None,
        first: Programme | None = None,
        dry_run: bool = False,
        at: datetime | None = None,
    ) -> ImportResult:
        """Compare and write readings that were made before, in one transaction.

        Args:
            bookings: {key of a person: {door: state}} beside what the lists themselves say.
            first: the programme that the home gets together with its first people; it must have none yet.

        Raises:
            UserError: `first` was given and there are people here already.
        """
        if dry_run:
            return self._tell(readings)
        self._desk.found()
        with _no_collecting(), self._desk.acts(at) as (connection, writer_of):
            self._make_event(connection, writer_of, first, readings[0], at)
            writer = writer_of(True)
            run = ImportRun(self._desk.programme(connection), self._desk.identity.event_key, connection, writer)
            with wide(connection):
                result = run.all(readings, bookings or {})
            if run.wrote:
                writer.finish()
                result.entry = writer.entry
            return result

    def _make_event(
        self,
        connection: Connection,
        writer_of: Callable[[bool], Writer],
        first: Programme | None,
        reading: ListReading,
        at: datetime | None,
    ) -> None:
        """Give an empty home its event: `first`, else one named after the list."""
        if first is not None and people.count(connection):
            raise UserError(
                say("There is an event in this data folder already."), say("Name another folder: --home DIR.")
            )
        if first is None and programme_queries.programme(connection) is not None:
            return
        around = event_around(title_of(reading.file), local_zone(), self._desk.now(at).date())
        writer = writer_of(True)
        add_programme(connection, writer, first or around)
        if writer.facts:
            writer.finish()
        self._desk.forget_programme()

    def _tell(self, readings: list[ListReading]) -> ImportResult:
        with self._desk.database.read() as connection:
            if self._desk.has_event:
                programme, key = self._desk.programme(connection), self._desk.identity.event_key
            else:
                today = self._desk.now().date()
                programme = Programme(EventInfo(title_of(readings[0].file), "", "XX", local_zone(), today, today))
                key = bytes(32)
            return ImportRun(programme, key, connection, None).all(readings, {})


def title_of(file: str) -> str:
    """What an event is called that is made around a file."""
    stem = Path(file.replace("\\", "/")).stem.replace("_", " ").replace("-", " ").strip()
    return stem[:1].upper() + stem[1:] or "Event"
