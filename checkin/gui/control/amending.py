"""F2: mend what the list says of a person, and print the badge again at once when it stands on it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from checkin.domain.people import BadgeState, Card
from checkin.gui.control.form import Form
from checkin.gui.control.parts import Parts

_OUT = frozenset({BadgeState.PRINTED, BadgeState.HANDED_OVER, BadgeState.PRE_PRINTED, BadgeState.KEPT})


class Amending(Form):
    """Signals: `print_wanted()` when a badge was queued."""

    print_wanted = Signal()

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, "correct", parent)
        view = parts.view.cards.correct
        view.save_requested.connect(self._on_save)
        view.closed.connect(self.leave)

    def open(self, card: Card) -> None:
        """Fill the form. Contacts are shown: roles that may not see them come with their own issue."""
        self.ask(self.parts.services.people.categories, partial(self._begin, card))

    def _begin(self, card: Card, categories: list[str]) -> None:
        if not self.in_time:
            return
        badge_is_out = card.person.badge in _OUT and self.parts.badge is not None
        self.parts.view.cards.correct.begin(card, categories, badge_is_out, True)
        self.show(card)

    def _on_save(self, values: dict[str, str], with_badge: bool) -> None:
        if not values:
            self.leave()
            return
        services, at, attendee = self.parts.services, self.parts.now(), self.attendee
        self.store(partial(services.correcting.correct, attendee, values, at), partial(self._on_saved, with_badge))

    def _on_saved(self, with_badge: bool, told: tuple[str, list[object], str | None]) -> None:
        attendee, changes, _entry = told
        wish = self.parts.badge
        if with_badge and changes and wish is not None:
            queue = partial(
                self.parts.services.badges.queue, attendee, wish.printer, wish.template, reason="name corrected"
            )
            self.parts.acting.run(queue, lambda _job: self.print_wanted.emit())
        self.finished.emit(attendee)
