"""The people of the morning as the test knows them: read from the demo's own table, with the badges in their hands."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from tests.e2e.driver import Driver

TABLE = Path(__file__).resolve().parents[3] / "resources" / "demo" / "glasgow_people.txt"
_LETTERS = 3


@dataclass(slots=True)
class Guest:
    """Somebody who comes, or does not. `who` is the id that the product gave, `code` what their badge says; `since` and
    `moves` are the times of the check-ins that stand, and of all that stands at the door.
    """

    who: str
    given: str
    family: str
    organisation: str
    status: str
    code: str
    walk_in: bool = False
    inside: bool = False
    badge: str = "none"
    since: list[tuple[datetime, str]] = field(default_factory=list)
    outs: list[datetime] = field(default_factory=list)

    @property
    def name(self) -> str:
        """As lists show it."""
        return f"{self.given} {self.family}"

    @property
    def came(self) -> bool:
        """Whether a check-in of theirs stands."""
        return bool(self.since)

    @property
    def letters(self) -> str:
        """What a volunteer types for them on a plain keyboard, "" where no such letters are in the name."""
        family = plain(self.family)
        return family[:_LETTERS] if family[:_LETTERS].isalpha() and family[:_LETTERS].isascii() else ""


def plain(text: str) -> str:
    """`text` in small letters without accents; letters that are more than one with an accent stay."""
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))


def expected_people() -> Counter[tuple[str, str, str, str]]:
    """Given name, family name, organisation and status of everybody in the table."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = [[part.strip() for part in line.split("|")] for line in lines if line.strip() and not line.startswith("#")]
    return Counter((row[0], row[1], row[3], _status(row[6])) for row in rows)


def _status(marks: str) -> str:
    named = [mark.partition("=")[2].strip() for mark in marks.split(";") if mark.strip().startswith("status=")]
    return named[0] if named else "confirmed"


def guests_of(d: Driver) -> list[Guest]:
    """Everybody on the list, with their ids and badge codes; who they are must be what the table says."""
    from db.queries import people

    with d.desk.database.read() as connection:
        ids = [state["attendee"] for state in people.states(connection)]
    known = [d.card(who).person for who in ids]
    guests = [Guest(p.attendee, p.given, p.family, p.organisation, p.status.value, p.badge_code) for p in known]
    assert Counter((g.given, g.family, g.organisation, g.status) for g in guests) == expected_people()
    return sorted(guests, key=lambda guest: guest.code)
