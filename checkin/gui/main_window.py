"""The window: rail, top bar, page and strip; what goes wrong anywhere is told here."""

from __future__ import annotations

import logging

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from checkin.domain.errors import CheckinError
from checkin.gui.control.acting import Acting
from checkin.gui.control.overview import Glance
from checkin.gui.layout_metrics import metrics_for
from checkin.gui.pages.desk_page import DeskPage
from checkin.gui.theme import preferred_mode, theme
from checkin.gui.widgets.rail import Rail, RailPage
from checkin.gui.widgets.status_strip import StatusStrip
from checkin.gui.widgets.strip_item import StripState
from checkin.gui.widgets.top_bar import TopBar
from checkin.services.badges import Job

FAULT_STAYS_MS = 12_000
_SHIFTS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_log = logging.getLogger(__name__)


class MainWindow(QWidget):
    """Puts the pages together. Signals: `closing()` before the window goes."""

    closing = Signal()

    def __init__(self, page: DeskPage, acting: Acting, theme_wish: str = "") -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Check-in Desk"))
        self.desk, self._acting, self._theme_wish = page, acting, theme_wish
        self.rail, self.bar, self.strip = Rail(), TopBar(), StatusStrip()
        self._lay_out()
        self.rail.set_pages((RailPage("desk", "scan-line", self.tr("Desk")),))
        self.rail.set_current("desk")
        self._bad_job: Job | None = None
        self._printing = 0
        self._fault_goes = QTimer(self, singleShot=True, interval=FAULT_STAYS_MS)
        self._fault_goes.timeout.connect(self.bar.clear)
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        acting.stuck.connect(self._on_stuck)
        acting.freed.connect(self._on_freed)
        acting.failed.connect(self.tell)
        acting.broken.connect(self._on_broken)
        page.refreshed.connect(self._on_refreshed)
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
        self._bad_job = job if job.state in ("failed", "unconfirmed") else None
        if self._bad_job:
            sentence = self.tr("The badge of {name} was not printed.").format(name=job.name)
            self.bar.show_fault(
                sentence,
                job.cause,
                (("reprint", self.tr("Print again")), ("dismiss", self.tr("Close"))),
                "printer",
                "hold",
            )
            self._fault_goes.stop()
        elif not self._acting.waiting:
            self.bar.clear()
        self._show_strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Any letter typed anywhere on the page is a search.
        text = event.text()
        modifiers = event.modifiers() & ~_SHIFTS
        if text.isprintable() and text and not modifiers and self.desk.left.search.isEnabled():
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
        self.strip.set_operator(glance.operator or self.tr("Nobody yet"), glance.label)
        wish = self._theme_wish or glance.theme
        app = QApplication.instance()
        mode = preferred_mode(app) if wish == "system" else wish  # type: ignore[arg-type]
        if str(theme().mode) != str(mode):
            theme().set_mode(str(mode))
        self.desk.watching.set_mirrored(glance.mirrored)
        self._printer = glance.print_wish.printer if glance.print_wish else ""
        self._show_strip()

    _printer = ""

    def _show_strip(self) -> None:
        waiting = self._acting.waiting
        states = [
            StripState("waits", "amber", self.tr("{n} waiting").format(n=waiting), self.tr("not stored yet"))
            if waiting
            else StripState("waits", "green", self.tr("Nothing waiting"), self.tr("all stored here"))
        ]
        states.append(StripState("hub", "grey", self.tr("One desk"), self.tr("no other desk joined")))
        if self._bad_job:
            states.append(StripState("printer", "red", self.tr("Printer"), self.tr("a badge did not come out")))
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
        waiting = self._acting.waiting
        told = self.tr("{advice} {n} acts wait and are stored in their order.").format(advice=error.advice, n=waiting)
        self.bar.show_fault(error.sentence, told)
        self._fault_goes.stop()
        self._show_strip()

    def _on_freed(self) -> None:
        self.bar.clear()
        self._show_strip()

    def _on_broken(self, error: BaseException) -> None:
        _log.error("unexpected", exc_info=error)
        self.bar.show_fault(
            self.tr("Something went wrong inside the program ({kind}).").format(kind=type(error).__name__),
            self.tr(
                "What was acknowledged is stored. Try it again; if it happens again, send the log to the organiser."
            ),
            (("dismiss", self.tr("Close")),),
        )

    def _on_bar(self, name: str) -> None:
        job = self._bad_job
        if name == "reprint" and job is not None:
            again = self.desk.parts.services.badges.repeat
            self._acting.run(lambda: again(job.job), lambda _job: self.desk.print_wanted.emit())
        self._bad_job = None if name in ("dismiss", "reprint") else self._bad_job
        self.bar.clear()
        self._show_strip()
