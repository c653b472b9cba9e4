"""Two registrations of one person: the second is looked for, both are compared, one act joins them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from checkin.domain.people import Card
from checkin.gui.control.form import Form
from checkin.gui.control.parts import Parts
from checkin.gui.pages.desk.acts import act
from checkin.gui.widgets.act import Act


class Joining(Form):
    """Signals: `looking(bool)` while the second registration is looked for."""

    looking = Signal(bool)

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, "same_person", parent)
        self._first: Card | None = None
        view = parts.view.cards.same_person
        view.merged.connect(self._on_merge)
        view.closed.connect(self.leave)

    @property
    def first(self) -> Card | None:
        """Whose second registration is looked for, None while nobody's is."""
        return self._first

    def open(self, card: Card) -> None:
        """Ask who is the same person; the search does the rest."""
        self._first = card
        self.tell_looking()
        self.looking.emit(True)

    def tell_looking(self) -> None:
        """Say on the page that is free what is looked for; nothing while nobody is."""
        ready, first = self.parts.view.cards.ready, self._first
        if first is not None:
            ready.set_title(
                self.tr("Who is the same person?"),
                self.tr("Type the other name of {name} and choose. Esc to leave it.").format(name=first.person.name),
            )

    def verbs(self, card: Card) -> tuple[Act, list[Act]]:
        """What the card of somebody who was found offers meanwhile."""
        first = self._first
        same = first is not None and card.person.attendee == first.person.attendee
        shut = self.tr("This is the registration that you began with.") if same else ""
        name = first.person.name if first else ""
        words = self.tr("Compare with {name}").format(name=name)
        return act("same_person", words, shut, self.tr("Enter")), []

    def compare(self, second: Card) -> None:
        """Show both side by side."""
        first = self._first
        if first is None:
            return
        self.stop_looking()
        self.parts.view.cards.same_person.show_pair(first, second)
        self.show(first)

    def stop_looking(self) -> None:
        """Nobody is looked for any more."""
        if self._first is not None:
            self._first = None
            self.parts.view.cards.ready.set_title(None)
            self.looking.emit(False)

    def part(self, attendee: str) -> None:
        """They are two people after all: both histories stay, each with whom it is of."""
        part = partial(self.parts.services.correcting.unmerge, attendee, self.parts.now())
        self.store(part, lambda _told: None, f"part {attendee}")

    def _on_merge(self, one: str, other: str) -> None:
        merge = partial(self.parts.services.correcting.merge, one, other, self.parts.now())
        self.store(merge, lambda told: self.finished.emit(told[0]))
