"""The closed list of a scan's outcomes and the family each belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
    Outcome.ADMITTED: OutcomeStyle(Family.GO, "Admitted", "check"),
    Outcome.ADMITTED_AGAIN: OutcomeStyle(Family.GO, "Back in", "repeat-2"),
    Outcome.LEFT: OutcomeStyle(Family.OUT, "Left", "log-out"),
    Outcome.ALREADY: OutcomeStyle(Family.ALREADY, "Already in", "history"),
    Outcome.UNPAID: OutcomeStyle(Family.HOLD, "Not paid", "banknote"),
    Outcome.PENDING: OutcomeStyle(Family.HOLD, "Pending", "hourglass"),
    Outcome.WAITLISTED: OutcomeStyle(Family.HOLD, "Waiting list", "list-ordered"),
    Outcome.NOT_BOOKED: OutcomeStyle(Family.HOLD, "Not booked", "calendar-x-2"),
    Outcome.WRONG_TIME: OutcomeStyle(Family.HOLD, "Wrong time", "clock-alert"),
    Outcome.FULL: OutcomeStyle(Family.HOLD, "Full", "users-round"),
    Outcome.CANCELLED: OutcomeStyle(Family.STOP, "Cancelled", "x"),
    Outcome.REVOKED: OutcomeStyle(Family.STOP, "Old badge", "copy-x"),
    Outcome.BLOCKED: OutcomeStyle(Family.STOP, "Blocked", "hand"),
    Outcome.WRONG_EVENT: OutcomeStyle(Family.STOP, "Other event", "map-pin-off"),
    Outcome.UNKNOWN: OutcomeStyle(Family.LOOK, "Not found", "search-x"),
    Outcome.AMBIGUOUS: OutcomeStyle(Family.LOOK, "Which one?", "split"),
    Outcome.UNREADABLE: OutcomeStyle(Family.LOOK, "Scan again", "scan-line"),
}
