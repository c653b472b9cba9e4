"""What an invented attendee is made of: the value, an address that leads nowhere, a number nobody has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from checkin.domain.listing import ListedPerson
from checkin.domain.names import fold

CATEGORIES = ("Policy-maker", "Practitioner", "Change maker", "Speaker", "Organiser", "Volunteer")
STAFF = ("Organiser", "Volunteer")
"""Those who run the event: they go on visits as leaders, not as guests."""

STEP_FREE_NEEDS = ("Wheelchair place", "Step-free route")

DRAMA_NUMBER = "+44 7700 900{:03d}"
"""Ofcom keeps 07700 900000 to 900999 for drama, so that no call reaches anybody
(ofcom.org.uk, "Telephone numbers for use in TV and radio drama programmes")."""


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """An invented attendee as a list would have them, and the bookings they hold.

    `bookings` are pairs of a door's id and a state, "booked" or "waitlisted".
    """

    listed: ListedPerson
    bookings: tuple[tuple[str, str], ...] = ()


def mailbox(text: str) -> str:
    """A name or a city as a part of an e-mail address: "O'Neill-Şahin" becomes "oneill-sahin"."""
    return fold(text).replace(" ", "-")


def data_lines(path: Path) -> Iterator[str]:
    """The lines of a data file in UTF-8, without comments and empty ones."""
    for line in path.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def columns(line: str) -> list[str]:
    """The columns of a line, which bars divide."""
    return [column.strip() for column in line.split("|")]


def countries(path: Path) -> dict[str, str]:
    """The country of every city in the file of cities."""
    found = {}
    for line in data_lines(path):
        country, _languages, cities = columns(line)
        found.update(dict.fromkeys((city.strip() for city in cities.split(",")), country))
    return found
