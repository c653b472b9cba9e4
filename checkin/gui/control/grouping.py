"""People who came together: one list, one act, one answer for all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from checkin.domain.outcome import Outcome
from checkin.domain.people import Card, Companions, Notice, Person
from checkin.domain.results import GroupResult, ScanResult
from checkin.gui.control.form import Form
from checkin.gui.control.parts import Parts
from checkin.gui.control.verbs import shut_by

MOST_NAMES = 5


class Grouping(Form):
    """Signals: `checked_in(GroupResult, ScanResult)` with one answer that tells of all."""

    checked_in = Signal(object, object)

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, "group", parent)
        view = parts.view.cards.group
        view.check_in_requested.connect(self._on_wanted)
        view.closed.connect(self.leave)

    def open(self, card: Card) -> None:
        """Show the person's order; the list fills when it was looked up."""
        self.show(card)
        self.parts.view.cards.group.show_group(
            Companions((card.person,), ()), card.person.attendee, card.order, prints=self._prints, shut=self.shut
        )
        self.ask(self._companions, partial(self._on_companions, card))

    def again(self) -> None:
        """Something changed: who went in meanwhile, here or at another desk, cannot be ticked any more."""
        if self.parts.view.cards.page == self.page:
            self.ask(self._companions, partial(self._on_changed, self.attendee))

    def shut(self, person: Person) -> str:
        """Why somebody stays behind; "" when they may go in."""
        return shut_by(person.status, admits_unpaid=self.parts.admits_unpaid)

    @property
    def _prints(self) -> bool:
        return self.parts.print_wish is not None and self.parts.at_main_door

    @property
    def _companions(self) -> Callable[[], Companions]:
        return partial(self.parts.services.people.companions, self.attendee)

    def _shows(self, attendee: str) -> bool:
        return self.parts.view.cards.page == self.page and self.attendee == attendee

    def _on_changed(self, attendee: str, found: Companions) -> None:
        if self._shows(attendee):
            self.parts.view.cards.group.refresh(found, self.shut)

    def _on_companions(self, card: Card, found: Companions) -> None:
        if self._shows(card.person.attendee):
            self.parts.view.cards.group.show_group(
                found, card.person.attendee, card.order, prints=self._prints, shut=self.shut
            )
            self.parts.view.cards.group.setFocus()

    def _on_wanted(self, attendees: list[str]) -> None:
        check_in = partial(
            self.parts.services.scans.group,
            tuple(attendees),
            self.parts.print_wish,
            hand_over=self.parts.at_main_door,
            at=self.parts.now(),
            door=self.parts.door.id if self.parts.door else None,
        )
        self.store(check_in, self._on_done)

    def _on_done(self, done: GroupResult) -> None:
        for result in done.results:
            self.parts.judged(result)
        self.checked_in.emit(done, self._told(done))

    def _told(self, done: GroupResult) -> ScanResult:
        """One verdict for all: who is in, and who stays behind for which reason."""
        went = [r for r in done.results if r.outcome.admits]
        behind = [r for r in done.results if not r.outcome.admits]
        if not went:
            return behind[0]
        if len(done.results) == 1:
            return replace(went[0], entry=done.entry)
        names = [r.name for r in went]
        more = len(names) - MOST_NAMES
        told = ", ".join(names[:MOST_NAMES])
        if more > 0:
            told = self.tr("{names} and {n} more").format(names=told, n=more)
        stay = tuple(Notice("list", r.name, f"{r.word}. {r.reason}.", urgent=True) for r in behind)
        give = [n for r in went for n in r.notices if n.kind in ("hand_over", "diet", "message", "access")]
        notices = tuple(Notice(n.kind, n.title, n.sentence, n.urgent) for n in dict.fromkeys(give))
        first = went[0]
        return ScanResult(
            outcome=Outcome.ADMITTED, attendee=None if len(went) > 1 else first.attendee,
            name=self.tr("{n} people").format(n=len(went)) if len(went) > 1 else first.name,
            door=first.door, door_name=first.door_name, reason=told,
            way_out=self.tr("One undo takes all of them back."),
            entry=done.entry, at=first.at, notices=(*stay, *notices), person=None, word=first.word,
        )  # fmt: skip
