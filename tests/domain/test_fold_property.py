"""State is a pure function of the set of acts: any order of arrival, any repetition, the same people."""

from __future__ import annotations

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin.domain.act import touched
from checkin.domain.canonical import canonical
from checkin.domain.kinds import Kind
from checkin.domain.person_fold import fold_history, fold_person
from tests.domain.histories import History, Step, group_of, many_steps, steps

some = settings(max_examples=120, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@some
@given(many_steps, st.integers(0, 2**32))
def test_order_and_repetition_do_not_count(todo: list[Step], seed: int) -> None:
    made = History.of(todo)
    shuffle = random.Random(seed)
    for person in made.people:
        group, facts = group_of(person, made.facts)
        wanted = canonical(fold_person(min(group), facts))
        for _ in range(4):
            again = facts + shuffle.choices(facts, k=len(facts)) if facts else []
            shuffle.shuffle(again)
            assert canonical(fold_person(min(group), again)) == wanted
            assert canonical(fold_history(min(group), again)) == wanted


@some
@given(many_steps)
def test_everybody_of_a_group_finds_the_same_group(todo: list[Step]) -> None:
    made = History.of(todo)
    for person in made.people:
        group, facts = group_of(person, made.facts)
        for other in group:
            theirs, same = group_of(other, made.facts)
            assert theirs == group
            assert {f.act_id for f in same} == {f.act_id for f in facts}


@some
@given(many_steps)
def test_what_an_undo_names_is_not_in_the_state(todo: list[Step]) -> None:
    """Whatever the clocks of the two stations say."""
    made = History.of(todo)
    named = {ref for f in made.facts if f.kind == "undone" for ref in f.body["refs"]}
    named |= {ref for f in made.facts if f.kind in ("checked_out", "room_left") for ref in f.body["refs"]}
    standing_exits = {f.act_id for f in made.facts if f.kind == "undone"}
    assert not named & standing_exits
    undone = {ref for f in made.facts if f.kind == "undone" for ref in f.body["refs"]}
    for person in made.people:
        group, facts = group_of(person, made.facts)
        state = fold_person(min(group), facts)
        if state:
            inside = {e[0] for door in state["doors"].values() for e in door["open"]}
            closed = {
                ref
                for f in facts
                if f.kind in ("checked_out", "room_left", "checked_in", "room_entered") and f.act_id not in undone
                for ref in f.body["refs"]
            }
            assert not inside & (undone | closed)
            heads = {act for acts in state.get("heads", {}).values() for act in acts}
            assert not heads & undone


@some
@given(many_steps, steps)
def test_an_undo_of_a_substitution_leaves_no_trace(todo: list[Step], last: Step) -> None:
    """Whoever was replaced is again what they were, byte for byte; whoever came instead is nobody again."""
    made = History.of(todo)
    newcomer, known = f"p{5 + made.came_instead}", len(made.facts)
    before = {person: _state_of(person, made) for person in made.people}
    made.step(Step("substitute", last.station, last.person, 0, last.pick))
    acts = made.facts[known:]
    if not acts:
        return
    of = sorted({subject for f in acts for subject in touched(f)})
    made.add(last, Kind.UNDONE, newcomer, {"refs": [f.act_id for f in acts], "of": of})
    assert {person: _state_of(person, made) for person in before} == before


@some
@given(many_steps)
def test_whoever_was_replaced_opens_no_door(todo: list[Step]) -> None:
    """No code, no booking, cancelled; and the newcomer who is told exists, unless their own acts were taken back."""
    made = History.of(todo)
    for person in made.people:
        group, facts = group_of(person, made.facts)
        state = fold_person(min(group), facts)
        if state and "replaced_by" in state:
            assert state["replaced_by"] not in group
            assert state["status"] == "cancelled"
            assert state["bookings"] == {}
            assert not any(live for _, _, live, _ in state["codes"])
            other, theirs = group_of(state["replaced_by"], made.facts)
            newcomer = fold_person(min(other), theirs)
            assert newcomer is not None
            assert newcomer.get("instead_of") is not None
        if state and "instead_of" in state:
            assert state["instead_of"] not in group


def _state_of(person: str, made: History) -> str:
    group, facts = group_of(person, made.facts)
    return canonical(fold_person(min(group), facts))
