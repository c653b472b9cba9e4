"""A desk with a small list and its services under short words; every test ends with a verify."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from checkin.domain.act import Act, fact
from checkin.domain.canonical import canonical
from checkin.domain.ids import uuid7
from checkin.domain.people import Card, WalkIn
from checkin.domain.results import ScanResult, Substitution
from checkin.lists.programme_file import read_programme
from checkin.paths import Home
from checkin.services.badges import BadgeService
from checkin.services.care import CareService
from checkin.services.conflicts import ConflictService
from checkin.services.correcting import CorrectingService
from checkin.services.desk import Desk
from checkin.services.handing_over import HandingOverService
from checkin.services.import_run import ImportResult
from checkin.services.importing import ImportService
from checkin.services.noting import NoteService
from checkin.services.people import PeopleService
from checkin.services.programme import ProgrammeService
from checkin.services.scan import ScanRequest, ScanService
from checkin.services.substituting import SubstituteService
from checkin.services.undo import UndoService
from checkin.services.walk_in import WalkInService
from db import identity, projections
from db.projections.facts import COLUMNS
from db.queries import people
from tests.factories import store_foreign

EVENT = """
[event]
title = "Hill towns"
short = "HT"
timezone = "UTC"
starts = 2026-03-23
ends = 2026-03-25
[[room]]
id = "hall"
name = "Hall"
capacity = 20
[[session]]
id = "talk"
name = "Talk"
room = "hall"
starts = 2026-03-24T09:00:00
ends = 2026-03-24T11:00:00
mode = "open"
capacity = 20
[[departure]]
id = "walk"
site_visit = "Old town"
name = "Old town, on foot"
starts = 2026-03-24T09:00:00
ends = 2026-03-24T16:00:00
capacity = 5
"""
HEAD = (
    "Ticket code,Given name,Family name,E-mail,Phone,Organisation,City,Category,Status,Order,Diet,Access,Photo,"
    "Site visits,Shoe size,Badge box,Badge number\n"
)
ROWS = (
    'T-1,Ada,Quill,ada@x.example,+44 1,Acme,Oban,Speaker,confirmed,O-1,vegan,wheelchair,no,"Old town, on foot",41,,\n'
    "T-2,Bo,Lind,bo@x.example,,Acme,Oban,Guest,confirmed,O-1,,,,,,2,117\n"
    "T-3,Cy,Marsh,cy@x.example,,Acme,Oban,Guest,unpaid,O-1,,,,,,,\n"
    "T-4,Di,Nash,di@x.example,,Bell,Oban,Guest,cancelled,O-2,,,,,,,\n"
    "T-5,Ed,Orr,ed@x.example,,Bell,Oban,Guest,confirmed,O-2,,,,,,3,\n"
)
EVA = WalkIn("Eva", "Stone", "eva@x.example")


def a_second_desk(front: Front, home: Path, clock: Callable[[], datetime]) -> Front:
    """A desk of the same event that knows all that `front` knows now."""
    front.desk.database.close()
    shutil.copytree(front.desk.home.root, home)
    other = Desk(Home(home), clock=clock)
    with other.database.write() as connection:
        identity.renew(connection, uuid7())
        identity.relabel(connection, "Desk B")
    other.close()
    return Front(Desk(Home(home), clock=clock), home / "lists")


class Printer:
    """Takes every badge."""

    def print_pdf(self, pdf: bytes, *, title: str, media_mm: tuple[float, float]) -> str:
        return "1"


class Front:
    """A desk and its services, as short words."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk, self.folder = desk, folder
        folder.mkdir(parents=True, exist_ok=True)
        self.people, self.scans, self.undoing = PeopleService(desk), ScanService(desk), UndoService(desk)
        self.substituting = SubstituteService(desk, self.scans)
        self.handing, self.notes, self.correcting = HandingOverService(desk), NoteService(desk), CorrectingService(desk)
        self.conflicts, self.walk_ins = ConflictService(desk), WalkInService(desk)
        self.programme, self.badges = ProgrammeService(desk), BadgeService(desk, lambda _: Printer())

    @classmethod
    def opened(cls, desk: Desk, folder: Path, rows: str = ROWS, event: str = EVENT) -> Front:
        """With the event and the five people of `ROWS`."""
        front = cls(desk, folder)
        (folder / "event.toml").write_text(event, "utf-8")
        front.programme.load(read_programme(folder / "event.toml"))
        if rows:
            front.bring(rows)
        return front

    def bring(self, rows: str = ROWS, head: str = HEAD, name: str = "people.csv") -> ImportResult:
        (self.folder / name).write_text(head + rows, "utf-8")
        return ImportService(self.desk).run([self.folder / name])

    def who(self, words: str) -> str:
        return self.people.resolve(words)

    def card(self, words: str) -> Card:
        return self.people.card(self.who(words))

    def state(self, words: str) -> str:
        """The folded state, byte for byte; "" of nobody."""
        with self.desk.database.read() as connection:
            found = people.state(connection, words)
            return canonical(found) if found else ""

    def scan(self, text: str = "", **asked: Any) -> ScanResult:
        return self.scans.scan(ScanRequest(text, **asked))

    def outcome(self, text: str, **asked: Any) -> str:
        return self.scan(text, **asked).outcome.value

    def instead(self, words: str, newcomer: WalkIn = EVA, **named: Any) -> Substitution:
        return self.substituting.substitute(self.who(words), newcomer, **named)

    def undo(self, entry: str | None = None, at: datetime | None = None) -> Any:
        return self.undoing.undo(entry, "wrong", at)

    def found_conflicts(self) -> list[str]:
        return sorted(c.kind for c in self.conflicts.all())

    def acts(self) -> list[Act]:
        with self.desk.database.read() as connection:
            return [Act(*row) for row in connection.exec_driver_sql(f"select {COLUMNS} from act a order by a.hlc")]

    def take(self, acts: Sequence[Act]) -> None:
        """Store another desk's acts, as a sync will."""
        with self.desk.database.write() as connection:
            store_foreign(connection, acts)

    def is_whole(self) -> bool:
        """Verified; and folded once more from all acts it stays what it is."""
        report = CareService(self.desk).verify()
        assert not report.differences + report.chain_breaks, report
        with self.desk.database.write() as connection:
            projections.apply(connection, [fact(a) for a in self.acts()], local=False)
        again = CareService(self.desk).verify()
        assert (again.differences, again.state_digest) == ([], report.state_digest)
        return True
