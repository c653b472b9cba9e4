"""A substitution is taken back, whatever the newcomer did since: the first person is what they were, byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from checkin.domain.errors import UserError
from checkin.domain.people import WalkIn
from checkin.domain.results import Substitution
from checkin.services.desk import Desk
from checkin.services.scan import PrintWish
from tests.services.at_one_desk import EVA, Front

WISH = PrintWish("label-62x100", "p")


@pytest.fixture
def front(desk: Desk, tmp_path: Path) -> Iterator[Front]:
    """Verified after each test."""
    made = Front.opened(desk, tmp_path / "lists")
    yield made
    assert made.is_whole()


def nothing(front: Front, done: Substitution) -> None:
    """They have not come yet."""


def admitted(front: Front, done: Substitution) -> None:
    assert front.outcome(done.badge_code) == "admitted"


def checked_out(front: Front, done: Substitution) -> None:
    admitted(front, done)
    front.scan(done.badge_code, exit=True)


def everywhere(front: Front, done: Substitution) -> None:
    admitted(front, done)
    assert front.outcome(done.badge_code, door="talk") == "admitted"
    assert front.outcome(done.badge_code, door="walk") == "admitted"


def printed(front: Front, done: Substitution) -> None:
    assert front.scan(done.badge_code, print_wish=WISH).print_job
    assert front.badges.step()
    front.handing.hand_over(done.attendee)


def corrected(front: Front, done: Substitution) -> None:
    front.correcting.correct(done.attendee, {"family": "Stein"})
    front.notes.note(done.attendee, "Tell Marta", at_scan=True)


def lost(front: Front, done: Substitution) -> None:
    front.handing.replace(done.attendee)


def taken_back(front: Front, done: Substitution) -> None:
    front.undo(front.scan(done.badge_code).entry)


def in_a_group(front: Front, done: Substitution) -> None:
    assert front.scans.group([done.attendee, front.who("T-2")]).results[0].outcome.admits


WHAT = [nothing, admitted, checked_out, everywhere, printed, corrected, lost, taken_back, in_a_group]


@pytest.mark.parametrize("what", WHAT, ids=lambda f: f.__name__)
@pytest.mark.parametrize("at_once", [False, True])
def test_the_first_person_comes_again(front: Front, what: Callable[[Front, Substitution], None], at_once: bool) -> None:
    ada, other = front.who("T-1"), front.who("T-5")
    before = front.state(ada), front.state(other)
    done = front.instead("T-1", check_in=at_once)
    if at_once and what in (admitted, printed, checked_out, everywhere, taken_back, in_a_group):
        front.scan(done.badge_code, exit=True)
        return
    what(front, done)
    result = front.undo(done.entry)
    assert (result.undone, result.attendee, result.name, result.state) == (done.entry, ada, "Ada Quill", "expected")
    assert not result.badges_out
    assert (front.state(ada), front.state(other)) == before
    assert front.state(done.attendee) == ""
    assert front.outcome(done.badge_code) == "unknown"
    assert front.people.figures()["inside"] == (1 if what is in_a_group else 0)
    assert front.found_conflicts() == []
    assert front.outcome("T-1") == "admitted"


def test_taken_back_twice(front: Front) -> None:
    done = front.instead("T-1")
    front.undo(done.entry)
    with pytest.raises(UserError, match="already"):
        front.undo(done.entry)


def test_and_done_again(front: Front) -> None:
    front.undo(front.instead("T-1").entry)
    done = front.instead("T-1", WalkIn("Fay", "Tree"))
    assert front.scan("T-1").reason == "Fay Tree comes instead"
    assert front.outcome(done.badge_code) == "admitted"


def test_f8_goes_back_step_by_step(front: Front) -> None:
    done = front.instead("T-1")
    front.scan(done.badge_code)
    assert front.undo().text == "Checked in"
    result = front.undo()
    assert (result.undone, result.text, result.name) == (done.entry, "Comes instead of Ada Quill", "Ada Quill")


def test_at_once_is_one_act(front: Front) -> None:
    done = front.instead("T-1", check_in=True)
    assert front.undo().undone == done.entry
    assert front.outcome("T-1") == "admitted"


def test_not_while_somebody_comes_instead_of_the_newcomer(front: Front) -> None:
    one = front.instead("T-1")
    two = front.substituting.substitute(one.attendee, WalkIn("Fay", "Tree"))
    with pytest.raises(UserError, match="Fay Tree comes instead of Eva Stone already") as told:
        front.undo(one.entry)
    assert told.value.advice == "Take that back first."
    front.undo(two.entry)
    front.undo(one.entry)
    assert front.outcome("T-1") == "admitted"
    assert front.outcome(one.badge_code) == "unknown"


def test_a_newcomer_who_is_one_with_another_registration_stays_in(front: Front) -> None:
    """Ed, who is on the list himself, came instead of Ada: what he did stays his."""
    done = front.instead("T-1", WalkIn("Ed", "Orr"))
    front.correcting.merge(done.attendee, front.who("T-5"))
    assert front.outcome(done.badge_code) == "admitted"
    front.undo(done.entry)
    assert front.outcome("T-5") == "already"
    assert front.outcome(done.badge_code) == "unknown"
    assert front.outcome("T-1") == "admitted"


def test_the_question_about_a_badge_is_not_about_the_first_person(front: Front) -> None:
    """Ada had been here and has a badge; it is Eva who was let in."""
    front.scan("T-1", print_wish=WISH)
    front.badges.step()
    front.scan("T-1", exit=True)
    done = front.instead("T-1", check_in=True)
    assert not front.undo(done.entry).badges_out


def test_the_print_of_somebody_who_vanished(front: Front) -> None:
    done = front.instead("T-1", check_in=True, print_wish=WISH)
    front.undo(done.entry)
    job = front.badges.step()
    assert job is not None
    assert (job.state, job.name) == ("failed", "")
    assert "Nobody with this id" in job.cause
    assert front.badges.step() is None


def test_the_waiting_print_of_somebody_who_was_replaced(front: Front) -> None:
    front.badges.queue(front.who("T-1"), "p")
    front.instead("T-1")
    job = front.badges.step()
    assert job is not None
    assert (job.state, job.name) == ("failed", "Ada Quill")
    assert "no badge code that opens a door" in job.cause


def test_eva_is_nobody_for_every_other_act(front: Front) -> None:
    done = front.instead("T-1", EVA)
    front.undo(done.entry)
    for act in (front.handing.hand_over, front.handing.replace, front.people.card, front.people.companions):
        with pytest.raises(UserError, match="Nobody"):
            act(done.attendee)
