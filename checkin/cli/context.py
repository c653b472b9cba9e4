"""What a command works with: the opened desk and its services, made when first asked for."""

from __future__ import annotations

from datetime import datetime, tzinfo
from functools import cached_property
from pathlib import Path
from types import TracebackType

from checkin.cli.answers import Answers
from checkin.cli.words import Words
from checkin.paths import Home, default_home
from checkin.services.badges import BadgeService
from checkin.services.care import CareService
from checkin.services.conflicts import ConflictService
from checkin.services.correcting import CorrectingService
from checkin.services.demo import DemoService
from checkin.services.desk import Desk
from checkin.services.event_file import EventFileService
from checkin.services.exporting import ExportService
from checkin.services.handing_over import HandingOverService
from checkin.services.importing import ImportService
from checkin.services.noting import NoteService
from checkin.services.people import PeopleService
from checkin.services.programme import ProgrammeService
from checkin.services.scan import ScanService
from checkin.services.settings import SettingService
from checkin.services.substituting import SubstituteService
from checkin.services.undo import UndoService
from checkin.services.walk_in import WalkInService


class Context:
    """One run of the command line. `words` is what was typed, `answers` takes what is said."""

    def __init__(self, words: Words, answers: Answers) -> None:
        self.words = words
        self.answers = answers
        self.home = Home(Path(words.home) if words.home else default_home())
        self.is_demo = False
        self._desk: Desk | None = None

    def __enter__(self) -> Context:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._desk is not None:
            self._desk.close()

    @property
    def desk(self) -> Desk:
        """The desk, opened on first use."""
        if self._desk is None:
            words = self.words
            self._desk = Desk(self.home, station=words.station, operator=words.operator, demo=self.is_demo)
        return self._desk

    def reopen(self) -> None:
        """Forget the desk and its services; the home was exchanged."""
        self._desk = None
        for name in [n for n, v in vars(type(self)).items() if isinstance(v, cached_property)]:
            self.__dict__.pop(name, None)

    @property
    def at(self) -> datetime | None:
        """The time given with --at."""
        return self.words.at

    @property
    def zone(self) -> tzinfo:
        """The event's zone."""
        with self.desk.database.read() as connection:
            return self.desk.zone(connection)

    @cached_property
    def people(self) -> PeopleService:
        """Searches and cards."""
        return PeopleService(self.desk)

    @cached_property
    def scans(self) -> ScanService:
        """Scans."""
        return ScanService(self.desk)

    @cached_property
    def undoing(self) -> UndoService:
        """Undo."""
        return UndoService(self.desk)

    @cached_property
    def walk_ins(self) -> WalkInService:
        """Walk-ins."""
        return WalkInService(self.desk)

    @cached_property
    def correcting(self) -> CorrectingService:
        """Corrections and merges."""
        return CorrectingService(self.desk)

    @cached_property
    def substitutes(self) -> SubstituteService:
        """Substitutions."""
        return SubstituteService(self.desk, self.scans)

    @cached_property
    def notes(self) -> NoteService:
        """Notes and messages."""
        return NoteService(self.desk)

    @cached_property
    def handing(self) -> HandingOverService:
        """Badges handed over, kept, replaced."""
        return HandingOverService(self.desk)

    @cached_property
    def programmes(self) -> ProgrammeService:
        """Event, days, operators."""
        return ProgrammeService(self.desk)

    @cached_property
    def event_files(self) -> EventFileService:
        """Events in files."""
        return EventFileService(self.desk)

    @cached_property
    def imports(self) -> ImportService:
        """Attendee lists."""
        return ImportService(self.desk)

    @cached_property
    def exports(self) -> ExportService:
        """Exports."""
        return ExportService(self.desk)

    @cached_property
    def badges(self) -> BadgeService:
        """Badges and their prints."""
        from checkin.devices.printer_names import printer_named

        return BadgeService(self.desk, lambda name: printer_named(name, self.home.prints))

    @cached_property
    def settings(self) -> SettingService:
        """Settings."""
        return SettingService(self.desk)

    @cached_property
    def conflicts(self) -> ConflictService:
        """Conflicts."""
        return ConflictService(self.desk)

    @cached_property
    def care(self) -> CareService:
        """Verify and backup."""
        return CareService(self.desk)

    @cached_property
    def demo(self) -> DemoService:
        """The demo."""
        return DemoService(self.desk)
