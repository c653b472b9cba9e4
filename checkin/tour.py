"""The tour's own process: the real window offscreen, badges held into the simulated camera, what it leaves behind."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from checkin.app import WindowApp, application
from checkin.devices.simulated_camera import SimulatedCamera, Timing
from checkin.devices.sound import SilentPlayer
from checkin.domain.results import ScanResult
from checkin.paths import Home
from checkin.services.desk import Desk

LONGEST_MS = 60_000
_QUICK = Timing(bring=0.2, hold=0.5, take=0.2, pause=1.0)


def main(words: list[str]) -> int:
    """`python -m checkin.tour HOME CODE…`: prints one JSON object."""
    root, *codes = words
    home = Home(Path(root))
    desk = Desk(home, demo=True)
    app = application()
    camera = SimulatedCamera(codes, timing=_QUICK)
    work = WindowApp(desk, camera=lambda: camera, speaker=SilentPlayer(), theme_mode="light")
    seen: list[ScanResult] = []
    loop = QEventLoop()
    judged = work.page.parts.judged

    def note(result: ScanResult) -> None:
        judged(result)
        seen.append(result)
        if len(seen) >= len(codes):
            QTimer.singleShot(700, loop.quit)

    work.page.parts.judged = note
    work.show()
    QTimer.singleShot(0, lambda: work.page.watching.set_on(True))
    QTimer.singleShot(LONGEST_MS, loop.quit)
    loop.exec()
    folder = home.root / "tour"
    folder.mkdir(exist_ok=True)
    stamp = time.strftime("%Y%m%d-%H%M%S")
    picture = folder / f"window-{stamp}.png"
    work.window.grab().save(str(picture))
    badge = folder / f"badge-{stamp}.pdf"
    if seen and seen[0].attendee:
        badge.write_bytes(work.services.badges.render(seen[0].attendee).pdf)
    export = folder / f"attendance-{stamp}.csv"
    work.services.exports.write("attendance", export)
    work.window.close()
    work.close()
    app.processEvents()
    desk.close()
    told = {
        "picture": str(picture),
        "badge": str(badge),
        "export": str(export),
        "outcomes": [r.outcome.value for r in seen],
        "names": [r.name for r in seen],
    }
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
