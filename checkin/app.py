"""The composition root of the window: the only file that knows every concrete class."""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, QtMsgType, QUrl, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog

from checkin.devices.printer_names import printer_named
from checkin.devices.qt.keyboard_scanner import KeyboardScanner
from checkin.devices.qt.sound import SystemSoundPlayer
from checkin.domain.errors import CheckinError, EnvironmentFault
from checkin.domain.translation import say
from checkin.gui.control.acting import Acting
from checkin.gui.control.overview import Glance
from checkin.gui.control.settings.parts import Devices, Dialogs
from checkin.gui.control.watching_lists import WatchingLists
from checkin.gui.main_window import MainWindow
from checkin.gui.pages.desk_page import DeskPage
from checkin.gui.pages.importing.import_page import ImportPage
from checkin.gui.pages.settings_page import SettingsPage
from checkin.gui.theme import theme
from checkin.gui.translator import speak
from checkin.log import start_log
from checkin.paths import Home, default_home
from checkin.services.bundle import Services
from checkin.services.demo import SIMULATED
from checkin.services.desk import Desk
from checkin.services.languages import ENGLISH
from checkin.services.settings import SettingService
from checkin.workers.print_worker import PrintWorker
from checkin.workers.tasks import TaskRunner

LOOK_MS = 1000
SWITCH_S = 0.001 if sys.platform == "win32" else 0.0003
"""How long the window waits for the interpreter before it asks for it. Below a millisecond Windows does not wait at
all but spins.
"""
_DEMO_BADGES = 20
HOUR_MS = 60 * 60 * 1000
WINDOW_WAITS_S = 2.0
"""The window gives up on a locked database this soon, says so, and tries again; nothing waits behind a frozen page."""

_log = logging.getLogger(__name__)


class WindowApp(QObject):
    """The window with its threads, from `show` to `close`.

    Args:
        desk: the opened desk.
        camera: makes the frame source when the camera is switched on; None is the setting's.
        theme_mode: light, dark or high-contrast; "" is the setting's.
        dialogs: ask for the files to bring in, and for the file to export to; None is the system's.
        thresholds: gap in ms and least keys of a scanner's burst; None are the settings'.
    """

    def __init__(
        self,
        desk: Desk,
        *,
        camera: Callable[[], Any] | None = None,
        speaker: Any = None,
        theme_mode: str = "",
        dialogs: tuple[Callable[[], Sequence[str]], Callable[[str], str]] | None = None,
        thresholds: tuple[float, int] | None = None,
    ) -> None:
        super().__init__()
        self.desk, self._thresholds = desk, thresholds
        self.services = Services.of(desk, lambda name: printer_named(name, desk.home.prints))
        self._runners = {name: TaskRunner(name, self) for name in ("acts", "questions", "lists", "care")}
        self.acting = Acting(self._runners["acts"], self, bound=desk.by_who_is_here)
        self.speaker = speaker or SystemSoundPlayer(self)
        importing = ImportPage()
        self.page = DeskPage(
            self.services, self.acting, self._runners["questions"], self._runners["lists"], self.speaker,
            camera or self._camera, _codes_in, dialogs or (self._choose_files, self._choose_target), importing,
        )  # fmt: skip
        self.scanner = KeyboardScanner(self)
        self.settings = SettingsPage(
            self.services, self.acting, self._runners["questions"], self._devices(camera or self._camera),
            Dialogs(self._choose_copy, self._choose_event, _show_folder), importing,
        )  # fmt: skip
        self.settings.restoring.connect(self._on_restoring)
        self.settings.restored.connect(self._on_restored)
        self.window = MainWindow(self.page, self.settings, self.acting, theme_mode)
        self.scanner.payload_scanned.connect(self.window.scan)
        self.printing = PrintWorker(self.services.badges.step, self)
        self.printing.job_settled.connect(self.window.follow_print)
        self.printing.broken.connect(self.acting.broken)
        self.page.print_wanted.connect(self.printing.wake)
        self.page.listing.imported.connect(self._begin)
        self.watching_lists = WatchingLists(self.page.parts, self.page.listing, self)
        self.watching_lists.came_in.connect(lambda told: self.window.bulletin.tell_good(told, "", "file-up"))
        self.watching_lists.told.connect(self.window.bulletin.tell)
        self.window.follow_watched(self.watching_lists)
        self.page.cards.first_run.demo_requested.connect(self._make_demo)
        self.page.refreshed.connect(self._on_refreshed)
        self.window.closing.connect(self.close)
        self._seen = -1
        self._burst: tuple[float, int] | None = None
        self._looks = QTimer(self, interval=LOOK_MS)
        self._looks.timeout.connect(self._look_for_others)
        self._hours = QTimer(self, interval=HOUR_MS)
        self._hours.timeout.connect(self._back_up)
        self._open = self._begun = False

    def show(self) -> None:
        """Open the window and begin to work."""
        self._open = True
        # A thread that computes gives the interpreter up this often: the window answers while a list comes in.
        sys.setswitchinterval(SWITCH_S)
        # What is there at the start stays: no collection looks at it again.
        gc.freeze()
        self.window.dress({setting.key: value for setting, value in self.services.settings.all()})
        self.window.frame.open()
        self.page.refresh()
        self.page.left.search.setFocus()
        self.scanner.start()
        self._looks.start()
        self._hours.start()
        self.watching_lists.start()
        QTimer.singleShot(0, self._begin)
        self.window.signing_in.begin()

    def close(self) -> None:
        """End every thread; what was acknowledged is stored already."""
        if not self._open:
            return
        self._open = False
        self._looks.stop()
        self._hours.stop()
        self.watching_lists.close()
        self.scanner.stop()
        self.page.close_controllers()
        self.settings.close_controllers()
        self.acting.close()
        self.printing.close()
        for runner in self._runners.values():
            runner.close()
        self.speaker.close()
        for receiver in (*self._runners.values(), self.window):
            # Answers that were on their way: nobody is there for them, and what they start would outlive the window.
            QCoreApplication.removePostedEvents(receiver, QEvent.Type.MetaCall.value)

    def _begin(self) -> None:
        """What waits for an event, once: printing, and the first copy."""
        if self.desk.has_event and not self._begun:
            self._begun = True
            self.acting.run(self.services.badges.after_start, self._on_begun)
            self._back_up()

    def _on_begun(self, _interrupted: int) -> None:
        if not self._open:
            return
        self.printing.start()
        self.window.unprinted.look_for_interrupted()

    def _back_up(self) -> None:
        care = self.services.care
        self._runners["care"].run(care.backup_when_due, done=lambda _made: None, failed=self._on_care_failed)

    def _on_care_failed(self, error: BaseException) -> None:
        if isinstance(error, CheckinError):
            self.acting.failed.emit(error)
        else:
            self.acting.broken.emit(error)

    def _look_for_others(self) -> None:
        """Another program may have written: every act counts the revision up."""
        self._runners["questions"].run(self.services.people.revision, done=self._on_revision, failed=lambda _e: None)

    def _on_revision(self, revision: int) -> None:
        if self._seen not in (-1, revision):
            self.page.refresh()
        self._seen = revision

    def _make_demo(self) -> None:
        make = self.services.demo.make
        self._runners["lists"].run(make, done=lambda _made: self._on_demo(), failed=self._on_care_failed)

    def _on_demo(self) -> None:
        self.page.refresh()
        self._begin()

    def _on_refreshed(self, glance: Glance) -> None:
        told = glance.settings
        self.speaker.set_volume(int(told["sound.volume"]))
        self.speaker.set_muted(not glance.says_yes("sound.on"))
        self.scanner.layout = told["scanner.layout"]  # type: ignore[assignment]
        wanted = self._thresholds or (float(told["scanner.gap_ms"]), int(told["scanner.least_keys"]))
        if wanted != self._burst:
            # Only then: a scan that is coming in would be cut in two.
            self._burst = wanted
            self.scanner.set_thresholds(*wanted)

    def _devices(self, camera: Callable[[], Any]) -> Devices:
        from checkin.devices.camera_list import list_cameras
        from checkin.devices.printer_list import list_printers

        return Devices(
            cameras=list_cameras, printers=list_printers, camera=camera,
            printer_named=lambda name: printer_named(name, self.desk.home.prints), scanner=self.scanner,
            desk_camera=self.page.watching, player=self.speaker,
        )  # fmt: skip

    def _on_restoring(self) -> None:
        """A copy takes the place of the database: nothing else may write meanwhile."""
        self._looks.stop()
        self.watching_lists.pause()
        self.printing.close()

    def _on_restored(self) -> None:
        self.printing.start()
        self._looks.start()
        self.watching_lists.start()
        self._seen = -1
        self.page.refresh()

    def _choose_copy(self, folder: str) -> str:
        kinds = self.tr("Copies (*.db);;All files (*)")
        with self._unheard():
            return str(QFileDialog.getOpenFileName(self.window, self.tr("Bring back a copy"), folder, kinds)[0])

    def _choose_event(self) -> str:
        kinds = self.tr("Event files (*.toml *.checkin-event);;All files (*)")
        with self._unheard():
            return str(QFileDialog.getOpenFileName(self.window, self.tr("Load an event file"), "", kinds)[0])

    def _camera(self) -> Any:
        from checkin.devices.camera_list import names_a_camera
        from checkin.devices.recorded import VideoFile
        from checkin.devices.remembered_camera import RememberedCamera

        wanted = self.services.settings.get("camera.source")
        if wanted == SIMULATED:
            from checkin.devices.simulated_camera import SimulatedCamera

            return SimulatedCamera(self.services.people.expected_codes(_DEMO_BADGES))
        return RememberedCamera(wanted) if names_a_camera(wanted) else VideoFile(Path(wanted), loop=True)

    def _choose_files(self) -> list[str]:
        kinds = self.tr("Lists (*.csv *.tsv *.txt *.xlsx *.xlsm *.ods *.zip);;All files (*)")
        with self._unheard():
            return list(QFileDialog.getOpenFileNames(self.window, self.tr("Bring in an attendee list"), "", kinds)[0])

    def _choose_target(self, kind: str) -> str:
        kinds = self.tr("Excel (*.xlsx);;CSV (*.csv);;JSON (*.json)")
        titles = {
            "attendance": self.tr("Export attendance"), "scans": self.tr("Export the scan log"),
            "set-aside": self.tr("Save the rows set aside"),
        }  # fmt: skip
        with self._unheard():
            target, _ = QFileDialog.getSaveFileName(self.window, titles[kind], f"{kind}.xlsx", kinds)
        return str(target)

    @contextlib.contextmanager
    def _unheard(self) -> Iterator[None]:
        """While a file is chosen, keys are typing: whoever writes a file's name quickly is no scanner."""
        self.scanner.stop()
        try:
            yield
        finally:
            self.scanner.start()


def application(arguments: list[str] | None = None, language: str = ENGLISH) -> QApplication:
    """The one QApplication, dressed, that speaks `language` or what CHECKIN_LANGUAGE names."""
    made = QApplication.instance() or QApplication(arguments or ["checkin"])
    assert isinstance(made, QApplication)
    made.setApplicationName("Check-in Desk")
    theme().apply_to(made)
    speak(language)
    return made


def open_window(home: Path | None, station: str | None, operator: str | None) -> int:
    """Open the window on a data folder and work until it is closed; returns the exit code."""
    if not _has_display():
        raise EnvironmentFault(
            say("There is no display to open a window on."), say("Show the tour instead: checkin demo --tour")
        )
    folder = Home(home or default_home())
    desk = Desk(folder, station=station, operator=operator, wait_seconds=WINDOW_WAITS_S)
    start_log(folder.logs)
    qInstallMessageHandler(_on_qt_message)
    app = application(language=SettingService(desk).get("look.language"))
    work = WindowApp(desk)
    sys.excepthook = lambda kind, error, trace: work.acting.broken.emit(error)
    work.show()
    code = app.exec()
    work.close()
    desk.close()
    return int(code)


def _show_folder(folder: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))


def _codes_in(path: Path) -> list[str]:
    from checkin.devices.code_files import codes_in_file

    return codes_in_file(path)


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _on_qt_message(kind: QtMsgType, _context: object, text: str) -> None:
    level = logging.DEBUG if kind is QtMsgType.QtDebugMsg else logging.WARNING
    _log.log(level, "qt: %s", text)
