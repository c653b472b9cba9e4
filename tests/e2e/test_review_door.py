"""A desk before a room: each verdict of its own door, its verb, a group, and nothing that belongs to the main door."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from checkin.domain.people import BadgeState, Person, Presence, Status
from checkin.domain.person_fold import State
from db.queries import people
from tests.e2e.driver import Driver
from tests.e2e.review import FORMS, confirmed, nothing_more, open_card, set_to

ROOM, VISIT = "opening", "canal"


def at_door(d: Driver, door: str) -> None:
    set_to(d, "desk.door", door, lambda: d.page.parts.door is not None and d.page.parts.door.id == door)


def states(d: Driver) -> list[State]:
    with d.desk.database.read() as connection:
        return [s for s in people.states(connection) if s["status"] == "confirmed"]


def booked(d: Driver, door: str, *, is_booked: bool = True) -> list[Person]:
    return [d.card(s["attendee"]).person for s in states(d) if (s["bookings"].get(door) == "booked") is is_booked]


def entries(d: Driver, person: Person) -> list[str]:
    return [e.kind for e in d.card(person.attendee).entries if e.kind not in ("listed", "badge_printed")]


@pytest.fixture
def d(at_desk: Driver) -> Driver:
    """The demo's desk at the door of a room that is open to all."""
    at_door(at_desk, ROOM)
    return at_desk


def test_admitted_and_already(d: Driver) -> None:
    somebody = confirmed(d)
    first = d.scan(somebody.badge_code)
    assert (first.outcome.value, first.door, first.print_job) == ("admitted", ROOM, None)
    assert d.scan(somebody.badge_code).outcome.value == "already"
    assert d.presence(somebody.attendee) is Presence.EXPECTED, "the main door is another one"
    assert d.services.badges.jobs() == []


def test_by_name_with_the_rooms_own_verb(d: Driver) -> None:
    somebody = confirmed(d)
    open_card(d, somebody)
    assert d.cards.person.verb.words == "Let in: Official opening"
    d.enter()
    d.wait_word("Admitted")
    assert (d.judged[-1].door, entries(d, somebody)) == (ROOM, ["room_entered"])


def test_whoever_is_in_the_building_is_let_into_the_room(d: Driver) -> None:
    somebody = confirmed(d)
    d.services.scans.group([somebody.attendee])
    open_card(d, d.card(somebody.attendee).person)
    d.enter()
    d.wait_word("Admitted")
    d.key(Qt.Key.Key_F7)
    d.wait_word("Left")
    assert entries(d, somebody) == ["checked_in", "room_entered", "room_left"]


def test_a_group_goes_into_the_room(d: Driver) -> None:
    somebody = confirmed(d)
    FORMS["group"](d, somebody)
    d.wait(lambda: d.cards.group.ticked)
    assert "badge" not in d.cards.group.verb.words
    d.enter()
    d.wait_word("Admitted")
    assert (d.judged[-1].door, entries(d, somebody)) == (ROOM, ["room_entered"])
    d.key(Qt.Key.Key_F8)
    d.wait(lambda: d.card(somebody.attendee).entries[-1].kind == "undone")


def test_a_badge_that_lies_at_the_main_door_is_not_handed_over_here(d: Driver) -> None:
    somebody = confirmed(d)
    d.services.handing.keep(somebody.attendee)
    assert not d.scan(somebody.badge_code).handed_over
    assert d.card(somebody.attendee).person.badge is BadgeState.KEPT


def test_too_early(at_desk: Driver) -> None:
    d = at_desk
    at_door(d, "dinner")
    assert d.scan(booked(d, "dinner")[0].badge_code).outcome.value == "wrong_time"
    d.wait_word("Too early")
    d.enter()
    d.wait_page("person")
    nothing_more(d, 1)


def test_not_booked_says_so_by_scan_and_by_name(at_desk: Driver) -> None:
    d = at_desk
    at_door(d, VISIT)
    somebody = booked(d, VISIT, is_booked=False)[0]
    assert d.scan(somebody.badge_code).outcome.value == "not_booked"
    d.enter()
    d.wait_name(somebody.name)
    d.wait(lambda: not d.page.scanning.deaf and d.page.finding.armed)
    d.enter()
    d.wait(lambda: len(d.judged) == 2)
    assert d.judged[-1].outcome.value == "not_booked"


def test_full_and_admitted_anyway(at_desk: Driver) -> None:
    d = at_desk
    at_door(d, VISIT)
    capacity = next(door.capacity for door in d.services.programmes.show().doors if door.id == VISIT)
    places, last = booked(d, VISIT), booked(d, VISIT, is_booked=False)[0]
    assert capacity is not None
    for person in places:
        d.services.scans.group([person.attendee], door=VISIT)
    assert len(places) == capacity
    d.services.settings.set("desk.door", VISIT)
    result = d.scan(last.badge_code)
    assert result.outcome.value == "not_booked", "the weightier reason comes first"
    d.key(Qt.Key.Key_F11)
    d.wait(lambda: last.name in d.left.undo_strip.accessibleName())
    d.ctrl(Qt.Key.Key_1)
    d.wait(lambda: len(d.judged) == 2)
    assert (d.judged[-1].door, d.judged[-1].outcome.admits) == (VISIT, True)


def test_a_full_room_refuses(d: Driver) -> None:
    everybody = [s["attendee"] for s in states(d)]
    room = next(door for door in d.services.programmes.show().doors if door.id == "newcomers")
    d.clock.now = room.opens
    at_door(d, "newcomers")
    d.services.scans.group(everybody[: room.capacity], door="newcomers")
    last = d.card(everybody[-1]).person
    assert d.scan(last.badge_code).outcome.value == "full"
    d.wait_word("Full")


def test_who_has_not_paid_is_refused_here_too(d: Driver) -> None:
    assert d.scan(d.with_status(Status.UNPAID).badge_code).outcome.value == "unpaid"
