"""Two registrations of one person become one, in or out, and two again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checkin.domain.errors import UserError
from checkin.domain.people import WalkIn
from checkin.services.care import CareService
from checkin.services.correcting import CorrectingService
from checkin.services.people import PeopleService
from checkin.services.programme import ProgrammeService
from checkin.services.scan import ScanRequest, ScanService
from checkin.services.undo import UndoService
from checkin.services.walk_in import WalkInService
from tests.services.conftest import ROWS, Lists, changed


class Two:
    """The listed Åse (T-1) and a walk-in of the same name."""

    def __init__(self, lists: Lists) -> None:
        self.lists = lists
        self.people, self.scans = PeopleService(lists.desk), ScanService(lists.desk)
        self.correcting, self.undoing = CorrectingService(lists.desk), UndoService(lists.desk)
        self.listed = self.people.resolve("T-1")
        self.walk_in = WalkInService(lists.desk).register(WalkIn("Åse", "Sahin", city="Oslo"), check_in=False)

    def merge(self) -> str:
        return self.correcting.merge(self.listed, self.walk_in.attendee)[1]

    def scan(self, code: str, **more: bool) -> str:
        return str(self.scans.scan(ScanRequest(code, **more)).outcome)

    def whole(self) -> None:
        report = CareService(self.lists.desk).verify(signatures=True)
        assert report.whole, report


@pytest.fixture
def two(listed: Lists) -> Two:
    return Two(listed)


def test_every_code_scans_as_one_person(two: Two) -> None:
    two.merge()
    assert two.scan("T-1") == "admitted"
    assert two.scan(two.walk_in.badge_code) == "already"
    assert two.people.figures()["listed"] == 4
    card = two.people.card(two.listed)
    assert card == two.people.card(two.walk_in.attendee)
    two.whole()


def test_nothing_one_of_them_told_is_lost(two: Two) -> None:
    two.merge()
    card = two.people.card(two.listed)
    assert card.email == "ase@a.example"
    assert card.person.ticket_code == "T-1"
    assert card.person.organisation == "Høyskolen"
    assert card.person.city in ("Bergen", "Oslo")


@pytest.mark.parametrize("which", [0, 1])
def test_one_who_is_in_makes_both_in(which: int, two: Two) -> None:
    codes = ["T-1", two.walk_in.badge_code]
    assert two.scan(codes[which]) == "admitted"
    two.merge()
    assert two.scan(codes[1 - which]) == "already"
    assert two.people.figures()["inside"] == 1
    two.whole()


def test_both_in_count_once(two: Two) -> None:
    two.scan("T-1")
    two.scan(two.walk_in.badge_code)
    assert two.people.figures()["inside"] == 2
    two.merge()
    assert two.people.figures()["inside"] == 1
    assert two.scan("T-1", exit=True) == "left"
    assert two.people.figures()["inside"] == 0
    two.whole()


@pytest.mark.parametrize("way", ["unmerge one", "unmerge other", "undo"])
def test_and_two_again(way: str, two: Two) -> None:
    two.scan(two.walk_in.badge_code)
    entry = two.merge()
    if way == "undo":
        two.undoing.undo(entry, "they are cousins")
    else:
        two.correcting.unmerge(two.listed if way == "unmerge one" else two.walk_in.attendee)
    figures = two.people.figures()
    assert (figures["listed"], figures["inside"], figures["expected"]) == (5, 1, 3)
    assert two.people.card(two.walk_in.attendee).person.checked_in
    assert not two.people.card(two.listed).person.checked_in
    assert two.scan("T-1") == "admitted"
    assert {p.attendee for p, _ in two.people.search("sahin")} == {two.listed, two.walk_in.attendee}
    two.whole()
    two.merge()
    two.whole()


@pytest.mark.parametrize(
    ("code_of", "whose"), [(lambda two: "T-1", "listed"), (lambda two: two.walk_in.badge_code, "walk-in")]
)
def test_what_happened_while_one_stays_with_whose_badge_it_was(
    code_of: Callable[[Two], str], whose: str, two: Two
) -> None:
    two.merge()
    assert two.scan(code_of(two)) == "admitted"
    two.correcting.unmerge(two.listed)
    states = [two.people.card(a).person.checked_in for a in (two.listed, two.walk_in.attendee)]
    assert states == ([True, False] if whose == "listed" else [False, True])
    two.whole()


@pytest.mark.parametrize("out_by", ["T-1", ""])
def test_an_exit_while_one_goes_with_its_entry(out_by: str, two: Two) -> None:
    two.merge()
    two.scan(two.walk_in.badge_code)
    assert two.scan(out_by or two.walk_in.badge_code, exit=True) == "left"
    two.correcting.unmerge(two.listed)
    assert two.people.figures()["inside"] == 0
    assert not two.people.card(two.listed).person.checked_in
    assert two.scan("T-1") == "admitted"
    two.whole()


def test_a_group_and_a_refusal_go_with_whose_badge_it_is(two: Two) -> None:
    two.merge()
    two.scan(two.walk_in.badge_code)
    assert two.scan(two.walk_in.badge_code) == "already"
    assert two.scan("T-1") == "already"
    two.correcting.unmerge(two.listed)
    told = {who: [e.kind for e in two.people.card(who).entries] for who in (two.listed, two.walk_in.attendee)}
    assert told[two.listed].count("scan_refused") == told[two.walk_in.attendee].count("scan_refused") == 1
    two.whole()


def test_three_become_one(two: Two) -> None:
    two.merge()
    third = two.people.resolve("T-2")
    two.correcting.merge(third, two.walk_in.attendee)
    assert two.people.figures()["listed"] == 3
    two.scan("T-2")
    assert two.scan("T-1") == two.scan(two.walk_in.badge_code) == "already"
    two.correcting.unmerge(third)
    assert two.people.figures()["listed"] == 4
    two.whole()


def test_nobody_is_merged_with_themselves(two: Two) -> None:
    with pytest.raises(UserError):
        two.correcting.merge(two.listed, two.listed)
    two.merge()
    with pytest.raises(UserError):
        two.merge()
    two.correcting.unmerge(two.listed)
    with pytest.raises(UserError):
        two.correcting.unmerge(two.listed)


def test_a_newer_list_finds_the_merged_person(two: Two) -> None:
    two.merge()
    again = two.lists.bring(ROWS)
    assert (again.new, again.changed, again.unchanged, again.vanished) == (0, 0, 4, 0)
    result = two.lists.bring(changed(ROWS, 0, Organisation="NTNU"))
    assert (result.new, result.changed, result.vanished) == (0, 1, 0)
    assert two.people.card(two.listed).person.organisation == "NTNU"
    two.whole()


def test_a_correction_of_a_merged_person_holds_for_both(two: Two) -> None:
    two.merge()
    two.correcting.correct(two.walk_in.attendee, {"family": "O'Neill"})
    assert two.people.card(two.listed).person.family == "O'Neill"
    two.whole()


def test_a_closed_day_ends_both_presences(two: Two) -> None:
    two.scan("T-1")
    two.merge()
    ProgrammeService(two.lists.desk).close_day()
    assert two.people.figures()["inside"] == 0
    assert two.scan(two.walk_in.badge_code) in ("admitted", "admitted_again")
    two.whole()
