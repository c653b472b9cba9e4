"""What `--smoke` tries, step after step: each does the real thing, looks at what came of it, and tells facts."""

from __future__ import annotations

import csv
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from checkin.cli.loaded import libraries_outside, modules_outside, zbar_library
from checkin.cli.touring import window_tour
from checkin.domain.errors import EnvironmentFault
from checkin.domain.outcome import Outcome
from checkin.paths import Home, resources
from checkin.services.bundle import Services
from checkin.services.desk import Desk
from checkin.services.scan import ScanRequest

NAMES = ("Zdeněk Dvořák", "Bożena Łukasik")
LIST = "Given name;Family name;E-mail;Status;Ticket code\r\n" + "".join(
    f"{given};{family};{code.lower()}@example.org;paid;{code}\r\n"
    for (given, family), code in zip((name.split() for name in NAMES), ("SMOKE-1", "SMOKE-2"), strict=True)
)
_AGAIN = "Unpack or install Check-in Desk again; if it stays so, send us these lines."


def expect(holds: bool, sentence: str) -> None:
    """A step's own finding.

    Raises:
        EnvironmentFault: it does not hold.
    """
    if not holds:
        raise EnvironmentFault(sentence, _AGAIN)


class Trial:
    """A throw-away desk, and what one step leaves to the next."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._desk: Desk | None = None
        self._services: Services | None = None
        self._person = self._payload = self._read = ""

    @property
    def folder(self) -> Path:
        """Where all of it lies; made by the first step."""
        assert self._folder is not None
        return self._folder

    @property
    def services(self) -> Services:
        """The verbs of the desk; made by the first step."""
        assert self._services is not None
        return self._services

    def close(self) -> None:
        """Close the desk and take everything away."""
        if self._desk is not None:
            self._desk.close()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def open_home(self) -> dict[str, Any]:
        """An encrypted database in a folder of its own, its key in a file beside it, whatever the machine's keyring."""
        from checkin.devices.printer_names import printer_named

        self._folder = Path(tempfile.mkdtemp(prefix="checkin-smoke-"))
        desk = self._desk = Desk(Home(self._folder / "home"), station="Smoke", demo=True)
        self._services = Services.of(desk, lambda name: printer_named(name, desk.home.prints))
        start = desk.home.database.read_bytes()[:16]
        expect(not start.startswith(b"SQLite format 3"), "The database is not encrypted.")
        return {"key": desk.secret_store}

    def load_event(self) -> dict[str, Any]:
        """The event that ships with the program: its resources are there, and the zones of the world."""
        self.services.programmes.load(_demo_event())
        programme = self.services.programmes.show()
        return {"event": programme.event.title, "timezone": programme.event.timezone, "rooms": len(programme.rooms)}

    def bring_in_list(self) -> dict[str, Any]:
        """Two invented people in a file whose encoding has to be guessed."""
        file = self.folder / "list.csv"
        file.write_bytes(LIST.encode("cp1250"))
        result = self.services.imports.run([file])
        expect((result.rows, result.new) == (2, 2), f"Of 2 people on the list {result.new} came in.")
        people = [person for person, _ in self.services.people.search("smoke-1")]
        expect([p.name for p in people] == [NAMES[0]], f"{NAMES[0]} was not found by ticket code.")
        self._person = people[0].attendee
        return {"rows": result.rows, "encoding": result.readings[0].encoding}

    def draw_badge(self) -> dict[str, Any]:
        """A badge as the PDF that a printer gets, and the picture of that very PDF."""
        from checkin.paper.raster import raster

        badge = self.services.badges.render(self._person)
        file = self.folder / "badge.pdf"
        file.write_bytes(badge.pdf)
        expect(badge.pdf.startswith(b"%PDF") and len(badge.pdf) > 2000, "The badge's PDF is empty.")
        (self.folder / "badge.png").write_bytes(raster(badge.pdf))
        self._payload = badge.payload
        return {"bytes": len(badge.pdf), "template": badge.template}

    def read_picture(self) -> dict[str, Any]:
        """The badge's code out of the picture, by every engine alone; from source zbar may be missing."""
        from checkin.devices.code_files import read_file
        from checkin.devices.engines import ENGINES

        library = zbar_library()
        packed = getattr(sys, "frozen", False)
        expect(library is not None or not packed, "No libzbar that can be loaded is in the packed program.")
        wanted = [name for name in ENGINES if name != "zbar" or library]
        for name in wanted:
            (read,) = read_file(self.folder / "badge.png", [name])
            texts = [found.text for found in read.found]
            expect(texts == [self._payload], f"The engine {name} did not read the badge's code out of its picture.")
            self._read = texts[0]
        return {"engines": wanted, "zbar": library}

    def admit(self) -> dict[str, Any]:
        """What was read is presented at the event's door."""
        result = self.services.scans.scan(ScanRequest(self._read))
        expect(result.outcome is Outcome.ADMITTED, f"The badge was not admitted but answered with “{result.word}”.")
        expect(result.name == NAMES[0], f"The badge admitted {result.name} and not {NAMES[0]}.")
        return {"outcome": result.outcome.value, "entry": result.entry}

    def open_window(self) -> dict[str, Any]:
        """The window off screen, for a moment: the simulated camera shows it the second person's badge."""
        codes = self.services.people.expected_codes(2)
        told = window_tour(self.folder / "home", codes)
        expect(told["outcomes"] == ["admitted"] and told["names"] == [NAMES[1]], "The window admitted nobody.")
        picture = Path(told["picture"])
        expect(picture.is_file() and picture.stat().st_size > 5000, "The window's picture is empty.")
        return {"outcomes": told["outcomes"], "picture_bytes": picture.stat().st_size}

    def write_exports(self) -> dict[str, Any]:
        """The attendance as CSV, read back, and as a workbook, which the importer understands again."""
        file, workbook = self.folder / "attendance.csv", self.folder / "attendance.xlsx"
        rows = self.services.exports.write("attendance", file)
        with file.open(encoding="utf-8-sig", newline="") as stream:
            found = {row["name"]: row for row in csv.DictReader(stream)}
        expect(set(found) == set(NAMES), "The attendance does not hold the two people.")
        here = [row["name"] for row in found.values() if row["first_at"] and row["scans"] == "1"]
        expect(len(here) == 2, "The attendance does not say that both people are here.")
        self.services.exports.write("attendance", workbook)
        again = self.services.imports.run([workbook], dry_run=True)
        expect(again.rows == 2, "The workbook does not hold the two people.")
        return {"rows": rows, "csv_bytes": file.stat().st_size, "xlsx_bytes": workbook.stat().st_size}

    def verify(self) -> dict[str, Any]:
        """Chains, seals and signatures of everything that was written, by this process and by the window's."""
        report = self.services.care.verify(signatures=True)
        expect(report.whole, "What was stored is not whole.")
        return {"entries": report.entries}

    def look_inside(self) -> dict[str, Any]:
        """Every module came out of the packed program, and none from a Python that happens to be here."""
        bundle = Path(sys._MEIPASS)  # type: ignore[attr-defined]
        strangers = modules_outside(bundle)
        expect(strangers == [], f"{len(strangers)} modules came from elsewhere: {', '.join(strangers[:3])}.")
        return {"modules": len(sys.modules), "system_libraries": libraries_outside(bundle)}


def _demo_event() -> Any:
    from checkin.lists.programme_file import read_programme

    return read_programme(resources() / "demo" / "glasgow.toml")
