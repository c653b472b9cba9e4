"""Pictures of the window in every state: `python -m tests.gui.pictures [OUTDIR] [STATE…]`, offscreen.

They are taken of the real window on a real demo home: each state in light at 1280×800 and in dark at 1024×600, what a
desk shows most in all the other ways too: see `looks`. Beside `docs/pictures.md` they are looked at by people.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["CHECKIN_SECRET_STORE"] = "file"

from PIL import Image
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from checkin.app import application
from checkin.gui.theme import theme
from tests.e2e.driver import Driver
from tests.gui.picture_colours import with_few_colours
from tests.gui.picture_desk import PictureDesk
from tests.gui.picture_states import STATES

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"


@dataclass(frozen=True)
class Look:
    """How the window is shown for one picture: theme, size in pixels, zoom in percent."""

    mode: str
    width: int
    height: int
    zoom: int = 100

    def file(self, state: str) -> str:
        """The name of the picture."""
        zoom = f"-{self.zoom}-percent" if self.zoom != 100 else ""
        return f"{state}-{self.mode}{zoom}-{self.width}x{self.height}.png"


EACH = (Look("light", 1280, 800), Look("dark", 1024, 600))
OTHERS = (Look("light", 1024, 600), Look("dark", 1280, 800))
CONTRAST = Look("high-contrast", 1280, 800)
WIDE = (Look("light", 1920, 1080), Look("dark", 1920, 1080))
TWICE = Look("light", 1280, 800, 200)
FAMILIES = ("admitted", "left", "already", "unpaid", "cancelled", "unknown")
IN_CONTRAST = (
    "first-run", "idle", "searching", "nobody-found", "card", *FAMILIES, "walk-in", "group", "lock-screen",
    "two-hundred", "long-name", "arriving", "print-failed", "disk-full", "database-busy", "settings-look",
)  # fmt: skip
BOTH_SIZES = ("first-run", "idle", "searching", "card", "admitted", "already", "unpaid", "cancelled", "walk-in")
"""In both colours at both sizes; of all others one size of each shows what the other would."""
ON_WIDE = ("idle", "card", "admitted")
AT_TWICE = ("idle", "searching", "card", "admitted", "cancelled")


def looks(state: str) -> tuple[Look, ...]:
    """The pictures that are taken of a state, in their order."""
    made = [*EACH]
    made += OTHERS if state in BOTH_SIZES else ()
    made += (CONTRAST,) if state in IN_CONTRAST else ()
    made += WIDE if state in ON_WIDE else ()
    made += (TWICE,) if state in AT_TWICE else ()
    return tuple(made)


def names(states: Iterable[str] = STATES) -> list[str]:
    """The files that the pictures of these states are in."""
    return [look.file(state) for state in states for look in looks(state)]


def take(states: Iterable[str], folder: Path) -> list[Path]:
    """Take the pictures of these states; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    taken: list[Path] = []
    with tempfile.TemporaryDirectory() as scratch, _looks_kept():
        desk = PictureDesk(Path(scratch))
        for state in states:
            theme().set_mode("light")
            theme().set_zoom(100)
            with contextmanager(STATES[state])(desk) as driver:
                taken += _pictures(driver, state, folder)
    return taken


@contextmanager
def _looks_kept() -> Iterator[None]:
    """A cursor that does not blink; afterwards colours and zoom are as before."""
    app, before, zoom = QApplication.instance(), str(theme().mode), theme().zoom
    assert isinstance(app, QApplication)
    flash = app.cursorFlashTime()
    app.setCursorFlashTime(0)
    try:
        yield
    finally:
        app.setCursorFlashTime(flash)
        theme().set_mode(before)
        theme().set_zoom(zoom)


def _pictures(driver: Driver, state: str, folder: Path) -> list[Path]:
    taken = []
    QTest.qWait(200)
    bar = driver.cards.verdict.bar
    if bar.running:
        # The time left is always shown as the same share, or each run would give another picture.
        bar.pause()
        bar._spent = bar._whole // 4
    for look in looks(state):
        if str(theme().mode) != look.mode:
            driver.window._theme_wish = look.mode
            theme().set_mode(look.mode)
        theme().set_zoom(look.zoom)
        driver.window.resize(look.width, look.height)
        for _ in range(3):
            QTest.qWait(20)
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        taken.append(_save(driver, folder / look.file(state)))
    return taken


def _save(driver: Driver, path: Path) -> Path:
    shown = driver.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    size = (shown.width(), shown.height())
    picture = Image.frombytes("RGB", size, bytes(shown.constBits()), "raw", "RGB", shown.bytesPerLine())
    with_few_colours(picture).save(path, optimize=True)
    return path


def main(words: list[str]) -> None:
    """Take the pictures that are asked for, all by default."""
    folder = Path(words[0]) if words else FOLDER
    application()
    begun = time.monotonic()
    taken = take(words[1:] or STATES, folder)
    size = sum(path.stat().st_size for path in taken) / 1e6
    print(f"{len(taken)} pictures, {size:.1f} MB, {time.monotonic() - begun:.0f} s, in {folder}")


if __name__ == "__main__":
    main(sys.argv[1:])
