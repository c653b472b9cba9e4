"""What the steps of an import show: plain values, in words where they are words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

KEPT, LEFT_OUT = "", "-"
"""Choices of a column that goes to no field of ours: an extra field on the card, or left out."""


@dataclass(frozen=True, slots=True)
class ColumnShown:
    """One column of a file. `choice` is our field, KEPT or LEFT_OUT; `why` says how that was found.

    `sureness` is "sure", "look", "guess" or "yours".
    """

    header: str
    samples: str
    choice: str
    sureness: str
    why: str
    column: int = 0
    file: str = ""


@dataclass(frozen=True, slots=True)
class QuestionShown:
    """Something that only a person can say. `id` tells it from others, `answers` are pairs of value and words.

    `answer` is what holds now; `told` whether somebody said so.
    """

    id: str
    question: str
    about: str
    answers: tuple[tuple[str, str], ...]
    answer: str
    told: bool = False


@dataclass(frozen=True, slots=True)
class ColumnsShown:
    """Everything the step "Columns" shows; `choices` are what a column may go to, as pairs of value and words.

    `shut` says why no column can be changed, "" where they can. `rows` are the first rows as they stand in the file.
    """

    columns: Sequence[ColumnShown] = ()
    choices: tuple[tuple[str, str], ...] = ()
    questions: tuple[QuestionShown, ...] = ()
    rows: tuple[tuple[int, tuple[str, ...]], ...] = ()
    shut: str = ""

    @property
    def to_look_at(self) -> int:
        """How many columns and questions somebody should look at."""
        unsure = sum(column.sureness in ("look", "guess") for column in self.columns)
        return unsure + sum(not question.told for question in self.questions)


@dataclass(frozen=True, slots=True)
class WayShown:
    """One of several ways to read a file: `key` is "encoding", "delimiter" or "sheet"."""

    key: str
    name: str
    about: str
    choices: tuple[tuple[str, str], ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class FileShown:
    """What the step "File" shows of a file that was read."""

    ways: tuple[WayShown, ...] = ()


@dataclass(frozen=True, slots=True)
class DoneShown:
    """What the last step shows. `sentence` says what was done, `more` what is left to do, line by line.

    `badges` counts those that are out of date and can be printed here, `aside` the rows set aside.
    """

    sentence: str
    more: tuple[str, ...] = ()
    badges: int = 0
    aside: int = 0
    can_take_back: bool = True
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is: "reading", "comparing" or "storing"; a total of 0 or a share below 0 is not known yet."""

    phase: str
    done: int = 0
    total: int = 0
    share: float = -1.0
    seconds_left: int | None = None
