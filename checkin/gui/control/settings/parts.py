"""What the controllers of the Settings page work with, handed in once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import SignalInstance

from checkin.domain.errors import CheckinError
from checkin.gui.control.acting import Acting
from checkin.gui.pages.settings.settings_view import SettingsView
from checkin.services.badges import Printer
from checkin.services.bundle import Services
from checkin.workers.tasks import TaskRunner


class FoundCamera(Protocol):
    """A camera of this machine (`checkin.devices.camera_list.CameraName`)."""

    @property
    def label(self) -> str:
        """The name to choose by."""

    @property
    def remembered(self) -> str:
        """What the setting `camera.source` keeps of it."""

    @property
    def number(self) -> int:
        """The number it has now."""


class FoundPrinters(Protocol):
    """The printers of this machine (`checkin.devices.printer_list.PrinterList`)."""

    @property
    def names(self) -> tuple[str, ...]:
        """The print queues."""

    @property
    def default(self) -> str | None:
        """The system's usual one."""

    @property
    def sentence(self) -> str | None:
        """What there is to say: none, no answer, no print service."""


class TryableScanner(Protocol):
    """A scanner that can be tried out (`checkin.devices.qt.keyboard_scanner.KeyboardScanner`)."""

    tried: SignalInstance

    def set_trying(self, trying: bool) -> None:
        """While it is on, `tried` gives what arrives, and nothing is announced as a scan."""


class DeskCamera(Protocol):
    """The camera of the Desk page (`checkin.gui.control.watching.Watching`)."""

    @property
    def on(self) -> bool:
        """Whether it runs."""

    def set_on(self, on: bool) -> None:
        """Switch it on or off."""


class Player(Protocol):
    """Plays the sound of a family of answers."""

    def try_sound(self, family: str) -> None:
        """Begin to play, even when verdicts are not heard; never waits, never fails."""


@dataclass(frozen=True, slots=True)
class Devices:
    """The machine's devices, as far as the settings ask for them.

    `cameras` and `printers` may take seconds and are called on a worker thread. `camera` makes the frame source of the
    setting in force, on the window's thread. `printer_named` makes the printer of a setting.
    """

    cameras: Callable[[], Sequence[FoundCamera]]
    printers: Callable[[], FoundPrinters]
    camera: Callable[[], Any]
    printer_named: Callable[[str], Printer]
    scanner: TryableScanner
    desk_camera: DeskCamera
    player: Player


@dataclass(frozen=True, slots=True)
class Dialogs:
    """What is asked of the system: a copy to bring back and an event file to load (paths, "" for none), and to show a
    folder.
    """

    choose_copy: Callable[[str], str]
    choose_event: Callable[[], str]
    show_folder: Callable[[str], None]


@dataclass(frozen=True, slots=True, weakref_slot=True)
class SettingsParts:
    """The page's view, the services, and the threads that work for it.

    `acting` runs what writes, one after the other; `asking` runs look-ups in the database; `searching` asks devices
    and print servers, which may take as long as they like, and makes copies.
    """

    view: SettingsView
    services: Services
    acting: Acting
    asking: TaskRunner
    searching: TaskRunner
    devices: Devices
    dialogs: Dialogs

    def trouble(self, error: BaseException) -> None:
        """Tell of what went wrong where nothing else has an answer for it."""
        if isinstance(error, CheckinError):
            self.acting.failed.emit(error)
        else:
            self.acting.broken.emit(error)
