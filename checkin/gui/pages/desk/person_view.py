"""The card: the person in front, one verb, one key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from checkin.domain.people import Card
from checkin.gui import fonts
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.pages.conflict_shown import ConflictShown
from checkin.gui.pages.desk.conflict_strip import ConflictStrip, decisions
from checkin.gui.pages.desk.note_strip import NoteStrip
from checkin.gui.pages.desk.person_plan import arrange_card
from checkin.gui.pages.desk.person_words import (
    Told,
    booking_lines,
    facts_of,
    history_of,
    instead_line,
    last_move,
    told_line,
    told_of,
)
from checkin.gui.pages.desk.photo_dot import PhotoDot
from checkin.gui.theme import px
from checkin.gui.widgets.act import Act
from checkin.gui.widgets.act_bar import ActBar, said_about
from checkin.gui.widgets.booking_list import BookingList
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.chip import Chip
from checkin.gui.widgets.fact_row import FactRow
from checkin.gui.widgets.fit_name import FitName
from checkin.gui.widgets.icon_label import Icon
from checkin.gui.widgets.more_menu import more_menu
from checkin.gui.widgets.surface import Paper
from checkin.gui.widgets.text import Text
from checkin.gui.widgets.text_lines import elided
from checkin.gui.words import place, presence_chip, status_chip

MOST_NOTICES, MOST_CONFLICTS = 6, 3
_DECIDES = "conflict"
"""Begins the ids of the acts that decide about a conflict; its own id and the decision follow."""
_MENU_LINE = 640
"""The longest line of More, in pixels of 100 %: a menu does not break lines."""


class PersonView(Paper):
    """Signals: `verb_pressed()` for the big button, `act_requested(id)` for every act, the verb's too,
    `note_delivered(entry)` when a message for the person was ticked, `conflict_decided(id, what)` when somebody said
    what counts of facts that contradict each other."""

    verb_pressed = Signal()
    act_requested = Signal(str)
    note_delivered = Signal(str)
    conflict_decided = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.metrics = NORMAL
        self.card: Card | None = None
        self._today: date | None = None
        self._verb = Act("", "")
        self._head: tuple[Act, ...] = ()
        self._secondary: tuple[Act, ...] = ()
        self._extra: tuple[Act, ...] = ()
        self.chips = [Chip(parent=self) for _ in range(3)]
        self.photo = PhotoDot(self)
        self.head_bar = ActBar(Kind.QUIET, height=40, parent=self)
        self.more = Button(self.tr("More"), "ellipsis", self.tr("F10"), Kind.QUIET, 40, self)
        self.name = FitName(parent=self)
        self.swap, self.instead = (
            Icon("arrow-left-right", parent=self),
            Text("", fonts.font(16, 600), "muted", elidable=True, parent=self),
        )
        self.org = Text("", fonts.font(20, 500), wraps=True, parent=self)
        self.pin, self.city = (
            Icon("map-pin", parent=self),
            Text("", fonts.font(16, 400), "muted", elidable=True, parent=self),
        )
        self.notices = [NoteStrip(self) for _ in range(MOST_NOTICES)]
        self.conflicts = [ConflictStrip(self) for _ in range(MOST_CONFLICTS)]
        self.notice_list: tuple[Told, ...] = ()
        self.conflict_list: tuple[ConflictShown, ...] = ()
        self.folded = Text("", fonts.font(14, 500), "muted", elidable=True, parent=self)
        self.bookings = BookingList(self)
        self.facts = FactRow(self)
        self.verb = Button(kind=Kind.VERB, height=72, parent=self)
        self.reason = Text("", fonts.font(15, 500), "muted", wraps=True, parent=self)
        self.acts = ActBar(Kind.SECONDARY, parent=self)
        self._connect()

    def show_card(
        self, card: Card, verb: Act, secondary: Sequence[Act] = (), head: Sequence[Act] = (), more: Sequence[Act] = (),
        facts: Sequence[tuple[str, str]] | None = None, today: date | None = None,
        conflicts: Sequence[ConflictShown] = (),
    ) -> None:  # fmt: skip
        """Show a person.

        `verb` is the one big act, `secondary` the buttons below it, `head` the quiet ones above the name (they join
        the others where the head has no room), `more` what only More offers. `facts` replace the card's own.
        `conflicts` wait for somebody who decides.
        """
        person = card.person
        self.card, self._verb, self._today = card, verb, today
        self._head, self._secondary, self._extra = tuple(head), tuple(secondary), tuple(more)
        self.chips[0].set_state(person.category, "accent")
        self.chips[1].set_state(*status_chip(person.status))
        self.chips[2].set_state(*presence_chip(person, last_move(card)))
        self.photo.set_photo(card.photo)
        self.name.set_name(person.name)
        self.instead.set_text(instead_line(card))
        self.org.set_text(person.organisation)
        self.city.set_text(place(person))
        self.conflict_list = tuple(conflicts)
        self.notice_list = tuple(told_of(card, self.conflict_list))
        self.bookings.set_bookings(card.bookings, today)
        self.facts.set_facts(facts_of(card) if facts is None else facts)
        self.more.set_name(said_about(self.tr("More acts"), person.name))
        for bar in (self.head_bar, self.acts):
            bar.set_about(person.name)
        self.set_verb(verb)
        self.arrange()

    def set_verb(self, verb: Act) -> None:
        """Change the verb alone; a shut verb tells its reason below itself."""
        self._verb = verb
        about = self.card.person.name if self.card else ""
        self.verb.set_words(verb.text, verb.icon, verb.key, said_about(verb.text, about))
        self.verb.set_shut(verb.shut)
        self.reason.set_text(verb.shut)
        self.arrange()

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        self.metrics = metrics
        self.name.set_metrics(metrics.name, metrics.name_least)
        self.org.setFont(fonts.font(metrics.org, 500))
        self.verb.set_metrics(metrics.verb)
        self.arrange()

    def arrange(self) -> None:
        """Place everything anew."""
        if self.card is not None and self.width() > px(80):
            joined = () if self.metrics.roomy else self._head
            self.head_bar.set_acts(self._head if self.metrics.roomy else ())
            self.acts.set_acts((*self._secondary, *joined))
            arrange_card(self)

    def open_more(self) -> None:
        """Open the menu of More, as F10 does."""
        if self.card is None:
            return
        acts = (*self._conflict_acts(), *self.acts_hidden(), *self._extra)
        menu = more_menu(acts, self._more_lines(), self._on_more, self)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + px(4))))

    def deliver(self) -> bool:
        """Tick the first message for the person; False when there is none on the card."""
        return any(strip.deliver() for strip in self.notices if strip.isVisibleTo(self))

    def acts_hidden(self) -> tuple[Act, ...]:
        """Acts that have no room on the card."""
        return self.acts.overflow() if self.acts.isVisibleTo(self) else (*self._secondary, *self._head)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), px(240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _connect(self) -> None:
        self.verb.clicked.connect(self.verb_pressed)
        self.verb.clicked.connect(lambda: self.act_requested.emit(self._verb.id))
        self.acts.act_requested.connect(self.act_requested)
        self.head_bar.act_requested.connect(self.act_requested)
        self.more.clicked.connect(self.open_more)
        for strip in self.notices:
            strip.delivered.connect(self.note_delivered)
        for conflict in self.conflicts:
            conflict.decided.connect(self.conflict_decided)

    def _conflict_acts(self) -> list[Act]:
        """The same decisions as on the strips, of those too that have no room on the card."""
        words = self.tr("{what}: {decision}")
        return [
            replace(made, id=f"{_DECIDES} {told.id} {made.id}", text=words.format(what=told.title, decision=made.text))
            for told in self.conflict_list
            for made in decisions(told)
        ]

    def _on_more(self, act: str) -> None:
        kind, _, decided = act.partition(" ")
        if kind == _DECIDES:
            self.conflict_decided.emit(*decided.split(" "))
        else:
            self.act_requested.emit(act)

    def _more_lines(self) -> list[str]:
        """What has no room on the card, the contacts, and what happened to the person."""
        card = self.card
        if card is None:
            return []
        shown = self._shown_notices()
        told = [told_line(t) for t in (*self.notice_list, *(n for n in card.notes if n.delivered)) if t not in shown]
        contacts = [line for line in (card.email, card.phone) if line]
        folded = booking_lines(self.bookings.folded, self._today)
        lines = [*told, *folded, *contacts, *history_of(card, self._today)]
        return [elided(line, fonts.font(14, 500), px(_MENU_LINE)) for line in lines]

    def _shown_notices(self) -> tuple[Told, ...]:
        shown = sum(strip.isVisibleTo(self) for strip in (*self.notices, *self.conflicts))
        return self.notice_list[:shown]
