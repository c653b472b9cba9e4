"""The Desk page: its views driven by one controller for each verb; what each act and page means to the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from checkin.domain.errors import UserError
from checkin.domain.people import Person, Presence
from checkin.domain.results import ScanResult, UndoResult, WalkInResult
from checkin.domain.translation import say
from checkin.gui.control.acting import Acting
from checkin.gui.control.behind import Behind
from checkin.gui.control.desk_keys import bind
from checkin.gui.control.dropping import Dropping
from checkin.gui.control.finding import FORMS, Finding
from checkin.gui.control.help_keys import desk_keys
from checkin.gui.control.leaving import Leaving
from checkin.gui.control.listing import Listing
from checkin.gui.control.overview import Overview
from checkin.gui.control.parts import Parts, Speaker
from checkin.gui.control.person_acts import PersonActs
from checkin.gui.control.scanning import Scanning
from checkin.gui.control.taking_back import TakingBack
from checkin.gui.control.walking_in import WalkingIn
from checkin.gui.control.watching import Watching
from checkin.gui.pages.desk.desk_view import DeskView
from checkin.gui.pages.importing.import_page import ImportPage
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
        codes_in: Callable[[Path], list[str]],
        dialogs: tuple[Callable[[], Sequence[str]], Callable[[str], str]],
        importing: ImportPage,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.parts = Parts(self, services, acting, asking, speaker, changed=self.refresh)
        self.parts.judged = self._on_judged
        self.overview = Overview(self.parts, self)
        self.scanning = Scanning(self.parts, self)
        self.finding = Finding(self.parts, self)
        self.walking_in = WalkingIn(self.parts, self)
        self.taking_back = TakingBack(self.parts, self)
        self.watching = Watching(self.parts, camera, self)
        self.listing = Listing(self.parts, lists, *dialogs, importing, self)
        self.dropping = Dropping(self.parts, self.listing.read, codes_in, self)
        self.person_acts = PersonActs(self.parts, self.person_in_front, self)
        self.acts: dict[str, Callable[[], None]] = {
            **self.person_acts.acts(),
            "check_in_print": self.check_in, "check_in": self.check_in,
            "check_in_only": partial(self.check_in, with_badge=False), "check_out": self.check_out,
            "print_only": self.print_badge, "print_again": self.print_badge, "undo": self.taking_back.undo,
            "show_person": self._show_person, "type_name": self.to_search, "walk_in": self.walk_in,
            "different_person": self._different_person, "admit_anyway": self._admit_anyway,
            "same_person": self._same_person, "delivered": self._delivered,
            "export_list": self.listing.export, "export_scans": partial(self.listing.export, "scans"),
            "import_list": self.listing.begin,
        }  # fmt: skip
        self.behind = Behind(self)
        self.leaving = Leaving(self)
        self._connect()
        bind(self)

    def scan(self, payload: str) -> None:
        """A scanner or the camera read something; what is being worked on waits untouched behind the verdict."""
        if not self.parts.services.desk.has_event:
            self.parts.acting.failed.emit(
                UserError(say("A badge was scanned, but there is nobody on a list yet."),
                          say("Bring in the attendee list first: press Ctrl O."))
            )  # fmt: skip
            return
        self.finding.disarm()
        self.scanning.scan(payload)

    def look_first(self, payload: str) -> None:
        """A code that waited while nobody was there."""
        self.finding.disarm()
        self.scanning.look_first(payload)

    def refresh(self) -> None:
        """Something was stored, here or by another program: show the last acts, the figures and the card again."""
        self.overview.look()
        self.finding.again()
        self.person_acts.again()

    def focus_search(self) -> None:
        """Ready for typing; what was being worked on is left."""
        self.behind.drop()
        self.to_search()

    def to_search(self) -> None:
        """Ready for typing; what waits behind a verdict waits on."""
        self.scanning.let_go()
        self.person_acts.joining.stop_looking()
        self.finding.leave()
        self.finding.to_ready()

    def walk_in(self) -> None:
        """Open the walk-in form with what was typed; one that is half typed already stays as it is."""
        if not self.parts.services.desk.has_event:
            return
        typed = self.finding.typed
        if self.cards.page == "walk_in":
            self.take_focus()
            return
        self.behind.put()
        if not typed and self.behind.back("walk_in"):
            return
        self.behind.drop("walk_in")
        self.finding.leave()
        self.walking_in.begin(typed)

    def show_person(self, attendee: str) -> None:
        """Somebody's card was asked for on another page; what is half typed here waits behind it."""
        self.behind.put()
        self.finding.leave()
        self._open_card(attendee)

    def show_help(self) -> None:
        """The keys of this page, in the place of the card; once more closes it."""
        if self.cards.page == "help":
            self.leaving.close_help()
            return
        self.behind.put()
        self.cards.help.show_keys(self.tr("Help for the desk"), desk_keys())
        self.cards.show_page("help")
        self.cards.help.setFocus()

    def take_focus(self) -> None:
        """The cursor goes to what is being worked on, else to the search."""
        (getattr(self.cards, self.cards.page) if self.cards.page in FORMS else self.left.search).setFocus()

    def run(self, name: str) -> None:
        """Do what a button or key of this id means."""
        act = self.acts.get(name)
        if act is not None:
            act()

    def check_in(self, *, with_badge: bool = True) -> None:
        """Let the person on the card in."""
        card = self.finding.card
        if card is None or self.finding.verbs(card)[0].shut:
            return
        if card.person.presence is Presence.IN and self.parts.at_main_door:
            return
        self.finding.leave()
        self.finding.disarm()
        self.scanning.check_in(card.person.attendee, with_badge=with_badge)

    def check_out(self) -> None:
        """Let the person in front out, who is in."""
        attendee, card = self.person_in_front(), self.finding.card
        is_in = self.scanning.may_print if card is None else card.person.presence is Presence.IN
        if attendee and (is_in or not self.parts.at_main_door):
            self.finding.leave()
            self.finding.disarm()
            self.scanning.check_out(attendee)

    def print_badge(self) -> None:
        """Print the badge of the person in front; a second one asks why."""
        attendee = self.person_in_front(printable=True)
        if attendee:
            self.taking_back.ask_why_again(attendee, self.person_acts.badging.print)

    def person_in_front(self, *, printable: bool = False) -> str | None:
        """Whom an act without a name means: the card's person, else the verdict's."""
        if self.finding.card is not None:
            return self.finding.card.person.attendee
        shown = self.scanning.shown
        if shown is None or self.cards.page != "verdict" or (printable and not self.scanning.may_print):
            return None
        return shown.attendee

    def close_controllers(self) -> None:
        """Let the camera go, and end an import, before the threads end."""
        self.watching.close()
        self.listing.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Whatever has the focus and does not want Esc for itself: it closes what is open.
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.leaving.escape()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.behind and self.cards.page == "verdict":
            if not event.isAutoRepeat():
                self.enter()
        elif not self.behind.take(event):
            super().keyPressEvent(event)

    def enter(self) -> None:
        """Enter in the search field: the verdict's first act, else the verb of whoever was picked."""
        if self.scanning.deaf:
            return
        card = self.finding.card
        if self.cards.page == "verdict":
            self.run(self.scanning.on_enter)
        elif card is not None and self.finding.armed and not self.finding.verbs(card)[0].shut:
            self.run(self.finding.verbs(card)[0].id)

    def _connect(self) -> None:
        cards, left = self.cards, self.left
        cards.verdict.act_requested.connect(self.run)
        cards.verdict.time_ran_out.connect(self.leaving.verdict_is_over)
        cards.person.act_requested.connect(self.run)
        cards.ready.act_requested.connect(self.run)
        cards.help.closed.connect(self.leaving.close_help)
        left.walk_in_requested.connect(self.walk_in)
        left.search_escaped.connect(self.leaving.escape)
        left.entry_opened.connect(self._on_entry)
        self.finding.scanned.connect(self.scan)
        self.finding.verb_wanted.connect(self.enter)
        self.finding.gone.connect(self.finding.leave)
        self.scanning.to_confirm.connect(self._on_to_confirm)
        self.scanning.covering.connect(self._cover)
        self.walking_in.closed.connect(self.leaving.close_walk_in)
        self.walking_in.twin_chosen.connect(self._on_twin)
        self.walking_in.registered.connect(self._on_registered)
        self.taking_back.taken_back.connect(self._on_taken_back)
        self.taking_back.badge_came_back.connect(self._on_badge_came_back)
        self.person_acts.answered.connect(self._on_answered)
        self.person_acts.closed.connect(self.leaving.form_is_done)
        self.person_acts.chosen.connect(self._on_twin)
        self.person_acts.print_wanted.connect(self.print_wanted)
        self.person_acts.joining.looking.connect(self._on_looking)
        for several in (self.watching.several, self.dropping.several):
            several.connect(self._on_several)
        self.listing.imported.connect(self.parts.changed)
        self.listing.print_wanted.connect(self.print_wanted)
        self.overview.looked.connect(self.refreshed)

    def _on_judged(self, result: ScanResult) -> None:
        if self.finding.found(result.attendee):
            # Whoever was looked for was scanned: the words have done their work.
            self.finding.leave()
        if result.print_job:
            self.print_wanted.emit()

    def _on_several(self, people: list[Person]) -> None:
        """Two badges at once; a locked desk shows nobody's name."""
        if not self.parts.locked:
            self.scanning.ask_which(people, self.overview.door)

    def _show_person(self) -> None:
        shown = self.scanning.shown
        if shown is not None and shown.attendee:
            self.scanning.deafen()
            self._open_card(shown.attendee)

    def _open_card(self, attendee: str, *, armed: bool = True) -> None:
        self.scanning.let_go()
        self._bring_card(attendee, armed=armed)

    def _bring_card(self, attendee: str, *, armed: bool) -> None:
        self.cards.verdict.stop()
        self.cards.show_page("ready")
        self.finding.open(attendee, armed=armed)
        self.left.search.setFocus()

    def _different_person(self) -> None:
        """Somebody else carries this badge: it stays told with the badge's owner, and the search opens."""
        shown = self.scanning.shown
        if self.cards.page in FORMS:
            return
        if self.cards.page == "verdict" and shown is not None and shown.attendee:
            self.person_acts.noting.carried_by_another(shown.attendee)
        self.to_search()

    def _admit_anyway(self) -> None:
        refused = self.scanning.overridable
        if self.cards.page == "verdict" and self.parts.may_override and refused is not None:
            self.taking_back.ask_why_admit(refused.name, partial(self.scanning.admit_anyway, refused))

    def _same_person(self) -> None:
        joining, card = self.person_acts.joining, self.finding.card
        if joining.first is None:
            attendee = self.person_in_front()
            if attendee:
                joining.begin(attendee)
        elif card is not None and not joining.verbs(card)[0].shut:
            joining.compare(card)

    def _delivered(self) -> None:
        if self.cards.page == "note":
            self.cards.note.deliver()
        elif self.finding.card is not None:
            self.person_acts.noting.deliver_first(self.finding.card)
        elif attendee := self.person_in_front():
            self.person_acts.noting.deliver_for(attendee)

    def _on_looking(self, looking: bool) -> None:
        self.finding.instead_verb = self.person_acts.joining.verbs if looking else None
        if looking:
            self.finding.leave()
            self.finding.to_ready()
            self.left.search.setFocus()

    def _cover(self) -> None:
        """Somebody's verdict or card is about to take the place of what is shown. A menu of acts that is open would be
        about whoever comes now.
        """
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self.finding.hold()
        self.behind.put()

    def _on_to_confirm(self, attendee: str) -> None:
        self._cover()
        self._bring_card(attendee, armed=not self.parts.locked)

    def _on_entry(self, entry: str) -> None:
        """An act of the list was pressed: whom it was about."""
        attendee = next((e.attendee for e in self.left.entries() if e.entry == entry), None)
        if attendee and self.cards.page not in FORMS:
            self._open_card(attendee)

    def _on_twin(self, attendee: str) -> None:
        self._open_card(attendee)

    def _on_answered(self, result: ScanResult, page: str) -> None:
        """The verdict that a form brought takes its place; another form, begun meanwhile, waits behind it."""
        self.behind.drop(page)
        if self.cards.page == page or self.cards.page not in FORMS:
            self.to_search()
        self.scanning.show_answer(result)

    def _on_registered(self, result: WalkInResult) -> None:
        if result.scan is not None:
            self._on_answered(result.scan, "walk_in")
            if result.scan.print_job:
                self.print_wanted.emit()
        else:
            self.leaving.form_is_done(result.attendee, "walk_in", True)

    def _on_taken_back(self, result: UndoResult) -> None:
        if self.cards.page in FORMS or self.behind.back():
            return
        self.to_search()
        if result.attendee:
            self.finding.open(result.attendee, armed=False)

    def _on_badge_came_back(self, attendee: str, lies_here: bool) -> None:
        badging = self.person_acts.badging
        if lies_here:
            badging.keep(attendee)
        else:
            badging.lose(attendee, print_new=False)
