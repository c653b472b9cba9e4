"""One short question of the strip above the acts: its words, its answers and their keys."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

STAYS_MS = 10_000
QUESTION_STAYS_MS = 30_000
"""A question about a badge that is out there stays longer: what is not answered is not written."""

MOST_ANSWERS = 4
_translate = QCoreApplication.translate


class Asks(StrEnum):
    """What the strip asks, and the icon of it."""

    REASON = "undo-2"
    BADGE = "id-card"
    OTHER = "user-round"
    PRINT = "printer"


@dataclass(frozen=True, slots=True)
class Question:
    """`answers` are up to four pairs of id and words; `chosen` is the place of the one that holds, -1 for none.

    `second` is a line of its own below the title, `stays_ms` how long the question waits.
    """

    asks: Asks
    title: str
    answers: tuple[tuple[str, str], ...]
    second: str = ""
    chosen: int = -1
    stays_ms: int = STAYS_MS

    @property
    def keys(self) -> str:
        """The keys of all answers in one word, where the buttons carry their numbers only."""
        many = len(self.answers)
        return _translate("UndoStrip", "Ctrl 1 to {last}").format(last=many) if many > 2 else ""

    def key(self, place: int) -> str:
        """What stands on the key cap of an answer: of one or two the whole key."""
        if self.keys:
            return str(place + 1)
        return _translate("UndoStrip", "Ctrl {number}").format(number=place + 1)

    def said(self, place: int) -> str:
        """What a screen reader says of an answer."""
        words = self.answers[place][1]
        if self.asks is Asks.OTHER:
            return words
        if self.asks is Asks.BADGE:
            return _translate("UndoStrip", "{question} {answer}").format(question=self.title, answer=words)
        return _translate("UndoStrip", "Reason: {words}").format(words=words)
