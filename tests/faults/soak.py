"""`python -m tests.faults.soak [SCANS] [PEOPLE]`: many scans in one process, and what memory they keep. No test."""

from __future__ import annotations

import gc
import os
import random
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("CHECKIN_SECRET_STORE", "file")

from checkin.paths import Home
from checkin.services.care import CareService
from checkin.services.demo import DemoService
from checkin.services.desk import Desk
from checkin.services.scan import ScanRequest, ScanService
from db.queries import people

SEED = 7
REPORTS = 10


def resident_mib() -> float:
    """What this process has in memory, MiB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def main(words: list[str]) -> int:
    scans = int(words[0]) if words else 20_000
    crowd = int(words[1]) if len(words) > 1 else 5000
    rng = random.Random(SEED)
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Home(Path(folder) / "home"), station="Soak")
        DemoService(desk).make(crowd)
        with desk.database.read() as connection:
            codes = [c[0] for s in people.states(connection) for c in s["codes"] if c[1] == "badge"]
        service = ScanService(desk)
        for code in codes[:200]:
            service.scan(ScanRequest(code))
        gc.collect()
        before, began = resident_mib(), time.perf_counter()
        print(f"{scans} scans of {crowd} people; at first {before:.1f} MiB")
        for number in range(1, scans + 1):
            # Mostly known codes, some of nobody, some ways out.
            text = rng.choice(codes) if rng.random() < 0.9 else f"GX{rng.randrange(10**9):09d}"
            service.scan(ScanRequest(text, exit=rng.random() < 0.1))
            if number % (scans // REPORTS) == 0:
                gc.collect()
                rate = number / (time.perf_counter() - began)
                journal = desk.home.database.with_name("checkin.db-wal").stat().st_size / 2**20
                print(
                    f"{number:6} {resident_mib():7.1f} MiB  {rate:5.0f} a second  journal {journal:5.1f} MiB",
                    flush=True,
                )
        after = resident_mib()
        report = CareService(desk).verify()
        desk.close()
    each = (after - before) / scans * 1024
    print(f"before {before:.1f} MiB, after {after:.1f} MiB, {each:.2f} KiB a scan; whole: {report.whole}")
    return 0 if report.whole else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
