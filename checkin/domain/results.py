"""What the services answer: frozen values that the window and the command line both show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from checkin.domain.outcome import Outcome
from checkin.domain.people import Notice, Person


@dataclass(frozen=True, slots=True)
class First:
    """The check-in that a second scan ran into: when, at which station, by whom."""

    at: datetime
    station: str
    operator: str


@dataclass(frozen=True, slots=True)
class ScanResult:
    """The committed answer to one scan.

    `reason` says what is the matter, `way_out` what to do; both whole sentences. `entry` is the id
    of what was written. `candidates` are filled when the outcome is ambiguous. `print_job` is the
    id of the badge print that the admission queued, if any.
    """

    outcome: Outcome
    attendee: str | None
    name: str
    door: str
    door_name: str
    reason: str
    way_out: str
    entry: str
    at: datetime
    first: First | None = None
    notices: tuple[Notice, ...] = ()
    person: Person | None = None
    candidates: tuple[Person, ...] = ()
    word: str = ""
    print_job: str | None = None

    @property
    def admitted(self) -> bool:
        """True when the person may come in."""
        return self.outcome.admits


@dataclass(frozen=True, slots=True)
class UndoResult:
    """An act taken back. `state` is where that leaves the person: in, out or expected."""

    undone: str
    entry: str
    attendee: str | None
    state: str | None
    name: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class WalkInResult:
    """Somebody who was not on the list and now is. `duplicates` may be the same person."""

    attendee: str
    badge_code: str
    duplicates: tuple[Person, ...]
    entry: str
    scan: ScanResult | None = None
