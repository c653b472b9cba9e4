"""What `undo` without an id takes back: this station's last act that can be and was not yet (CLI.md)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checkin.domain.errors import NotFound, UserError
from checkin.domain.people import WalkIn
from checkin.services.badges import BadgeService
from checkin.services.care import CareService
from checkin.services.conflicts import ConflictService
from checkin.services.correcting import CorrectingService
from checkin.services.desk import Desk
from checkin.services.people import PeopleService
from checkin.services.programme import ProgrammeService
from checkin.services.scan import ScanRequest, ScanService
from checkin.services.undo import UndoService
from checkin.services.walk_in import WalkInService
from tests.services.conftest import ROWS, Lists, changed


class Printer:
    def print_pdf(self, pdf: bytes, *, title: str, media_mm: tuple[float, float]) -> str:
        return "1"


def undo(lists: Lists) -> str:
    return UndoService(lists.desk).undo(None, "wrong").undone


def test_backwards_through_everything_that_can_be_taken_back(listed: Lists) -> None:
    desk, people = listed.desk, PeopleService(listed.desk)
    scans, correcting = ScanService(desk), CorrectingService(desk)
    entries = [scans.scan(ScanRequest("T-1")).entry]
    entries.append(scans.scan(ScanRequest("T-1", exit=True)).entry)
    scans.scan(ScanRequest("NOT-OURS"))
    walk_in = WalkInService(desk).register(WalkIn("Bo", "Li"))
    entries.append(walk_in.entry)
    badges = BadgeService(desk, lambda _: Printer())
    badges.queue(walk_in.attendee, "p")
    badges.step()
    entries.append(correcting.correct(people.resolve("T-2"), {"city": "Olomouc"})[2] or "")
    entries.append(correcting.merge(people.resolve("T-1"), people.resolve("T-2"))[1])
    scans.scan(ScanRequest("T-4"))
    entries.append(listed.bring(changed(ROWS, 2, City="Linz")).entry or "")
    for entry in reversed(entries):
        assert undo(listed) == entry
        assert CareService(desk).verify().whole
    assert people.card(walk_in.attendee).person.name == "Bo Li", "of a walk-in only the check-in goes"
    assert not people.card(walk_in.attendee).person.checked_in
    # What is left is the list itself.
    assert undo(listed)
    with pytest.raises(NotFound):
        undo(listed)


def test_acknowledgements_are_passed_over(listed: Lists) -> None:
    entry = CorrectingService(listed.desk).correct(PeopleService(listed.desk).resolve("T-2"), {"city": "Olomouc"})[2]
    brought = listed.bring(changed(ROWS, 1, City="Ostrava")).entry
    conflicts = ConflictService(listed.desk)
    conflicts.acknowledge(conflicts.all()[0].id)
    assert undo(listed) == brought
    assert undo(listed) == entry


def test_acts_of_another_station_are_passed_over(listed: Lists, opened: Callable[..., Desk]) -> None:
    """Two windows of one home are one station; another desk's acts are not ours to take back without their id."""
    mine = ScanService(listed.desk).scan(ScanRequest("T-1")).entry
    other = opened(listed.desk.home.root, "Desk A")
    theirs = ScanService(other).scan(ScanRequest("T-2")).entry
    assert undo(listed) == theirs
    with listed.desk.database.write() as connection:
        connection.exec_driver_sql("update entry set station = 'another' where act_id = ?", (mine,))
    assert undo(listed) != mine


def test_an_undo_is_not_taken_back(listed: Lists) -> None:
    first = ScanService(listed.desk).scan(ScanRequest("T-1")).entry
    service = UndoService(listed.desk)
    undone = service.undo(first, "x")
    with pytest.raises(UserError, match="cannot be taken back"):
        service.undo(undone.entry, "x")
    with pytest.raises(UserError, match="already"):
        service.undo(first, "x")


@pytest.mark.parametrize("code", ["NOT-OURS", "T-4", ""])
def test_a_refused_scan_stays(code: str, listed: Lists) -> None:
    refused = ScanService(listed.desk).scan(ScanRequest(code))
    with pytest.raises(UserError, match="cannot be taken back"):
        UndoService(listed.desk).undo(refused.entry, "x")


def test_a_walk_in_is_taken_back_by_its_id(listed: Lists) -> None:
    walk_in = WalkInService(listed.desk).register(WalkIn("Bo", "Li"))
    result = UndoService(listed.desk).undo(walk_in.entry, "left again")
    assert (result.undone, result.attendee, result.state) == (walk_in.entry, walk_in.attendee, "expected")
    assert ScanService(listed.desk).scan(ScanRequest(walk_in.badge_code)).outcome == "admitted"


def test_where_an_undo_leaves_the_person(listed: Lists) -> None:
    scans, service = ScanService(listed.desk), UndoService(listed.desk)
    scans.scan(ScanRequest("T-1"))
    out = scans.scan(ScanRequest("T-1", exit=True)).entry
    again = scans.scan(ScanRequest("T-1")).entry
    assert service.undo(again, "x").state == "out"
    assert service.undo(out, "x").state == "in"
    assert service.undo(None, "x").state == "expected"


def test_an_override_is_taken_back(listed: Lists) -> None:
    scans = ScanService(listed.desk)
    entry = scans.scan(ScanRequest("T-3", override=True, reason="paid in cash")).entry
    assert UndoService(listed.desk).undo(None, "x").undone == entry
    assert scans.scan(ScanRequest("T-3")).outcome == "unpaid"


def test_a_reason_is_kept(listed: Lists) -> None:
    scans, people = ScanService(listed.desk), PeopleService(listed.desk)
    UndoService(listed.desk).undo(scans.scan(ScanRequest("T-1")).entry, "wrong person")
    history = people.card(people.resolve("T-1")).entries
    assert [e.undone for e in history] == [True, False]
    assert "wrong person" in history[-1].text


def test_a_closed_day_is_taken_back(listed: Lists) -> None:
    scans, programme = ScanService(listed.desk), ProgrammeService(listed.desk)
    scans.scan(ScanRequest("T-1"))
    day, entry = programme.close_day()
    assert programme.day() == (day, True, 0)
    assert UndoService(listed.desk).undo(entry, "too early").state is None
    assert programme.day() == (day, False, 1)
    assert scans.scan(ScanRequest("T-1")).outcome == "already"
    assert CareService(listed.desk).verify().whole
