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
    id of the badge print that the admission queued, if any. `photo` is the consent to be photographed (yes, no, ""
    when nobody asked), `badge_place` where a pre-printed badge lies; `handed_over` when this very act gave it out.
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
    photo: str = ""
    badge_place: str = ""
    handed_over: bool = False

    @property
    def admitted(self) -> bool:
        """True when the person may come in."""
        return self.outcome.admits


@dataclass(frozen=True, slots=True)
class GroupResult:
    """Several people at the event's door in one act: an answer for each, in their order. `entry` takes all back."""

    results: tuple[ScanResult, ...]
    entry: str


@dataclass(frozen=True, slots=True)
class Substitution:
    """Somebody who comes instead of somebody. `scan` is their check-in when they were let in at once."""

    attendee: str
    badge_code: str
    instead_of: str
    entry: str
    scan: ScanResult | None = None


@dataclass(frozen=True, slots=True)
class UndoResult:
    """An act taken back. `state` is where that leaves the person: in, out or expected. `badges_out` are those of
    the act who hold a badge that somebody has to ask back.
    """

    undone: str
    entry: str
    attendee: str | None
    state: str | None
    name: str = ""
    text: str = ""
    badges_out: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class WalkInResult:
    """Somebody who was not on the list and now is. `duplicates` may be the same person."""

    attendee: str
    badge_code: str
    duplicates: tuple[Person, ...]
    entry: str
    scan: ScanResult | None = None
