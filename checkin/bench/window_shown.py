"""A process of its own that opens a window, says when it was shown and how much memory that took, and ends."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from checkin.app import WindowApp, application
from checkin.devices.sound import SilentPlayer
from checkin.paths import Home
from checkin.services.desk import Desk

LONGEST_MS = 60_000


def main(words: list[str]) -> int:
    """`python -m checkin.bench.window_shown ours|bare HOME STARTED`: STARTED is the parent's clock at the start."""
    kind, root, started = words[0], Path(words[1]), float(words[2])
    app = application()

    def told() -> None:
        seconds = time.time() - started
        sys.stdout.write(json.dumps({"seconds": seconds, "mb": _most_mb()}) + "\n")
        sys.stdout.flush()
        app.quit()

    QTimer.singleShot(LONGEST_MS, app.quit)
    kept = _ours(root, told) if kind == "ours" else _bare(told)
    app.exec()
    if isinstance(kept, WindowApp):
        kept.close()
        kept.desk.close()
    return 0


def _most_mb() -> float:
    """The most memory this process held. The kernel's own figure for a child also counts what its parent held when it
    was made, so it is read from /proc where there is one.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(text for text in status.read_text().splitlines() if text.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _ours(root: Path, told: Callable[[], None]) -> QObject:
    work = WindowApp(Desk(Home(root), demo=True), speaker=SilentPlayer())
    work.show()
    # Shown is: the page has looked at the desk, and what it found is painted.
    work.page.refreshed.connect(lambda _glance: QTimer.singleShot(0, told))
    return work


def _bare(told: Callable[[], None]) -> QObject:
    window = QWidget()
    QVBoxLayout(window).addWidget(QLabel("Check-in Desk"))
    window.resize(1280, 800)
    window.show()
    QTimer.singleShot(0, told)
    return window


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
