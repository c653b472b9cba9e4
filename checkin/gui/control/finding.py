"""Typing a name: results at each keystroke, the chosen one's card beside them, Enter for the verb.

Enter acts only on somebody who was picked: the one person that the words find, or a row chosen by arrow, click or
Ctrl 1 to 9. A scan in between shows its verdict; then what was typed, and found, is there as it was.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.domain.badge import normal_code
from checkin.domain.errors import CheckinError, NotFound
from checkin.domain.people import Card, Person
from checkin.gui.control.conflict_words import conflicts_shown
from checkin.gui.control.noticing import gathered
from checkin.gui.control.parts import Parts
from checkin.gui.control.verbs import more_for, verbs_for
from checkin.gui.pages.desk.acts import act
from checkin.gui.widgets.act import Act
from checkin.services.bundle import Services
from checkin.services.conflicts import Conflict

LEAST = 2
SHOWN = 50
RECENT_MS = 20_000
BY_HAND_S = 0.08
"""Nobody types three letters and Enter in less."""
SEEN_MS = 1_200
"""A verdict that comes while somebody types is shown so long at least, before the next letter brings a card."""
FORMS = ("walk_in", "group", "correct", "instead_of", "note", "same_person", "help")
"""Pages that somebody works on: no card comes over them unless a person was pressed."""


class Finding(QObject):
    """The search field, its results, and the card.

    Signals:
        scanned: a typed text is a whole badge code.
        verb_wanted: the card's verb was asked for by Enter in the field.
        gone: the person on the card is on the list no more, as when a list was taken back.
    """

    scanned = Signal(str)
    verb_wanted = Signal()
    gone = Signal()

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._asked = self._answered = 0
        self._opened = self._shown = 0
        self._found: list[Person] = []
        self._chosen = self._armed = self._enter_waits = False
        self._card: Card | None = None
        self._typed: deque[float] = deque(maxlen=3)
        self.typed_at = 0.0
        """When somebody typed in the field last (`time.monotonic`)."""
        self.instead_verb: Callable[[Card], tuple[Act, list[Act]]] | None = None
        """Another verb for whoever is picked, while a person is looked for to do something else with."""
        self._rest = QTimer(self, singleShot=True, interval=RECENT_MS)
        self._rest.timeout.connect(self._on_rest)
        self._early: tuple[int, tuple[Card, list[Conflict]]] | None = None
        self._seen = QTimer(self, singleShot=True, interval=SEEN_MS)
        self._seen.timeout.connect(self._on_seen)
        left = parts.view.left
        left.search_changed.connect(self._on_typed)
        left.search_entered.connect(self._on_entered)
        left.person_highlighted.connect(self._on_highlighted)
        left.person_pressed.connect(self._on_pressed)
        left.search.stepped.connect(self._on_stepped)

    @property
    def card(self) -> Card | None:
        """The person on the card, None when no card is shown."""
        return self._card if self._parts.view.cards.page == "person" else None

    @property
    def armed(self) -> bool:
        """True when the card was picked by somebody; after a verdict it is not, and Enter does nothing."""
        return self._armed and self.card is not None and self._opened == self._shown

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return str(self._parts.view.left.search.text())

    def leave(self) -> None:
        """Empty the field; the results go, and a card that is on its way is not shown any more."""
        self._asked += 1
        self._opened += 1
        self._answered, self._shown = self._asked, self._opened
        self._found = []
        self._chosen = self._enter_waits = False
        left = self._parts.view.left
        left.search.blockSignals(True)
        left.clear_search()
        left.search.blockSignals(False)

    def disarm(self) -> None:
        """The verb was pressed, or a verdict came: Enter means nothing more until somebody is picked."""
        self._armed = self._chosen = self._enter_waits = False

    def hold(self) -> None:
        """A verdict is about to be shown: what is being typed brings no card over it before it was seen."""
        if self.typed:
            self._seen.start()

    def found(self, attendee: str | None) -> bool:
        """Whether the words that are typed find this person."""
        return any(person.attendee == attendee for person in self._found)

    def come_back(self) -> bool:
        """After a verdict: show again whom the typed words find, to be picked; False when nothing is typed."""
        left = self._parts.view.left
        if not left.searching:
            return False
        current = left.results.current_attendee()
        if current:
            self.open(current, armed=False)
            self._rest.stop()
        left.search.setFocus()
        return True

    def to_ready(self) -> None:
        """The card goes; ready for the next person."""
        self._rest.stop()
        self._armed = False
        self._card = None
        cards = self._parts.view.cards
        if cards.page in ("person", "verdict", *FORMS):
            cards.show_page("ready")

    def open(self, attendee: str, *, armed: bool = True) -> None:
        """Show a person's card; unarmed it only tells how they stand, for a while."""
        self._armed = armed
        self._opened += 1
        self._ask_card(attendee)
        if armed:
            self._rest.stop()
        else:
            self._rest.start()

    def choose(self, number: int) -> bool:
        """Take the n-th result (Ctrl 1 to 9); False when there is none."""
        if not self._parts.view.left.searching or not 1 <= number <= len(self._found):
            return False
        self._on_pressed(self._found[number - 1].attendee)
        return True

    def again(self) -> None:
        """Something changed: look at what is shown once more."""
        if self.card is not None and self._opened == self._shown:
            self._ask_card(self.card.person.attendee)

    def verbs(self, card: Card) -> tuple[Act, list[Act]]:
        """The one big act for a person, and the smaller ones."""
        if self.instead_verb is not None:
            return self.instead_verb(card)
        parts = self._parts
        door = "" if parts.at_main_door or parts.door is None else parts.door.name
        return verbs_for(card, prints=parts.print_wish is not None, admits_unpaid=parts.admits_unpaid, door=door)

    def _ask_card(self, attendee: str) -> None:
        ask = partial(_card_of, self._parts.services, attendee)
        failed = partial(self._on_no_card, self._opened)
        self._parts.asking.run(ask, done=partial(self._on_card, self._opened), failed=failed)

    def _on_typed(self, text: str) -> None:
        self._asked += 1
        self.typed_at = time.monotonic()
        self._typed.append(self.typed_at)
        self._chosen = self._enter_waits = False
        if len(text.strip()) < LEAST:
            self._answered = self._asked
            self._found = []
            self._parts.view.left.show_acts()
            # Nobody is found by so little: a card that was found before must not be what Enter means.
            self._armed = False
            if self._parts.view.cards.page == "person":
                self.to_ready()
            return
        self._parts.asking.run(
            partial(self._parts.services.people.search, text, SHOWN),
            done=partial(self._on_results, self._asked, text),
            failed=self._on_trouble,
        )

    def _on_results(self, number: int, text: str, hits: list[tuple[Person, float]]) -> None:
        if number != self._asked:
            return
        self._answered = number
        # What was chosen by an arrow meanwhile was a row of the list before.
        self._chosen = False
        self._found = [person for person, _ in hits]
        if not hits and self._parts.view.cards.page == "person":
            # The card of somebody whom the words do not mean must not stand beside "Nobody found".
            self.to_ready()
        self._parts.view.left.show_results(self._found, text, more=len(hits) >= SHOWN)

    def _on_entered(self, text: str) -> None:
        if normal_code(text):
            self.leave()
            self.scanned.emit(text)
            return
        if len(self._typed) == self._typed.maxlen and time.monotonic() - self._typed[0] < BY_HAND_S:
            # Some other barcode, too short to be taken for a scan: its Enter is nobody's.
            return
        if self._asked != self._answered or self._opened != self._shown:
            # Enter was quicker than the look-up: it means whom the words find, not who is still on the card.
            self._enter_waits = True
            return
        if not self._parts.view.left.searching:
            self.verb_wanted.emit()
            return
        if len(self._found) == 1 and self.card is not None and not self._armed:
            # It stood behind a verdict: Enter picks the one person found, the next one acts.
            self.open(self._found[0].attendee)
        elif len(self._found) == 1 or self._chosen:
            self.verb_wanted.emit()
        elif self._found:
            self._parts.view.left.results.ask_which()

    @property
    def decided(self) -> bool:
        """Whether the card is of the one person whom all that is typed finds, or of a row that was chosen."""
        return self.armed and self._one_is_meant()

    def _one_is_meant(self) -> bool:
        if self._asked != self._answered:
            return False
        return not self._parts.view.left.searching or len(self._found) == 1 or self._chosen

    def _on_stepped(self, _by: int) -> None:
        self._chosen = self._parts.view.left.searching and self._asked == self._answered
        if self._chosen:
            # At the end of the list no other row is chosen: the card must all the same say what Enter does now.
            self.again()

    def _on_highlighted(self, attendee: str) -> None:
        if attendee:
            self.open(attendee)

    def _on_pressed(self, attendee: str) -> None:
        # Whoever was pressed stays picked: an answer to more letters, still on its way, must not exchange them.
        self._asked += 1
        self._answered = self._asked
        self._chosen, self._enter_waits = True, False
        self._seen.stop()
        if self._parts.view.cards.page in FORMS:
            self._parts.view.cards.show_page("ready")
        self.open(attendee)
        self._parts.view.left.search.setFocus()

    def _on_rest(self) -> None:
        """The person who was here last has gone."""
        if not self._armed and self._parts.view.cards.page == "person":
            self.to_ready()

    def _on_trouble(self, error: BaseException) -> None:
        self._answered, self._shown = self._asked, self._opened
        if isinstance(error, CheckinError):
            self._parts.acting.failed.emit(error)
        else:
            self._parts.acting.broken.emit(error)

    def _on_seen(self) -> None:
        early, self._early = self._early, None
        if early is not None:
            self._on_card(*early)

    def _on_no_card(self, number: int, error: BaseException) -> None:
        """Whoever is not on the list any more must not stand on the card."""
        if number == self._opened and isinstance(error, NotFound) and self._parts.view.cards.page == "person":
            self.to_ready()
            self.gone.emit()
        self._on_trouble(error)

    def _on_card(self, number: int, found: tuple[Card, list[Conflict]]) -> None:
        if number != self._opened:
            return
        view = self._parts.view.cards
        if view.page == "verdict" and self._armed and self._seen.isActive():
            self._early = (number, found)
            return
        self._shown = number
        if view.page in FORMS or (view.page == "verdict" and self._armed is False):
            return
        card, conflicts = found
        self._card = card
        zone = self._parts.zone
        entries = tuple(replace(e, at=e.at.astimezone(zone)) for e in card.entries)
        shown = replace(card, entries=entries, notices=gathered(card.notices))
        verb, secondary = self.verbs(card)
        if not (self._armed and self._one_is_meant()):
            verb, secondary = _without_enter(verb, secondary)
        today = self._parts.now().astimezone(zone).date()
        told = conflicts_shown(conflicts, contacts=False)
        more = more_for(card)
        view.person.show_card(shown, verb, secondary, (act("correct"),), more, today=today, conflicts=told)
        view.show_page("person")
        if self._enter_waits and self._asked == self._answered:
            self._enter_waits = False
            self._on_entered(self.typed)


def _card_of(services: Services, attendee: str) -> tuple[Card, list[Conflict]]:
    """Somebody's card, and what waits there for a decision."""
    return services.people.card(attendee), services.conflicts.open_of(attendee)


def _without_enter(verb: Act, secondary: list[Act]) -> tuple[Act, list[Act]]:
    """The same acts for a card that nobody picked: no key is printed on them that would do nothing."""
    return replace(verb, key=""), [replace(a, key="") if a.id == "check_in_only" else a for a in secondary]
