"""Undo: written at once with the usual reason; another one picked in time is written beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from checkin.domain.errors import CheckinError, SomebodyElses
from checkin.domain.people import BadgeState, Person
from checkin.domain.results import UndoResult
from checkin.gui.control.parts import Parts
from checkin.gui.control.questions import Questions
from checkin.gui.pages.desk.strip_words import GONE, badge_answers, badge_question, print_question, print_reasons

REASONS = ("wrong scan", "wrong person", "left again", "trying out")


class TakingBack(QObject):
    """Signals: `taken_back(UndoResult)` after the commit; `badge_came_back(attendee, bool)` once somebody said whether
    the badge of whoever was taken back lies here again.
    """

    taken_back = Signal(object)
    badge_came_back = Signal(str, bool)

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._questions = Questions(parts, self)
        self._last: UndoResult | None = None
        self._reason = REASONS[0]
        left = parts.view.left
        left.undo_requested.connect(self.undo)
        left.undo_reason_chosen.connect(self._on_reason)

    def undo(self) -> None:
        """Take back this operator's last act at this desk."""
        task = partial(self._parts.services.undoing.undo_here, REASONS[0], self._parts.now())
        self._parts.acting.run(task, partial(self._on_undone, REASONS[0]), self._on_refused)

    def undo_with_reason(self) -> None:
        """Ask for the reason first, then take back what was the last act when it was asked, whatever came since."""
        self._parts.asking.run(self._parts.services.undoing.last_here, done=self._ask_why, failed=self._on_refused)

    def forget(self) -> None:
        """Nobody is there to answer, or somebody else: what was asked is not answered for them."""
        self._questions.forget()

    def ask_why_again(self, attendee: str, print_: Callable[[str, str], None]) -> None:
        """Print a badge; when one was printed before, ask why."""
        look = partial(self._parts.services.people.card, attendee)
        self._parts.asking.run(
            look, done=lambda card: self._why_again(card.person, attendee, print_), failed=self._tell
        )

    def ask_why_admit(self, name: str, admit: Callable[[str], None]) -> None:
        """Ask why somebody is admitted in spite of a refusal."""
        choices = [
            ("settled at the desk", self.tr("Settled at the desk")),
            ("an organiser said so", self.tr("An organiser said so")),
            ("the list is wrong", self.tr("The list is wrong")),
            ("another reason", self.tr("Another reason")),
        ]
        self._questions.ask(self.tr("Admit {name} anyway. Why?").format(name=name), choices, admit)

    def _why_again(self, person: Person, attendee: str, print_: Callable[[str, str], None]) -> None:
        if person.badge not in (BadgeState.PRINTED, BadgeState.HANDED_OVER):
            print_(attendee, "asked for")
            return
        self._questions.ask_why_again(print_question(person.name), print_reasons(), partial(print_, attendee))

    def _reasons(self) -> list[tuple[str, str]]:
        words = (
            self.tr("Wrong scan"), self.tr("Wrong person"), self.tr("Left again"), self.tr("Trying out"),
        )  # fmt: skip
        return list(zip(REASONS, words, strict=True))

    def _ask_why(self, last: tuple[str, str]) -> None:
        entry, about = last
        self._questions.ask(
            self.tr("Take back: {about}. Why?").format(about=about), self._reasons(), partial(self._undo_entry, entry)
        )

    def _on_undone(self, reason: str, result: UndoResult) -> None:
        self._last, self._reason = result, reason
        told = self.tr("Taken back: {act}, {name}") if result.name else self.tr("Taken back: {act}")
        text = told.format(act=result.text, name=result.name)
        self._parts.view.left.undo_strip.show_taken_back(text, self._reasons(), REASONS.index(reason))
        self._ask_for_badges(result.badges_out)
        self._parts.changed()
        self.taken_back.emit(result)

    def _ask_for_badges(self, people: Sequence[Person]) -> None:
        """One after the other, as each badge is somebody's own."""
        if not people:
            return
        first, *rest = people

        def answered(choice: str) -> None:
            self.badge_came_back.emit(first.attendee, choice != GONE)
            self._ask_for_badges(rest)

        self._questions.ask(badge_question(first.name), badge_answers(), answered)

    def _on_refused(self, error: BaseException) -> None:
        if isinstance(error, SomebodyElses):
            self._questions.offer(error.sentence, lambda _yes: self._undo_entry(error.entry, REASONS[0]))
        else:
            self._tell(error)

    def _undo_entry(self, entry: str, reason: str) -> None:
        task = partial(self._parts.services.undoing.undo, entry, reason, self._parts.now())
        self._parts.acting.run(task, partial(self._on_undone, reason))

    def _on_reason(self, reason: str) -> None:
        if self._last is None or reason == self._reason:
            return
        self._reason = reason
        explain = partial(self._parts.services.undoing.explain, self._last.entry, reason, self._parts.now())
        self._parts.acting.run(explain, lambda _result: self._parts.changed())

    def _tell(self, error: BaseException) -> None:
        if isinstance(error, CheckinError):
            self._parts.acting.failed.emit(error)
        else:
            self._parts.acting.broken.emit(error)
