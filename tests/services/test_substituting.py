"""Somebody comes instead of somebody: what passes on, which codes die, what is refused, and all of it taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin.domain.errors import NotFound, UserError
from checkin.domain.people import WalkIn
from checkin.services.desk import Desk
from checkin.services.scan import PrintWish
from tests.services.at_one_desk import EVA, EVENT, ROWS, Front

DINNER = "Ticket code,Order,Name,Product\n"


@pytest.fixture
def front(desk: Desk, tmp_path: Path) -> Iterator[Front]:
    """Verified after each test."""
    made = Front.opened(desk, tmp_path / "lists")
    yield made
    assert made.is_whole()


def test_the_registration_passes_on_and_nothing_personal(front: Front) -> None:
    ada = front.card("T-1")
    done = front.instead("T-1")
    eva = front.card(done.badge_code)
    assert (done.instead_of, eva.person.attendee) == (ada.person.attendee, done.attendee)
    assert (eva.person.name, eva.email, eva.person.status) == ("Eva Stone", "eva@x.example", "confirmed")
    for name in ("organisation", "city", "category"):
        assert getattr(eva.person, name) == getattr(ada.person, name)
    assert (eva.order, [b.door for b in eva.bookings]) == ("O-1", ["walk"])
    assert (eva.phone, eva.photo, eva.fields, eva.notes) == ("", "", {}, ())
    assert {n.kind for n in eva.notices} == set(), "no need, no diet, no consent"
    assert eva.instead_of == front.card(ada.person.attendee).person
    assert front.card(ada.person.attendee).replaced_by == eva.person


def test_the_badge_and_the_ticket_of_the_first_open_nothing(front: Front) -> None:
    badge = front.card("T-1").person.badge_code
    done = front.instead("T-1")
    for code in ("T-1", badge, badge.lower()):
        result = front.scan(code)
        assert (result.outcome, result.word, result.reason) == ("revoked", "Old badge", "Eva Stone comes instead")
        assert "walk-in" in result.way_out
        assert result.name == "Ada Quill"
        assert result.notices == ()
    assert front.outcome(done.badge_code) == "admitted"
    by_name = front.scan(attendee=front.who("Ada Quill"))
    assert (by_name.outcome, by_name.reason) == ("cancelled", "Eva Stone comes instead")


def test_let_in_at_once_with_a_badge(front: Front) -> None:
    done = front.instead("T-1", check_in=True, print_wish=PrintWish("label-62x100", "p"))
    assert done.scan is not None
    assert (done.scan.outcome, done.scan.entry) == ("admitted", done.entry)
    assert done.scan.print_job is not None
    assert front.card(done.attendee).person.badge == "owed"
    assert front.badges.step()
    assert front.card(done.attendee).person.badge == "printed"
    assert front.outcome(done.badge_code) == "already"


def test_an_unpaid_registration_stays_unpaid(front: Front) -> None:
    done = front.instead("T-3", check_in=True)
    assert done.scan is not None
    assert done.scan.outcome == "unpaid"
    assert front.outcome(done.badge_code) == "unpaid"


def test_a_ticket_that_was_stopped_stays_so(front: Front) -> None:
    front.bring("B-1,Gus,Poe,true\n", "Ticket code,Given name,Family name,Blocked\n", "stopped.csv")
    assert front.outcome("B-1") == "blocked"
    assert front.outcome(front.instead("B-1").badge_code) == "blocked"


def test_the_hours_of_a_ticket_pass_on(front: Front) -> None:
    head = "Ticket code,Given name,Family name,Valid from,Valid until\n"
    front.bring("V-1,Gus,Poe,2026-03-25T08:00:00,2026-03-25T18:00:00\n", head, "days.csv")
    assert front.outcome("V-1") == "wrong_time"
    assert front.outcome(front.instead("V-1").badge_code) == "wrong_time"


def test_extras_pass_on_with_their_codes(desk: Desk, tmp_path: Path) -> None:
    front = Front.opened(desk, tmp_path / "lists", rows="")
    head = "Order code,Position ID,Attendee name,Product,Ticket secret,Add-on to position ID\n"
    rows = "O-9,1,Ada Quill,Ticket,SECRETADA1,\nO-9,2,,Gala dinner,SECRETDINNER,1\n"
    result = front.bring(rows, head, "pretix.csv")
    assert result.entitlements == 1
    before = front.card("SECRETADA1")
    assert "Gala dinner" in before.fields["Extras"]
    done = front.instead("SECRETADA1")
    assert front.card(done.attendee).fields == {"Extras": before.fields["Extras"]}
    scanned = front.scan("SECRETDINNER")
    assert (scanned.outcome, scanned.attendee) == ("admitted", done.attendee)
    assert "Gala dinner" in [n.title for n in scanned.notices]
    assert front.who("SECRETDINNER") == done.attendee
    assert front.outcome("SECRETADA1") == "revoked"
    front.undo(done.entry)
    again = front.scan("SECRETDINNER")
    assert (again.outcome, again.name) == ("admitted", "Ada Quill")
    assert front.is_whole()


def test_found_by_both_names(front: Front) -> None:
    done = front.instead("T-1")
    assert [p.name for p, _ in front.people.search("Stone")] == ["Eva Stone"]
    assert front.people.search("Quill")[0][0].status == "cancelled"
    assert front.who("T-1") != done.attendee


def test_counted_once(front: Front) -> None:
    before = front.people.figures()
    front.instead("T-1")
    after = front.people.figures()
    assert (after["expected"], after["inside"]) == (before["expected"], 0)


@pytest.mark.parametrize(
    ("newcomer", "told"),
    [
        (WalkIn(), "needs a name"),
        (WalkIn(" \t", "\x07\x1b"), "needs a name"),
        (WalkIn(email="x@x.example"), "needs a name"),
        (WalkIn("x" * 201), "longer than 200"),
        (WalkIn("Eva", email="x" * 201), "longer than 200"),
    ],
)
def test_what_no_newcomer_is(front: Front, newcomer: WalkIn, told: str) -> None:
    before = len(front.acts())
    with pytest.raises(UserError, match=told):
        front.instead("T-1", newcomer)
    assert len(front.acts()) == before


def test_nobody(front: Front) -> None:
    with pytest.raises(NotFound):
        front.substituting.substitute("p-nobody", EVA)


def test_whoever_is_in_or_cancelled_or_replaced_passes_nothing_on(front: Front) -> None:
    front.scan("T-1")
    with pytest.raises(UserError, match="Ada Quill is in"):
        front.instead("T-1")
    with pytest.raises(UserError, match="was cancelled"):
        front.instead("T-4")
    front.instead("T-5")
    with pytest.raises(UserError, match="Eva Stone comes instead of Ed Orr already") as told:
        front.instead("T-5")
    assert told.value.advice == "Take that back, or replace Eva Stone."


def test_whoever_was_here_and_left_may_pass_it_on(front: Front) -> None:
    front.scan("T-1")
    front.scan("T-1", exit=True)
    done = front.instead("T-1")
    assert front.found_conflicts() == []
    assert front.outcome(done.badge_code) == "admitted"


def test_a_newcomer_is_replaced_again(front: Front) -> None:
    one = front.instead("T-1")
    two = front.substituting.substitute(one.attendee, WalkIn("Fay", "Tree"))
    assert front.scan("T-1").reason == "Fay Tree comes instead", "the last of several"
    assert front.scan(one.badge_code).reason == "Fay Tree comes instead"
    assert [b.door for b in front.card(two.attendee).bookings] == ["walk"]
    assert front.outcome(two.badge_code) == "admitted"
    assert front.found_conflicts() == []


def test_a_correction_of_a_newcomer_is_no_conflict(front: Front) -> None:
    done = front.instead("T-1")
    front.correcting.correct(done.attendee, {"family": "Stein", "city": "Bern", "diet": "vegan"})
    person = front.card(done.attendee).person
    assert (person.name, person.city) == ("Eva Stein", "Bern")
    assert front.found_conflicts() == []


def test_a_newcomer_who_has_a_registration_of_their_own(front: Front) -> None:
    done = front.instead("T-1")
    front.correcting.merge(done.attendee, front.who("T-5"))
    assert [front.outcome(code) for code in ("T-5", done.badge_code, "T-1")] == ["admitted", "already", "revoked"]
    card = front.card("T-5")
    assert card.instead_of is not None
    assert card.instead_of.name == "Ada Quill"
    front.correcting.unmerge(done.attendee)
    assert front.card(done.attendee).instead_of is not None
    assert front.card("T-5").instead_of is None


def test_whoever_came_instead_of_themselves(front: Front) -> None:
    done = front.instead("T-1", WalkIn("Ada", "Quil"))
    front.correcting.merge(done.attendee, front.who("T-1"))
    card = front.card("T-1")
    assert (card.instead_of, card.replaced_by, card.person.status) == (None, None, "confirmed")
    assert front.outcome("T-1") == "admitted"


def test_a_person_of_two_registrations(front: Front) -> None:
    front.correcting.merge(front.who("T-1"), front.who("T-5"))
    done = front.instead("T-5")
    assert {front.outcome(code) for code in ("T-1", "T-5")} == {"revoked"}
    assert front.outcome(done.badge_code) == "admitted"
    front.undo(done.entry)
    assert [front.outcome(code) for code in ("T-1", "T-5")] == ["admitted", "already"]


def test_an_event_without_bookings_and_a_walk_in(desk: Desk, tmp_path: Path) -> None:
    front = Front.opened(desk, tmp_path / "lists", rows="", event=EVENT.partition("[[room]]")[0])
    walk_in = front.walk_ins.register(WalkIn("Bo", "Li", organisation="Acme"), check_in=False)
    done = front.substituting.substitute(walk_in.attendee, EVA)
    assert front.card(done.attendee).person.organisation == "Acme"
    assert front.outcome(walk_in.badge_code) == "revoked"
    assert front.is_whole()


def test_the_first_persons_history_tells_who_comes(front: Front) -> None:
    """So that it can be taken back from there, as the verdict says."""
    done = front.instead("T-1", check_in=True)
    told = [(e.entry, e.text, e.undone) for e in front.card("T-1").entries]
    assert told == [(done.entry, "Eva Stone comes instead", False)]
    assert "Comes instead of Ada Quill" in [e.text for e in front.card(done.attendee).entries]
    front.undo(done.entry)
    assert [(e.text, e.undone) for e in front.card("T-1").entries] == [("Eva Stone comes instead", True)]


def test_a_whole_list_of_rows_is_what_these_tests_say() -> None:
    assert [row.split(",")[0] for row in ROWS.splitlines()] == ["T-1", "T-2", "T-3", "T-4", "T-5"]
