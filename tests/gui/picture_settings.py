"""Every section of the settings in the real window, on a machine whose devices are always the same."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

from PySide6.QtCore import QLockFile
from PySide6.QtTest import QTest

from checkin.app import WindowApp
from checkin.devices import camera_list, printer_list
from checkin.devices.camera_list import CameraName
from checkin.devices.keyboard import Key, KeyKind
from checkin.devices.printer_list import PrinterList
from checkin.devices.tried import tried
from checkin.domain.people import WalkIn
from checkin.domain.translation import say
from checkin.gui.pages.settings_page import SettingsPage
from tests.e2e.driver import Driver
from tests.gui.picture_desk import PictureDesk
from tests.gui.picture_states_people import contradict
from tests.gui.picture_steps import INGEBORG, Shown

COPIED = datetime(2026, 3, 24, 8, 31, tzinfo=UTC).timestamp()
_TURN_MS = 60_000
COPY = "checkin-20260324-083100.db"
CAMERAS = (
    CameraName(0, "Integrated Camera"),
    CameraName(2, "Logitech BRIO", "/dev/v4l/by-id/usb-Logitech_BRIO-video-index0"),
)
PRINTERS = PrinterList(("Brother-QL-820NWB", "Office-A4"), "Office-A4", None)


@contextmanager
def settings(desk: PictureDesk, section: str) -> Iterator[Driver]:
    """A section on a copy of the pictures' home, which lies in a folder of a name that never changes."""
    folder = Path(tempfile.gettempdir()) / "Check-in Desk"
    with ExitStack() as machine:
        machine.enter_context(_alone(folder))
        machine.enter_context(mock.patch.object(camera_list, "list_cameras", return_value=CAMERAS))
        machine.enter_context(mock.patch.object(printer_list, "list_printers", return_value=PRINTERS))
        machine.enter_context(mock.patch.object(WindowApp, "_choose_copy", lambda _app, chosen: f"{chosen}/{COPY}"))
        # The copy that the window itself makes at its start would bear the time of the run.
        machine.enter_context(mock.patch.object(WindowApp, "_back_up"))
        d = machine.enter_context(desk.window(folder=folder, camera=desk.camera_on(INGEBORG)))
        copy = d.services.care.backup(d.desk.home.backups / COPY).file
        os.utime(copy, (COPIED, COPIED))
        d.window.show_page("settings")
        d.wait(lambda: _page(d).keeping.values)
        _page(d).show_section(section)
        yield d


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Two runs on one machine take turns in this folder."""
    lock = QLockFile(f"{folder}.lock")
    assert lock.tryLock(_TURN_MS), f"another run does not leave {folder}"
    shutil.rmtree(folder, ignore_errors=True)
    try:
        yield
    finally:
        lock.unlock()


def _page(d: Driver) -> SettingsPage:
    return d.window.settings


def settings_event(desk: PictureDesk) -> Shown:
    with settings(desk, "event") as d:
        d.wait(lambda: _page(d).event_section.doors.rows)
        yield d


def settings_list(desk: PictureDesk) -> Shown:
    with settings(desk, "list") as d:
        d.wait(lambda: _page(d).list_section.known.rows.count())
        yield d


def settings_list_look_at(desk: PictureDesk) -> Shown:
    with settings(desk, "list") as d:
        contradict(d)
        one = d.named(INGEBORG)
        twin = WalkIn("Ingeborg", "Saether-Ostby", "", one.organisation, "Oslo")
        d.services.walk_ins.register(twin)
        card = _page(d).list_section.to_look_at
        _page(d).refresh()
        d.wait(lambda: len(card.shown) >= 2)
        QTest.qWait(20)
        _page(d).list_section.verticalScrollBar().setValue(220)
        yield d


def settings_scanners(desk: PictureDesk) -> Shown:
    with settings(desk, "scanners") as d:
        d.wait(lambda: _page(d).scanner_section.try_card.box.tone == "go")
        _send(d, 6.0)
        d.wait(lambda: say("It ends with Enter.") in _page(d).scanner_section.try_card.box.sentence)
        d.wait(lambda: len(_page(d).scanner_section.camera.cameras.rows) == 4)
        yield d


def settings_slow_scanner(desk: PictureDesk) -> Shown:
    with settings(desk, "scanners") as d:
        d.wait(lambda: _page(d).scanner_section.try_card.box.tone == "go")
        _send(d, 48.0)
        d.wait(lambda: _page(d).scanner_section.try_card.use_gap.isVisible())
        yield d


def settings_printers(desk: PictureDesk) -> Shown:
    with settings(desk, "printers") as d:
        d.wait(lambda: len(_page(d).printer_section.printers.rows) == 3 and not _page(d).printer_section.picture.empty)
        yield d


def settings_test_badge(desk: PictureDesk) -> Shown:
    with settings(desk, "printers") as d:
        d.wait(lambda: not _page(d).printer_section.picture.empty)
        _page(d).printer_section.test.click()
        d.wait(lambda: _page(d).printer_section.told.isVisible())
        _page(d).printer_section.verticalScrollBar().setValue(10_000)
        yield d


def settings_look(desk: PictureDesk) -> Shown:
    with settings(desk, "look") as d:
        _page(d).keeping.set("sound.volume", "40")
        d.wait(lambda: _page(d).keeping.last)
        _page(d).toggle_commands()
        yield d


def settings_sounds(desk: PictureDesk) -> Shown:
    with settings(desk, "look") as d:
        _page(d).look_section.set_audible(False)
        _page(d).look_section.verticalScrollBar().setValue(10_000)
        yield d


def settings_backup(desk: PictureDesk) -> Shown:
    with settings(desk, "backup") as d:
        d.wait(lambda: _page(d).backup_section.last.line.side)
        yield d


def settings_restore(desk: PictureDesk) -> Shown:
    with settings(desk, "backup") as d:
        d.wait(lambda: _page(d).backup_section.last.line.side)
        _page(d).backup_section.choose.click()
        yield d


def _send(d: Driver, gap_ms: float) -> None:
    code = d.services.people.expected_codes(1)[0]
    keys = [Key(letter, at_ms=place * gap_ms) for place, letter in enumerate(code)]
    end = Key("\r", at_ms=len(code) * gap_ms, kind=KeyKind.END)
    d.app.scanner.tried.emit(tried([*keys, end]))


SETTINGS = (
    settings_event, settings_list, settings_list_look_at, settings_scanners, settings_slow_scanner, settings_printers,
    settings_test_badge, settings_look, settings_sounds, settings_backup, settings_restore,
)  # fmt: skip
