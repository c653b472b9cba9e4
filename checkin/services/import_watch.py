"""Who follows an import: hears how far it is, and may stop it until it is stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import TypeVar

from checkin.domain.errors import UserError
from checkin.domain.translation import say

EVERY = 500
"""Rows between two words to whoever follows."""

Progress = Callable[[str, int, int], None]
"""Called with the phase, how many rows are done and of how many (0: nobody knows yet)."""

_T = TypeVar("_T")


class Phase(StrEnum):
    """What an import is at."""

    READING = "reading"
    COMPARING = "comparing"
    STORING = "storing"


class ImportCancelled(UserError):
    """Somebody stopped the import before it was stored; nothing of it was."""

    def __init__(self) -> None:
        super().__init__(say("The import was cancelled."), say("Nothing was written."))


class Watch:
    """Tells `progress` and asks `cancelled`, both on the thread of the import."""

    def __init__(self, progress: Progress | None = None, cancelled: Callable[[], bool] | None = None) -> None:
        self._progress = progress
        self._cancelled = cancelled

    def step(self, phase: Phase, done: int, total: int = 0) -> None:
        """So far is the import.

        Raises:
            ImportCancelled: somebody wants it to end.
        """
        if self._cancelled is not None and self._cancelled():
            raise ImportCancelled
        if self._progress is not None:
            self._progress(phase, done, total)

    def along(self, phase: Phase, things: Iterable[_T], total: int = 0, done: int = 0) -> Iterator[_T]:
        """The same things, with a word about every so many; `done` were there before them."""
        for number, thing in enumerate(things, done):
            if number % EVERY == 0:
                self.step(phase, number, total)
            yield thing


UNWATCHED = Watch()
