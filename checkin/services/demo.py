"""The demo: the Glasgow event with invented people, in a home of its own."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from checkin.domain.errors import UserError
from checkin.domain.listing import ListedPerson, ListReading
from checkin.domain.people import Status
from checkin.domain.person_fold import State
from checkin.domain.programme import Door
from checkin.domain.translation import say
from checkin.services.demo_event import demo_programme
from checkin.services.demo_people import glasgow_people, invented_people
from checkin.services.desk import Desk
from checkin.services.importing import ImportService
from checkin.services.settings import SettingService
from db.queries import people

EVENT_ID = "5ca1ab1e-0000-7000-8000-000000000130"
EVENT_KEY = bytes.fromhex("5ca1ab1e" * 8)
"""The demo's key is fixed, so that two demo homes are desks of one event (DESIGN §5)."""

SAMPLE = 20
SIMULATED = "simulated"
"""The camera of a demo home: badges of people who are not in yet are held into its picture."""


@dataclass(frozen=True, slots=True)
class DemoResult:
    """What was made: `sample` are badge codes of confirmed people who are not in yet, `entry` is the import of its
    list, None when it was there already.
    """

    event: str
    attendees: int
    doors: tuple[Door, ...]
    sample: tuple[str, ...]
    seconds: float
    entry: str | None = None


class DemoService:
    """Makes the demo event, and tells of it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def make(self, attendees: int | None = None, seed: int = 1, at: datetime | None = None) -> DemoResult:
        """Make the event with its 130 people, or with `attendees` invented ones.

        Raises:
            UserError: there is an event in this home already.
        """
        started = time.monotonic()
        if self._desk.has_event and self._has_people():
            raise UserError(
                say("There is an event in this data folder already."),
                say("Name another folder for the demo: --home DIR."),
            )
        now = self._desk.now(at)
        programme = demo_programme(now.astimezone(ZoneInfo("Europe/London")).date())
        crowd = (
            glasgow_people(programme, seed) if attendees is None else list(invented_people(programme, attendees, seed))
        )
        self._desk.found(EVENT_KEY, EVENT_ID)
        SettingService(self._desk).set("camera.source", SIMULATED)
        bookings = {p.listed.key: dict(p.bookings) for p in crowd if p.bookings}
        reading = _reading([p.listed for p in crowd])
        made = ImportService(self._desk).apply([reading], bookings=bookings, first=programme, at=at)
        return replace(self.told(time.monotonic() - started), entry=made.entry)

    def _has_people(self) -> bool:
        with self._desk.database.read() as connection:
            return people.count(connection) > 0

    def told(self, seconds: float = 0.0) -> DemoResult:
        """The demo as it stands."""
        with self._desk.database.read() as connection:
            programme = self._desk.programme(connection)
            states = [s for s in people.states(connection) if _is_expected(s)]
            shared = Counter(s.get("email") for s in states if s.get("email"))
            once = [s for s in states if shared.get(s.get("email"), 1) == 1]
            codes = [c[0] for s in once[: SAMPLE * 4] for c in s["codes"] if c[1] == "badge" and c[2]]
            return DemoResult(
                programme.event.title,
                people.count(connection),
                programme.doors,
                tuple(codes[:SAMPLE]),
                round(seconds, 2),
            )


def _is_expected(state: State) -> bool:
    return state["status"] == Status.CONFIRMED and not state["doors"] and not state.get("blocked")


def _reading(listed: list[ListedPerson]) -> ListReading:
    return ListReading(
        file="demo", rows=len(listed), people=listed, entitlements=[], merged=[], rejected=[], warnings=[], header=(),
        header_row=1, mapping={}, signature="demo",
    )  # fmt: skip
