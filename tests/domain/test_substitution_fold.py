"""Somebody comes instead of somebody: the states of both, whatever else happened and whoever knew of it."""

from __future__ import annotations

from itertools import permutations
from typing import Any

from checkin.domain.act import Fact, touched
from checkin.domain.canonical import canonical
from checkin.domain.person_fold import State, fold_person
from checkin.domain.substitution_fold import PASSES_ON
from tests.factories import a_fact, entry, folded, listed, undo

PERSONAL = frozenset({"email", "phone", "diet", "access", "photo", "notes", "fields", "box", "number"})


def instead(n: int = 5, newcomer: str = "p9", of: str = "p1", *, refs: tuple[str, ...] = (), **named: Any) -> Fact:
    body = {"instead_of": of, "refs": list(refs), "set": {"status": "confirmed"}, "bookings": {"lab": "booked"}}
    personal = {"set": {"given": "Bea"}, "codes": [[f"CODE{newcomer}", "badge", ""]], "name": "Ada Lovelace"}
    return a_fact("substituted", newcomer, body, personal, n=n, **named)


def of_first(*facts: Fact) -> State:
    return folded(listed(body={"bookings": {"lab": "booked"}}), *facts)


def kinds(state: State) -> list[str]:
    return [c["kind"] for c in state.get("conflicts", ())]


def test_nothing_that_is_the_persons_own_passes_on() -> None:
    assert not PERSONAL & set(PASSES_ON)


def test_a_substitution_concerns_both() -> None:
    assert touched(instead()) == ["p9", "p1"]


def test_the_first_person_stays_and_opens_nothing() -> None:
    state = of_first(instead())
    assert (state["given"], state["status"], state["replaced_by"]) == ("Ada", "cancelled", "p9")
    assert (state["bookings"], state["codes"]) == ({}, [["CODEp1", "badge", False, ""]])
    assert kinds(state) == []


def test_the_newcomer_has_what_the_act_says() -> None:
    state = folded(instead(), attendee="p9")
    assert (state["given"], state["status"], state["instead_of"]) == ("Bea", "confirmed", "p1")
    assert (state["bookings"], state["walk_in"]) == ({"lab": "booked"}, False)
    assert state["codes"] == [["CODEp9", "badge", True, ""]]
    assert "replaced_by" not in state


def test_taken_back_nothing_of_it_is_left() -> None:
    made = instead()
    for facts in permutations((listed(), made, undo(6, made.act_id, subject="p9", of=["p1", "p9"]))):
        assert canonical(fold_person("p1", facts)) == canonical(folded(listed()))
    assert fold_person("p9", [made, undo(6, made.act_id, subject="p9")]) is None


def test_two_desks_replaced_the_same_person() -> None:
    one, two = instead(5, "p9"), instead(4, "p8", station="B")
    for order in permutations((one, two)):
        state = of_first(*order)
        assert state["replaced_by"] == "p8", "the first by the clock counts"
        assert state["conflicts"] == [{"kind": "substituted_twice", "entries": sorted([one.act_id, two.act_id])}]
    taken_back = of_first(one, two, undo(6, two.act_id, subject="p8", of=["p1", "p8"]))
    assert (taken_back["replaced_by"], kinds(taken_back)) == ("p9", [])


def test_let_in_by_a_desk_that_did_not_know() -> None:
    came = entry(4, station="B")
    for order in permutations((came, instead())):
        state = of_first(*order)
        assert kinds(state) == ["replaced_but_came"]
        assert state["conflicts"][0]["entries"] == [came.act_id, instead().act_id]
        assert state["doors"]["main"]["open"]


def test_let_in_before_and_known_is_no_conflict() -> None:
    came = entry(2, day="2026-03-23")
    assert kinds(of_first(came, instead(refs=(came.act_id,)))) == []


def test_another_door_is_no_coming() -> None:
    assert kinds(of_first(entry(4, "hall", kind="room_entered"), instead())) == []


def test_a_newer_list_brings_nothing_back_to_life() -> None:
    newer = a_fact(
        "changed_at_source", "p1",
        {"list": "list:one", "set": {"status": "confirmed"}, "bookings": {"lab": "booked", "walk": "booked"}},
        {"set": {"city": "Oban"}, "codes": [["NEWTICKET", "ticket", ""]]}, n=9,
    )  # fmt: skip
    again = listed(10, body={"list": "list:two", "bookings": {"walk": "booked"}}, station="B")
    state = of_first(instead(), newer, again)
    assert (state["status"], state["bookings"], state["city"]) == ("cancelled", {}, "Oban")
    assert {live for _, _, live, _ in state["codes"]} == {False}


def test_a_newcomer_who_is_replaced_again() -> None:
    made = instead()
    state = folded(made, instead(7, "p7", of="p9"), attendee="p9")
    assert (state["instead_of"], state["replaced_by"], state["status"]) == ("p1", "p7", "cancelled")


def test_a_newcomer_who_is_one_with_another_registration() -> None:
    facts = (listed(2, "p3"), instead(), a_fact("merged", "p3", {"other": "p9"}, n=8))
    state = folded(*facts, attendee="p3")
    assert (state["instead_of"], state["members"], state["status"]) == ("p1", ["p3", "p9"], "confirmed")
    assert [c[0] for c in state["codes"] if c[2]] == ["CODEp3", "CODEp9"]


def test_a_newcomer_who_is_the_first_person_comes_instead_of_nobody() -> None:
    state = folded(listed(), instead(), a_fact("merged", "p1", {"other": "p9"}, n=8))
    assert "instead_of" not in state
    assert "replaced_by" not in state
    assert all(live for _, _, live, _ in state["codes"])


def test_of_a_merged_person_every_code_dies() -> None:
    joined = a_fact("merged", "p1", {"other": "p3"}, n=3)
    state = folded(listed(), listed(2, "p3"), joined, instead())
    assert (state["replaced_by"], state["members"]) == ("p9", ["p1", "p3"])
    assert {live for _, _, live, _ in state["codes"]} == {False}
