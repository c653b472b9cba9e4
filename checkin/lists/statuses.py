"""Turns a list's words about registration and payment into a status, and gathers the words it does not know."""

from __future__ import annotations

from collections.abc import Mapping

from checkin.domain.names import fold
from checkin.domain.people import Status
from checkin.domain.translation import mark, say, say_count
from checkin.lists.plan import Plan
from checkin.lists.table import column_letters
from checkin.lists.words import PRETIX_WORDS, STATUS_WORDS, is_no, is_yes

_MANY = 20
"""More unknown words than this in a column: it tells something else than a status."""
_SOMETHING_ELSE = mark(
    "“{header}” holds {n} different words that are no status known here; their rows were set aside. If the column "
    "tells something else, say so (--map {field}=)."
)


def _taken_as_pending(n: int, column: str) -> str:
    return say_count(
        "One row has nothing in “{column}”; taken as pending.",
        "{n} rows have nothing in “{column}”; taken as pending.",
        n,
        column=column,
    )


def _taken_as_unpaid(n: int, column: str) -> str:
    return say_count(
        "One row has nothing in “{column}”; taken as unpaid.",
        "{n} rows have nothing in “{column}”; taken as unpaid.",
        n,
        column=column,
    )


def _marks_others(n: int, column: str) -> str:
    return say_count(
        "One row has nothing in “{column}”, which only marks others: confirmed.",
        "{n} rows have nothing in “{column}”, which only marks others: confirmed.",
        n,
        column=column,
    )


def _unknown(n: int, word: str, header: str) -> str:
    return say_count(
        "One row says “{word}” in “{header}”, which is no status that is known here; it was set aside.",
        "{n} rows say “{word}” in “{header}”, which is no status that is known here; they were set aside.",
        n,
        word=word,
        header=header,
    )


class StatusReader:
    """The status of each row of one list.

    A word that is not known is asked about: its rows are set aside until the caller says what it means. An empty cell
    is pending (unpaid in a column about payment) where others of the list say yes, and confirmed where the column only
    marks exceptions.

    Attributes:
        unknown: words that are not known, as the list spells them first, with their rows.
    """

    def __init__(self, plan: Plan, told: Mapping[str, Status]) -> None:
        self._plan = plan
        own = {fold(word) or word: status for word, status in told.items()}
        self._words = (PRETIX_WORDS if plan.pretix else STATUS_WORDS) | own
        self._own = own
        self._known: dict[tuple[str, str], Status] = {}
        self._spelt: dict[str, str] = {}
        self.unknown: dict[str, list[int]] = {}
        self._column: dict[str, str] = {}
        self._said_yes: set[str] = set()
        self._empty: dict[int, str] = {}
        self.warnings: list[tuple[str, int | None]] = []
        self.told = "status" in plan.at or "paid" in plan.at or plan.waiting

    def of(self, word: str, paid: str, row: int) -> Status | None:
        """The status that a row's cells of the columns about status and payment give; None when a word in them is not
        known.
        """
        status = self._known.get((word, paid))
        return self._learn(word, paid, row) if status is None else status

    def why(self, word: str, paid: str) -> str:
        """Why a row has no status, for the cells that `of` did not understand."""
        name = "status" if self._of_word(word) is None and word else "paid"
        return say(
            "“{word}” in “{header}” (column {column}) is no status that is known here.",
            word=word if name == "status" else paid,
            header=self._plan.mapping[name],
            column=column_letters(self._plan.at[name]),
        )

    def _learn(self, word: str, paid: str, row: int) -> Status | None:
        status = self._registration(word, row)
        if status is Status.CONFIRMED and "paid" in self._plan.at:
            status = self._payment(paid, row)
        if self._plan.waiting and status is not Status.CANCELLED:
            status = Status.WAITLISTED
        # what is odd or empty is looked at again for each row, to be counted for each row
        if row not in self._empty and status is not None:
            self._known[word, paid] = status
        return status

    def _of_word(self, word: str) -> Status | None:
        key = fold(word) or word
        status = self._words.get(key)
        if status is None and is_yes(word):
            return Status.CONFIRMED
        return Status.CANCELLED if status is None and is_no(word) else status

    def _registration(self, word: str, row: int) -> Status | None:
        if not word:
            if "status" in self._plan.at:
                self._empty[row] = "status"
            return Status.CONFIRMED
        status = self._of_word(word)
        if status is None:
            return self._odd("status", word, row)
        if status is Status.CONFIRMED:
            self._said_yes.add("status")
        return status

    def _payment(self, word: str, row: int) -> Status | None:
        if not word:
            self._empty.setdefault(row, "paid")
            return Status.CONFIRMED
        key = fold(word) or word
        if key in self._own:
            status: Status | None = self._own[key]
        else:
            status = Status.CONFIRMED if is_yes(word) else Status.UNPAID if is_no(word) else self._words.get(key)
            # in a column about payment “pending” speaks of the money
            status = Status.UNPAID if status is Status.PENDING else status
        if status is Status.CONFIRMED:
            self._said_yes.add("paid")
        return self._odd("paid", word, row) if status is None else status

    def _odd(self, name: str, word: str, row: int) -> Status | None:
        if self._plan.waiting:
            return Status.WAITLISTED
        spelt = self._spelt.setdefault(fold(word) or word, word)
        self.unknown.setdefault(spelt, []).append(row)
        self._column[spelt] = name
        return None

    def finish(self) -> dict[int, Status]:
        """What the rows with empty cells become, and the last warnings."""
        for name in ("status", "paid"):
            words = [word for word, column in self._column.items() if column == name]
            header = self._plan.mapping.get(name, "")
            if len(words) > _MANY:
                self.warnings.append((say(_SOMETHING_ELSE, header=header, n=len(words), field=name), None))
                continue
            for word in words:
                rows = self.unknown[word]
                self.warnings.append((_unknown(len(rows), word=word, header=header), rows[0]))
        if not self.told:
            text = say("The list has no column about status: everybody on it is taken as confirmed.")
            self.warnings.append((text, None))
        return {} if self._plan.waiting else self._fill_empty()

    def _fill_empty(self) -> dict[int, Status]:
        changed: dict[int, Status] = {}
        for name, status, taken in (
            ("status", Status.PENDING, _taken_as_pending),
            ("paid", Status.UNPAID, _taken_as_unpaid),
        ):
            rows = [row for row, column in self._empty.items() if column == name]
            if rows and name in self._said_yes:
                told = taken
                changed.update(dict.fromkeys(rows, status))
            else:
                told = _marks_others
            if rows:
                text = told(len(rows), column=self._plan.mapping[name])
                self.warnings.append((text, rows[0]))
        return changed
