"""What every form of the Desk does alike: it opens for a person, stores one act, and gives the place back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from checkin.domain.errors import CheckinError
from checkin.domain.people import Card
from checkin.gui.control.parts import Parts


class Form(QObject):
    """A page of the card stack that is worked on.

    Signals: `finished(attendee)` when its act was stored, `left(attendee)` when it was closed without; the person's
    card is shown next.
    """

    finished = Signal(str)
    left = Signal(str)

    def __init__(self, parts: Parts, page: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.parts, self.page = parts, page
        self.attendee = ""
        self._busy: set[str] = set()
        self._from = ""

    def begin(self, attendee: str) -> None:
        """Look the person up and open the form, unless something else is shown by then: a verdict must be seen, and
        another form must not be covered.
        """
        self._from = self.parts.view.cards.page
        ask = partial(self.parts.services.people.card, attendee)
        self.ask(ask, partial(self._on_card, self._from))

    def open(self, card: Card) -> None:
        """Fill the view and show it for this person; made by each form."""
        raise NotImplementedError

    def leave(self) -> None:
        """Close the form; nothing was stored."""
        self.left.emit(self.attendee)

    def ask(self, task: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Look something up beside the acts."""
        self.parts.asking.run(task, done=done, failed=self.tell)

    def store(self, task: Callable[[], Any], done: Callable[[Any], None], about: str = "") -> None:
        """Store one act. A second press while it is being stored does nothing; `about` tells acts apart that are not
        the same, such as the badges of two people.
        """
        if about in self._busy:
            return
        self._busy.add(about)
        settle = partial(self._busy.discard, about)
        stored, refused = partial(self._on_stored, settle, done), partial(self._on_refused, settle)
        self.parts.acting.run(task, stored, refused, settle)

    def tell(self, error: BaseException) -> None:
        """Say what went wrong in the bar across the top."""
        if isinstance(error, CheckinError):
            self.parts.acting.failed.emit(error)
        else:
            self.parts.acting.broken.emit(error)

    @property
    def in_time(self) -> bool:
        """Whether the page is shown still on which the form was asked for."""
        return self.parts.view.cards.page == self._from

    def _on_card(self, asked_on: str, card: Card) -> None:
        if self.parts.view.cards.page == asked_on:
            self.open(card)

    def show(self, card: Card) -> None:
        """Bring the form to the front, filled for this person; only now are its acts about them."""
        self.attendee = card.person.attendee
        cards = self.parts.view.cards
        cards.show_page(self.page)
        getattr(cards, self.page).setFocus()

    def _on_stored(self, settle: Callable[[], None], done: Callable[[Any], None], answer: Any) -> None:
        settle()
        self.parts.changed()
        done(answer)

    def _on_refused(self, settle: Callable[[], None], error: CheckinError) -> None:
        settle()
        self.parts.acting.failed.emit(error)
