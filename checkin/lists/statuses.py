"""Turns a list's words about registration and payment into a status, and tells of words it does not know."""

from __future__ import annotations

from collections import Counter

from checkin.domain.names import fold
from checkin.domain.people import Status
from checkin.domain.translation import mark, say
from checkin.lists.plan import Plan
from checkin.lists.table import column_letters
from checkin.lists.words import PRETIX_WORDS, STATUS_WORDS, is_no, is_yes

_TOLD_ROWS = 20
"""So many rows with one unknown word are named one by one, the others together."""
_TAKEN_AS = {
    Status.PENDING: mark("{n} rows have nothing in “{column}”; taken as pending."),
    Status.UNPAID: mark("{n} rows have nothing in “{column}”; taken as unpaid."),
}


class StatusReader:
    """The status of each row of one list.

    Words that are not known become pending, never confirmed. An empty cell is pending (unpaid in a column about
    payment) where others of the list say yes, and confirmed where the column only marks exceptions.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._words = PRETIX_WORDS if plan.pretix else STATUS_WORDS
        self._known: dict[tuple[str, str], Status] = {}
        self._unknown: Counter[str] = Counter()
        self._said_yes: set[str] = set()
        self._empty: dict[int, str] = {}
        self.warnings: list[tuple[str, int | None]] = []
        self.told = "status" in plan.at or "paid" in plan.at or plan.waiting

    def of(self, word: str, paid: str, row: int) -> Status:
        """The status that a row's cells of the columns about status and payment give."""
        status = self._known.get((word, paid))
        return self._learn(word, paid, row) if status is None else status

    def _learn(self, word: str, paid: str, row: int) -> Status:
        odd = len(self.warnings) + sum(self._unknown.values())
        status = self._registration(word, row)
        if status is Status.CONFIRMED and "paid" in self._plan.at:
            status = self._payment(paid, row)
        if self._plan.waiting and status is not Status.CANCELLED:
            status = Status.WAITLISTED
        # what is odd or empty is looked at again for each row, to be told for each row
        if row not in self._empty and odd == len(self.warnings) + sum(self._unknown.values()):
            self._known[word, paid] = status
        return status

    def _registration(self, word: str, row: int) -> Status:
        if not word:
            if "status" in self._plan.at:
                self._empty[row] = "status"
            return Status.CONFIRMED
        status = self._words.get(fold(word))
        if status is None and is_yes(word):
            status = Status.CONFIRMED
        elif status is None and is_no(word):
            status = Status.CANCELLED
        elif status is None:
            return self._odd("status", word, row)
        if status is Status.CONFIRMED:
            self._said_yes.add("status")
        return status

    def _payment(self, word: str, row: int) -> Status:
        if not word:
            self._empty.setdefault(row, "paid")
            return Status.CONFIRMED
        status = Status.CONFIRMED if is_yes(word) else Status.UNPAID if is_no(word) else self._words.get(fold(word))
        if status is Status.CONFIRMED:
            self._said_yes.add("paid")
        # in a column about payment “pending” speaks of the money
        if status is Status.PENDING:
            return Status.UNPAID
        return self._odd("paid", word, row) if status is None else status

    def _odd(self, name: str, word: str, row: int) -> Status:
        if self._plan.waiting:
            return Status.WAITLISTED
        key = fold(word)
        self._unknown[key] += 1
        if self._unknown[key] <= _TOLD_ROWS:
            told = say(
                "“{word}” in “{header}” (column {column}) is no status that is known here; taken as pending.",
                word=word,
                header=self._plan.mapping[name],
                column=column_letters(self._plan.at[name]),
            )
            self.warnings.append((told, row))
        return Status.PENDING

    def finish(self) -> dict[int, Status]:
        """What the rows with empty cells become, and the last warnings."""
        for word, count in self._unknown.items():
            if count > _TOLD_ROWS:
                more = count - _TOLD_ROWS
                text = say("{n} more rows have the unknown status “{word}”; taken as pending.", n=more, word=word)
                self.warnings.append((text, None))
        if not self.told:
            text = say("The list has no column about status: everybody on it is taken as confirmed.")
            self.warnings.append((text, None))
        if self._plan.waiting:
            return {}
        changed: dict[int, Status] = {}
        for name, status in (("status", Status.PENDING), ("paid", Status.UNPAID)):
            rows = [row for row, column in self._empty.items() if column == name]
            if rows and name in self._said_yes:
                text = say(_TAKEN_AS[status], n=len(rows), column=self._plan.mapping[name])
                changed.update(dict.fromkeys(rows, status))
            else:
                column = self._plan.mapping.get(name)
                told = mark("{n} rows have nothing in “{column}”, which only marks others: confirmed.")
                text = say(told, n=len(rows), column=column)
            if rows:
                self.warnings.append((text, None))
        return changed
