"""The measurements of the desk: scan, search, import; each interleaved with its floor."""

from __future__ import annotations

import csv
import random
import shutil
import time
from pathlib import Path

from checkin.bench.figure import Figure, middle, p95
from checkin.domain.listing import ReadOptions
from checkin.domain.names import fold
from checkin.paths import Home
from checkin.services.demo import DemoService
from checkin.services.desk import Desk
from checkin.services.importing import ImportService
from checkin.services.people import PeopleService
from checkin.services.programme import ProgrammeService
from checkin.services.scan import ScanRequest, ScanService
from db import floors

_SCANS = 300
_QUERIES = 240
_IMPORTS = 5


def scan_figure(desk: Desk, folder: Path) -> Figure:
    """Scan to committed verdict at the event's door; the median, beside the bare driver on a copy of the file."""
    desk.database.close()
    copy = folder / "floor.db"
    shutil.copy2(desk.database.path, copy)
    codes = _codes(desk, _SCANS * 2)
    random.Random(7).shuffle(codes)
    service = ScanService(desk)
    floor = floors.ScanFloor(copy, desk.key)
    ours, bare = [], []
    half = len(codes) // 2
    for one, other in zip(codes[:half], codes[half:], strict=False):
        started = time.perf_counter()
        service.scan(ScanRequest(one))
        ours.append(time.perf_counter() - started)
        started = time.perf_counter()
        floor.scan(other)
        bare.append(time.perf_counter() - started)
    floor.close()
    told = "the same reads, writes, JSON, hashes and signature by the bare driver, one BEGIN IMMEDIATE, FULL"
    return Figure("scan to committed verdict", middle(ours[5:]) * 1e3, "ms", middle(bare[5:]) * 1e3, told)


def search_figure(desk: Desk) -> Figure:
    """Search per keystroke, the 95th percentile, beside one look at every folded name in memory."""
    service = PeopleService(desk)
    with desk.database.read() as connection:
        names = [row[0] for row in connection.exec_driver_sql("select names from search")]
        people = connection.exec_driver_sql("select name from person order by n").fetchall()
    rng = random.Random(11)
    queries = [fold(rng.choice(people)[0])[: rng.choice((2, 3, 4, 6, 40))] for _ in range(_QUERIES)]
    service.search("warm up")
    ours, bare = [], []
    for query in queries:
        started = time.perf_counter()
        service.search(query)
        ours.append(time.perf_counter() - started)
        started = time.perf_counter()
        list(floors.look_at_every(names, query))
        bare.append(time.perf_counter() - started)
    told = "one look at every folded name in memory"
    return Figure("search per keystroke, p95", p95(ours) * 1e3, "ms", p95(bare) * 1e3, told)


def import_figure(desk: Desk, folder: Path) -> Figure:
    """Import of the desk's own people as a CSV into a new home, beside csv.reader and executemany of the same rows."""
    source = folder / "list.csv"
    _write_list(desk, source)
    ours, bare = [], []
    for turn in range(_IMPORTS):
        home = Home(folder / f"import{turn}")
        fresh = Desk(home)
        # The event is there before its list: making it is no part of an import.
        ProgrammeService(fresh).make_event("Bench", "Europe/London", fresh.now().date())
        started = time.perf_counter()
        ImportService(fresh).run([source], ReadOptions())
        ours.append(time.perf_counter() - started)
        fresh.close()
        rows = floors.rows_of(home.database, fresh.key)
        bare.append(floors.import_floor(source, folder / f"bare{turn}.db", fresh.key, rows))
        shutil.rmtree(home.root)
    told = "csv.reader, then bare executemany of the very rows that the import writes"
    return Figure("import of a CSV", middle(ours), "s", middle(bare), told)


def large_desk(folder: Path, attendees: int) -> Desk:
    """A demo desk of so many people."""
    desk = Desk(Home(folder / "home"), station="Bench", demo=True)
    DemoService(desk).make(attendees)
    return desk


def _codes(desk: Desk, count: int) -> list[str]:
    with desk.database.read() as connection:
        rows = connection.exec_driver_sql(
            "select badge_code from person where status = 'confirmed' and main_n = 0 order by n limit ?", (count,)
        )
        return [row[0] for row in rows]


def _write_list(desk: Desk, path: Path) -> None:
    columns = "given family email organisation city country category status ticket_code orders"
    header = ("First name", "Last name", "Email", "Organisation", "City", "Country", "Category", "Status",
              "Ticket code", "Order code")  # fmt: skip
    with desk.database.read() as connection, path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(connection.exec_driver_sql(f"select {columns.replace(' ', ', ')} from person order by n"))
