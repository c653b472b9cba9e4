"""The list says one thing and the desk another: both are told, and either can be decided for."""

from __future__ import annotations

import pytest

from checkin.domain.errors import NotFound
from checkin.services.care import CareService
from checkin.services.conflicts import Conflict, ConflictService
from checkin.services.correcting import CorrectingService
from checkin.services.people import PeopleService
from checkin.services.scan import ScanRequest, ScanService
from checkin.services.undo import UndoService
from tests.services.conftest import ROWS, Lists, changed


def conflicts(lists: Lists) -> ConflictService:
    return ConflictService(lists.desk)


def who(lists: Lists) -> str:
    return PeopleService(lists.desk).resolve("T-2")


def city(lists: Lists) -> str:
    return PeopleService(lists.desk).card(who(lists)).person.city


@pytest.fixture
def doubted(listed: Lists) -> Conflict:
    """The desk says Olomouc, the newest list Ostrava."""
    CorrectingService(listed.desk).correct(who(listed), {"city": "Olomouc"})
    listed.bring(changed(ROWS, 1, City="Ostrava"))
    (found,) = conflicts(listed).all()
    return found


def test_both_values_are_told(doubted: Conflict) -> None:
    assert (doubted.field, doubted.here, doubted.theirs) == ("city", "Olomouc", "Ostrava")


def test_ours_is_kept(listed: Lists, doubted: Conflict) -> None:
    before, entry = conflicts(listed).keep_ours(doubted.id)
    assert before == doubted
    assert (city(listed), conflicts(listed).all()) == ("Olomouc", [])
    assert listed.bring(changed(ROWS, 1, City="Ostrava")).entry is None, "the list says nothing new"
    assert CareService(listed.desk).verify(signatures=True).whole
    UndoService(listed.desk).undo(entry, "too soon")
    assert conflicts(listed).all() == [doubted], "a decision can be taken back"


def test_theirs_is_taken(listed: Lists, doubted: Conflict) -> None:
    conflicts(listed).take_theirs(doubted.id)
    assert (city(listed), conflicts(listed).all()) == ("Ostrava", [])
    assert CareService(listed.desk).verify(signatures=True).whole


def test_a_later_version_asks_again(listed: Lists, doubted: Conflict) -> None:
    conflicts(listed).keep_ours(doubted.id)
    listed.bring(changed(ROWS, 1, City="Opava"))
    (again,) = conflicts(listed).all()
    assert again.id != doubted.id
    assert (again.here, again.theirs) == ("Olomouc", "Opava")


def test_an_emptied_value_can_be_taken(listed: Lists) -> None:
    CorrectingService(listed.desk).correct(who(listed), {"city": "Olomouc"})
    listed.bring(changed(ROWS, 1, City=""))
    (found,) = conflicts(listed).all()
    assert (found.here, found.theirs) == ("Olomouc", "")
    conflicts(listed).take_theirs(found.id)
    assert city(listed) == ""


@pytest.mark.parametrize(("theirs", "status"), [(True, "cancelled"), (False, "unpaid")])
def test_a_status_is_decided(theirs: bool, status: str, listed: Lists) -> None:
    CorrectingService(listed.desk).correct(who(listed), {"status": "unpaid"})
    listed.bring(changed(ROWS, 1, Status="cancelled"))
    (found,) = conflicts(listed).all()
    assert (found.field, found.here, found.theirs) == ("status", "unpaid", "cancelled")
    service = conflicts(listed)
    (service.take_theirs if theirs else service.keep_ours)(found.id)
    assert PeopleService(listed.desk).card(who(listed)).person.status == status
    assert service.all() == []


def test_columns_of_the_lists_own_tell_what_differs(lists: Lists) -> None:
    rows = [{**row, "Shoe": "42", "Hat": "57"} for row in ROWS]
    lists.bring(rows)
    CorrectingService(lists.desk).correct(who(lists), {"Hat": "58"})
    lists.bring(changed(rows, 1, Hat="59"))
    (found,) = conflicts(lists).all()
    assert (found.field, found.here, found.theirs) == ("fields", "Hat: 58", "Hat: 59")
    conflicts(lists).take_theirs(found.id)
    assert PeopleService(lists.desk).card(who(lists)).fields == {"Shoe": "42", "Hat": "59"}


def test_only_two_values_can_be_decided_between(listed: Lists) -> None:
    scans, people = ScanService(listed.desk), PeopleService(listed.desk)
    scans.scan(ScanRequest("T-1"))
    scans.scan(ScanRequest("T-2"))
    CorrectingService(listed.desk).merge(people.resolve("T-1"), people.resolve("T-2"))
    twice = next(c for c in conflicts(listed).all() if c.kind == "admitted_twice")
    assert (twice.field, twice.here, twice.theirs) == ("", "", "")
    with pytest.raises(NotFound):
        conflicts(listed).keep_ours(twice.id)
    with pytest.raises(NotFound):
        conflicts(listed).take_theirs("nothing")
