"""Two desks that do not hear of each other: who was replaced, who came, and both desks the same afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin.domain.people import WalkIn
from checkin.services.care import CareService
from checkin.services.desk import Desk
from tests.conftest import FakeClock
from tests.services.at_one_desk import Front, a_second_desk

FAY = WalkIn("Fay", "Tree")


class Pair:
    """Two desks of one event, each with all that was known when they parted."""

    def __init__(self, one: Front, two: Front) -> None:
        self.one, self.two = one, two

    def meet(self) -> None:
        """Each gets the other's acts; afterwards both are whole and the same."""
        first, second = self.one.acts(), self.two.acts()
        self.one.take(second)
        self.two.take(first[::-1])
        assert self.one.is_whole()
        assert self.two.is_whole()
        digests = {CareService(desk.desk).verify().state_digest for desk in (self.one, self.two)}
        assert len(digests) == 1


@pytest.fixture
def pair(desk: Desk, tmp_path: Path, clock: FakeClock) -> Iterator[Pair]:
    one = Front.opened(desk, tmp_path / "lists")
    two = a_second_desk(one, tmp_path / "second", clock)
    assert two.desk.identity.station_id != one.desk.identity.station_id
    yield Pair(one, two)
    two.desk.close()


def test_both_replaced_the_same_person(pair: Pair, clock: FakeClock) -> None:
    eva = pair.one.instead("T-1")
    clock.forward(minutes=1)
    fay = pair.two.instead("T-1", FAY)
    pair.meet()
    for front in (pair.one, pair.two):
        (conflict,) = front.conflicts.all()
        assert (conflict.kind, conflict.name) == ("substituted_twice", "Ada Quill")
        assert conflict.text.startswith("Two people came instead")
        assert front.scan("T-1").reason == "Eva Stone comes instead"
    assert [pair.one.outcome(done.badge_code) for done in (eva, fay)] == ["admitted", "admitted"]
    seen, _ = pair.one.conflicts.acknowledge(pair.one.conflicts.all()[0].id)
    assert seen.acknowledged
    pair.one.undo(eva.entry)
    pair.meet()
    assert pair.two.scan("T-1").reason == "Fay Tree comes instead"
    assert pair.two.found_conflicts() == []


def test_one_admits_while_the_other_replaces(pair: Pair, clock: FakeClock) -> None:
    assert pair.one.outcome("T-1") == "admitted"
    clock.forward(minutes=1)
    eva = pair.two.instead("T-1")
    assert pair.two.outcome(eva.badge_code) == "admitted"
    pair.meet()
    for front in (pair.one, pair.two):
        (conflict,) = front.conflicts.all()
        assert conflict.kind == "replaced_but_came"
        assert len(conflict.entries) == 2
        assert front.people.figures()["inside"] == 2, "both are here"
    pair.two.undo(eva.entry)
    pair.meet()
    assert pair.one.found_conflicts() == []
    assert pair.one.outcome("T-1") == "already"


def test_replaced_here_and_corrected_there(pair: Pair) -> None:
    pair.two.correcting.correct(pair.two.who("T-1"), {"organisation": "Bell", "status": "confirmed"})
    eva = pair.one.instead("T-1")
    pair.meet()
    assert pair.two.card(eva.attendee).person.organisation == "Acme"
    ada = pair.two.card("T-1").person
    assert (ada.organisation, ada.status) == ("Bell", "cancelled")


def test_taken_back_here_and_admitted_there(pair: Pair) -> None:
    eva = pair.one.instead("T-1")
    pair.meet()
    assert pair.two.outcome(eva.badge_code) == "admitted"
    pair.one.undo(eva.entry)
    pair.meet()
    assert pair.one.people.figures()["inside"] == 0
    assert pair.one.outcome("T-1") == "admitted"


def test_the_badge_was_lost_at_both(pair: Pair) -> None:
    """Both give the same new code, so that whichever badge was printed opens."""
    ada, old = pair.one.who("T-1"), pair.one.card("T-1").person.badge_code
    one, two = pair.one.handing.replace(ada), pair.two.handing.replace(ada)
    assert one[1] == two[1]
    pair.meet()
    assert pair.one.outcome(old) == "revoked"
    assert pair.one.outcome(two[1]) == "admitted"


def test_a_message_that_both_told(pair: Pair) -> None:
    ada = pair.one.who("T-1")
    _, note = pair.one.notes.note(ada, "Tell Marta", at_scan=True)
    pair.meet()
    pair.one.notes.deliver(note)
    pair.two.notes.deliver(note)
    pair.meet()
    assert [n.delivered for n in pair.two.card("T-1").notes] == [True]


def test_groups_of_both_desks(pair: Pair, clock: FakeClock) -> None:
    first = pair.one.scans.group([pair.one.who(code) for code in ("T-1", "T-2")])
    clock.forward(minutes=1)
    second = pair.two.scans.group([pair.two.who(code) for code in ("T-2", "T-5")])
    pair.meet()
    assert pair.one.found_conflicts() == ["admitted_twice"]
    pair.two.undo(second.entry)
    pair.meet()
    assert pair.one.found_conflicts() == []
    assert [pair.one.outcome(code) for code in ("T-1", "T-2", "T-5")] == ["already", "already", "admitted"]
    assert first.entry != second.entry
