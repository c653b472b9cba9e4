"""The closed list of a scan's outcomes and the family each belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checkin.domain.translation import mark


class Family(StrEnum):
    """What a person at the door has to do; each family has a shape, a colour and a sound."""

    GO = "go"
    OUT = "out"
    ALREADY = "already"
    HOLD = "hold"
    STOP = "stop"
    LOOK = "look"


class Outcome(StrEnum):
    """Every answer a door can give to a scan."""

    ADMITTED = "admitted"
    ADMITTED_AGAIN = "admitted_again"
    LEFT = "left"
    ALREADY = "already"
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    CANCELLED = "cancelled"
    UNPAID = "unpaid"
    PENDING = "pending"
    WAITLISTED = "waitlisted"
    REVOKED = "revoked"
    BLOCKED = "blocked"
    NOT_BOOKED = "not_booked"
    WRONG_TIME = "wrong_time"
    FULL = "full"
    WRONG_EVENT = "wrong_event"
    UNREADABLE = "unreadable"

    @property
    def admits(self) -> bool:
        """True when the person may come in."""
        return self in (Outcome.ADMITTED, Outcome.ADMITTED_AGAIN)

    @property
    def passes(self) -> bool:
        """True when the person may pass the door in the direction asked for."""
        return self.admits or self is Outcome.LEFT

    @property
    def style(self) -> OutcomeStyle:
        """Family, word and icon of this outcome."""
        return STYLES[self]


@dataclass(frozen=True, slots=True)
class OutcomeStyle:
    """How an outcome is told apart without reading: family, one word, one icon (a lucide name)."""

    family: Family
    word: str
    icon: str


STYLES: dict[Outcome, OutcomeStyle] = {
    Outcome.ADMITTED: OutcomeStyle(Family.GO, mark("Admitted"), "check"),
    Outcome.ADMITTED_AGAIN: OutcomeStyle(Family.GO, mark("Back in"), "repeat-2"),
    Outcome.LEFT: OutcomeStyle(Family.OUT, mark("Left"), "log-out"),
    Outcome.ALREADY: OutcomeStyle(Family.ALREADY, mark("Already in"), "history"),
    Outcome.UNPAID: OutcomeStyle(Family.HOLD, mark("Not paid"), "banknote"),
    Outcome.PENDING: OutcomeStyle(Family.HOLD, mark("Pending"), "hourglass"),
    Outcome.WAITLISTED: OutcomeStyle(Family.HOLD, mark("Waiting list"), "list-ordered"),
    Outcome.NOT_BOOKED: OutcomeStyle(Family.HOLD, mark("Not booked"), "calendar-x-2"),
    Outcome.WRONG_TIME: OutcomeStyle(Family.HOLD, mark("Wrong time"), "clock-alert"),
    Outcome.FULL: OutcomeStyle(Family.HOLD, mark("Full"), "users-round"),
    Outcome.CANCELLED: OutcomeStyle(Family.STOP, mark("Cancelled"), "x"),
    Outcome.REVOKED: OutcomeStyle(Family.STOP, mark("Old badge"), "copy-x"),
    Outcome.BLOCKED: OutcomeStyle(Family.STOP, mark("Blocked"), "hand"),
    Outcome.WRONG_EVENT: OutcomeStyle(Family.STOP, mark("Other event"), "map-pin-off"),
    Outcome.UNKNOWN: OutcomeStyle(Family.LOOK, mark("Not found"), "search-x"),
    Outcome.AMBIGUOUS: OutcomeStyle(Family.LOOK, mark("Which one?"), "split"),
    Outcome.UNREADABLE: OutcomeStyle(Family.LOOK, mark("Scan again"), "scan-line"),
}
