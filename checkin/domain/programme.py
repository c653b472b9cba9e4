"""The programme of an event: rooms, sessions, departures, and the doors that people are admitted at."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from checkin.domain.days import DAY_STARTS

MAIN_DOOR = "main"
MODES = ("open", "booked")
SESSION_DOOR_OPENS = timedelta(minutes=30)
"""How long before its session a session's door opens, when the event does not say."""


@dataclass(frozen=True, slots=True)
class Room:
    """A room of the venue. `capacity` is the number of people the fire certificate allows, the people in the
    `wheelchair_places` included."""

    id: str
    name: str
    capacity: int
    wheelchair_places: int = 0


@dataclass(frozen=True, slots=True)
class Session:
    """A programme item in a room. `starts` and `ends` are aware; `mode` is one of `MODES`: open to everybody of the
    event, or only to those who booked. `capacity` counts places, at most the room's. `kind` is a word for lists and
    icons: plenary, workshop, working_group, exhibition, networking, dinner, by_invitation, ice_breaker, …"""

    id: str
    name: str
    room: str
    starts: datetime
    ends: datetime
    mode: str
    capacity: int
    kind: str = "session"


@dataclass(frozen=True, slots=True)
class Departure:
    """ONE vehicle or walking group of a site visit, out and back. `site_visit` is the name that all departures of one
    visit share, `name` tells this one from all others. `starts` and `ends` are aware; `ends_at` is the place where
    people get off on the way back. `capacity` counts attendees, without the leader and the driver."""

    id: str
    site_visit: str
    name: str
    vehicle: str
    starts: datetime
    ends: datetime
    ends_at: str
    capacity: int
    meeting_point: str
    leader: str
    leader_phone: str
    step_free: bool = False
    on_foot: bool = False


@dataclass(frozen=True, slots=True)
class Door:
    """A place to be admitted. `kind` is event, session or visit; the door of a session or departure has its id.

    Without `opens` and `closes` the door has no hours. `capacity` None: nobody counts here. `reentry`: whoever went
    out may come in again. `admits_unpaid`: people who have not paid are let in with a notice. `hands_over` is a
    sentence for the operator: what every admitted person gets here.
    """

    id: str
    name: str
    kind: str
    capacity: int | None
    mode: str
    opens: datetime | None = None
    closes: datetime | None = None
    reentry: bool = True
    admits_unpaid: bool = False
    hands_over: str = ""


@dataclass(frozen=True, slots=True)
class EventInfo:
    """What holds for the whole event.

    `short` are the first two characters of its badge codes (of `checkin.domain.badge.ALPHABET`); `starts` and `ends`
    are its first and last local day; a day begins at `day_starts`. `notice` is shown wherever the event is named
    ("Demo data: …"). `sentences` replaces way-out sentences, by outcome; `hand_over` says what a category gets at
    the desk; `needs` says what a need asks of the desk, by the need's own word (an access need or a diet).
    """

    title: str
    subtitle: str
    short: str
    timezone: str
    starts: date
    ends: date
    place: str = ""
    notice: str = ""
    day_starts: time = DAY_STARTS
    unpaid_may_be_overridden: bool = True
    sentences: dict[str, str] = field(default_factory=dict)
    hand_over: dict[str, str] = field(default_factory=dict)
    needs: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Programme:
    """An event with everything that belongs to it; ids of sessions and departures are unique together."""

    event: EventInfo
    rooms: tuple[Room, ...] = ()
    sessions: tuple[Session, ...] = ()
    departures: tuple[Departure, ...] = ()
    doors: tuple[Door, ...] = ()

    def span(self, door: str) -> tuple[datetime, datetime] | None:
        """From when to when people who booked `door` are busy there; None for the event's door."""
        items: tuple[Session | Departure, ...] = (*self.sessions, *self.departures)
        return next(((item.starts, item.ends) for item in items if item.id == door), None)

    def overlap(self, one: str, other: str) -> bool:
        """True when nobody can be at both doors in time: the two clash."""
        first, second = self.span(one), self.span(other)
        return bool(first and second and first[0] < second[1] and second[0] < first[1])


def main_door(name: str) -> Door:
    """The door of the event itself: open to everybody on the list, without hours."""
    return Door(MAIN_DOOR, name, "event", None, "open")


def session_door(session: Session) -> Door:
    """The door that a session has when nobody says otherwise: from half an hour before it until its end."""
    opens = session.starts - SESSION_DOOR_OPENS
    return Door(session.id, session.name, "session", session.capacity, session.mode, opens, session.ends)


def departure_door(departure: Departure) -> Door:
    """The door of a departure: by booking, and without hours, as its gate decides and not the clock."""
    return Door(departure.id, departure.name, "visit", departure.capacity, "booked")


def moved_to(programme: Programme, today: date) -> Programme:
    """The same programme on other days, its middle day being `today`; clock times stay as they are."""
    event = programme.event
    days = today - (event.starts + (event.ends - event.starts) // 2)
    return Programme(
        replace(event, starts=event.starts + days, ends=event.ends + days),
        programme.rooms,
        # A timedelta added to an aware datetime moves the wall clock, so summer time does not shift a session.
        tuple(replace(s, starts=s.starts + days, ends=s.ends + days) for s in programme.sessions),
        tuple(replace(d, starts=d.starts + days, ends=d.ends + days) for d in programme.departures),
        tuple(
            replace(d, opens=d.opens and d.opens + days, closes=d.closes and d.closes + days) for d in programme.doors
        ),
    )
