"""What a verdict and a card say: never the condition, never nothing, whatever the event's file holds."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain.notices import notices_of
from checkin.domain.outcome import Outcome
from checkin.domain.sentences import REASONS, WAYS_OUT, reason_of, way_out_of
from tests.factories import a_fact, a_person, an_event, listed

EVENT = an_event(
    hand_over={"Speaker": "Give the speaker's bag."}, needs={"Vegan": "Give the green card.", "wheelchair": "Call Ann."}
)


def kinds(**values: str) -> list[tuple[str, str]]:
    return [(n.kind, n.sentence) for n in notices_of(a_person(**values), EVENT)]


def test_every_outcome_has_a_reason_and_a_way_out_without_a_gap_left() -> None:
    for outcome in Outcome:
        gaps = {
            name: f"<{name}>"
            for _, name, _, _ in string.Formatter().parse(REASONS[outcome] + WAYS_OUT[outcome])
            if name
        }
        told = reason_of(outcome, gaps) + way_out_of(outcome, gaps, {})
        assert "{" not in told
        assert all(value in told for value in gaps.values())
        assert "{" not in reason_of(outcome, {}) + way_out_of(outcome, {}, {})


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ("Go to {door}.", "Go to Main."),
        ("Go {nowhere}!", "Go !"),
        ("{", "{"),
        ("{0}", ""),
        ("{door[x]}", "{door[x]}"),
        ("{door.y}", "{door.y}"),
        ("{door!z}", "{door!z}"),
        ("{door:>999999999999}", "{door:>999999999999}"),
        ("50 %", "50 %"),
        ("{door", "{door"),
        ("}{", "}{"),
        ("", WAYS_OUT[Outcome.BLOCKED]),
    ],
)
def test_an_own_sentence_of_an_event(own: str, told: str) -> None:
    assert way_out_of(Outcome.BLOCKED, {"door": "Main", "n": 3}, {"blocked": own}) == told


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.text("{}[]!:.0adoor \\%", max_size=30) | st.text(max_size=20))
def test_no_own_sentence_stops_a_verdict(own: str) -> None:
    assert isinstance(way_out_of(Outcome.FULL, {"door": "Main", "n": 3}, {"full": own}), str)


def test_a_plain_person_needs_nothing() -> None:
    assert kinds() == []
    assert kinds(diet="none", access="No.", photo="yes", category="Delegate") == []


@pytest.mark.parametrize(
    ("need", "title"),
    [
        ("Wheelchair user", "Step-free"),
        ("no steps", "Step-free"),
        ("hard of hearing", "Hearing"),
        ("Deaf, BSL", "Hearing"),
        ("blind, guide dog", "Sight"),
        ("autistic", "Quiet"),
        ("heart condition", "Access"),
        ("epilepsy", "Access"),
    ],
)
def test_a_need_is_told_as_an_act(need: str, title: str) -> None:
    (found,) = notices_of(a_person(access=need), an_event())
    assert (found.kind, found.title, found.urgent) == ("access", title, True)
    assert need.casefold() not in found.sentence.casefold()


def test_an_event_says_what_a_need_and_a_category_ask() -> None:
    assert kinds(access="Wheelchair") == [("access", "Call Ann.")]
    assert kinds(diet="vegan") == [("diet", "Give the green card.")]
    assert kinds(diet="no nuts") == [("diet", "Give the marked meal card.")]
    assert kinds(category="Speaker") == [("hand_over", "Give the speaker's bag.")]
    assert kinds(photo="no") == [("photo", "Give the lanyard that says no photos.")]


def test_urgent_ones_come_first() -> None:
    found = notices_of(a_person(category="Speaker", access="ramp", photo="no", status="unpaid"), EVENT, "Dinner")
    assert [n.urgent for n in found] == sorted((n.urgent for n in found), reverse=True)
    assert {n.kind for n in found} == {"access", "photo", "hand_over", "entitlement", "validity"}
    assert any(n.title == "Dinner" for n in found)


def test_somebody_who_is_on_no_newest_list_is_let_in_with_a_notice() -> None:
    from tests.factories import folded

    gone = a_fact("changed_at_source", "p1", {"list": "list:one", "gone": True}, n=2)
    assert [n.kind for n in notices_of(folded(listed(), gone), EVENT)] == ["list"]
    other = listed(3, body={"list": "list:two"}, station="B")
    assert notices_of(folded(listed(), gone, other), EVENT) == ()
