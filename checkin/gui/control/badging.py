"""What happens to a badge at the desk: printed again for a reason, handed over, kept here, lost."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from checkin.domain.people import Person
from checkin.gui.control.form import Form
from checkin.gui.control.parts import Parts
from checkin.gui.pages.desk.strip_words import LOST
from checkin.services.scan import PrintWish


class Badging(Form):
    """Signals: `print_wanted()` when a badge was queued; `told(sentence, advice)` after what no undo takes back."""

    print_wanted = Signal()
    told = Signal(str, str)

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, "", parent)

    def print(self, attendee: str, reason: str = "asked for") -> None:
        """Queue a badge; one that was lost gets a new code, and the old one opens nothing."""
        wish = self.parts.badge
        if wish is None:
            return
        if reason == LOST:
            self._replace(attendee, wish)
        else:
            self._queue(attendee, wish, reason)

    def hand_over(self, attendee: str) -> None:
        """The person has their badge."""
        self._note(partial(self.parts.services.handing.hand_over, attendee, self.parts.now()), f"out {attendee}")

    def keep(self, attendee: str) -> None:
        """The badge lies here again."""
        self._note(partial(self.parts.services.handing.keep, attendee, self.parts.now()), f"here {attendee}")

    def lose(self, attendee: str, *, print_new: bool = True) -> None:
        """The badge is gone: its code dies, and a new badge is printed where badges are."""
        self._replace(attendee, self.parts.badge if print_new else None)

    def _note(self, task: partial[tuple[str, str]], about: str) -> None:
        self.store(task, lambda _told: None, about)

    def _replace(self, attendee: str, wish: PrintWish | None) -> None:
        replace = partial(self.parts.services.handing.replace, attendee, LOST, self.parts.now())
        self.store(replace, lambda told: self._on_replaced(told[0], wish), f"lost {attendee}")

    def _on_replaced(self, attendee: str, wish: PrintWish | None) -> None:
        advice = self.tr("Print a new one when they come.")
        if wish is not None:
            advice = self.tr("A new one is printing: hand it over.")
            self._queue(attendee, wish, LOST)
        sentence = self.tr("The old badge of {name} opens nothing any more.")
        look_up = partial(self.parts.services.people.persons, (attendee,))
        self.ask(look_up, partial(self._tell_replaced, sentence, advice))

    def _tell_replaced(self, sentence: str, advice: str, people: list[Person]) -> None:
        for person in people:
            self.told.emit(sentence.format(name=person.name), advice)

    def _queue(self, attendee: str, wish: PrintWish, reason: str) -> None:
        queue = partial(self.parts.services.badges.queue, attendee, wish.printer, wish.template, reason=reason)
        self.parts.acting.run(queue, lambda _job: self.print_wanted.emit())
