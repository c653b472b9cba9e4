"""What a list that was read would change, person by person: what the preview shows before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Touched(StrEnum):
    """What already happened with somebody whom a list changes; such changes are shown first."""

    INSIDE = "inside"
    """They are in."""
    ABOARD = "aboard"
    """They boarded a vehicle that has not come back."""
    ON_MANIFEST = "on_manifest"
    """A printed manifest names them."""
    BADGE_PRINTED = "badge_printed"
    """Their badge was printed, or lies pre-printed in a box, and says something else now."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a person before and after.

    Attributes:
        field: our field, "fields" for a column of the list's own, "bookings" for a session or departure.
        label: the header of a column of the list's own, the name of the session or departure; "" elsewhere.
        old, new: as text; "" is nothing.
        kept: a correction made at a desk stands against the list's new value, which is kept beside it. `old` is then
            what the desk says.
    """

    field: str
    old: str
    new: str
    label: str = ""
    kept: bool = False


@dataclass(frozen=True, slots=True)
class PersonChange:
    """Somebody known whom a list changes, or who is not on its newest version any more.

    Attributes:
        row: where they stand in the file; None when they do not.
        file: the file's name, as several may be read at once.
        badge_place: where their pre-printed badge lies, in words ("box 2, number 14"); "" when nowhere.
    """

    attendee: str
    name: str
    row: int | None = None
    changes: tuple[FieldChange, ...] = ()
    touched: tuple[Touched, ...] = ()
    badge_place: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two registrations that may be one person. `row` is None for somebody who was known before."""

    attendee: str
    name: str
    organisation: str = ""
    city: str = ""
    email: str = ""
    category: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True)
class LikelyPair:
    """Two registrations that look like one person; `why` says what they share, in a sentence."""

    one: Side
    other: Side
    why: str
