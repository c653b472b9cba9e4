"""What CLI.md promises of the demo, of the home that is really made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from checkin.domain.errors import UserError
from checkin.domain.programme import Programme
from checkin.services.care import CareService
from checkin.services.conflicts import ConflictService
from checkin.services.demo import DemoService
from checkin.services.desk import Desk
from checkin.services.people import PeopleService
from checkin.services.programme import ProgrammeService
from checkin.services.scan import ScanRequest, ScanService
from db.queries import people
from tests.conftest import FakeClock

Booked = dict[str, list[str]]


def programme_and_bookings(desk: Desk) -> tuple[Programme, Booked]:
    booked: Booked = {}
    with desk.database.read() as connection:
        programme = desk.programme(connection)
        for attendee, door in connection.exec_driver_sql(
            "select attendee, door from booking where state = 'booked' order by attendee"
        ):
            booked.setdefault(door, []).append(attendee)
    return programme, booked


def test_the_day_in_the_middle_is_today(glasgow: Desk) -> None:
    event = ProgrammeService(glasgow).show().event
    middle = event.starts + (event.ends - event.starts) / 2
    assert (middle.isoformat(), event.timezone) == ("2026-03-24", "Europe/London")
    assert ProgrammeService(glasgow).day() == ("2026-03-24", False, 0)


def test_nobody_is_in_and_rooms_are_empty(glasgow: Desk) -> None:
    with glasgow.database.read() as connection:
        assert connection.exec_driver_sql("select count(*) from presence").scalar_one() == 0
        assert people.count(connection) == 130
    assert [c.kind for c in ConflictService(glasgow).all()] == ["maybe_same_person"] * 2, "two came in twice by intent"
    assert CareService(glasgow).verify(signatures=True).whole


def test_the_main_door_has_no_hours(glasgow: Desk) -> None:
    doors = ProgrammeService(glasgow).show().doors
    assert {d.kind for d in doors} == {"event", "session", "visit"}
    main = next(d for d in doors if d.kind == "event")
    assert (main.opens, main.closes, main.capacity) == (None, None, None)


def test_the_sample_is_admitted(glasgow: Desk) -> None:
    told = DemoService(glasgow).told()
    assert len(set(told.sample)) == 20
    scans = ScanService(glasgow)
    seen = [scans.scan(ScanRequest(code)) for code in told.sample]
    assert {s.outcome for s in seen} == {"admitted"}
    assert len({s.attendee for s in seen}) == 20
    after = DemoService(glasgow).told().sample
    assert len(after) == 20
    assert not set(after) & set(told.sample), "people who are not in yet"


def test_the_two_fullest_departures(glasgow: Desk) -> None:
    programme, booked = programme_and_bookings(glasgow)
    departures = {d.id: d for d in programme.departures}
    fullest = sorted(departures, key=lambda door: -len(booked.get(door, ())))[:2]
    one, other = (departures[door] for door in fullest)
    assert one.site_visit != other.site_visit
    assert not set(booked[one.id]) & set(booked[other.id])
    assert len(booked[other.id]) < other.capacity
    for door in fullest:
        with glasgow.database.read() as connection:
            states = [people.state(connection, attendee) for attendee in booked[door]]
        assert len(states) >= 8
        assert {s["status"] for s in states if s} == {"confirmed"}
        assert all(any(c[1] == "badge" and c[2] for c in s["codes"]) for s in states if s)


def test_clashes_and_a_visit_with_two_coaches_lie_elsewhere(glasgow: Desk) -> None:
    programme, booked = programme_and_bookings(glasgow)
    visits = Counter(d.site_visit for d in programme.departures)
    assert max(visits.values()) >= 2
    departures = {d.id for d in programme.departures}
    fullest = sorted(departures, key=lambda door: (-len(booked.get(door, ())), door))[:2]
    holders: dict[str, list[str]] = {}
    for door, attendees in booked.items():
        for attendee in attendees:
            holders.setdefault(attendee, []).append(door)
    clashing = {
        door
        for doors in holders.values()
        for door in doors
        if any(other != door and programme.overlap(door, other) for other in doors)
    }
    assert clashing
    assert not clashing & set(fullest)


def test_a_used_home_keeps_what_it_has(glasgow: Desk) -> None:
    before = CareService(glasgow).verify().state_digest
    with pytest.raises(UserError, match="already"):
        DemoService(glasgow).make()
    assert CareService(glasgow).verify().state_digest == before


def test_two_demo_homes_are_desks_of_one_event(opened: Callable[..., Desk], glasgow: Desk) -> None:
    other = opened(station="Desk B")
    DemoService(other).make()
    assert DemoService(other).told().sample == DemoService(glasgow).told().sample
    assert other.identity.event_id == glasgow.identity.event_id
    assert other.identity.station_id != glasgow.identity.station_id
    digests = [CareService(desk).verify().state_digest for desk in (other, glasgow)]
    assert digests[0] == digests[1]


def test_another_seed_is_another_crowd(opened: Callable[..., Desk], glasgow: Desk) -> None:
    other = opened()
    made = DemoService(other).make(seed=2)
    assert made.attendees == 130
    assert made.sample != DemoService(glasgow).told().sample


@pytest.mark.parametrize("attendees", [1, 60, 700])
def test_any_number_of_people(attendees: int, opened: Callable[..., Desk]) -> None:
    desk = opened()
    made = DemoService(desk).make(attendees)
    assert made.attendees == PeopleService(desk).figures()["listed"] == attendees
    assert made.entry
    assert len(made.sample) == min(20, attendees)
    assert CareService(desk).verify(signatures=True).whole


@pytest.mark.parametrize(("hour", "day"), [(0, "2026-03-24"), (23, "2026-03-24")])
def test_today_is_the_calendars_day_in_london(
    hour: int, day: str, opened: Callable[..., Desk], clock: FakeClock
) -> None:
    """At any hour the middle day is today, although a day of the desk begins at four."""
    clock.now = clock.now.replace(hour=hour, minute=30)
    desk = opened()
    DemoService(desk).make(20)
    event = ProgrammeService(desk).show().event
    assert (event.starts + (event.ends - event.starts) / 2).isoformat() == day
    assert PeopleService(desk).figures()["inside"] == 0


def test_a_demo_that_was_cut_short_is_made_again(opened: Callable[..., Desk]) -> None:
    """The home was founded, then the power went: there is no event in it, so the next try makes one."""
    desk = opened()
    desk.found()
    assert not desk.has_event
    assert DemoService(desk).make(20).attendees == 20
