"""`python window_driver.py HOME STATION [slow-printer]`: the real window offscreen, scanned by lines on standard input.

Prints `{"ready": true}` when the window works, then a line for each verdict that is shown: that is after its commit.
The end of its input closes the window.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.app import WINDOW_WAITS_S, WindowApp, application
from checkin.devices.sound import SilentPlayer
from checkin.domain.results import ScanResult
from checkin.paths import Home
from checkin.services.desk import Desk


class Lines(QObject):
    """Standard input, line by line, on the window's thread."""

    come = Signal(str)
    ended = Signal()

    def start(self) -> None:
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in sys.stdin:
            self.come.emit(line.rstrip("\n"))
        self.ended.emit()


class SlowPrinter:
    """Says that it has begun, and takes a minute."""

    def print_pdf(self, pdf: bytes, *, title: str, media_mm: tuple[float, float]) -> str:
        say({"printing": title})
        time.sleep(60)
        return "slow"


def say(value: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def main(words: list[str]) -> int:
    desk = Desk(Home(Path(words[0])), station=words[1] or None, wait_seconds=WINDOW_WAITS_S)
    app = application()
    work = WindowApp(desk, speaker=SilentPlayer(), theme_mode="light")
    if "slow-printer" in words:
        work.services.badges._printer_named = lambda _name: SlowPrinter()
    judged = work.page.parts.judged

    def note(result: ScanResult) -> None:
        judged(result)
        assert work.page.cards.page == "verdict"
        say({
            "outcome": result.outcome.value, "admitted": result.outcome.admits, "attendee": result.attendee,
            "entry": result.entry, "print_job": result.print_job,
        })  # fmt: skip

    work.page.parts.judged = note
    work.acting.stuck.connect(lambda fault: say({"stuck": fault.sentence, "waiting": work.acting.waiting}))
    work.acting.broken.connect(lambda error: say({"broken": repr(error)}))
    lines = Lines()
    lines.come.connect(work.page.scan)
    lines.ended.connect(lambda: close_when_idle(work))
    begun: list[bool] = []

    def begin(_glance: object) -> None:
        if not begun:
            begun.append(True)
            say({"ready": True})
            lines.start()

    work.page.refreshed.connect(begin)
    work.show()
    code = app.exec()
    work.close()
    desk.close()
    return int(code)


def close_when_idle(work: WindowApp) -> None:
    """What was scanned is stored before the window goes."""
    if work.acting.waiting:
        QTimer.singleShot(10, lambda: close_when_idle(work))
        return
    work.window.close()
    application().quit()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
