"""What an import will write of each list, in the order in which it is written."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from checkin.domain.kinds import Kind
from checkin.domain.listing import ListReading


class PlannedAct(NamedTuple):
    """One act to be written: who it is about, its body and its personal part."""

    kind: Kind
    attendee: str
    body: dict[str, Any]
    personal: dict[str, Any] | None


@dataclass(slots=True)
class PlannedList:
    """The acts of one list, in their order; `fresh` are the attendees of whom there was no act before."""

    name: str
    reading: ListReading
    acts: deque[PlannedAct] = field(default_factory=deque)
    fresh: set[str] = field(default_factory=set)
