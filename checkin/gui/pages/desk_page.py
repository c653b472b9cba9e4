"""The Desk page: its views driven by one controller for each verb; which key means what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from checkin.domain.people import Presence
from checkin.domain.results import UndoResult, WalkInResult
from checkin.gui.control.acting import Acting
from checkin.gui.control.finding import FORMS, Finding
from checkin.gui.control.listing import Listing
from checkin.gui.control.overview import Overview
from checkin.gui.control.parts import Parts, Speaker
from checkin.gui.control.scanning import Scanning
from checkin.gui.control.taking_back import TakingBack
from checkin.gui.control.walking_in import WalkingIn
from checkin.gui.control.watching import Watching
from checkin.gui.pages.desk.desk_view import DeskView
from checkin.services.bundle import Services
from checkin.workers.tasks import TaskRunner


class DeskPage(DeskView):
    """Made of views and controllers; knows no service call itself beyond what the page shows as a whole.

    Signals: `print_wanted()` when a badge was queued; `refreshed(Glance)` when the page looked at the desk again.
    """

    print_wanted = Signal()
    refreshed = Signal(object)

    def __init__(
        self,
        services: Services,
        acting: Acting,
        asking: TaskRunner,
        lists: TaskRunner,
        speaker: Speaker,
        camera: Callable[[], Any],
        dialogs: tuple[Callable[[], Sequence[str]], Callable[[str], str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.parts = Parts(self, services, acting, asking, speaker, changed=self.refresh)
        self.parts.judged = lambda result: self.print_wanted.emit() if result.print_job else None
        self.overview = Overview(self.parts, self)
        self.scanning = Scanning(self.parts, self)
        self.finding = Finding(self.parts, self)
        self.walking_in = WalkingIn(self.parts, self)
        self.taking_back = TakingBack(self.parts, self)
        self.watching = Watching(self.parts, camera, self)
        self.listing = Listing(self.parts, lists, *dialogs, self)
        self._acts: dict[str, Callable[[], None]] = {
            "check_in_print": self._check_in, "check_in": self._check_in,
            "check_in_only": partial(self._check_in, with_badge=False), "check_out": self._check_out,
            "print_only": self._print, "print_again": self._print, "undo": self.taking_back.undo,
            "show_person": self._show_person, "type_name": self.focus_search, "walk_in": self.walk_in,
            "export_list": self.listing.export, "export_scans": self._export_scans, "import_list": self.listing.begin,
        }  # fmt: skip
        self._connect()
        self._bind_keys()

    def scan(self, payload: str) -> None:
        """A scanner or the camera read something; a form that is being worked on waits untouched behind the verdict."""
        self._put_behind()
        self.finding.leave()
        self.scanning.scan(payload)

    def refresh(self) -> None:
        """Something was stored, here or by another program: show the last acts, the figures and the card again."""
        self.overview.look()
        self.finding.again()

    def focus_search(self) -> None:
        """Ready for typing."""
        self._behind = ""
        self.finding.leave()
        self.finding.to_ready()

    def walk_in(self) -> None:
        """Open the walk-in form with what was typed; one that is half typed already stays as it is."""
        if not self.parts.services.desk.has_event:
            return
        typed = self.finding.typed
        if self.cards.page == "walk_in" or (self._behind == "walk_in" and not typed):
            self._come_back("walk_in")
            return
        self._behind = ""
        self.finding.leave()
        self.walking_in.begin(typed)

    def close_controllers(self) -> None:
        """Let the camera go before the threads end."""
        self.watching.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Whatever has the focus and does not want Esc for itself: it closes what is open.
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self._on_escape()
            return
        super().keyPressEvent(event)

    def _connect(self) -> None:
        self._behind = ""
        self._focus_behind: QWidget | None = None
        cards, left = self.cards, self.left
        cards.verdict.act_requested.connect(self._run)
        cards.verdict.time_ran_out.connect(self._on_verdict_over)
        cards.person.act_requested.connect(self._run)
        cards.ready.act_requested.connect(self._run)
        left.walk_in_requested.connect(self.walk_in)
        left.search_escaped.connect(self._on_escape)
        left.entry_opened.connect(self._on_entry)
        self.finding.scanned.connect(self.scan)
        self.finding.verb_wanted.connect(self._on_enter)
        self.walking_in.closed.connect(self.focus_search)
        self.walking_in.twin_chosen.connect(self._on_twin)
        self.walking_in.registered.connect(self._on_registered)
        self.taking_back.taken_back.connect(self._on_taken_back)
        self.watching.scanned.connect(self.scan)
        self.watching.several.connect(lambda people: self.scanning.ask_which(people, self.overview.door))
        self.listing.imported.connect(self._on_imported)
        self.listing.closed.connect(self._after_list)
        self.overview.looked.connect(self.refreshed)

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "F4": self.walk_in, "F7": self._check_out, "F8": self.taking_back.undo, "Ctrl+Z": self.taking_back.undo,
            "F9": self.watching.toggle, "F10": self.cards.open_more, "Ctrl+F": self.focus_search,
            "Ctrl+P": self._print, "Ctrl+Return": self._on_ctrl_enter, "Ctrl+Enter": self._on_ctrl_enter,
            "Ctrl+O": self.listing.begin, "Ctrl+E": self.listing.export,
            "Ctrl+L": self._export_scans,
        }  # fmt: skip
        for number in range(1, 10):
            keys[f"Ctrl+{number}"] = partial(self._choose, number)
        for sequence, run in keys.items():
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(run)

    def _export_scans(self) -> None:
        self.listing.export("scans")

    def _run(self, name: str) -> None:
        run = self._acts.get(name)
        if run is not None:
            run()

    def _choose(self, number: int) -> None:
        if not (self.left.undo_strip.isVisible() and self.left.undo_strip.choose(number)):
            _ = self.cards.choose(number) or self.finding.choose(number)

    def _on_enter(self) -> None:
        if self.scanning.deaf:
            return
        card = self.finding.card
        if self.cards.page == "verdict":
            self._run(self.scanning.on_enter)
        elif card is not None and self.finding.armed and not self.finding.verbs(card)[0].shut:
            self._run(self.finding.verbs(card)[0].id)

    def _on_ctrl_enter(self) -> None:
        if self.cards.page == "walk_in":
            self.cards.walk_in.request("add_only")
        elif self.cards.page == "imported":
            self.listing.apply()
        elif self.finding.armed:
            self._check_in(with_badge=False)

    def _check_in(self, *, with_badge: bool = True) -> None:
        card = self.finding.card
        if card is None or self.finding.verbs(card)[0].shut or card.person.presence is Presence.IN:
            return
        self.finding.leave()
        self.finding.disarm()
        self.scanning.check_in(card.person.attendee, with_badge=with_badge)

    def _check_out(self) -> None:
        attendee = self._person_in_front()
        if attendee:
            self.finding.leave()
            self.finding.disarm()
            self.scanning.check_out(attendee)

    def _print(self) -> None:
        attendee = self._person_in_front(printable=True)
        wish = self.parts.print_wish
        if attendee and wish:
            queue = partial(
                self.parts.services.badges.queue, attendee, wish.printer, wish.template, reason="asked for", at=None
            )
            self.parts.acting.run(queue, lambda _job: self.print_wanted.emit())

    def _person_in_front(self, *, printable: bool = False) -> str | None:
        """Whom an act without a name means: the card's person, else the verdict's."""
        if self.finding.card is not None:
            return self.finding.card.person.attendee
        shown = self.scanning.shown
        if shown is None or self.cards.page != "verdict" or (printable and not self.scanning.may_print):
            return None
        return shown.attendee

    def _put_behind(self) -> None:
        """Remember the form that a verdict is about to cover, and where its cursor is."""
        if self.cards.page in FORMS:
            self._behind = self.cards.page
            focused = self.focusWidget()
            self._focus_behind = focused if focused and self.cards.isAncestorOf(focused) else None

    def _come_back(self, page: str) -> None:
        """Show the form again that a verdict covered."""
        self._behind = ""
        self.cards.show_page(page)
        (self._focus_behind or getattr(self.cards, page)).setFocus()
        self._focus_behind = None

    def _show_person(self) -> None:
        shown = self.scanning.shown
        if shown is not None and shown.attendee:
            self.cards.verdict.stop()
            self.cards.show_page("ready")
            self.finding.open(shown.attendee)

    def _on_escape(self) -> None:
        if self.left.searching or self.finding.typed:
            self.finding.leave()
            if self.cards.page == "person":
                self.finding.to_ready()
        elif self.cards.page == "verdict" and self._behind:
            self._come_back(self._behind)
        elif self.cards.page == "imported":
            self.listing.cancel()
        elif self.cards.page in ("verdict", "walk_in"):
            self.focus_search()
        else:
            self.finding.to_ready()

    def _on_verdict_over(self) -> None:
        if self._behind:
            self._come_back(self._behind)
            return
        shown = self.scanning.shown
        self.cards.show_page("ready")
        if shown is not None and shown.attendee:
            self.finding.open(shown.attendee, armed=False)

    def _on_entry(self, entry: str) -> None:
        """An act of the list was pressed: whom it was about."""
        attendee = next((e.attendee for e in self.left.entries() if e.entry == entry), None)
        if attendee and self.cards.page not in FORMS:
            self.cards.show_page("ready")
            self.finding.open(attendee)
            self.left.search.setFocus()

    def _on_twin(self, attendee: str) -> None:
        self.cards.show_page("ready")
        self.finding.open(attendee)
        self.left.search.setFocus()

    def _on_registered(self, result: WalkInResult) -> None:
        self.focus_search()
        if result.scan is not None:
            self.scanning.show_answer(result.scan)
            if result.scan.print_job:
                self.print_wanted.emit()
        else:
            self.finding.open(result.attendee, armed=False)

    def _on_taken_back(self, result: UndoResult) -> None:
        if self.cards.page in FORMS or self._behind:
            if self._behind:
                self._come_back(self._behind)
            return
        self.focus_search()
        if result.attendee:
            self.finding.open(result.attendee, armed=False)

    def _on_imported(self) -> None:
        self.parts.changed()
        self._after_list()

    def _after_list(self) -> None:
        if self._behind == "imported":
            self._behind = ""
        if self.cards.page == "imported":
            self.cards.show_page("ready" if self.parts.services.desk.has_event else "first_run")
        self.overview.look()
        self.left.search.setFocus()
