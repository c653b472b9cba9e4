"""Every service of one desk, made once and handed to the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from checkin.services.badges import BadgeService, Printer
from checkin.services.care import CareService
from checkin.services.conflicts import ConflictService
from checkin.services.correcting import CorrectingService
from checkin.services.demo import DemoService
from checkin.services.desk import Desk
from checkin.services.exporting import ExportService
from checkin.services.handing_over import HandingOverService
from checkin.services.importing import ImportService
from checkin.services.likely_twins import LikelyTwins
from checkin.services.noting import NoteService
from checkin.services.people import PeopleService
from checkin.services.programme import ProgrammeService
from checkin.services.scan import ScanService
from checkin.services.settings import SettingService
from checkin.services.substituting import SubstituteService
from checkin.services.undo import UndoService
from checkin.services.walk_in import WalkInService


@dataclass(frozen=True, slots=True)
class Services:
    """The verbs of a desk."""

    desk: Desk
    people: PeopleService
    scans: ScanService
    undoing: UndoService
    walk_ins: WalkInService
    badges: BadgeService
    imports: ImportService
    exports: ExportService
    programmes: ProgrammeService
    settings: SettingService
    conflicts: ConflictService
    care: CareService
    demo: DemoService
    correcting: CorrectingService
    substitutes: SubstituteService
    handing: HandingOverService
    notes: NoteService
    likely_twins: LikelyTwins

    @classmethod
    def of(cls, desk: Desk, printer_named: Callable[[str], Printer]) -> Services:
        """The services of `desk`; `printer_named` makes a printer of a setting."""
        scans = ScanService(desk)
        return cls(
            desk, PeopleService(desk), scans, UndoService(desk), WalkInService(desk),
            BadgeService(desk, printer_named), ImportService(desk), ExportService(desk), ProgrammeService(desk),
            SettingService(desk), ConflictService(desk), CareService(desk), DemoService(desk),
            CorrectingService(desk), SubstituteService(desk, scans), HandingOverService(desk), NoteService(desk),
            LikelyTwins(desk),
        )  # fmt: skip
