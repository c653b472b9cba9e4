"""Makes guests of a booking for several people, where only a number says how many they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checkin.domain.listing import ListedPerson
from checkin.domain.translation import mark, say
from checkin.lists.choices import MOST_GUESTS
from checkin.lists.companions import unnamed
from checkin.lists.plan import Plan

_SLIP = mark("{cell} in “{label}” cannot be a number of people; no guests were made.")
_EACH = mark("“{label}” counts the people of an order, each of whom has a row: no guests were made of it.")


class Quantities:
    """The column that says for how many people a row stands.

    Attributes:
        needed: whether the list has one.
    """

    def __init__(self, plan: Plan) -> None:
        self._index = plan.at.get("quantity", -1)
        self._label = plan.labels[self._index] if self._index >= 0 else ""
        self._more: list[tuple[ListedPerson, int]] = []
        self.needed = self._index >= 0
        self.warnings: list[tuple[str, int | None]] = []

    def note(self, person: ListedPerson, cells: Sequence[str], guests: int) -> None:
        """Keep how many people a row stands for; `guests` of them are known already."""
        cell = cells[self._index].removesuffix(".0")
        if not cell or cell in ("0", "1"):
            return
        if cell.isdecimal() and int(cell) - 1 <= MOST_GUESTS:
            if int(cell) - 1 > guests:
                self._more.append((person, int(cell) - 1 - guests))
            return
        person.fields[self._label] = cells[self._index]
        if cell.isdecimal():
            self.warnings.append((say(_SLIP, cell=cell, label=self._label), person.row))

    def guests(self, people: Sequence[ListedPerson]) -> list[tuple[ListedPerson, list[ListedPerson]]]:
        """The guests of each person who booked for several; none where each person of an order has a row."""
        if not self._more:
            return []
        rows = Counter(p.order for p in people if p.order and not p.guest_of)
        several = [(person, n) for person, n in self._more if rows[person.order] <= 1]
        if len(several) < len(self._more):
            self.warnings.append((say(_EACH, label=self._label), None))
        return [(person, unnamed(person, n)) for person, n in several]
