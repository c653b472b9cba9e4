"""Every section of the settings, on the desk that the pictures show, with devices that are always the same."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

from checkin.devices.camera_list import CameraName
from checkin.devices.keyboard import Key, KeyKind
from checkin.devices.printer_list import PrinterList
from checkin.devices.tried import tried
from checkin.paths import Home
from checkin.services.care import CareService
from checkin.services.desk import Desk
from tests.e2e.frames import StillCamera, held
from tests.gui.picture_desk import NOW, PictureDesk
from tests.gui.settings_stage import Machine, SettingsStage

Shown = Iterator[SettingsStage]
COPIED = datetime(2026, 3, 24, 8, 31, tzinfo=UTC).timestamp()
LINK = "/dev/v4l/by-id/usb-Logitech_BRIO-video-index0"


@contextmanager
def settings(desk: PictureDesk, section: str) -> Iterator[SettingsStage]:
    """A section on a copy of the pictures' home, which lies in a folder of a name that never changes."""
    folder = Path(tempfile.gettempdir()) / "Check-in Desk"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(desk._made, folder)
    opened = Desk(Home(folder), demo=True, clock=lambda: NOW, wait_seconds=0.3)
    copy = CareService(opened).backup(opened.home.backups / "checkin-20260324-083100.db").file
    os.utime(copy, (COPIED, COPIED))
    machine = Machine(
        cameras=(CameraName(0, "Integrated Camera"), CameraName(2, "Logitech BRIO", LINK)),
        printers=PrinterList(("Brother-QL-820NWB", "Office-A4"), "Office-A4", None),
        copy=str(copy),
    )
    stage = SettingsStage(opened, machine)
    code = stage.services.people.expected_codes(1)[0]
    machine.camera = lambda: StillCamera(held(code))
    # What the script that takes pictures asks of a driver of the Desk page.
    stage.window = stage  # type: ignore[assignment,method-assign]
    stage.cards = SimpleNamespace(verdict=SimpleNamespace(bar=SimpleNamespace(running=False)))  # type: ignore[attr-defined]
    stage.open(section)
    try:
        yield stage
    finally:
        stage.close_all()
        opened.close()
        shutil.rmtree(folder, ignore_errors=True)


def settings_event(desk: PictureDesk) -> Shown:
    with settings(desk, "event") as s:
        s.wait(lambda: s.page.event_section.doors.rows)
        yield s


def settings_list(desk: PictureDesk) -> Shown:
    with settings(desk, "list") as s:
        s.wait(lambda: s.page.list_section.known.rows.count())
        yield s


def settings_scanners(desk: PictureDesk) -> Shown:
    with settings(desk, "scanners") as s:
        s.wait(lambda: s.page.scanner_section.try_card.box.tone == "go")
        _send(s, 6.0)
        s.wait(lambda: "ends with Enter" in s.page.scanner_section.try_card.box.sentence)
        s.wait(lambda: len(s.page.scanner_section.camera.cameras.rows) == 4)
        yield s


def settings_slow_scanner(desk: PictureDesk) -> Shown:
    with settings(desk, "scanners") as s:
        s.wait(lambda: s.page.scanner_section.try_card.box.tone == "go")
        _send(s, 48.0)
        s.wait(lambda: s.page.scanner_section.try_card.use_gap.isVisible())
        yield s


def settings_printers(desk: PictureDesk) -> Shown:
    with settings(desk, "printers") as s:
        s.wait(lambda: len(s.page.printer_section.printers.rows) == 3 and not s.page.printer_section.picture.empty)
        yield s


def settings_test_badge(desk: PictureDesk) -> Shown:
    with settings(desk, "printers") as s:
        s.wait(lambda: not s.page.printer_section.picture.empty)
        s.page.printer_section.test.click()
        s.wait(lambda: s.page.printer_section.told.isVisible())
        s.page.printer_section.verticalScrollBar().setValue(10_000)
        yield s


def settings_look(desk: PictureDesk) -> Shown:
    with settings(desk, "look") as s:
        s.page.keeping.set("sound.volume", "40")
        s.wait(lambda: s.page.keeping.last)
        s.page.toggle_commands()
        yield s


def settings_sounds(desk: PictureDesk) -> Shown:
    with settings(desk, "look") as s:
        s.page.look_section.set_audible(False)
        s.settle()
        s.page.look_section.verticalScrollBar().setValue(10_000)
        yield s


def settings_backup(desk: PictureDesk) -> Shown:
    with settings(desk, "backup") as s:
        s.wait(lambda: s.page.backup_section.last.line.side)
        yield s


def settings_restore(desk: PictureDesk) -> Shown:
    with settings(desk, "backup") as s:
        s.wait(lambda: s.page.backup_section.last.line.side)
        s.page.backup_section.choose.click()
        yield s


def _send(stage: SettingsStage, gap_ms: float) -> None:
    code = stage.services.people.expected_codes(1)[0]
    keys = [Key(letter, at_ms=place * gap_ms) for place, letter in enumerate(code)]
    end = Key("\r", at_ms=len(code) * gap_ms, kind=KeyKind.END)
    stage.machine.scanner.tried.emit(tried([*keys, end]))


SETTINGS_STATES: dict[str, Callable[[PictureDesk], Shown]] = {
    state.__name__.replace("_", "-"): state
    for state in (
        settings_event, settings_list, settings_scanners, settings_slow_scanner, settings_printers,
        settings_test_badge, settings_look, settings_sounds, settings_backup, settings_restore,
    )
}  # fmt: skip
"""Name of the picture → how the settings come to look so."""
