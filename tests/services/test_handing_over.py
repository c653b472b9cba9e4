"""A badge through its life: box, hand, desk, lost, replaced; and what a desk is told of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from checkin.domain.errors import NotFound, UserError
from checkin.domain.people import WalkIn
from checkin.services.desk import Desk
from checkin.services.scan import PrintWish, ScanRequest
from tests.conftest import FakeClock
from tests.services.at_one_desk import EVA, Front

WISH = PrintWish("label-62x100", "p")


@pytest.fixture
def front(desk: Desk, tmp_path: Path) -> Iterator[Front]:
    """Verified after each test."""
    made = Front.opened(desk, tmp_path / "lists")
    yield made
    assert made.is_whole()


def badge(front: Front, words: str) -> str:
    return front.card(words).person.badge.value


def test_the_list_says_where_badges_lie(front: Front) -> None:
    assert [badge(front, f"T-{n}") for n in (1, 2, 5)] == ["none", "pre_printed", "pre_printed"]
    assert [front.card(f"T-{n}").badge_place for n in (1, 2, 5)] == ["", "box 2, no. 117", "box 3"]


def test_from_the_box_into_the_hand_and_back_again(front: Front) -> None:
    first = front.scan("T-2", hand_over=True, print_wish=WISH)
    assert (first.outcome, first.handed_over, first.badge_place) == ("admitted", True, "box 2, no. 117")
    assert first.print_job is None, "nothing prints"
    assert badge(front, "T-2") == "handed_over"
    taken_back = front.undo(first.entry)
    assert taken_back.badges_out, "they may walk away with it: the desk asks"
    assert badge(front, "T-2") == "pre_printed"
    front.handing.keep(front.who("T-2"))
    assert badge(front, "T-2") == "kept"
    again = front.scan("T-2", hand_over=True)
    assert (again.outcome, again.handed_over, badge(front, "T-2")) == ("admitted", True, "handed_over")
    with pytest.raises(UserError, match="handed over already"):
        front.handing.hand_over(front.who("T-2"))


def test_let_in_without_handing_over(front: Front) -> None:
    result = front.scan("T-2")
    assert (result.handed_over, result.badge_place) == (False, "box 2, no. 117")
    assert not front.undo(result.entry).badges_out
    assert badge(front, "T-2") == "pre_printed"


def test_refused_and_already_hand_nothing_over(front: Front) -> None:
    front.correcting.correct(front.who("T-5"), {"status": "unpaid"})
    assert not front.scan("T-5", hand_over=True).handed_over
    assert badge(front, "T-5") == "pre_printed"
    front.scan("T-2")
    assert not front.scan("T-2", hand_over=True).handed_over
    assert not front.scan("T-2", hand_over=True, exit=True).handed_over
    assert badge(front, "T-2") == "pre_printed"
    assert front.scan("T-2", hand_over=True).handed_over, "back in, with the badge this time"


def test_in_spite_of_a_refusal(front: Front) -> None:
    front.correcting.correct(front.who("T-5"), {"status": "unpaid"})
    assert front.scan("T-5", hand_over=True, override=True, reason="paid in cash").handed_over


def test_a_printed_badge_is_asked_back(front: Front) -> None:
    first = front.scan("T-1", print_wish=WISH)
    assert badge(front, "T-1") == "owed"
    front.badges.step()
    assert badge(front, "T-1") == "printed"
    front.handing.hand_over(front.who("T-1"))
    assert front.undo(first.entry).badges_out
    front.handing.keep(front.who("T-1"))
    again = front.scan("T-1", print_wish=WISH, hand_over=True)
    assert (again.print_job, again.handed_over, badge(front, "T-1")) == (None, True, "handed_over")


def test_leaving_and_another_door_ask_for_no_badge(front: Front) -> None:
    front.scan("T-2", hand_over=True)
    out = front.scan("T-2", exit=True)
    assert not front.undo(out.entry).badges_out
    room = front.scan("T-2", door="talk")
    assert not front.undo(room.entry).badges_out


def test_a_badge_that_did_not_come_out_stays_owed(front: Front) -> None:
    result = front.scan("T-1", print_wish=WISH)
    front.badges.step()
    assert result.print_job
    front.badges.confirm(result.print_job, came_out=False)
    assert badge(front, "T-1") == "owed"
    front.badges.repeat(result.print_job)
    front.badges.step()
    assert badge(front, "T-1") == "printed"


def test_a_lost_badge(front: Front) -> None:
    ada, old = front.who("T-1"), front.card("T-1").person.badge_code
    owner, new, entry = front.handing.replace(ada, "lost")
    assert (owner, front.card(new).person.badge_code) == (ada, new)
    assert front.outcome(old) == "revoked"
    assert front.outcome(new) == "admitted"
    assert badge(front, "T-1") == "none"
    _, newest, _ = front.handing.replace(ada)
    assert [front.outcome(code) for code in (old, new, newest)] == ["revoked", "revoked", "already"]
    assert len({old, new, newest}) == 3
    with pytest.raises(UserError, match="cannot be taken back"):
        front.undo(entry)


def test_a_lost_badge_of_the_box_is_printed(front: Front) -> None:
    """The one in the box bears the old code."""
    front.handing.replace(front.who("T-2"))
    assert badge(front, "T-2") == "none"
    result = front.scan("T-2", print_wish=WISH, hand_over=True)
    assert (bool(result.print_job), result.handed_over) == (True, False)
    front.badges.step()
    assert badge(front, "T-2") == "printed"


def test_a_lost_badge_leaves_the_ticket_alone(front: Front) -> None:
    front.handing.replace(front.who("T-1"))
    assert front.outcome("T-1") == "admitted"


def test_of_two_that_are_one_every_badge_dies(front: Front) -> None:
    codes = [front.card(f"T-{n}").person.badge_code for n in (1, 5)]
    front.correcting.merge(front.who("T-1"), front.who("T-5"))
    _, new, _ = front.handing.replace(front.who("T-5"))
    assert [front.outcome(code) for code in (*codes, new)] == ["revoked", "revoked", "admitted"]


def test_whose_badge_opens_nothing_needs_no_new_one(front: Front) -> None:
    front.instead("T-1")
    with pytest.raises(UserError, match="Somebody comes instead"):
        front.handing.replace(front.who("T-1"))


def test_nobody(front: Front) -> None:
    for act in (front.handing.hand_over, front.handing.keep, front.handing.replace):
        with pytest.raises(NotFound):
            act("p-nobody")


def test_kept_twice(front: Front) -> None:
    front.handing.keep(front.who("T-1"))
    with pytest.raises(UserError, match="lies here already"):
        front.handing.keep(front.who("T-1"))


def test_each_is_taken_back_by_its_id(front: Front) -> None:
    ada = front.who("T-1")
    _, entry = front.handing.hand_over(ada)
    front.undo(entry)
    assert badge(front, "T-1") == "none"
    _, kept = front.handing.keep(ada)
    front.scan("T-5")
    assert front.undo().text == "Checked in", "by itself an undo passes badges over"
    front.undo(kept)
    assert badge(front, "T-1") == "none"


def test_the_reason_says_when_and_where_it_was_replaced(front: Front, clock: FakeClock) -> None:
    ada, old = front.who("T-1"), front.card("T-1").person.badge_code
    clock.forward(minutes=12)
    front.handing.replace(ada)
    clock.forward(hours=1)
    assert front.scan(old).reason == "This badge was replaced at 09:12, Desk A"
    front.desk.rename("Desk 3")
    _, new, _ = front.handing.replace(ada)
    _, newest, _ = front.handing.replace(ada)
    assert front.scan(old).reason == "This badge was replaced at 09:12, Desk A", "each code its own"
    assert front.scan(new).reason == "This badge was replaced at 10:12, Desk 3"
    tomorrow = clock.now + timedelta(days=1)
    told = front.scans.scan(ScanRequest(old), tomorrow).reason
    assert told == "This badge was replaced at Tue 24 Mar 09:12, Desk A"
    assert front.outcome(newest) == "admitted"


def test_the_reason_of_a_ticket_that_the_list_replaced(desk: Desk, tmp_path: Path) -> None:
    front = Front.opened(desk, tmp_path / "lists", rows="")
    head = "Registration ID,Ticket code,Given name,Family name\n"
    front.bring("R-1,T-1,Ada,Quill\n", head)
    front.bring("R-1,T-9,Ada,Quill\n", head)
    result = front.scan("T-1")
    assert (result.outcome, result.reason) == ("revoked", "This badge was replaced")


def test_the_reason_after_two_were_joined_and_parted(front: Front) -> None:
    old = front.card("T-5").person.badge_code
    front.handing.replace(front.who("T-5"))
    front.correcting.merge(front.who("T-1"), front.who("T-5"))
    assert front.scan(old).reason == "This badge was replaced at 09:00, Desk A"
    front.correcting.unmerge(front.who("T-1"))
    assert front.scan(old).reason == "This badge was replaced at 09:00, Desk A"


def test_a_walk_in_and_a_newcomer_lose_theirs_too(front: Front) -> None:
    walk_in = front.walk_ins.register(WalkIn("Bo", "Li"), check_in=False)
    done = front.instead("T-1", EVA)
    for made in (walk_in, done):
        _, new, _ = front.handing.replace(made.attendee)
        assert front.scan(made.badge_code).reason == "This badge was replaced at 09:00, Desk A"
        assert front.outcome(new) == "admitted"
