"""The window: rail, top bar, pages and strip, and the lock screen that covers them all."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from checkin.gui.control.acting import Acting
from checkin.gui.control.bulletin import Bulletin
from checkin.gui.control.finding import FORMS
from checkin.gui.control.overview import Glance
from checkin.gui.control.signing_in import SigningIn
from checkin.gui.control.unprinted import Unprinted
from checkin.gui.control.watching_lists import WatchingLists
from checkin.gui.pages.desk_page import DeskPage
from checkin.gui.pages.lock_page import LockPage
from checkin.gui.pages.settings_page import SettingsPage
from checkin.gui.theme import preferred_mode, theme
from checkin.gui.widgets.rail import Rail, RailPage
from checkin.gui.widgets.status_strip import StatusStrip
from checkin.gui.widgets.top_bar import TopBar
from checkin.gui.window_frame import WindowFrame
from checkin.services.badges import Job

_SHIFTS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class MainWindow(QWidget):
    """Puts the pages together. Signals: `closing()` before the window goes."""

    closing = Signal()

    def __init__(
        self, page: DeskPage, settings: SettingsPage, acting: Acting, theme_wish: str = ""
    ) -> None:  # fmt: skip
        super().__init__()
        self.setWindowTitle(self.tr("Check-in Desk"))
        self.setAcceptDrops(True)
        self.desk, self.settings, self._acting, self._theme_wish = page, settings, acting, theme_wish
        self._watched: WatchingLists | None = None
        self._list_waits = ""
        self._warned, self._left_for_import = False, "desk"
        self._focus_behind: QWidget | None = None
        self.rail, self.bar, self.strip, self.lock_page = Rail(), TopBar(), StatusStrip(), LockPage()
        self._lay_out()
        self.rail.set_pages(
            (
                RailPage("desk", "scan-line", self.tr("Desk")),
                RailPage("settings", "settings-2", self.tr("Settings")),
            )
        )
        self.rail.set_current("desk")
        parts = (self.rail, self.bar, self.desk, self.settings, self.strip, self.lock_page)
        read = (self.bar, self.desk.left, self.desk.cards, *self.settings.regions, self.rail, self.strip)
        self.frame = WindowFrame(self, parts, read, self.rail)
        self.unprinted = Unprinted(page.parts, self)
        self.bulletin = Bulletin(self.bar, self.strip, acting, self.unprinted, self)
        self.signing_in = SigningIn(page.parts, self.lock_page, self)
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        self._connect()
        self._tick()

    def dress(self, settings: Mapping[str, str]) -> None:
        """Colours, motion and zoom of the settings; before the window is shown, that it never changes under a hand."""
        wish = self._theme_wish or settings["look.theme"]
        app = QApplication.instance()
        mode = preferred_mode(app) if wish == "system" else wish  # type: ignore[arg-type]
        if str(theme().mode) != str(mode):
            theme().set_mode(str(mode))
        theme().set_motion(settings["look.motion"])
        self.frame.follow(int(settings["look.zoom"]))

    def scan(self, payload: str) -> None:
        """A scanner read something, whatever has the focus; at a locked desk it waits."""
        if self.signing_in.is_locked:
            self.signing_in.hold(payload)
        else:
            self.show_page("desk")
            self.desk.scan(payload)

    def show_page(self, key: str) -> None:
        """Go to a page of the rail."""
        wanted = self.settings if key == "settings" else self.desk
        if self._pages.currentWidget() is wanted:
            return
        self._pages.setCurrentWidget(wanted)
        self._tell_import()
        self.rail.set_current(key)
        if key == "settings":
            self.settings.setFocus()
        else:
            self.desk.take_focus()

    def follow_print(self, job: Job) -> None:
        """A print was settled: the verdict, the strip and, when it failed, the bar say so."""
        self.desk.scanning.follow(job)
        self.desk.refresh()
        self.unprinted.follow(job)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Any letter typed anywhere on the page is a search.
        text = event.text()
        modifiers = event.modifiers() & ~_SHIFTS
        works = self.desk.cards.page in FORMS or (self.desk.behind and self.desk.cards.page == "verdict")
        usable = self.desk.isVisible() and self.desk.left.search.isEnabled() and not works
        if text.isprintable() and text and not modifiers and usable:
            self.desk.left.search.setFocus()
            self.desk.left.search.insert(text)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.frame.measure()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.frame.attach()

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self.frame.step_focus(forward) or super().focusNextPrevChild(forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        waiting = self._acting.waiting
        if waiting and not self._warned:
            self._warned = True
            self.bulletin.tell_leaving(waiting)
            if self.signing_in.is_locked:
                self.lock_page.set_fault(self.bar.accessibleName())
            event.ignore()
            return
        self._clock.stop()
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and not self.signing_in.is_locked:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self._drop(paths)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.bar)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.desk)
        self._pages.addWidget(self.settings)
        right.addLayout(self._pages, 1)
        right.addWidget(self.strip)
        self._open = QWidget()
        row = QHBoxLayout(self._open)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._open)
        self._stack.addWidget(self.lock_page)

    def _connect(self) -> None:
        page = self.desk
        page.refreshed.connect(self._on_refreshed)
        page.refreshed.connect(lambda _glance: self.settings.refresh())
        page.listing.exported.connect(self.bulletin.tell_exported)
        page.listing.opened.connect(self._show_import)
        page.listing.closed.connect(self._leave_import)
        page.listing.finished.connect(self._finish_import)
        page.listing.moved.connect(self._tell_import)
        self.settings.section_shown.connect(lambda _key: self._tell_import())
        page.person_acts.badging.told.connect(self.bulletin.tell_good)
        page.watching.scanned.connect(self.scan)
        page.dropping.scanned.connect(self.scan)
        page.dropping.several.connect(lambda _people: self.show_page("desk"))
        self._acting.freed.connect(self._on_freed)
        self.unprinted.print_wanted.connect(page.print_wanted)
        self.rail.page_chosen.connect(self._on_page_chosen)
        self.rail.help_requested.connect(self._help)
        self.strip.set_opening(("printer", "list"))
        self.strip.item_opened.connect(self._on_item)
        self.settings.closed.connect(partial(self.show_page, "desk"))
        self.settings.changed.connect(lambda _key, _value: page.refresh())
        self.settings.event_loaded.connect(page.refresh)
        self.settings.import_requested.connect(self._import)
        self.settings.files_dropped.connect(self._drop)
        self.settings.person_requested.connect(self._show_person)
        self.strip.lock_requested.connect(self.signing_in.lock)
        self.signing_in.locked.connect(self._on_locked)
        self.frame.zoomed.connect(self._on_zoomed)
        self.signing_in.scan_waited.connect(self._on_scan_waited)
        self.signing_in.others_waited.connect(self._on_others_waited)
        for key, run in (("F12", self.signing_in.lock), ("F1", self._help)):
            QShortcut(QKeySequence(key), self).activated.connect(run)

    def _on_refreshed(self, glance: Glance) -> None:
        self.bulletin.learn(glance)
        self.dress(glance.settings)
        self.desk.watching.set_mirrored(glance.says_yes("camera.mirror"))
        self.desk.cards.verdict.set_discreet(glance.says_yes("desk.faces_people"))

    def _on_locked(self, locked: bool) -> None:
        """What is half typed is there again afterwards, the cursor too; nobody is picked any more."""
        if locked:
            self._focus_behind = QApplication.focusWidget()
            self.desk.finding.disarm()
            self.desk.taking_back.forget()
        self._stack.setCurrentWidget(self.lock_page if locked else self._open)
        if not locked:
            kept, self._focus_behind = self._focus_behind, None
            if isinstance(kept, QLineEdit | QPlainTextEdit) and isValid(kept) and kept.isVisible():
                kept.setFocus()
            elif self.desk.isVisible():
                self.desk.take_focus()

    def _on_scan_waited(self, payload: str) -> None:
        self.show_page("desk")
        self.desk.look_first(payload)

    def _on_page_chosen(self, key: str) -> None:
        if not self.signing_in.is_locked:
            self.show_page(key)

    def _on_freed(self) -> None:
        self._warned = False

    def _help(self) -> None:
        if not self.signing_in.is_locked:
            self.show_page("desk")
            self.desk.show_help()

    def _import(self) -> None:
        self.desk.listing.begin()

    def _show_import(self) -> None:
        """A list begins to be brought in; where one was before is where one comes back to."""
        if not self.settings.imports:
            self._left_for_import = "settings" if self._pages.currentWidget() is self.settings else "desk"
        self.settings.show_import(True)
        self.show_page("settings")
        self.settings.importing.take_focus()

    def _leave_import(self) -> None:
        self.settings.show_import(False)
        if self._pages.currentWidget() is self.settings:
            self.show_page(self._left_for_import)
            if self._left_for_import == "settings":
                self.settings.setFocus()

    def _finish_import(self) -> None:
        self.settings.show_import(False)
        self.show_page("desk")

    def follow_watched(self, watched: WatchingLists) -> None:
        """Tell of a list that waits to be looked at, and show it when its item in the strip is pressed."""
        self._watched = watched
        watched.waits.connect(self._on_list_waits)

    def _on_list_waits(self, sentence: str) -> None:
        self._list_waits = sentence
        self._tell_import()

    def _tell_import(self) -> None:
        """Long work, or a list that was read, is told in the strip while its page is not shown."""
        shown = self._pages.currentWidget() is self.settings and self.settings.imports
        told = None if shown else self.desk.listing.under_way
        if told is None and self._list_waits:
            told = (self.tr("A list waits"), self._list_waits)
        self.bulletin.tell_list(told)

    def _show_person(self, attendee: str) -> None:
        self.show_page("desk")
        self.desk.show_person(attendee)

    def _drop(self, paths: list[str]) -> None:
        if self.signing_in.is_locked:
            return
        self.desk.dropping.drop(paths)

    def _on_item(self, key: str) -> None:
        """An item of the strip was pressed: where its settings are."""
        if key == "printer":
            self.settings.show_section("printers")
            self.show_page("settings")
        elif key == "list" and self._list_waits and self._watched is not None:
            self._watched.open_waiting()
        elif key == "list":
            self.settings.show_import(True)
            self.show_page("settings")
            self.settings.importing.take_focus()

    def _on_zoomed(self, percent: int) -> None:
        keep = partial(self.desk.parts.services.settings.set, "look.zoom", str(percent))
        self._acting.run(keep, lambda _setting: self.settings.refresh())

    def _on_others_waited(self, n: int) -> None:
        told = self.tr("{n} more badges were scanned while the desk was locked.").format(n=n)
        self.bulletin.tell_good(told, self.tr("Nobody was admitted by them: scan them again."), "info")

    def _tick(self) -> None:
        now = self.desk.parts.now().astimezone(self.desk.parts.zone)
        self.strip.set_clock(now.strftime("%H:%M"))
