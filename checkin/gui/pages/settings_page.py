"""The Settings page: its view driven by one controller for each group of sections; which key means what."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from checkin.gui.control.acting import Acting
from checkin.gui.control.settings.camera_list import Cameras
from checkin.gui.control.settings.copying import Copying
from checkin.gui.control.settings.keeping import Keeping
from checkin.gui.control.settings.overseeing import Overseeing
from checkin.gui.control.settings.parts import Devices, Dialogs, SettingsParts
from checkin.gui.control.settings.printing import Printing
from checkin.gui.control.settings.to_look_at import ToLookAt
from checkin.gui.control.settings.trying import Trying
from checkin.gui.control.settings.viewing import Viewing
from checkin.gui.pages.importing.import_page import ImportPage
from checkin.gui.pages.settings.settings_view import SettingsView
from checkin.services.bundle import Services
from checkin.services.languages import languages
from checkin.services.trial_badge import TrialBadgeService
from checkin.workers.tasks import TaskRunner

HEARD_MS = 600
"""So long after a sound was begun its player knows whether there is a sound device."""


class SettingsPage(SettingsView):
    """Made of views and controllers.

    Args:
        services: the desk's services.
        acting: runs what writes, in its order with all other acts.
        asking: runs look-ups in the database.
        devices: the machine's cameras, printers, scanner and sound.
        dialogs: the system's file dialogs and file manager.
        importing: the page of an import, which somebody else drives.

    Signals: `closed()` to go back to the Desk; `changed(key, value)` when a setting was stored; `event_loaded()` when
    an event file changed something; `import_requested()` and `files_dropped(paths)` for a list to bring in;
    `person_requested(attendee)` for somebody's card;
    `restoring()` before and `restored()` after a copy takes the place of what is here: nothing may write between them.
    """

    closed = Signal()
    changed = Signal(str, str)
    event_loaded = Signal()
    import_requested = Signal()
    files_dropped = Signal(list)
    person_requested = Signal(str)
    restoring = Signal()
    restored = Signal()

    def __init__(
        self, services: Services, acting: Acting, asking: TaskRunner, devices: Devices, dialogs: Dialogs,
        importing: ImportPage | None = None, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(importing, parent)
        # A thread of its own: a print server that does not answer would hold up whoever shares it.
        self._searching = TaskRunner("devices", self)
        self.parts = SettingsParts(self, services, acting, asking, self._searching, devices, dialogs)
        trial = TrialBadgeService(services.desk, devices.printer_named)
        self.keeping = Keeping(self.parts, self)
        self.overseeing = Overseeing(self.parts, self.keeping, self)
        self.trying = Trying(self.parts, trial, self)
        self.cameras = Cameras(self.parts, self.keeping, self)
        self.viewing = Viewing(self.parts, self)
        self.printing = Printing(self.parts, self.keeping, trial, self)
        self.copying = Copying(self.parts, self)
        self.looking = ToLookAt(self.parts, self)
        self.look_section.set_languages(languages())
        self.keeping.know("look.language", {"system": self.tr("Like the computer"), **dict(languages())})
        self._connect()
        self._bind_keys()

    def refresh(self) -> None:
        """Something was stored, here or by another program: show what is in force now, if anybody looks."""
        if self.isVisible():
            self.keeping.look()
            self.overseeing.look()
            self.looking.look()

    def close_controllers(self) -> None:
        """Let the camera go and end the page's own thread."""
        self.parts.devices.scanner.set_trying(False)
        self.viewing.close()
        self._searching.close()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.keeping.look()
        self.overseeing.look()
        self.copying.look()
        self.looking.look()
        self._show_audible()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.copying.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            if self.backup_section.asking:
                self.copying.leave()
            elif self.imports:
                self.importing.cancelled.emit()
            else:
                self.closed.emit()
            return
        super().keyPressEvent(event)

    def _connect(self) -> None:
        self.keeping.changed.connect(self.changed)
        self.keeping.looked.connect(self.viewing.follow)
        self.overseeing.event_loaded.connect(self.event_loaded)
        self.header.act_requested.connect(self._run)
        self.list_section.import_requested.connect(self.import_requested)
        self.list_section.files_dropped.connect(self.files_dropped)
        self.list_section.to_look_at.person_requested.connect(self.person_requested)
        self.scanner_section.shown.connect(self._on_scanners)
        self.printer_section.shown.connect(self.printing.set_shown)
        self.viewing.read.connect(self.trying.on_camera)
        self.look_section.sound_requested.connect(self._play)
        self.copying.restoring.connect(self.restoring)
        self.copying.restored.connect(self.restored)
        self.copying.restored.connect(self.refresh)

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+Z": self.keeping.undo, "F5": self._first_tool, "F6": self.toggle_commands,
            "Ctrl+O": self.import_requested.emit, "Ctrl+P": self._test_badge,
        }  # fmt: skip
        for sequence, run in keys.items():
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(run)

    def _run(self, name: str) -> None:
        {
            "load_event": self.overseeing.load_event, "look_for_devices": self.cameras.look,
            "look_for_printers": self.printing.look, "copy_now": self.copying.copy,
        }[name]()  # fmt: skip

    def _first_tool(self) -> None:
        for act in self.sections[self.section].acts():
            if act.key:
                self._run(act.id)

    def _test_badge(self) -> None:
        if self.section == "printers":
            self.printing.test()

    def _on_scanners(self, shown: bool) -> None:
        self.trying.set_on(shown)
        self.viewing.set_shown(shown)
        if shown:
            self.cameras.look()

    def _play(self, family: str) -> None:
        self.parts.devices.player.try_sound(family)
        QTimer.singleShot(HEARD_MS, self, self._show_audible)

    def _show_audible(self) -> None:
        """A player that finds no sound device says so only once it has tried."""
        self.look_section.set_audible(bool(getattr(self.parts.devices.player, "audible", True)))
