"""An attendee as screens, exports and the command line see them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Status(StrEnum):
    """Registration status; whatever a source calls it becomes one of these five."""

    CONFIRMED = "confirmed"
    UNPAID = "unpaid"
    CANCELLED = "cancelled"
    PENDING = "pending"
    WAITLISTED = "waitlisted"


class BadgeState(StrEnum):
    """Where the person's badge is."""

    NONE = "none"
    PRE_PRINTED = "pre_printed"
    PRINTED = "printed"
    HANDED_OVER = "handed_over"
    OWED = "owed"
    KEPT = "kept"


class Presence(StrEnum):
    """Whether the person is in today, was and left, or has not come yet."""

    IN = "in"
    OUT = "out"
    EXPECTED = "expected"


@dataclass(frozen=True, slots=True)
class Person:
    """What every list of people shows of one attendee; no e-mail and no phone.

    `checked_in` is true while a check-in at the event's door stands (whatever the day);
    `presence` tells whether they are in now.
    """

    attendee: str
    name: str
    given: str
    family: str
    organisation: str
    city: str
    country: str
    category: str
    status: Status
    checked_in: bool
    presence: Presence
    badge_code: str
    ticket_code: str
    badge: BadgeState


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the desk should know or do, shown with any outcome.

    `kind` is one of: access diet photo note entitlement hand_over list message validity;
    `sentence` says what to do, never the condition; `urgent` when somebody must act.
    """

    kind: str
    title: str
    sentence: str
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Booking:
    """A place in a session or site visit. `state`: booked or waitlisted; `clashes` with another in time."""

    door: str
    name: str
    starts: datetime | None
    state: str
    clashes: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One act as people read it in a history. `text` is a whole sentence."""

    entry: str
    kind: str
    at: datetime
    station: str
    operator: str
    undone: bool
    text: str
    attendee: str | None = None
    name: str = ""
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was written down about a person. `at_scan` makes it a message for them: it is told at each of
    their scans until somebody ticks it as `delivered`."""

    entry: str
    text: str
    at: datetime
    operator: str
    at_scan: bool = False
    delivered: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """Everything the desk shows of one attendee.

    `photo` is the consent to be photographed: yes, no, or "" when nobody asked. `badge_place` says where a pre-printed
    badge lies ("box 2, no. 117"). `replaced_by` and `instead_of` are the other side of a substitution. `same_order`
    counts the people of the same order, this one too.
    """

    person: Person
    notices: tuple[Notice, ...] = ()
    bookings: tuple[Booking, ...] = ()
    email: str = ""
    phone: str = ""
    order: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    entries: tuple[Entry, ...] = ()
    photo: str = ""
    badge_place: str = ""
    replaced_by: Person | None = None
    instead_of: Person | None = None
    same_order: int = 1


@dataclass(frozen=True, slots=True)
class Companions:
    """Who may have come together with a person, in the order of their names; that person is in each of them."""

    same_order: tuple[Person, ...] = ()
    same_organisation: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class WalkIn:
    """What is asked of a walk-in; given or family name is needed, all else may be empty."""

    given: str = ""
    family: str = ""
    email: str = ""
    organisation: str = ""
    city: str = ""
    country: str = ""
    category: str = ""
