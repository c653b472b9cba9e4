"""A programme file says what it means, is written as it was read, and its mistakes are named with the way out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from checkin.domain.errors import UserError
from checkin.domain.programme import Departure, Door, EventInfo, Programme, Room, Session, departure_door, main_door
from checkin.lists.programme_file import read_programme, write_programme
from checkin.services.demo_event import DEMO

HEAD = """
[event]
title = "Forum"
short = "f7"
timezone = "Europe/Vienna"
starts = 2026-06-01
ends = "2026-06-02"
"""
ROOM = """
[[room]]
id = "aula"
name = "Aula"
capacity = 50
"""
SESSION = """
[[session]]
id = "talk"
name = "Talk"
room = "aula"
starts = 2026-06-01T10:00:00
ends = "2026-06-01T11:30"
mode = "booked"
"""
DEPARTURE = """
[[departure]]
id = "walk"
name = "Walk"
starts = 2026-06-02T10:00:00
ends = 2026-06-02T12:00:00
capacity = 12
"""
WHOLE = HEAD + ROOM + SESSION + DEPARTURE
VIENNA = ZoneInfo("Europe/Vienna")


def read(tmp_path: Path, text: str) -> Programme:
    path = tmp_path / "programme.toml"
    path.write_text(text, "utf-8")
    return read_programme(path)


def test_a_short_file_gets_what_is_usual(tmp_path: Path) -> None:
    programme = read(tmp_path, WHOLE)
    assert programme.event.short == "F7"
    assert (programme.event.day_starts, programme.event.unpaid_may_be_overridden) == (time(4), True)
    assert programme.event.ends == date(2026, 6, 2)
    talk = programme.sessions[0]
    assert talk.starts == datetime(2026, 6, 1, 10, tzinfo=VIENNA)
    assert talk.ends == datetime(2026, 6, 1, 11, 30, tzinfo=VIENNA)
    assert talk.capacity == 50
    walk = programme.departures[0]
    assert (walk.site_visit, walk.step_free, walk.on_foot) == ("Walk", False, False)
    assert programme.doors == (
        main_door("Main door"),
        Door("talk", "Talk", "session", 50, "booked", datetime(2026, 6, 1, 9, 30, tzinfo=VIENNA), talk.ends),
        departure_door(walk),
    )
    assert programme.doors[0].capacity is None
    assert programme.doors[0].opens is None


def test_a_time_with_a_zone_of_its_own_is_turned_into_the_events(tmp_path: Path) -> None:
    talk = read(tmp_path, WHOLE.replace("2026-06-01T10:00:00", "2026-06-01T08:00:00Z")).sessions[0]
    assert talk.starts.isoformat() == "2026-06-01T10:00:00+02:00"
    assert talk.starts.tzinfo == VIENNA


def test_doors_are_as_the_file_says(tmp_path: Path) -> None:
    rules = 'opens = false\ncloses = 2026-06-01T11:00:00\nreentry = false\nadmits_unpaid = true\nhands_over = "A cup."'
    main = '[main_door]\nname = "Gate"\n'
    programme = read(tmp_path, HEAD + main + ROOM + SESSION + rules + DEPARTURE)
    assert programme.doors[0].name == "Gate"
    closes = datetime(2026, 6, 1, 11, tzinfo=VIENNA)
    assert programme.doors[1] == Door("talk", "Talk", "session", 50, "booked", None, closes, False, True, "A cup.")
    without = read(tmp_path, HEAD + ROOM + SESSION + "door = false" + DEPARTURE)
    assert [door.id for door in without.doors] == ["main", "walk"]
    assert [session.id for session in without.sessions] == ["talk"]


def test_the_demo_is_written_as_it_was_read(tmp_path: Path) -> None:
    programme = read_programme(DEMO / "glasgow.toml")
    assert len(programme.doors) > 20
    assert read(tmp_path, write_programme(programme)) == programme


def test_anything_a_programme_can_hold_survives_the_file(tmp_path: Path) -> None:
    at = datetime(2026, 10, 25, 2, 30, tzinfo=VIENNA)  # the hour that the clocks go through twice
    event = EventInfo(
        'Quotes " and \\ back', "Zeilen\nund\tTabs \x07", "Z0", "Europe/Vienna", date(2026, 10, 24), date(2026, 10, 26),
        "Wien", "Probe", time(3, 30), False, {"full": "Wait."}, {"Change maker": "Card", "Ünïcode = [x]": "y"},
        {"no nuts": "Tell the kitchen."},
    )  # fmt: skip
    room = Room("r.1_x", "Räume", 9, 9)
    session = Session("s", "S", "r.1_x", at, at.replace(hour=4), "open", 1, "tea")
    departure = Departure("d", "V", "D", "Bus", at, at.replace(hour=5), "Square", 3, "Bay", "Li", "+44", True, True)
    doors = (
        replace(main_door("Tür"), hands_over="Map", reentry=False, opens=at),
        Door("s", "S", "session", 1, "open", None, at.replace(hour=3), admits_unpaid=True),
        Door("d", "D", "visit", 3, "booked", at, at.replace(hour=5)),
    )
    programme = Programme(event, (room,), (session,), (departure,), doors)
    assert read(tmp_path, write_programme(programme)) == programme
    closed = replace(programme, doors=(doors[0], doors[2]))
    assert read(tmp_path, write_programme(closed)) == closed


@pytest.mark.parametrize(
    ("old", "new", "says", "advises"),
    [
        ('room = "aula"', 'room = "alua"', ['"room" of the session "talk" is "alua"'], "aula"),
        ("2026-06-01T11:30", "2026-06-01T09:30", ['The session "talk" ends', "09:30"], '"starts" or "ends"'),
        ("2026-06-02T12:00:00", "2026-06-02T10:00:00", ['The departure "walk" ends'], '"starts" or "ends"'),
        ("capacity = 12", "capacity = 0", ['"capacity" of the departure "walk" is 0'], "at least 1"),
        ("capacity = 50", "capacity = -1", ['"capacity" of the room "aula" is -1'], "at least 1"),
        ("capacity = 50", "capacity = 5.5", ['"capacity" of the room "aula" is 5.5'], "whole number"),
        ("capacity = 50", "capacity = true", ['"capacity" of the room "aula" is True'], "whole number"),
        ("capacity = 12", "capcity = 12", ['"capcity" of the departure "walk" is not known'], '"capacity"'),
        ("capacity = 12", "", ['The departure "walk" has no "capacity"'], "capacity = "),
        ('id = "walk"', 'id = "talk"', ["session or departure", '"talk"'], "its own"),
        ('id = "walk"', 'id = "main"', ["session or departure", '"main"'], "event's own door"),
        ('id = "walk"', 'id = "the walk"', ['"id" of the departure "the walk"'], "without blanks"),
        ('id = "aula"', 'id = "aula"\nname = "B"\ncapacity = 3\n[[room]]\nid = "aula"', ["room", '"aula"'], "its own"),
        ("Europe/Vienna", "Europe/Wien", ['"timezone" of the event is "Europe/Wien"'], "Europe/London"),
        ("Europe/Vienna", "../etc/passwd", ['"timezone" of the event'], "Europe/London"),
        ('mode = "booked"', 'mode = "bookd"', ['"mode" of the session "talk"', "bookd"], "open, booked"),
        ('mode = "booked"', "capacity = 51", ['"capacity" of the session "talk" is 51', "Aula holds 50"], "at most 50"),
        ('mode = "booked"', 'door = "no"', ['"door" of the session "talk"'], "true or false"),
        ('mode = "booked"', "opens = 2026-06-01T12:00:00", ['door of the session "talk" closes before'], '"opens"'),
        ('short = "f7"', 'short = "ILO"', ['"short" of the event is "ILO"'], "0123456789ABCDEFGHJKMNPQRSTVWXYZ"),
        ('short = "f7"', 'short = "LU"', ['"short" of the event'], "two characters"),
        ('ends = "2026-06-02"', 'ends = "2026-05-02"', ["ends on 2026-05-02, before"], '"starts" or "ends"'),
        ('ends = "2026-06-02"', 'ends = "2 June"', ['"ends" of the event', "2 June"], "2019-03-25"),
        ("2026-06-01T10:00:00", "10:00:00", ['"starts" of the session "talk"'], "2019-03-25T14:00:00"),
        ("2026-06-02T", "2025-06-02T", ['The departure "walk" is on 2025-06-02'], "dates of the event"),
        ('title = "Forum"', "title = 3", ['"title" of the event is 3'], "quotation marks"),
        ('title = "Forum"', 'title = " "', ['"title" of the event'], "quotation marks"),
        ("[[room]]", "wheels = 1\n[[room]]", ['"wheels" of the event is not known'], "Use one of"),
        ("[[room]]", "[rooms]", ['"rooms" of the programme is not known'], '"room"'),
        ("[[room]]", "[room]", ['"room" is not a list of tables'], "[[room]]"),
        ("[[room]]", '[sentences]\nunpayed = "x"\n[[room]]', ['"unpayed" of the table sentences'], '"unpaid"'),
        ("capacity = 50", "capacity = 5\nwheelchair_places = 6", ["6 wheelchair places"], '"wheelchair_places"'),
        ("[event]", "[event", ["programme.toml is not TOML"], "Correct the place"),
        ("[event]", "[other]", ['"other" of the programme'], "Use one of"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_key_and_the_way_out(
    tmp_path: Path, old: str, new: str, says: list[str], advises: str
) -> None:
    assert old in WHOLE
    with pytest.raises(UserError) as told:
        read(tmp_path, WHOLE.replace(old, new, 1 if old != "2026-06-02T" else -1))
    for words in says:
        assert words in told.value.sentence
    assert advises in told.value.advice


def test_an_hour_that_the_clocks_skip_is_no_time(tmp_path: Path) -> None:
    text = HEAD.replace("2026-06-01", "2026-03-28").replace("2026-06-02", "2026-03-29")
    night = DEPARTURE.replace("2026-06-02T10:00:00", "2026-03-29T02:30:00").replace("2026-06-02T", "2026-03-29T")
    with pytest.raises(UserError, match=r'"starts" of the departure "walk"') as told:
        read(tmp_path, text + night)
    assert "clocks go forward" in told.value.advice


def test_files_that_cannot_be_read_say_so(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no file"):
        read_programme(tmp_path / "none.toml")
    with pytest.raises(UserError, match="cannot be opened"):
        read_programme(tmp_path)
    latin = tmp_path / "latin.toml"
    latin.write_bytes('[event]\ntitle = "Düsseldorf"'.encode("latin-1"))
    with pytest.raises(UserError, match="UTF-8"):
        read_programme(latin)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeff" + WHOLE).event.title == "Forum"
