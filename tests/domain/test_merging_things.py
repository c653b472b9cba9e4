"""People who are one, and what belongs to the event: things, days, what an act touches."""

from __future__ import annotations

from typing import Any

from checkin.domain.act import Fact, touched
from checkin.domain.person_fold import fold_person, linked, standing
from checkin.domain.programme import Departure, Programme, Room, Session, main_door
from checkin.domain.programme_things import programme_of, things_of
from checkin.domain.thing_fold import fold_day, fold_thing, is_acknowledged
from tests.factories import START, a_fact, an_event, entry, folded, listed, undo

ADA = listed(1, "p1", values={"organisation": "Acme", "phone": "", "email": "a@x.org"})
TWIN = listed(2, "p2", values={"organisation": "Other", "phone": "123"}, public={"status": "unpaid"})


def merge(n: int, one: str = "p1", other: str = "p2", **named: Any) -> Fact:
    return a_fact("merged", one, {"other": other}, n=n, **named)


def part(n: int, of: Fact) -> Fact:
    return a_fact("unmerged", of.subject, {"other": of.body["other"], "refs": [of.act_id]}, n=n)


def test_merged_people_are_one() -> None:
    both = folded(ADA, TWIN, merge(3), entry(4, subject="p2"))
    assert both["members"] == ["p1", "p2"]
    assert (both["organisation"], both["phone"], both["email"]) == ("Acme", "123", "a@x.org")
    assert both["status"] == "confirmed"
    assert "conflicts" not in both
    assert [c[0] for c in both["codes"]] == ["CODEp1", "CODEp2"]
    assert both["doors"]["main"]["n"] == 1
    assert [(row["list"], row.get("of")) for row in both["lists"]] == [("list:one", None), ("list:one", "p2")]


def test_both_of_them_were_let_in() -> None:
    both = folded(ADA, TWIN, merge(9), entry(4, subject="p1"), entry(5, subject="p2"))
    assert [c["kind"] for c in both["conflicts"]] == ["admitted_twice"]


def test_links_as_far_as_they_stand() -> None:
    joined, third = merge(3), merge(4, "p2", "p3")
    assert linked([joined]) == {"p1", "p2"}
    assert linked([joined, third]) == {"p1", "p2", "p3"}
    assert linked([joined, part(1, joined)]) == set()
    assert linked([joined, part(5, joined), third]) == {"p2", "p3"}
    assert linked([joined, undo(9, joined.act_id)]) == set()
    again = merge(7)
    assert linked([joined, part(5, joined), again]) == {"p1", "p2"}


def test_nobody_without_a_list_or_a_walk_in() -> None:
    assert fold_person("p1", [entry(1), merge(2)]) is None
    walk_in = a_fact(
        "walk_in_registered", "p1", {"set": {"status": "confirmed"}}, {"set": {"given": "Eve"}, "codes": []}
    )
    state = folded(walk_in)
    assert (state["walk_in"], state["given"], state["lists"]) == (True, "Eve", [])
    assert folded(walk_in, ADA)["walk_in"] is False


def test_standing_acts_are_in_order_and_each_once() -> None:
    acts = [entry(3), entry(1), entry(2, hlc=entry(1).hlc, station="B"), entry(3)]
    found = standing(acts)
    assert [f.order for f in found] == sorted({f.order for f in acts})


def test_what_an_act_touches() -> None:
    assert touched(entry(1)) == ["p1"]
    assert touched(merge(1)) == ["p1", "p2"]
    assert touched(part(2, merge(1))) == ["p1", "p2"]
    assert touched(a_fact("scan_refused", "p1", {})) == ["scan:p1"]
    assert touched(undo(1, "x", of=["p1", "p2", "p1"])) == ["p1", "p2"]
    assert touched(undo(1, batch="b1", subject="list:one", of=["list:one"])) == ["list:one", "batch:b1"]
    assert touched(a_fact("hovered", "q:1", {"other": "x"})) == ["q:1"]


def thing(n: int, value: str, *refs: Fact, **body: Any) -> Fact:
    whole = {"type": "room", "thing": {"name": value}, "refs": [f.act_id for f in refs], **body}
    return a_fact("programme_changed", "room:1", whole, n=n)


def test_a_thing_is_what_its_newest_act_says() -> None:
    one, two = thing(1, "A"), thing(2, "B")
    assert fold_thing([two, one]) == {"name": "B", "type": "room"}
    assert fold_thing([one, two, undo(3, two.act_id)]) == {"name": "A", "type": "room"}
    assert fold_thing([one, thing(3, "", removed=True)]) is None
    assert fold_thing([thing(9, "A"), thing(1, "B", thing(9, "A"))]) == {"name": "B", "type": "room"}
    assert fold_thing([]) is None
    assert fold_thing([a_fact("hovered", "room:1", {})]) is None


def test_a_day_closed_and_opened_again() -> None:
    closed = a_fact("day_closed", "day:2026-03-24", {"day": "2026-03-24"}, n=5)
    later = a_fact("day_closed", "day:2026-03-24", {"day": "2026-03-24"}, n=9)
    assert fold_day([]) == 0
    assert fold_day([later, closed]) == later.hlc
    assert fold_day([closed, undo(1, closed.act_id)]) == 0


def test_somebody_looked() -> None:
    seen = a_fact("conflict_acknowledged", "conflict:1", {})
    assert is_acknowledged([seen])
    assert not is_acknowledged([seen, undo(1, seen.act_id)])
    assert not is_acknowledged([])


def test_a_programme_goes_through_acts_and_back() -> None:
    from dataclasses import replace

    event = replace(an_event(), sentences={"full": "Go {door}"}, hand_over={"Speaker": "bag"})
    room = Room("r1", "Hall", 200, 4)
    session = Session("s1", "Opening", "r1", START, START.replace(hour=11), "open", 200)
    coach = Departure(
        "c1", "Mill", "Mill 1", "coach", START, START.replace(hour=17), "Station", 40, "Door", "Iain", "+44 1"
    )
    programme = Programme(event, (room,), (session,), (coach,), (main_door("Main"),))
    things = [{**values, "type": kind} for _, kind, values in reversed(things_of(programme))]
    assert programme_of(things) == programme
    assert programme_of([]) is None
    assert programme_of([*things, {"type": "operator", "name": "x"}, {"type": "later", "y": 1}]) == programme
