"""What the bar across the top and the strip below tell: what stands first, then what just happened."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from checkin.domain.errors import CheckinError, StorageFull
from checkin.gui.control.acting import Acting
from checkin.gui.control.overview import Glance
from checkin.gui.control.unprinted import Unprinted
from checkin.gui.widgets.status_strip import StatusStrip
from checkin.gui.widgets.strip_item import StripState
from checkin.gui.widgets.top_bar import TopBar
from checkin.gui.words import operator_word
from checkin.services.badges import Job

FAULT_STAYS_MS = 12_000
LATE_MS = 300
"""An act that is stored sooner does not show as waiting: the strip would flash at each scan."""

_log = logging.getLogger(__name__)


class Bulletin(QObject):
    """Speaks for every page of the window."""

    def __init__(
        self, bar: TopBar, strip: StatusStrip, acting: Acting, unprinted: Unprinted, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bar, self._strip, self._acting, self._unprinted = bar, strip, acting, unprinted
        self._printer = ""
        self._stuck: CheckinError | None = None
        self._list: tuple[str, str] | None = None
        self._goes = QTimer(self, singleShot=True, interval=FAULT_STAYS_MS)
        self._goes.timeout.connect(self.show_standing)
        self._late = QTimer(self, singleShot=True, interval=LATE_MS)
        self._late.timeout.connect(self.show_strip)
        acting.moved.connect(self._on_moved)
        acting.stuck.connect(self._on_stuck)
        acting.freed.connect(self._on_freed)
        acting.failed.connect(self.tell)
        acting.broken.connect(self.tell_broken)
        unprinted.changed.connect(self._on_unprinted)
        bar.act_requested.connect(self._on_bar)

    def tell(self, error: CheckinError) -> None:
        """A refusal or a fault, in the bar; it goes by itself."""
        self._bar.show_fault(error.sentence, error.advice, (("dismiss", self.tr("Close")),), tone="hold")
        self._goes.start()

    def tell_good(self, sentence: str, advice: str, icon: str = "check") -> None:
        """Something that was asked for is done, and where it lies."""
        self._bar.show_fault(sentence, advice, (("dismiss", self.tr("Close")),), icon, "go")
        self._goes.start()

    def tell_exported(self, path: str) -> None:
        """An export was written."""
        told = self.tr("{name} was written.").format(name=Path(path).name)
        self.tell_good(told, self.tr("In the folder {folder}").format(folder=Path(path).parent), "file-down")

    def tell_leaving(self, waiting: int) -> None:
        """The window is being closed while acts are not stored."""
        self._bar.show_fault(
            self.tr("{n} acts are not stored yet.").format(n=waiting),
            self.tr("Wait until they are, or close once more to leave without them."),
        )

    def tell_broken(self, error: BaseException) -> None:
        """Our own fault: said plainly, and in the log."""
        _log.error("unexpected", exc_info=error)
        self._bar.show_fault(
            self.tr("Something went wrong inside the program ({kind}).").format(kind=type(error).__name__),
            self.tr(
                "What was acknowledged is stored. Try it again; if it happens again, send the log to the organiser."
            ),
            (("dismiss", self.tr("Close")),),
        )
        self._goes.start()

    def learn(self, glance: Glance) -> None:
        """The desk was looked at: who is there, and where badges go."""
        operator = operator_word(glance.operator) or self.tr("Nobody yet")
        self._strip.set_operator(operator[:1].upper() + operator[1:], glance.label)
        self._printer = glance.badge.printer
        self.show_strip()

    def tell_list(self, told: tuple[str, str] | None) -> None:
        """A list is being brought in on a page that is not shown: a word and a second text; None for nothing."""
        if told != self._list:
            self._list = told
            self.show_strip()

    def follow_print(self, job: Job) -> None:
        """A print was settled."""
        self._unprinted.follow(job)

    def show_standing(self) -> None:
        """The bar tells what stands: acts that wait, before badges that did not come out, before nothing."""
        self._goes.stop()
        if self._stuck is not None:
            self._bar.show_fault(self._stuck.sentence, self._waiting_words(self._stuck))
        elif self._unprinted.count:
            told = self._unprinted
            self._bar.show_fault(told.sentence(), told.advice(), told.acts(), "printer", "hold")
        else:
            self._bar.clear()
        self.show_strip()

    def show_strip(self) -> None:
        """Bring the strip up to date."""
        # While nothing can be stored the strip is never calm, not even for the moment that a scan usually takes.
        waiting = self._acting.waiting if self._stuck is not None or not self._late.isActive() else 0
        lists = [StripState("list", "amber", *self._list, "file-up")] if self._list else []
        self._strip.set_items([*lists, self._waits(waiting), self._desks(), self._prints()])

    def _waits(self, waiting: int) -> StripState:
        if waiting and isinstance(self._stuck, StorageFull):
            return StripState("waits", "red", self.tr("Disk full"), self.tr("{n} waiting").format(n=waiting))
        if waiting:
            words = self.tr("{n} waiting").format(n=waiting)
            return StripState("waits", "amber", words, self.tr("not stored yet"))
        return StripState("waits", "green", self.tr("Nothing waiting"), self.tr("all stored here"))

    def _desks(self) -> StripState:
        return StripState("hub", "grey", self.tr("One desk"), self.tr("no other desk joined"))

    def _prints(self) -> StripState:
        bad = self._unprinted.count
        if bad:
            told = self.tr("1 badge did not come out") if bad == 1 else self.tr("{n} badges did not come out")
            return StripState("printer", "red", self.tr("Printer"), told.format(n=bad), "printer")
        if self._printer == "pdf":
            return StripState("printer", "grey", self.tr("Badges"), self.tr("into the prints folder"))
        if self._printer:
            return StripState("printer", "green", self.tr("Printer"), self._printer)
        return StripState("printer", "grey", self.tr("Printer"), self.tr("not used"))

    def _on_moved(self) -> None:
        if not self._acting.waiting:
            self._late.stop()
            self.show_strip()
        elif self._stuck is not None:
            self.show_standing()
        elif not self._late.isActive():
            self._late.start()

    def _on_stuck(self, error: CheckinError) -> None:
        self._stuck = error
        self.show_standing()

    def _on_freed(self) -> None:
        self._stuck = None
        self.show_standing()

    def _on_unprinted(self) -> None:
        if not self._goes.isActive():
            self.show_standing()
        self.show_strip()

    def _waiting_words(self, error: CheckinError) -> str:
        n = self._acting.waiting
        waits = self.tr("1 act waits and is stored by itself, with its own time.")
        if n != 1:
            waits = self.tr("{n} acts wait and are stored by themselves, in their order.")
        full = self.tr("Free some space: the rubbish bin, downloads.")
        busy = self.tr("If this lasts, close other copies of Check-in Desk.")
        return f"{waits.format(n=n)} {full if isinstance(error, StorageFull) else busy}"

    def _on_bar(self, name: str) -> None:
        self._goes.stop()
        if name != "dismiss":
            self._unprinted.run(name)
        self.show_standing()
