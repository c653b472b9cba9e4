"""`python -m tests.faults.soak_window [SCANS] [PEOPLE]`: many scans by the real window, and what memory they keep.

No test. Badges are not printed, the screen is offscreen, the camera is off.
"""

from __future__ import annotations

import gc
import os
import random
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("CHECKIN_SECRET_STORE", "file")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop

from checkin.app import WindowApp, application
from checkin.devices.sound import SilentPlayer
from checkin.domain.results import ScanResult
from checkin.paths import Home
from checkin.services.demo import DemoService
from checkin.services.desk import Desk
from checkin.services.people import PeopleService
from tests.faults.soak import REPORTS, SEED, resident_mib

WARM, PATIENCE_S = 200, 30.0


class Window:
    """The window of a desk, which answers scans one by one."""

    def __init__(self, desk: Desk) -> None:
        self.answers = 0
        self._app = application()
        self.work = WindowApp(desk, speaker=SilentPlayer(), theme_mode="light")
        self.work.services.settings.set("badge.on_check_in", "no")
        parts = self.work.page.parts
        heard = parts.judged

        def judged(result: ScanResult) -> None:
            self.answers += 1
            heard(result)

        parts.judged = judged
        self.work.show()

    def scan(self, code: str) -> None:
        """Scan, and let the window work until the verdict is there."""
        before, until = self.answers, time.monotonic() + PATIENCE_S
        self.work.page.scan(code)
        while self.answers == before:
            if time.monotonic() > until:
                raise TimeoutError("the window gave no verdict")
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def main(words: list[str]) -> int:
    scans = int(words[0]) if words else 20_000
    crowd = int(words[1]) if len(words) > 1 else 5000
    rng = random.Random(SEED)
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Home(Path(folder) / "home"), station="Soak")
        DemoService(desk).make(crowd)
        codes = list(PeopleService(desk).expected_codes(crowd))
        window = Window(desk)
        for code in codes[:WARM]:
            window.scan(code)
        gc.collect()
        before, began = resident_mib(), time.perf_counter()
        print(f"{scans} scans of {len(codes)} people by the window; at first {before:.1f} MiB")
        for number in range(1, scans + 1):
            window.scan(rng.choice(codes) if rng.random() < 0.9 else f"GX{rng.randrange(10**9):09d}")
            if number % (scans // REPORTS) == 0:
                gc.collect()
                rate = number / (time.perf_counter() - began)
                print(f"{number:6} {resident_mib():7.1f} MiB  {rate:5.0f} a second", flush=True)
        after = resident_mib()
        window.work.close()
        desk.close()
    print(f"before {before:.1f} MiB, after {after:.1f} MiB, {(after - before) / scans * 1024:.2f} KiB a scan")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
