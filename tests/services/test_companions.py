"""Who may have come together with somebody: of one order, of one organisation."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.domain.errors import NotFound
from checkin.domain.people import Companions, WalkIn
from checkin.services.desk import Desk
from tests.services.at_one_desk import Front


@pytest.fixture
def front(desk: Desk, tmp_path: Path) -> Front:
    return Front.opened(desk, tmp_path / "lists")


def names(found: Companions) -> tuple[list[str], list[str]]:
    return [p.name for p in found.same_order], [p.name for p in found.same_organisation]


def of(front: Front, words: str) -> tuple[list[str], list[str]]:
    return names(front.people.companions(front.who(words)))


def test_in_the_order_of_their_names_and_themselves_too(front: Front) -> None:
    acme = ["Bo Lind", "Cy Marsh", "Ada Quill"]
    assert of(front, "T-1") == (acme, acme)
    assert of(front, "T-5") == (["Di Nash", "Ed Orr"], ["Di Nash", "Ed Orr"])
    assert front.card("T-1").same_order == 3


def test_somebody_on_their_own(front: Front) -> None:
    alone = front.walk_ins.register(WalkIn("Bo", "Li"), check_in=False).attendee
    assert names(front.people.companions(alone)) == (["Bo Li"], ["Bo Li"])
    assert front.card(alone).same_order == 1
    with pytest.raises(NotFound):
        front.people.companions("p-nobody")


def test_an_organisation_whatever_its_case(front: Front) -> None:
    front.walk_ins.register(WalkIn("Gus", "Poe", organisation="ACME"), check_in=False)
    assert of(front, "T-1")[1] == ["Bo Lind", "Cy Marsh", "Gus Poe", "Ada Quill"]


def test_whoever_was_replaced_does_not_come_with_them(front: Front) -> None:
    front.instead("T-5")
    assert of(front, "Eva Stone") == (["Di Nash", "Eva Stone"], ["Di Nash", "Eva Stone"])
    assert front.card("Eva Stone").same_order == 2
    assert of(front, "T-5")[0] == ["Di Nash", "Ed Orr", "Eva Stone"], "on their own card they are told"


def test_cancelled_ones_are_told(front: Front) -> None:
    assert "Di Nash" in of(front, "T-5")[0]


def test_somebody_of_a_very_large_organisation_is_among_them(front: Front) -> None:
    """Two hundred are shown at most, and whoever was asked for is one of those."""
    rows = "".join(f"L-{n},Given{n},Family{n:03},Large\n" for n in range(230))
    front.bring(rows, "Ticket code,Given name,Family name,Organisation\n", "large.csv")
    for number in (0, 115, 229):
        found = front.people.companions(front.who(f"L-{number}")).same_organisation
        assert f"Given{number} Family{number:03}" in [p.name for p in found]
        assert 200 <= len(found) <= 201


def test_two_that_are_one_count_once(front: Front) -> None:
    front.correcting.merge(front.who("T-1"), front.who("T-2"))
    assert len(of(front, "T-1")[0]) == 2
    assert front.card("T-2").same_order == 2
