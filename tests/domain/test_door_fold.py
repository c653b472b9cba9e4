"""Who is in: observed-remove undo, exits that name their entry, clocks that are wrong, doubles."""

from __future__ import annotations

from itertools import permutations
from typing import Any

from checkin.domain.act import Fact
from checkin.domain.scan import open_entries
from tests.factories import DAY, a_fact, entry, folded, leaving, listed, undo

PERSON = listed(-1000)
FAR = 10_000


def main(*facts: Fact) -> dict[str, Any]:
    """The event's door, the same whatever the order of arrival."""
    states = [folded(PERSON, *order) for order in permutations(facts)]
    assert all(s == states[0] for s in states)
    return {**states[0]["doors"].get("main", {"open": [], "n": 0}), "conflicts": states[0].get("conflicts", [])}


def inside(*facts: Fact) -> list[str]:
    return [e[0] for e in main(*facts)["open"]]


IN = entry(1)


def test_in_and_out() -> None:
    assert inside(IN) == [IN.act_id]
    assert inside(IN, leaving(2, refs=[IN.act_id])) == []
    assert inside(IN, leaving(2)) == []
    back = entry(3)
    assert inside(IN, leaving(2), back) == [back.act_id]


def test_an_exit_that_names_its_entry_works_whatever_the_clocks() -> None:
    early = leaving(-500, refs=[IN.act_id], station="B")
    assert inside(IN, early) == []
    door = main(IN, early)
    assert (door["n"], door["out_at"], door["first"]) == (1, early.body["at"], [IN.act_id, IN.body["at"]])


def test_an_exit_that_names_nothing_closes_the_latest_earlier_entry() -> None:
    other = entry(5, station="B")
    assert inside(IN, other, leaving(6)) == [IN.act_id]
    assert inside(IN, other, leaving(3)) == [other.act_id]
    assert inside(IN, leaving(0)) == [IN.act_id]


def test_an_undo_works_whatever_the_clocks() -> None:
    for n in (-FAR, 2, FAR):
        assert inside(IN, undo(n, IN.act_id, station="B")) == []


def test_a_check_in_elsewhere_survives_an_undo_that_did_not_see_it() -> None:
    other = entry(2, station="B")
    door = main(IN, other, undo(3, IN.act_id))
    assert [e[0] for e in door["open"]] == [other.act_id]
    assert (door["n"], door["conflicts"], door["first"][0]) == (1, [], other.act_id)


def test_an_undo_cannot_be_undone_but_done_again() -> None:
    back = undo(2, IN.act_id)
    assert inside(IN, back, undo(3, back.act_id)) == []
    again = entry(4)
    assert inside(IN, back, again) == [again.act_id]


def test_an_exit_taken_back_leaves_the_person_in() -> None:
    out = leaving(2, refs=[IN.act_id])
    assert inside(IN, out, undo(3, out.act_id)) == [IN.act_id]


def test_two_desks_admit_one_person() -> None:
    other = entry(4, station="B")
    door = main(IN, other)
    assert [e[0] for e in door["open"]] == [IN.act_id, other.act_id]
    (conflict,) = door["conflicts"]
    assert conflict == {"kind": "admitted_twice", "door": "main", "entries": sorted([IN.act_id, other.act_id])}
    assert inside(IN, other, leaving(9, refs=[IN.act_id, other.act_id])) == []
    same = entry(1, station="B")
    assert [e[0] for e in main(IN, same)["open"]] == sorted([IN.act_id, same.act_id])


def test_another_day_is_no_double() -> None:
    next_day = entry(2000, refs=[IN.act_id], day="2026-03-25")
    door = main(IN, next_day)
    assert ([e[0] for e in door["open"]], door["conflicts"], door["n"]) == ([next_day.act_id], [], 2)
    unseen = entry(2000, day="2026-03-25", station="B")
    assert ([e[0] for e in main(IN, unseen)["open"]], main(IN, unseen)["conflicts"]) == ([unseen.act_id], [])
    assert main(IN, next_day)["days"] == {
        DAY: [IN.act_id, IN.body["at"]],
        "2026-03-25": [next_day.act_id, next_day.body["at"]],
    }


def test_doors_do_not_mix() -> None:
    room = entry(2, "hall", kind="room_entered")
    coach = entry(3, "coach", kind="boarded")
    off = leaving(4, "coach", kind="alighted")
    state = folded(PERSON, IN, room, coach, off)
    assert {d: [e[0] for e in v["open"]] for d, v in state["doors"].items()} == {
        "main": [IN.act_id], "hall": [room.act_id], "coach": [],
    }  # fmt: skip


def test_the_day_is_closed_between_two_entries_that_do_not_know_each_other() -> None:
    later = entry(50, station="B")
    state = folded(PERSON, IN, later)
    assert [e[0] for e in open_entries(state, "main", DAY, IN.hlc)] == [later.act_id]
    assert open_entries(state, "main", DAY, later.hlc) == []
    assert open_entries(state, "main", "2026-03-25", 0) == open_entries(state, "nowhere", DAY, 0) == []


def test_bookings_and_codes() -> None:
    booked = a_fact("booked", "p1", {"door": "lab", "state": "waitlisted"}, n=2)
    got = a_fact("booked", "p1", {"door": "lab"}, n=3)
    given_up = a_fact("released", "p1", {"door": "lab"}, n=4)
    assert folded(PERSON, booked)["bookings"] == {"lab": "waitlisted"}
    assert folded(PERSON, got, booked)["bookings"] == {"lab": "booked"}
    assert folded(PERSON, got, given_up, booked)["bookings"] == {}
    assert folded(PERSON, got, given_up, booked, undo(5, given_up.act_id))["bookings"] == {"lab": "booked"}


def live(*facts: Fact) -> dict[str, bool]:
    states = [folded(*order) for order in permutations(facts)]
    assert all(s["codes"] == states[0]["codes"] for s in states)
    return {code: alive for code, _, alive, _ in states[0]["codes"]}


def test_a_replaced_badge_stays_dead_when_another_desk_loads_the_list_later() -> None:
    lost = a_fact("badge_revoked", "p1", {}, {"revoked": ["CODEp1"], "codes": [["NEW", "badge", ""]]}, n=2)
    again = listed(FAR, station="B")
    assert live(PERSON, lost, again) == {"CODEp1": False, "NEW": True}
    assert live(PERSON, lost, undo(3, lost.act_id)) == {"CODEp1": True}


def test_a_ticket_that_comes_back_on_purpose_lives() -> None:
    ticket = listed(1, personal={"codes": [["T1", "ticket", ""]]})
    change = a_fact("changed_at_source", "p1", {"refs": []}, {"revoked": ["T1"], "codes": [["T2", "ticket", ""]]}, n=2)
    back = a_fact(
        "changed_at_source", "p1", {"refs": [change.act_id]}, {"revoked": ["T2"], "codes": [["T1", "ticket", ""]]}, n=-5
    )
    assert live(ticket, change) == {"T1": False, "T2": True}
    assert live(ticket, change, back) == {"T1": True, "T2": False}


def test_prints_are_counted() -> None:
    one, two = a_fact("badge_printed", n=2), a_fact("badge_printed", n=3)
    assert (folded(PERSON)["badge"], folded(PERSON, one, two)["badge"], folded(PERSON, one, two)["prints"]) == (
        "none",
        "printed",
        2,
    )
    assert folded(listed(values={"box": "A1"}))["badge"] == "pre_printed"
