"""The window: rail, top bar, page and strip; what goes wrong anywhere is told here."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from checkin.domain.errors import CheckinError, StorageFull
from checkin.gui.control.acting import Acting
from checkin.gui.control.finding import FORMS
from checkin.gui.control.overview import Glance
from checkin.gui.control.unprinted import Unprinted
from checkin.gui.layout_metrics import metrics_for
from checkin.gui.pages.desk_page import DeskPage
from checkin.gui.theme import preferred_mode, theme
from checkin.gui.widgets.rail import Rail, RailPage
from checkin.gui.widgets.status_strip import StatusStrip
from checkin.gui.widgets.strip_item import StripState
from checkin.gui.widgets.top_bar import TopBar
from checkin.services.badges import Job

FAULT_STAYS_MS = 12_000
LATE_MS = 300
"""An act that is stored sooner does not show as waiting: the strip would flash at each scan."""

_SHIFTS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_log = logging.getLogger(__name__)


class MainWindow(QWidget):
    """Puts the pages together. Signals: `closing()` before the window goes."""

    closing = Signal()

    def __init__(self, page: DeskPage, acting: Acting, theme_wish: str = "") -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Check-in Desk"))
        self.desk, self._acting, self._theme_wish = page, acting, theme_wish
        self._printer = ""
        self._stuck: CheckinError | None = None
        self._warned = False
        self.rail, self.bar, self.strip = Rail(), TopBar(), StatusStrip()
        # Help and lock come with their own pages: a button that does nothing is worse than none.
        self.rail.set_helpful(False)
        self.strip.set_lockable(False)
        self._lay_out()
        self.rail.set_pages((RailPage("desk", "scan-line", self.tr("Desk")),))
        self.rail.set_current("desk")
        self.unprinted = Unprinted(page.parts, self)
        self._fault_goes = QTimer(self, singleShot=True, interval=FAULT_STAYS_MS)
        self._fault_goes.timeout.connect(self._show_standing)
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        self._late = QTimer(self, singleShot=True, interval=LATE_MS)
        self._late.timeout.connect(self._show_strip)
        acting.moved.connect(self._on_moved)
        acting.stuck.connect(self._on_stuck)
        acting.freed.connect(self._on_freed)
        acting.failed.connect(self.tell)
        acting.broken.connect(self._on_broken)
        page.refreshed.connect(self._on_refreshed)
        page.listing.exported.connect(self._on_exported)
        self.unprinted.changed.connect(self._on_unprinted)
        self.unprinted.print_wanted.connect(page.print_wanted)
        self.bar.act_requested.connect(self._on_bar)
        self.setMinimumSize(640, 400)
        self._tick()

    def tell(self, error: CheckinError) -> None:
        """A refusal or a fault, in the bar across the top; it goes by itself."""
        self.bar.show_fault(error.sentence, error.advice, (("dismiss", self.tr("Close")),), tone="hold")
        self._fault_goes.start()

    def follow_print(self, job: Job) -> None:
        """A print was settled: the verdict, the strip and, when it failed, the bar say so."""
        self.desk.scanning.follow(job)
        self.desk.refresh()
        self.unprinted.follow(job)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Any letter typed anywhere on the page is a search.
        text = event.text()
        modifiers = event.modifiers() & ~_SHIFTS
        usable = self.desk.left.search.isEnabled() and self.desk.cards.page not in FORMS
        if text.isprintable() and text and not modifiers and usable:
            self.desk.left.search.setFocus()
            self.desk.left.search.insert(text)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        metrics = metrics_for(self.width(), self.height())
        for part in (self.rail, self.bar, self.desk, self.strip):
            part.set_metrics(metrics)
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        waiting = self._acting.waiting
        if waiting and not self._warned:
            self._warned = True
            self.bar.show_fault(
                self.tr("{n} acts are not stored yet.").format(n=waiting),
                self.tr("Wait until they are, or close once more to leave without them."),
            )
            event.ignore()
            return
        self._clock.stop()
        self.closing.emit()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.bar)
        right.addWidget(self.desk, 1)
        right.addWidget(self.strip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)

    def _on_refreshed(self, glance: Glance) -> None:
        operator = glance.operator or self.tr("Nobody yet")
        self.strip.set_operator(operator[:1].upper() + operator[1:], glance.label)
        wish = self._theme_wish or glance.theme
        app = QApplication.instance()
        mode = preferred_mode(app) if wish == "system" else wish  # type: ignore[arg-type]
        if str(theme().mode) != str(mode):
            theme().set_mode(str(mode))
        self.desk.watching.set_mirrored(glance.mirrored)
        self._printer = glance.print_wish.printer if glance.print_wish else ""
        self._show_strip()

    def _on_moved(self) -> None:
        if not self._acting.waiting:
            self._late.stop()
            self._show_strip()
        elif not self._late.isActive():
            self._late.start()

    def _show_strip(self) -> None:
        waiting = 0 if self._late.isActive() else self._acting.waiting
        states = [
            StripState("waits", "amber", self.tr("{n} waiting").format(n=waiting), self.tr("not stored yet"))
            if waiting
            else StripState("waits", "green", self.tr("Nothing waiting"), self.tr("all stored here"))
        ]
        states.append(StripState("hub", "grey", self.tr("One desk"), self.tr("no other desk joined")))
        bad = self.unprinted.count
        if bad:
            told = self.tr("1 badge did not come out") if bad == 1 else self.tr("{n} badges did not come out")
            states.append(StripState("printer", "red", self.tr("Printer"), told.format(n=bad), "printer"))
        elif self._printer == "pdf":
            states.append(StripState("printer", "grey", self.tr("Badges"), self.tr("into the prints folder")))
        elif self._printer:
            states.append(StripState("printer", "green", self.tr("Printer"), self._printer))
        else:
            states.append(StripState("printer", "grey", self.tr("Printer"), self.tr("not used")))
        self.strip.set_items(states)

    def _tick(self) -> None:
        now = self.desk.parts.now().astimezone(self.desk.parts.zone)
        self.strip.set_clock(now.strftime("%H:%M"))

    def _on_stuck(self, error: CheckinError) -> None:
        self._stuck = error
        self._show_standing()

    def _on_freed(self) -> None:
        self._stuck = None
        self._show_standing()

    def _on_unprinted(self) -> None:
        if not self._fault_goes.isActive():
            self._show_standing()
        self._show_strip()

    def _show_standing(self) -> None:
        """The bar tells what stands: acts that wait, before badges that did not come out, before nothing."""
        self._fault_goes.stop()
        if self._stuck is not None:
            self.bar.show_fault(self._stuck.sentence, self._waiting_words(self._stuck))
        elif self.unprinted.count:
            told = self.unprinted
            self.bar.show_fault(told.sentence(), told.advice(), told.acts(), "printer", "hold")
        else:
            self.bar.clear()
        self._show_strip()

    def _waiting_words(self, error: CheckinError) -> str:
        n = self._acting.waiting
        waits = self.tr("1 act waits and is stored by itself, with its own time.")
        if n != 1:
            waits = self.tr("{n} acts wait and are stored by themselves, in their order.")
        full = self.tr("Free some space: the rubbish bin, downloads.")
        busy = self.tr("If this lasts, close other copies of Check-in Desk.")
        return f"{waits.format(n=n)} {full if isinstance(error, StorageFull) else busy}"

    def _on_exported(self, path: str) -> None:
        folder, name = str(Path(path).parent), Path(path).name
        told = self.tr("Attendance was written to {name}.").format(name=name)
        self.bar.show_fault(
            told, self.tr("In the folder {folder}").format(folder=folder), (("dismiss", self.tr("Close")),),
            "file-down", "go",
        )  # fmt: skip
        self._fault_goes.start()

    def _on_broken(self, error: BaseException) -> None:
        _log.error("unexpected", exc_info=error)
        self.bar.show_fault(
            self.tr("Something went wrong inside the program ({kind}).").format(kind=type(error).__name__),
            self.tr(
                "What was acknowledged is stored. Try it again; if it happens again, send the log to the organiser."
            ),
            (("dismiss", self.tr("Close")),),
        )
        self._fault_goes.start()

    def _on_bar(self, name: str) -> None:
        self._fault_goes.stop()
        if name != "dismiss":
            self.unprinted.run(name)
        self._show_standing()
