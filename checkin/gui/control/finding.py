"""Typing a name: results at each keystroke, the chosen one's card beside them, Enter for the verb."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.domain.badge import normal_code
from checkin.domain.errors import CheckinError
from checkin.domain.people import Card, Person, Presence, Status
from checkin.gui.control.parts import Parts
from checkin.gui.pages.desk.acts import act
from checkin.gui.widgets.act import Act

LEAST = 2
SHOWN = 50
RECENT_MS = 20_000


class Finding(QObject):
    """The search field, its results, and the card.

    Signals:
        scanned: a typed text is a whole badge code.
        verb_wanted: the card's verb was asked for by Enter in the field.
    """

    scanned = Signal(str)
    verb_wanted = Signal()

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._number = 0
        self._found: list[Person] = []
        self._chosen = False
        self._armed = False
        self._card: Card | None = None
        self._rest = QTimer(self, singleShot=True, interval=RECENT_MS)
        self._rest.timeout.connect(self.to_ready)
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
        return self._armed and self.card is not None

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return str(self._parts.view.left.search.text())

    def leave(self) -> None:
        """Empty the field; the results go."""
        self._number += 1
        self._found = []
        self._chosen = False
        left = self._parts.view.left
        left.search.blockSignals(True)
        left.clear_search()
        left.search.blockSignals(False)

    def to_ready(self) -> None:
        """The card goes; ready for the next person."""
        self._rest.stop()
        self._armed = False
        self._card = None
        cards = self._parts.view.cards
        if cards.page in ("person", "verdict", "walk_in", "imported"):
            cards.show_page("ready")

    def open(self, attendee: str, *, armed: bool = True) -> None:
        """Show a person's card; unarmed it only tells how they stand, for a while."""
        self._armed = armed
        self._parts.asking.run(
            partial(self._parts.services.people.card, attendee), done=self._on_card, failed=self._on_trouble
        )
        if not armed:
            self._rest.start()

    def choose(self, number: int) -> bool:
        """Take the n-th result (Ctrl 1 to 9); False when there is none."""
        if not self._parts.view.left.searching or not 1 <= number <= len(self._found):
            return False
        self._on_pressed(self._found[number - 1].attendee)
        return True

    def again(self) -> None:
        """Something changed: look at what is shown once more."""
        if self.card is not None:
            attendee = self.card.person.attendee
            self._parts.asking.run(
                partial(self._parts.services.people.card, attendee), done=self._on_card, failed=self._on_trouble
            )

    def _on_typed(self, text: str) -> None:
        self._number += 1
        self._chosen = False
        if len(text.strip()) < LEAST:
            self._found = []
            self._parts.view.left.show_acts()
            if not text and self._parts.view.cards.page == "person":
                self.to_ready()
            return
        self._parts.asking.run(
            partial(self._parts.services.people.search, text, SHOWN),
            done=partial(self._on_results, self._number, text),
            failed=self._on_trouble,
        )

    def _on_results(self, number: int, text: str, hits: list[tuple[Person, float]]) -> None:
        if number != self._number:
            return
        self._found = [person for person, _ in hits]
        self._parts.view.left.show_results(self._found, text)

    def _on_entered(self, text: str) -> None:
        if normal_code(text):
            self.leave()
            self.scanned.emit(text)
            return
        if not self._parts.view.left.searching:
            self.verb_wanted.emit()
            return
        if len(self._found) == 1 or self._chosen:
            self.verb_wanted.emit()
        elif self._found:
            # Several people, nobody chosen: the first Enter chooses, the second one acts.
            self._chosen = True

    def _on_stepped(self, _by: int) -> None:
        self._chosen = True

    def _on_highlighted(self, attendee: str) -> None:
        if attendee:
            self.open(attendee)

    def _on_pressed(self, attendee: str) -> None:
        self._chosen = True
        self.open(attendee)

    def _on_trouble(self, error: BaseException) -> None:
        if isinstance(error, CheckinError):
            self._parts.acting.failed.emit(error)
        else:
            self._parts.acting.broken.emit(error)

    def _on_card(self, card: Card) -> None:
        self._card = card
        zone = self._parts.zone
        entries = tuple(replace(e, at=e.at.astimezone(zone)) for e in card.entries)
        shown = replace(card, entries=entries)
        view = self._parts.view.cards
        if view.page in ("walk_in", "imported") or (view.page == "verdict" and self._armed is False):
            return
        verb, secondary = self.verbs(card)
        today = self._parts.now().astimezone(zone).date()
        view.person.show_card(shown, verb, secondary, (), (act("export_list"),), today=today)
        view.show_page("person")

    def verbs(self, card: Card) -> tuple[Act, list[Act]]:
        """The one big act for a person, and the smaller ones."""
        person = card.person
        prints = self._parts.print_wish is not None
        if person.presence is Presence.IN:
            return act("print_again", self.tr("Print badge again"), key=self.tr("Ctrl P")), [act("check_out")]
        shut = ""
        if person.status not in (Status.CONFIRMED, Status.UNPAID):
            shut = self.tr("The registration is {status}: this desk cannot admit them.").format(
                status=person.status.value
            )
        if not prints:
            return act("check_in", shut=shut), [act("print_only")]
        pre_printed = person.badge.value == "pre_printed"
        verb = act("check_in", shut=shut) if pre_printed else act("check_in_print", shut=shut)
        return verb, [act("check_in_only", shut=shut), act("print_only")]
