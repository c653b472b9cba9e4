"""The demo's programme is that of the Lab, on days around today."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest

from checkin.domain.badge import ALPHABET
from checkin.domain.outcome import Outcome
from checkin.services.demo_event import RESOURCES, demo_programme

TODAY = date(2026, 11, 18)
PROGRAMME = demo_programme(TODAY)


def test_the_middle_day_is_today_and_clock_times_stay() -> None:
    event = PROGRAMME.event
    assert (event.starts, event.ends) == (TODAY - timedelta(days=1), TODAY + timedelta(days=1))
    dinner = next(session for session in PROGRAMME.sessions if session.id == "dinner")
    assert dinner.starts == datetime(2026, 11, 18, 19, 30, tzinfo=ZoneInfo("Europe/London"))
    door = next(door for door in PROGRAMME.doors if door.id == "dinner")
    assert door.opens == datetime(2026, 11, 18, 19, 0, tzinfo=ZoneInfo("Europe/London"))


@pytest.mark.parametrize("today", [date(2026, 3, 29), date(2026, 10, 25), date(2028, 2, 29), date(2027, 1, 1)])
def test_clock_times_stay_when_the_clocks_change(today: date) -> None:
    moved = demo_programme(today)
    assert [s.starts.time() for s in moved.sessions] == [s.starts.time() for s in PROGRAMME.sessions]
    for item in (*moved.sessions, *moved.departures):
        assert item.starts.astimezone(UTC).astimezone(item.starts.tzinfo).time() == item.starts.time()
        assert item.ends - item.starts < timedelta(hours=5)


def test_the_lab_is_there() -> None:
    assert PROGRAMME.event.timezone == "Europe/London"
    assert "Demo data" in PROGRAMME.event.notice
    assert len(PROGRAMME.event.short) == 2
    assert set(PROGRAMME.event.short) <= set(ALPHABET)
    kinds = Counter(session.kind for session in PROGRAMME.sessions)
    assert kinds["workshop"] == 5
    assert kinds["plenary"] == 2
    assert {"ice_breaker", "exhibition", "networking", "dinner", "working_group", "by_invitation"} <= set(kinds)
    workshops = [session for session in PROGRAMME.sessions if session.kind == "workshop"]
    assert len({session.room for session in workshops}) == 5
    assert len({(session.starts, session.ends) for session in workshops}) == 1
    assert {room.id for room in PROGRAMME.rooms} >= {"kelvin", "tron", "merchant", "gorbals"}
    assert set(PROGRAMME.event.sentences) <= set(Outcome)
    assert "demo data" in (RESOURCES / "demo" / "glasgow.toml").read_text("utf-8").splitlines()[0].lower()


def test_no_room_has_two_sessions_at_a_time_or_more_places_than_the_fire_certificate() -> None:
    rooms = {room.id: room for room in PROGRAMME.rooms}
    assert all(session.capacity <= rooms[session.room].capacity for session in PROGRAMME.sessions)
    for one, other in combinations(PROGRAMME.sessions, 2):
        if one.room == other.room:
            assert not PROGRAMME.overlap(one.id, other.id), (one.name, other.name)


def test_five_site_visits_today_one_of_them_with_two_coaches() -> None:
    today = [d for d in PROGRAMME.departures if d.starts.date() == TODAY]
    visits = Counter(d.site_visit for d in today)
    assert len(visits) == 5
    assert sorted(visits.values()) == [1, 1, 1, 1, 2]
    two = [d for d in today if visits[d.site_visit] == 2]
    assert sorted(d.step_free for d in two) == [False, True]
    assert any(d.on_foot for d in today)
    walks = [d for d in PROGRAMME.departures if d.starts.date() < TODAY]
    assert walks
    assert all(d.on_foot for d in walks)
    for d in PROGRAMME.departures:
        assert d.capacity >= 10
        assert d.leader_phone.startswith("+44 7700 900")
        assert all((d.vehicle, d.meeting_point, d.leader, d.ends_at))
    assert len({d.leader for d in PROGRAMME.departures}) == len(PROGRAMME.departures)


def test_a_door_for_the_event_each_session_and_each_departure() -> None:
    doors = {door.id: door for door in PROGRAMME.doors}
    assert len(doors) == len(PROGRAMME.doors) == len({door.name for door in PROGRAMME.doors})
    main = doors["main"]
    assert (main.kind, main.capacity, main.opens, main.closes) == ("event", None, None, None)
    assert {door.kind for door in PROGRAMME.doors} == {"event", "session", "visit"}
    without = {session.id for session in PROGRAMME.sessions} - set(doors)
    assert without == {"arrival"}
    for departure in PROGRAMME.departures:
        door = doors[departure.id]
        assert (door.capacity, door.mode, door.opens) == (departure.capacity, "booked", None)
