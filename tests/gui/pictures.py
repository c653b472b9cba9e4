"""Pictures of the Desk page in every state: `python -m tests.gui.pictures [OUTDIR] [STATE…]`, offscreen.

They are taken of the real window on a real demo home: each state in light and dark, at 1280×800 and 1024×600, and the
states of CLOSER in high contrast, on a wide screen and at 200 % too.
"""

from __future__ import annotations

import io
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
from PySide6.QtCore import QBuffer, QEvent, QIODevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from checkin.app import application
from checkin.gui.theme import theme
from tests.e2e.driver import Driver
from tests.gui.picture_desk import PictureDesk
from tests.gui.picture_states import STATES

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
COLOURS = 256


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


ALL = tuple(Look(mode, *size) for mode in ("light", "dark") for size in ((1280, 800), (1024, 600)))
MORE = (
    Look("high-contrast", 1280, 800), Look("high-contrast", 1024, 600), Look("light", 1920, 1080),
    Look("dark", 1920, 1080), Look("light", 1280, 800, 200), Look("high-contrast", 1280, 800, 200),
)  # fmt: skip
CLOSER = ("first-run", "idle", "searching", "card", "admitted", "already", "unpaid", "cancelled", "walk-in")


def looks(state: str) -> tuple[Look, ...]:
    """The pictures that are taken of a state, in their order."""
    return (*ALL, *MORE) if state in CLOSER else ALL


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
    """As a PNG with a palette: a third of the size, and no eye sees it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    driver.window.grab().save(buffer, "PNG")
    picture = Image.open(io.BytesIO(buffer.data().data())).convert("RGB")
    picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(path, optimize=True)
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
