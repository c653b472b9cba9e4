"""The Settings page on a real desk, with hand-written devices: cameras, printers and a scanner that tests set."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from checkin.devices.camera_list import CameraName
from checkin.devices.frame import OpenedByWith
from checkin.devices.printer_list import PrinterList
from checkin.devices.printer_names import printer_named
from checkin.devices.sound import SilentPlayer
from checkin.domain.errors import EnvironmentFault
from checkin.gui.control.acting import Acting
from checkin.gui.control.settings.parts import Devices, Dialogs
from checkin.gui.layout_metrics import metrics_for
from checkin.gui.pages.settings_page import SettingsPage
from checkin.gui.widgets.rail import Rail
from checkin.gui.widgets.status_strip import StatusStrip
from checkin.gui.widgets.top_bar import TopBar
from checkin.services.bundle import Services
from checkin.services.desk import Desk
from checkin.workers.tasks import TaskRunner
from tests.gui.skeleton import PAGES, WELL

WAIT_MS = 10_000


class TriedScanner(QObject):
    """A scanner that is tried: `tried` is sent by the test."""

    tried = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.trying = False

    def set_trying(self, trying: bool) -> None:
        self.trying = trying


class DeskCamera:
    """The Desk page's camera."""

    on = False

    def set_on(self, on: bool) -> None:
        self.on = on


class NoCamera(OpenedByWith):
    """What a machine without a camera has."""

    name = "The camera"

    def open(self) -> None:
        raise EnvironmentFault("There is no camera on this machine.", "Plug one in.")

    def read(self) -> None:
        return None

    def close(self) -> None:
        return


@dataclass
class Machine:
    """What the machine has, as the page asks for it, and what the dialogs answer."""

    cameras: tuple[CameraName, ...] = ()
    printers: PrinterList = field(default_factory=lambda: PrinterList((), None, "No printer is set up here"))
    camera: Callable[[], Any] = NoCamera
    copy: str = ""
    event_file: str = ""
    waits_s: float = 0.0
    scanner: Any = field(default_factory=TriedScanner)
    desk_camera: DeskCamera = field(default_factory=DeskCamera)
    player: SilentPlayer = field(default_factory=SilentPlayer)
    shown_folders: list[str] = field(default_factory=list)

    def list_printers(self) -> PrinterList:
        time.sleep(self.waits_s)
        return self.printers


class SettingsStage(QWidget):
    """Rail, page and strip in a window, as the program lays them out."""

    def __init__(self, desk: Desk, machine: Machine | None = None) -> None:
        super().__init__()
        self.desk, self.machine = desk, machine or Machine()
        of = self.machine
        named = lambda name: printer_named(name, desk.home.prints)  # noqa: E731
        self.services = Services.of(desk, named)
        self.acts, self.asking = TaskRunner("acts", self), TaskRunner("questions", self)
        self.acting = Acting(self.acts, self)
        self.told: list[Any] = []
        self.acting.failed.connect(self.told.append)
        self.acting.broken.connect(self.told.append)
        devices = Devices(
            lambda: of.cameras, of.list_printers, lambda: of.camera(), named, of.scanner, of.desk_camera, of.player
        )
        dialogs = Dialogs(lambda _folder: of.copy, lambda: of.event_file, of.shown_folders.append)
        self.page = SettingsPage(self.services, self.acting, self.asking, devices, dialogs)
        self.rail, self.bar, self.strip = Rail(), TopBar(), StatusStrip()
        self._lay_out()

    def open(self, section: str = "event", size: tuple[int, int] = (1280, 800)) -> SettingsStage:
        """Show the window, wait until the page knows its settings, and show a section."""
        self.resize(*size)
        self.show()
        QTest.qWaitForWindowExposed(self)
        self.activateWindow()
        self.wait(lambda: self.page.keeping.values)
        self.page.show_section(section)
        self.page.setFocus()
        self.settle()
        return self

    def close_all(self) -> None:
        """End threads and window."""
        self.page.close_controllers()
        self.acting.close()
        for runner in (self.acts, self.asking):
            runner.close()
        self.close()
        self.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def wait(self, holds: Callable[[], Any], timeout: int = WAIT_MS) -> None:
        """Let the window work until something holds."""
        limit = time.monotonic() + timeout / 1000
        while not holds():
            assert time.monotonic() < limit, f"waited {timeout} ms in vain; told {self.told}"
            QTest.qWait(5)

    def settle(self) -> None:
        """Let what is under way come to its end."""
        for _ in range(4):
            QTest.qWait(15)
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def stored(self, key: str) -> str:
        """The value in the database."""
        return self.services.settings.get(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        metrics = metrics_for(self.width(), self.height())
        for part in (self.rail, self.bar, self.page, self.strip):
            part.set_metrics(metrics)
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        for part, share in ((self.bar, 0), (self.page, 1), (self.strip, 0)):
            right.addWidget(part, share)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.rail.set_pages([PAGES[0], PAGES[-1]])
        self.rail.set_current("settings")
        self.strip.set_operator("Ailsa Drummond", "Desk 2")
        self.strip.set_items(WELL)
        self.strip.set_clock("08:47")
