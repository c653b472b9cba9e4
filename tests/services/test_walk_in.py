"""Walk-ins: on the list in one act, findable, admitted, and whoever may be the same person is told."""

from __future__ import annotations

import pytest

from checkin.domain.badge import normal_code
from checkin.domain.errors import UserError
from checkin.domain.people import WalkIn
from checkin.services.badges import BadgeService
from checkin.services.desk import Desk
from checkin.services.people import PeopleService
from checkin.services.scan import PrintWish, ScanRequest, ScanService
from checkin.services.walk_in import WalkInService
from tests.services.conftest import Lists

TWINS = [
    ("Åse", "O'Neill-Şahin", "", True),
    ("ase", "oneill sahin", "", True),
    ("Sahin", "O’Neill Ase", "", True),
    ("Åse", "O'Neil-Şahin", "", True),
    ("Jan", "Novak", "", True),
    ("Jan", "Nowak", "", True),
    ("Somebody", "Else", "JAN@b.example", True),
    ("Jana", "Svobodová", "", False),
    ("Åse", "Hansen", "", False),
    ("Bo", "Li", "", False),
    ("Somebody", "Else", "other@b.example", False),
]


@pytest.mark.parametrize(("given", "family", "email", "same"), TWINS)
def test_who_may_be_the_same_is_told(given: str, family: str, email: str, same: bool, listed: Lists) -> None:
    service = WalkInService(listed.desk)
    assert bool(service.twins(given, family, email)) is same
    assert bool(service.register(WalkIn(given, family, email)).duplicates) is same


def test_a_second_walk_in_of_one_name_is_told_of_the_first(listed: Lists) -> None:
    service = WalkInService(listed.desk)
    first = service.register(WalkIn("Bo", "Li"))
    second = service.register(WalkIn("Bo", "Li"))
    assert [p.attendee for p in second.duplicates] == [first.attendee]
    assert first.attendee != second.attendee
    assert first.badge_code != second.badge_code


def test_a_walk_in_is_in_found_and_scans(listed: Lists) -> None:
    result = WalkInService(listed.desk).register(WalkIn("  Zoë ", "Ng\tNguyễn", category="Guest"))
    assert normal_code(result.badge_code) == result.badge_code
    people = PeopleService(listed.desk)
    found = [p for p, _ in people.search("nguyen zoe")]
    assert [(p.given, p.family, p.checked_in) for p in found] == [("Zoë", "Ng Nguyễn", True)]
    assert people.resolve(result.badge_code.lower()) == result.attendee
    assert ScanService(listed.desk).scan(ScanRequest(result.badge_code)).outcome == "already"
    assert [e.kind for e in people.card(result.attendee).entries] == [
        "walk_in_registered",
        "checked_in",
        "scan_refused",
    ]
    assert [e.entry for e in people.card(result.attendee).entries][:2] == [result.entry] * 2


def test_a_walk_in_may_be_only_listed(listed: Lists) -> None:
    result = WalkInService(listed.desk).register(WalkIn("Bo", "Li"), check_in=False)
    assert not PeopleService(listed.desk).card(result.attendee).person.checked_in
    assert ScanService(listed.desk).scan(ScanRequest(result.badge_code)).admitted


@pytest.mark.parametrize("walk_in", [WalkIn(), WalkIn("  ", "\t"), WalkIn("-", "'"), WalkIn("Bo", "L" * 201)])
def test_a_walk_in_needs_a_name(walk_in: WalkIn, listed: Lists) -> None:
    with pytest.raises(UserError):
        WalkInService(listed.desk).register(walk_in)
    assert PeopleService(listed.desk).figures()["listed"] == 4


@pytest.mark.parametrize("name", ["王小明", "محمد", "Ω", "Привет", "O", "Ő"])
def test_any_script_is_a_name(name: str, listed: Lists) -> None:
    result = WalkInService(listed.desk).register(WalkIn(name, ""))
    assert PeopleService(listed.desk).card(result.attendee).person.name == name


def test_a_badge_is_wished_for_with_the_check_in(glasgow: Desk) -> None:
    wish = PrintWish("label-62x100", "pdf")
    service = WalkInService(glasgow)
    with_badge = service.register(WalkIn("Bo", "Li"), print_wish=wish)
    service.register(WalkIn("Zoë", "New"), check_in=False, print_wish=wish)
    jobs = BadgeService(glasgow, lambda _: pytest.fail("nothing is printed yet")).jobs()
    assert [job.attendee for job in jobs] == [with_badge.attendee]


def test_a_badge_that_did_not_come_out_yet_is_owed(glasgow: Desk) -> None:
    people, wish = PeopleService(glasgow), PrintWish("label-62x100", "pdf")
    walk_ins = WalkInService(glasgow)
    printed_later = walk_ins.register(WalkIn("Nora", "Quist"), print_wish=wish)
    without = walk_ins.register(WalkIn("Ola", "Berg"))
    states = [people.card(made.attendee).person.badge.value for made in (printed_later, without)]
    assert states == ["owed", "none"], "whom a scan lets in owes the desk a badge just the same"
