"""How long the window waits while the camera runs, a long list comes in and badges print; in a process of its own."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from checkin.app import WindowApp, application
from checkin.bench.watchdog import Watchdog
from checkin.devices.simulated_camera import SimulatedCamera, Timing
from checkin.devices.sound import SilentPlayer
from checkin.domain.results import ScanResult
from checkin.paths import Home
from checkin.services.demo import DemoService
from checkin.services.desk import Desk
from checkin.services.people import PeopleService

ROWS, BADGES, SCANS = 10_000, 100, 5
IDLE_S, LONGEST_S = 2.0, 120.0
QUICK = Timing(bring=0.1, hold=0.3, take=0.1, pause=0.3)


def main(_words: list[str]) -> int:
    """`python -m checkin.bench.window_waits`: one line of JSON."""
    application()
    with tempfile.TemporaryDirectory(prefix="checkin-waits-", ignore_cleanup_errors=True) as name:
        told = {**_idle(), **_busy(Path(name))}
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


def write_list(path: Path, rows: int = ROWS) -> Path:
    """A list of so many invented people."""
    lines = "\n".join(f"Given{n},Family{n},g{n}@example.org,Org {n % 97},City {n % 31}" for n in range(rows))
    path.write_text(f"First name,Last name,E-mail,Organisation,City\n{lines}\n", encoding="utf-8")
    return path


def _idle() -> dict[str, float]:
    """A bare window that has nothing to do."""
    window = QWidget()
    window.resize(1280, 800)
    window.show()
    dog, until = Watchdog(), time.monotonic() + IDLE_S
    _wait(lambda: time.monotonic() > until)
    dog.stop()
    window.close()
    return {"idle": dog.longest}


def _busy(folder: Path) -> dict[str, float]:
    desk = Desk(Home(folder / "home"), station="Bench", demo=True)
    DemoService(desk).make()
    codes = desk_codes(desk, SCANS)
    source = str(write_list(folder / "long.csv"))
    work = WindowApp(
        desk, camera=lambda: SimulatedCamera(codes, timing=QUICK), speaker=SilentPlayer(), theme_mode="light",
        dialogs=(lambda: [source], lambda _kind: ""),
    )  # fmt: skip
    looked: list[Any] = []
    work.page.refreshed.connect(looked.append)
    work.show()
    _wait(lambda: bool(looked))
    _queue_badges(work)
    dog = Watchdog()
    applied = _work(work)
    dog.stop()
    work.close()
    desk.close()
    over = sum(beat.gap > 50 for beat in dog.beats)
    return {"longest": dog.longest, "own": dog.longest_own, "over": over, "beats": len(dog.beats), "applied": applied}


def _queue_badges(work: WindowApp) -> None:
    """Badges that wait for the printer to be woken."""
    for code in desk_codes(work.desk, BADGES + SCANS)[-BADGES:]:
        holder = work.services.people.holders((code,))[0]
        work.services.badges.queue(holder.attendee, "pdf")


def _work(work: WindowApp) -> float:
    """Camera, list and printer at once, to their end; returns how many seconds the list took to be stored."""
    page = work.page
    judged: list[Any] = []
    heard = page.parts.judged

    def note(result: ScanResult) -> None:
        judged.append(result)
        heard(result)

    page.parts.judged = note
    imported: list[float] = []
    page.listing.imported.connect(lambda: imported.append(time.monotonic()))
    work.printing.wake()
    page.watching.set_on(True)
    page.listing.begin()
    _wait(lambda: page.listing.view.told)
    began = time.monotonic()
    page.listing.apply()
    prints = work.desk.home.prints
    _wait(lambda: bool(imported) and len(list(prints.glob("*.pdf"))) >= BADGES and len(judged) >= SCANS)
    return imported[0] - began


def desk_codes(desk: Desk, count: int) -> list[str]:
    """Badge codes of people who have not come yet."""
    return list(PeopleService(desk).expected_codes(count))


def _wait(holds: Callable[[], bool]) -> None:
    """Let the event loop run until something holds."""
    until = time.monotonic() + LONGEST_S
    while not holds():
        if time.monotonic() > until:
            raise TimeoutError("the window's work did not come to its end")
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
