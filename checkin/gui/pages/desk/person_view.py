"""The card: the person in front, one verb, one key."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from checkin.domain.badge import spaced
from checkin.domain.people import Card, Notice
from checkin.gui import fonts
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.pages.desk.person_plan import arrange_card
from checkin.gui.widgets.act import Act
from checkin.gui.widgets.act_bar import ActBar
from checkin.gui.widgets.booking_list import BookingList
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.chip import Chip
from checkin.gui.widgets.fact_row import FactRow
from checkin.gui.widgets.fit_name import FitName
from checkin.gui.widgets.icon_label import Icon
from checkin.gui.widgets.more_menu import more_menu
from checkin.gui.widgets.notice_strip import NoticeStrip
from checkin.gui.widgets.surface import Paper
from checkin.gui.widgets.text import Text
from checkin.gui.words import badge_word, day_and_clock, place, presence_chip, status_chip

MOST_NOTICES = 6


class PersonView(Paper):
    """Signals: `verb_pressed()` for the big button, `act_requested(id)` for every act, the verb's too."""

    verb_pressed = Signal()
    act_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.metrics = NORMAL
        self.card: Card | None = None
        self._verb = Act("", "")
        self._head: tuple[Act, ...] = ()
        self._secondary: tuple[Act, ...] = ()
        self._extra: tuple[Act, ...] = ()
        self.chips = [Chip(parent=self) for _ in range(3)]
        self.head_bar = ActBar(Kind.QUIET, height=40, parent=self)
        self.more = Button(self.tr("More"), "ellipsis", self.tr("F10"), Kind.QUIET, 40, self)
        self.name = FitName(parent=self)
        self.org = Text("", fonts.font(20, 500), wraps=True, parent=self)
        self.pin, self.city = (
            Icon("map-pin", parent=self),
            Text("", fonts.font(16, 400), "muted", elidable=True, parent=self),
        )
        self.notices = [NoticeStrip(self) for _ in range(MOST_NOTICES)]
        self.notice_list: tuple[Notice, ...] = ()
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
    ) -> None:  # fmt: skip
        """Show a person.

        `verb` is the one big act, `secondary` the buttons below it, `head` the quiet ones above the name (they join
        the others where the head has no room), `more` what only More offers. `facts` replace the card's own.
        """
        person = card.person
        self.card, self._verb = card, verb
        self._head, self._secondary, self._extra = tuple(head), tuple(secondary), tuple(more)
        self.chips[0].set_state(person.category, "accent")
        self.chips[1].set_state(*status_chip(person.status))
        self.chips[2].set_state(*presence_chip(person, _last_move(card)))
        self.name.set_name(person.name)
        self.org.set_text(person.organisation)
        self.city.set_text(place(person))
        self.notice_list = tuple(sorted(card.notices, key=lambda notice: not notice.urgent))
        self.bookings.set_bookings(card.bookings, today)
        self.facts.set_facts(self._facts(card) if facts is None else facts)
        self.set_verb(verb)
        self.arrange()

    def set_verb(self, verb: Act) -> None:
        """Change the verb alone; a shut verb tells its reason below itself."""
        self._verb = verb
        self.verb.set_words(verb.text, verb.icon, verb.key)
        self.verb.set_shut(verb.shut)
        self.reason.set_text(verb.shut)
        self.arrange()

    def set_storing(self) -> None:
        """Say that the act is on its way; without colour, until it is stored."""
        self.verb.set_words(self.tr("Storing…"), "", "")
        self.verb.setEnabled(False)

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        self.metrics = metrics
        self.name.set_metrics(metrics.name, metrics.name_least)
        self.org.setFont(fonts.font(metrics.org, 500))
        self.verb.set_metrics(metrics.verb)
        self.arrange()

    def arrange(self) -> None:
        """Place everything anew."""
        if self.card is not None and self.width() > 80:
            joined = () if self.metrics.roomy else self._head
            self.head_bar.set_acts(self._head if self.metrics.roomy else ())
            self.acts.set_acts((*self._secondary, *joined))
            arrange_card(self)

    def open_more(self) -> None:
        """Open the menu of More, as F10 does."""
        if self.card is None:
            return
        acts = (*self.acts_hidden(), *self._extra)
        menu = more_menu(acts, self._more_lines(), self.act_requested.emit, self)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))

    def acts_hidden(self) -> tuple[Act, ...]:
        """Acts that have no room on the card."""
        return self.acts.overflow() if self.acts.isVisibleTo(self) else (*self._secondary, *self._head)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _connect(self) -> None:
        self.verb.clicked.connect(self.verb_pressed)
        self.verb.clicked.connect(lambda: self.act_requested.emit(self._verb.id))
        self.acts.act_requested.connect(self.act_requested)
        self.head_bar.act_requested.connect(self.act_requested)
        self.more.clicked.connect(self.open_more)

    def _facts(self, card: Card) -> list[tuple[str, str]]:
        person = card.person
        own = [
            (self.tr("Badge"), badge_word(person.badge)),
            (self.tr("Badge code"), spaced(person.badge_code)),
            (self.tr("Order"), card.order),
        ]
        return [*own, *((_heading(name), value) for name, value in card.fields.items())]

    def _more_lines(self) -> list[str]:
        card = self.card
        if card is None:
            return []
        notices = [f"{n.title}: {n.sentence}" for n in self.notice_list if n not in self._shown_notices()]
        bookings = [f"{day_and_clock(b.starts)} {b.name}".strip() for b in card.bookings]
        return [*notices, *bookings, *(line for line in (card.email, card.phone) if line), *card.notes]

    def _shown_notices(self) -> tuple[Notice, ...]:
        shown = sum(strip.isVisibleTo(self) for strip in self.notices)
        return self.notice_list[:shown]


def _heading(name: str) -> str:
    """A column of the list as a heading: "job_title" is a program's word for "Job title"."""
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:] if words.islower() else words


def _last_move(card: Card) -> datetime | None:
    moves = [e for e in card.entries if e.kind in ("checked_in", "checked_out") and not e.undone]
    return max((entry.at for entry in moves), default=None)
