"""Bringing in attendee lists: told as a diff, applied whole or not at all, undone as a whole."""

from __future__ import annotations

import contextlib
import gc
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from checkin.domain.errors import UserError
from checkin.domain.list_diff import LikelyPair
from checkin.domain.listing import ListReading, ReadOptions
from checkin.domain.people import Status
from checkin.domain.programme import EventInfo, Programme
from checkin.domain.translation import say
from checkin.lists.reading import read_lists
from checkin.lists.rejected import save_rejected
from checkin.services.desk import Desk
from checkin.services.import_ahead import Ahead, Basis
from checkin.services.import_plan import PlannedList
from checkin.services.import_run import ImportResult, ImportRun
from checkin.services.import_watch import Phase, Progress, Watch
from checkin.services.import_writing import MANY, ImportWriting
from checkin.services.likely_twins import LikelyTwins
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
        # Of an event that is still to be made: a preview's ids are those of the import.
        self._key_to_be = secrets.token_bytes(32)

    def run(
        self,
        paths: Sequence[Path],
        options: ReadOptions | None = None,
        *,
        dry_run: bool = False,
        save_rejected_to: Path | None = None,
        at: datetime | None = None,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> ImportResult:
        """Import files in one transaction; with `dry_run` only tell what would happen.

        Args:
            progress: hears the phase, how many rows are done and of how many (0: not known yet), on this thread.
            cancelled: asked now and then; what is not stored yet is left.

        Raises:
            UserError: a file cannot be read or is no attendee list; nothing was imported.
            ImportCancelled: `cancelled` said so; nothing was imported.
        """
        wanted = options or ReadOptions()
        watch = Watch(progress, cancelled)
        with _no_collecting():
            readings = read_lists(paths, wanted, partial(watch.along, Phase.READING))
            remembered = self._remembered(readings, wanted)
            if remembered != wanted:
                readings = read_lists(paths, remembered, partial(watch.along, Phase.READING))
            if save_rejected_to is not None:
                save_rejected(readings, save_rejected_to)
            result = self.apply(readings, dry_run=dry_run, at=at, progress=progress, cancelled=cancelled)
        if not dry_run:
            self._remember_said(readings, wanted)
        return result

    def save_rejected(self, readings: list[ListReading], path: Path) -> int:
        """Write the rows that were set aside, each with its reason, to a file that can be mended and brought in again;
        returns how many.

        Raises:
            UserError, EnvironmentFault: it cannot be written there.
        """
        return save_rejected(readings, path)

    def _remember_said(self, readings: list[ListReading], said: ReadOptions) -> None:
        if said.extras or said.mapping or said.statuses or said.columns:
            self._remember(readings, self._remembered(readings, said))

    def _remember(self, readings: list[ListReading], options: ReadOptions) -> None:
        """Keep what was said for the next version of these lists; a column's choice only where there is one list."""
        choices: dict[str, Any] = {"extras": list(options.extras), "statuses": options.statuses}
        if len(readings) == 1:
            choices |= {"mapping": options.mapping, "columns": options.columns}
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
                columns = said.get("columns", {}) if len(readings) == 1 else {}
                words = {word: Status(status) for word, status in said.get("statuses", {}).items()}
                options = replace(
                    options,
                    extras=extras,
                    mapping={**known, **options.mapping},
                    statuses={**words, **options.statuses},
                    columns={**columns, **options.columns},
                )
        return options

    def apply(
        self,
        readings: list[ListReading],
        *,
        bookings: Mapping[str, Mapping[str, str]] | None = None,
        first: Programme | None = None,
        said: ReadOptions | None = None,
        same: Sequence[tuple[str, str]] = (),
        apart: Sequence[tuple[str, str]] = (),
        dry_run: bool = False,
        at: datetime | None = None,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> ImportResult:
        """Compare and write readings that were made before, in one transaction.

        Args:
            bookings: {key of a person: {door: state}} beside what the lists themselves say.
            first: the programme that the home gets together with its first people; it must have none yet.
            said: what a person said when these lists were read; it is kept for their next version.
            same, apart: pairs of ids that somebody decided to be one person, or two; taken back with the import.
            progress, cancelled: as for `run`.

        Raises:
            UserError: `first` was given and there are people here already, or a long list is applied that an earlier
                attempt has let go.
            ImportCancelled: `cancelled` said so; nothing was imported.
        """
        if any(reading.was_let_go for reading in readings):
            raise UserError(
                say("The rows of this list were let go when it was stored."), say("Choose the file once more.")
            )
        watch = Watch(progress, cancelled)
        if dry_run:
            told = self._tell(readings, watch, at)
            told.likely = self.likely(told)
            return told
        self._desk.found(self._key_to_be)
        with _no_collecting():
            ahead = self._ahead(readings, bookings or {}, watch, at)
            try:
                with self._desk.acts(at) as (connection, writer_of):
                    self._make_event(connection, writer_of, first, readings[0], at)
                    writing = ImportWriting(writer_of(True), watch)
                    with wide(connection):
                        result = ahead and ahead.written(connection, writing)
                        result = result or self._at_once(connection, readings, bookings or {}, writing, watch, at)
                        writing.decide(same, apart)
                    result.entry = writing.finish()
            except BaseException:
                # An event that was made for this list was not stored.
                self._desk.forget_programme()
                raise
            if ahead is not None:
                ahead.known.let_go()
        if said is not None:
            self._remember_said(readings, said)
        return result

    def likely(self, result: ImportResult) -> list[LikelyPair]:
        """The pairs of people, of these lists or known here, that may be one and that nobody decided yet."""
        twins = LikelyTwins(self._desk)
        if result.entry and len(result.newcomers) < result.new:
            # The rows of so many were let go while they were stored.
            return twins.of_entry(result.entry)
        return twins.among(list(zip(result.newcomer_ids, result.newcomers, strict=True)), result.altered)

    def _ahead(
        self,
        readings: list[ListReading],
        bookings: Mapping[str, Mapping[str, str]],
        watch: Watch,
        at: datetime | None = None,
    ) -> Ahead | None:
        """One list decided before the write lock is taken, so that scans wait for the writing only. Several lists are
        compared with each other's acts, and the first list of an empty home waits for its event.
        """
        if len(readings) > 1 or not self._desk.has_event:
            return None
        with self._desk.database.read() as connection:
            basis = Basis.of(connection)
            run = self._run(self._desk.programme(connection), connection, readings, watch, at)
            parts: list[PlannedList] = []
            return Ahead(basis, run.known, run.all(readings, bookings, parts.append), parts)

    def _at_once(
        self,
        connection: Connection,
        readings: list[ListReading],
        bookings: Mapping[str, Mapping[str, str]],
        writing: ImportWriting,
        watch: Watch,
        at: datetime | None = None,
    ) -> ImportResult:
        run = self._run(self._desk.programme(connection), connection, readings, watch, at)
        result = run.all(readings, bookings, writing.list)
        run.known.let_go()
        return result

    def _run(
        self,
        programme: Programme,
        connection: Connection,
        readings: list[ListReading],
        watch: Watch,
        at: datetime | None = None,
        *,
        tells: bool = False,
    ) -> ImportRun:
        rows = sum(len(reading.people) for reading in readings)
        key = self._desk.identity.event_key if self._desk.founded else self._key_to_be
        today = self._desk.today(connection, self._desk.now(at)) if self._desk.has_event else None
        return ImportRun(programme, key, connection, watch, rows, today, keeps=tells or rows <= MANY)

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

    def _tell(self, readings: list[ListReading], watch: Watch, at: datetime | None) -> ImportResult:
        with self._desk.database.read() as connection:
            if self._desk.has_event:
                programme = self._desk.programme(connection)
            else:
                today = self._desk.now().date()
                programme = Programme(EventInfo(title_of(readings[0].file), "", "XX", local_zone(), today, today))
            run = self._run(programme, connection, readings, watch, at, tells=True)
            result = run.all(readings, {})
            run.known.let_go()
            return result


def title_of(file: str) -> str:
    """What an event is called that is made around a file."""
    stem = Path(file.replace("\\", "/")).stem.replace("_", " ").replace("-", " ").strip()
    return stem[:1].upper() + stem[1:] or "Event"
