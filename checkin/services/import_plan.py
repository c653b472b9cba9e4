"""What an import will write of each list, in the order in which it is written."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from checkin.domain.kinds import Kind
from checkin.domain.listing import ListedPerson, ListReading


class PlannedAct(NamedTuple):
    """One act to be written: who it is about, its body and its personal part. Of somebody new there are only the row
    and the badge code: the parts are made when they are written (`PlannedList.make`), as a hundred thousand do not fit.
    """

    kind: Kind
    attendee: str
    body: dict[str, Any]
    personal: dict[str, Any] | None
    row: ListedPerson | None = None
    code: str = ""


@dataclass(slots=True)
class PlannedList:
    """The acts of one list, in their order; `fresh` are the attendees of whom there was no act before. `make` makes the
    body and the personal part of an act that has only a row.
    """

    name: str
    reading: ListReading
    make: Callable[[PlannedAct], tuple[dict[str, Any], dict[str, Any]]]
    acts: deque[PlannedAct] = field(default_factory=deque)
    fresh: set[str] = field(default_factory=set)
