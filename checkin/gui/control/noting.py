"""Notes and messages of a person: written, and ticked when the person was told."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from checkin.domain.people import Card
from checkin.gui.control.form import Form
from checkin.gui.control.parts import Parts


class Noting(Form):
    """The note form, and the ticks on messages wherever they are shown."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, "note", parent)
        view = parts.view.cards.note
        view.note_requested.connect(self._on_note)
        view.delivered.connect(self.deliver)
        view.closed.connect(self.leave)
        parts.view.cards.person.note_delivered.connect(self.deliver)

    def open(self, card: Card) -> None:
        """Show the person's notes and an empty field."""
        self.parts.view.cards.note.begin(card)
        self.show(card)

    def deliver(self, entry: str) -> None:
        """Tick a message."""
        deliver = partial(self.parts.services.notes.deliver, entry, self.parts.now())
        self.store(deliver, self._on_delivered, entry)

    def deliver_first(self, card: Card) -> None:
        """Tick the oldest message that waits for this person."""
        waiting = next((note for note in card.notes if note.at_scan and not note.delivered), None)
        if waiting is not None:
            self.deliver(waiting.entry)

    def deliver_for(self, attendee: str) -> None:
        """The same for whoever a verdict is about."""
        self.ask(partial(self.parts.services.people.card, attendee), self.deliver_first)

    def carried_by_another(self, attendee: str) -> None:
        """Keep with the person that somebody else carried their badge."""
        words = self.tr("The badge was carried by somebody else.")
        note = partial(self.parts.services.notes.note, attendee, words, at=self.parts.now())
        self.store(note, lambda _entry: None, f"carried {attendee}")

    def _on_note(self, text: str, at_scan: bool) -> None:
        note = partial(self.parts.services.notes.note, self.attendee, text, at_scan=at_scan, at=self.parts.now())
        self.store(note, lambda told: self.finished.emit(told[0]))

    def _on_delivered(self, told: tuple[str, str]) -> None:
        """The form shows the tick; what is half typed in it stays."""
        if self.parts.view.cards.page == self.page and told[0] == self.attendee:
            self.ask(partial(self.parts.services.people.card, told[0]), self._show_notes)

    def _show_notes(self, card: Card) -> None:
        if card.person.attendee == self.attendee:
            self.parts.view.cards.note.show_notes(card.notes)
