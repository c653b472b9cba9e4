"""What the step "What changes" shows of a list that was compared: plain values, in words where they are words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, overload

Chip = tuple[str, str, str]
"""Word, tone and icon."""
SIDE_BY_SIDE = 46
"""As many letters of the old and the new value together fit into a line of the narrowest panel."""
T = TypeVar("T")


class Made(Sequence[T], Generic[T]):
    """Things that are made when somebody looks at them: of a hundred thousand rows a list shows twenty."""

    def __init__(self, of: Sequence[Any], make: Callable[[Any], T]) -> None:
        self._of, self._make = of, make

    def __len__(self) -> int:
        return len(self._of)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        if isinstance(place, slice):
            return Made(self._of[place], self._make)
        return self._make(self._of[place])


@dataclass(frozen=True, slots=True)
class FieldShown:
    """One field before and after; "" is nothing. `spoken` is the whole change as a sentence.

    `told` are lines that stand in the place of the values where those are not shown, or where a correction made here
    stands.
    """

    label: str
    spoken: str
    old: str = ""
    new: str = ""
    told: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str | FieldShown | NewBelow, ...]:
        """The lines it takes: the new value stands below the old one where both are long."""
        return self.told or ((self, NewBelow(self)) if stacked(self.old, self.new) else (self,))


@dataclass(frozen=True, slots=True)
class NewBelow:
    """The second line of a field whose values are too long to stand side by side."""

    field: FieldShown


def stacked(old: str, new: str) -> bool:
    """Whether two values are too long to stand side by side."""
    return bool(old) and bool(new) and len(old) + len(new) > SIDE_BY_SIDE


@dataclass(frozen=True, slots=True)
class PersonShown:
    """Somebody whom the list brings, changes or has no more. `row` is None for who is not in the file.

    Attributes:
        detail: what tells them from others of their name.
        states: what already happened with them; badge: what is to be said of their badge, "" as word for nothing.
    """

    attendee: str
    name: str
    row: int | None = None
    file: str = ""
    detail: str = ""
    states: tuple[Chip, ...] = ()
    badge: Chip | None = None
    fields: tuple[FieldShown, ...] = ()

    @property
    def below(self) -> tuple[str | tuple[Chip, ...] | FieldShown | NewBelow, ...]:
        """The lines that stand below the name."""
        chips = [c for c in (self.states, (self.badge,) if self.badge else ()) if c]
        fields = [line for field in self.fields for line in field.lines]
        return (*((self.detail,) if self.detail else ()), *chips, *fields)


@dataclass(frozen=True)
class PeopleShown:
    """People, and of each how many lines stand below the name: known before anybody is looked at."""

    people: Sequence[PersonShown] = ()
    lines: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class SideShown:
    """One of two registrations that may be one person; `where` is its row, or that it was known."""

    attendee: str
    name: str
    where: str
    organisation: str = ""
    city: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class PairShown:
    """Two that may be one. `email` says whether their e-mail is the same, "" where one has none.

    `decided` is "same", "apart" or "".
    """

    one: SideShown
    other: SideShown
    why: str
    email: str = ""
    decided: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What tells the pair from others."""
        return self.one.attendee, self.other.attendee


@dataclass(frozen=True, slots=True)
class CellShown:
    """A cell of a row that was set aside; `at_fault` is the one that the reason is about, where that is known."""

    header: str
    value: str
    at_fault: bool = False


@dataclass(frozen=True, slots=True)
class NoteShown:
    """A sentence about a row of a file; `row` is None when it concerns the whole list. `title` says which, in words.

    `at_fault` marks the one that is the matter among others.
    """

    title: str
    text: str
    row: int | None = None
    file: str = ""
    cells: tuple[CellShown, ...] = ()
    at_fault: bool = False


@dataclass(frozen=True)
class ChangesShown:
    """Everything the step shows.

    `rows` is the sum of new, changed, unchanged, extras, merged and `aside`; who is `gone` has no row.
    Attributes:
        extras: rows that give somebody something.
        told: how rows were merged or kept apart; warnings: what is good to know.
    """

    rows: int
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    extras: int = 0
    merged: int = 0
    newcomers: PeopleShown = field(default_factory=PeopleShown)
    altered: PeopleShown = field(default_factory=PeopleShown)
    left: PeopleShown = field(default_factory=PeopleShown)
    touched: bool = False
    """Something already happened with somebody whom the list changes."""
    pairs: Sequence[PairShown] = ()
    told: Sequence[NoteShown] = ()
    aside: Sequence[NoteShown] = ()
    warnings: Sequence[NoteShown] = ()
