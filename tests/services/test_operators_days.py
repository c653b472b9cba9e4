"""Operators stand behind their acts for good; days end at four in the morning or by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checkin.domain.errors import UserError
from checkin.services.care import CareService
from checkin.services.desk import Desk
from checkin.services.people import PeopleService
from checkin.services.programme import ROLES, ProgrammeService
from checkin.services.scan import ScanRequest, ScanService
from tests.conftest import FakeClock
from tests.services.conftest import Lists


def test_a_home_without_operators_has_an_organiser(listed: Lists) -> None:
    service = ProgrammeService(listed.desk)
    assert [(o["name"], o["role"]) for o in service.operators()] == [("organiser", "organiser")]


@pytest.mark.parametrize("role", ROLES)
def test_an_operator_of_every_role(role: str, listed: Lists) -> None:
    service = ProgrammeService(listed.desk)
    made = service.add_operator("  Ailsa  Craig ", role)
    assert (made["name"], made["role"]) == ("Ailsa Craig", role)
    assert [(o["operator"], o["name"], o["role"]) for o in service.operators()] == [
        (made["operator"], "Ailsa Craig", role)
    ]


def test_names_are_kept_apart(listed: Lists) -> None:
    service = ProgrammeService(listed.desk)
    service.add_operator("Ailsa", "desk")
    for name, role in (("AILSA", "desk"), ("", "desk"), ("Iain", "king")):
        with pytest.raises(UserError):
            service.add_operator(name, role)
    with pytest.raises(UserError):
        service.remove_operator("Iain")
    assert len(service.operators()) == 1


def test_acts_name_their_operator_for_good(listed: Lists, opened: Callable[..., Desk]) -> None:
    service, home = ProgrammeService(listed.desk), listed.desk.home.root
    service.add_operator("Ailsa", "desk")
    with_ailsa = opened(home, "Desk A", "ailsa")
    ScanService(with_ailsa).scan(ScanRequest("T-1"))
    people = PeopleService(listed.desk)
    attendee = people.resolve("T-1")
    assert [e.operator for e in people.card(attendee).entries] == ["Ailsa"]
    assert ScanService(listed.desk).scan(ScanRequest("T-1")).first.operator == "Ailsa"  # type: ignore[union-attr]
    service.remove_operator("ailsa")
    assert [e.operator for e in people.card(attendee).entries] == ["Ailsa", "organiser"]
    with pytest.raises(UserError, match="no operator"):
        ScanService(with_ailsa).scan(ScanRequest("T-2"))
    again = service.add_operator("Ailsa", "supervisor")
    assert [o["operator"] for o in service.operators()] == [again["operator"]]
    assert CareService(listed.desk).verify(signatures=True).whole


def test_a_window_hears_of_an_operator_named_elsewhere(listed: Lists, opened: Callable[..., Desk]) -> None:
    other = opened(listed.desk.home.root, "Desk A")
    assert ProgrammeService(other).operators()[0]["name"] == "organiser"
    ProgrammeService(listed.desk).add_operator("Ailsa", "desk")
    assert ProgrammeService(other).operators()[0]["name"] == "Ailsa"
    named = opened(listed.desk.home.root, "Desk A", "Ailsa")
    ProgrammeService(listed.desk).remove_operator("Ailsa")
    ProgrammeService(listed.desk).add_operator("Iain", "desk")
    with pytest.raises(UserError, match="no operator"):
        ScanService(named).scan(ScanRequest("T-1"))


def test_a_desk_is_called_something_else_from_now_on(listed: Lists, opened: Callable[..., Desk]) -> None:
    ScanService(listed.desk).scan(ScanRequest("T-1"))
    renamed = opened(listed.desk.home.root, "Side door")
    ScanService(renamed).scan(ScanRequest("T-2"))
    people = PeopleService(renamed)
    stations = [people.card(people.resolve(code)).entries[0].station for code in ("T-1", "T-2")]
    assert stations == ["Desk A", "Side door"]
    assert CareService(renamed).verify(signatures=True).whole


def test_days_begin_at_four(listed: Lists, clock: FakeClock) -> None:
    scans, programme = ScanService(listed.desk), ProgrammeService(listed.desk)
    clock.now = clock.now.replace(hour=22)
    first = scans.scan(ScanRequest("T-1"))
    assert (first.outcome, programme.day()[0]) == ("admitted", "2026-03-24")
    zone_hour = 26
    clock.forward(hours=zone_hour - 22)
    assert programme.day() == ("2026-03-24", False, 1), "a late dinner belongs to the day it follows"
    assert scans.scan(ScanRequest("T-1")).outcome == "already"
    clock.forward(hours=3)
    assert programme.day() == ("2026-03-25", False, 0)
    assert scans.scan(ScanRequest("T-1")).outcome == "admitted_again"
    assert PeopleService(listed.desk).figures()["inside"] == 1


def test_a_day_closed_by_hand(listed: Lists, clock: FakeClock) -> None:
    scans, programme = ScanService(listed.desk), ProgrammeService(listed.desk)
    scans.scan(ScanRequest("T-1"))
    clock.forward(hours=9)
    programme.close_day()
    assert programme.day() == ("2026-03-24", True, 0)
    assert scans.scan(ScanRequest("T-1")).outcome == "admitted_again"
    assert programme.day()[2] == 1
    clock.forward(hours=14)
    assert programme.day() == ("2026-03-25", False, 0)
    assert CareService(listed.desk).verify(signatures=True).whole


@pytest.fixture(autouse=True)
def _utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
