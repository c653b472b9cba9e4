"""What a verdict says of hours and bookings, and what the last acts say of a group: only what matters now."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from checkin.services.correcting import CorrectingService
from checkin.services.desk import Desk
from checkin.services.histories import last_acts
from checkin.services.people import PeopleService
from checkin.services.scan import ScanRequest, ScanService
from checkin.services.undo import UndoService

AOIFE = "Aoife Ní Bhraonáin-O'Sullivan"


def attendee(desk: Desk, name: str) -> str:
    return next(person.attendee for person, _ in PeopleService(desk).search(name) if person.name == name)


@pytest.mark.parametrize(
    ("hour", "word", "way_out"),
    [(8, "Too early", "Ask them to come back at 10:45."), (14, "Too late", "Send them to the organiser.")],
)
def test_who_comes_at_the_wrong_time_is_told_what_to_do_about_this_one(
    demo: Desk, hour: int, word: str, way_out: str
) -> None:
    at = datetime(2026, 3, 24, hour, 30, tzinfo=UTC)
    told = ScanService(demo).scan(ScanRequest(attendee=attendee(demo, AOIFE), door="workshop-5"), at)
    assert (told.word, told.reason, told.way_out) == (word, "Valid from 10:45 to 12:45", way_out)


def test_whoever_is_booked_elsewhere_at_that_time_is_sent_there_and_nowhere_else(demo: Desk) -> None:
    at = datetime(2026, 3, 24, 11, 0, tzinfo=UTC)
    scan = ScanService(demo).scan
    aoife = PeopleService(demo).card(attendee(demo, AOIFE))
    assert len([b for b in aoife.bookings if b.state == "booked"]) > 4
    told = scan(ScanRequest(attendee=aoife.person.attendee, door="workshop-2"), at)
    assert told.reason == (
        "No booking for Workshop 2: Housing that pays in work. Booked: Workshop 5: Anchors of a neighbourhood"
    )


def test_a_group_is_one_act_under_one_name_with_how_many_came_too(demo: Desk) -> None:
    names = ("Iain Kerr", "Mairi Innes", "Rhona Adair")
    who = [attendee(demo, name) for name in names]
    CorrectingService(demo).correct(who[2], {"status": "waitlisted"})
    done = ScanService(demo).group(tuple(who), None)
    with demo.database.read() as connection:
        newest = last_acts(demo, connection)[0]
    assert (newest.entry, newest.text, newest.undone) == (done.entry, "Checked in, with 1 more", False)
    UndoService(demo).undo_here("wrong scan")
    with demo.database.read() as connection:
        newest = last_acts(demo, connection)[0]
    assert (newest.entry, newest.text, newest.undone) == (done.entry, "Checked in, with 1 more", True)
