"""Which value of a field counts, and when two of them are a conflict (reference/sync.md §3)."""

from __future__ import annotations

from itertools import permutations
from typing import Any

from checkin.domain.act import Fact
from checkin.domain.person_fold import State, fold_history, fold_person
from tests.factories import a_fact, entry, folded, listed, undo

BASE = listed(1, values={"organisation": "Acme"})


def source(n: int, value: str, *refs: Fact, **named: Any) -> Fact:
    """The list has another organisation now; the importer has seen `refs`."""
    body = {"list": "list:one", "refs": [f.act_id for f in refs]}
    return a_fact("changed_at_source", "p1", body, {"set": {"organisation": value}}, n=n, **named)


def corrected(n: int, value: str, *refs: Fact, field: str = "organisation", **named: Any) -> Fact:
    """Somebody at a desk mends the organisation; the values of `refs` were on the screen."""
    return a_fact("corrected", "p1", {"refs": [f.act_id for f in refs]}, {"set": {field: value}}, n=n, **named)


def conflicts(state: State) -> list[tuple[str, str]]:
    return [(c["kind"], c.get("field", c.get("door"))) for c in state.get("conflicts", ())]


def told(*facts: Fact) -> tuple[Any, list[tuple[str, str]]]:
    """Organisation and conflicts, the same in any order of arrival."""
    states = [folded(*order) for order in permutations(facts)]
    assert all(s == states[0] for s in states)
    return states[0]["organisation"], conflicts(states[0])


CLASH = [("field_changed_twice", "organisation")]


def test_the_list_and_its_newer_version() -> None:
    assert told(BASE) == ("Acme", [])
    assert told(BASE, source(2, "Newco", BASE)) == ("Newco", [])


def test_a_correction_stands_and_a_later_value_of_the_list_is_kept_beside_it() -> None:
    mended = corrected(2, "Mine", BASE)
    assert told(BASE, mended) == ("Mine", [])
    assert told(BASE, mended, source(3, "Newco", BASE)) == ("Mine", CLASH)
    assert told(BASE, mended, source(3, "Newco", BASE), source(4, "Newer", BASE)) == ("Mine", CLASH)


def test_an_edit_that_saw_a_value_supersedes_it_whatever_the_clocks() -> None:
    new = source(500, "Newco", BASE)
    assert told(BASE, new, corrected(2, "Mine", new, BASE)) == ("Mine", [])
    late = corrected(-100, "Mine", BASE)
    assert told(BASE, late) == ("Mine", [])


def test_somebody_decides() -> None:
    mended, new = corrected(2, "Mine", BASE), source(3, "Newco", BASE)
    assert told(BASE, mended, new, corrected(1, "Newco", mended, new, station="B")) == ("Newco", [])
    assert told(BASE, mended, new, corrected(4, "Mine", mended, new)) == ("Mine", [])


def test_two_desks_mend_one_field() -> None:
    one, two = corrected(2, "One", BASE), corrected(3, "Two", BASE, station="B")
    assert told(BASE, one, two) == ("Two", CLASH)
    assert told(BASE, one, two, source(9, "List", BASE)) == ("Two", CLASH)
    assert told(BASE, one, corrected(3, "One", BASE, station="B")) == ("One", [])


def test_two_desks_mend_two_fields() -> None:
    state = folded(BASE, corrected(2, "One", BASE), corrected(3, "Grace", BASE, station="B", field="given"))
    assert (state["organisation"], state["given"], conflicts(state)) == ("One", "Grace", [])


def test_equal_lists_of_two_desks_are_one_fact() -> None:
    other = listed(7, values={"organisation": "Acme"}, station="B")
    assert told(BASE, other) == ("Acme", [])
    assert told(BASE, listed(7, values={"organisation": "Else"}, station="B")) == ("Else", CLASH)
    columns = [{"fields": {"a": "1", "b": "2"}}, {"fields": {"b": "2", "a": "1"}}]
    first, second = (listed(n, values=v, station=str(n)) for n, v in enumerate(columns))
    assert "conflicts" not in folded(first, second)


def test_a_correction_taken_back() -> None:
    mended = corrected(2, "Mine", BASE)
    assert told(BASE, mended, undo(3, mended.act_id)) == ("Acme", [])
    assert told(BASE, mended, source(4, "Newco", BASE), undo(3, mended.act_id)) == ("Newco", [])


def test_an_import_taken_back_as_a_whole() -> None:
    new = source(2, "Newco", BASE, batch="b1")
    assert told(BASE, new, undo(3, batch="b1")) == ("Acme", [])
    person = listed(1, batch="b1")
    assert fold_person("p1", [person, undo(3, batch="b1")]) is None
    assert fold_person("p1", [undo(3, batch="b1"), entry(4), person]) is None
    again = listed(5, batch="b2")
    assert folded(person, undo(3, batch="b1"), entry(4), again)["doors"]["main"]["n"] == 1


def test_a_public_value_and_an_emptied_one() -> None:
    status = a_fact("corrected", "p1", {"refs": [BASE.act_id], "set": {"status": "cancelled"}}, n=2)
    assert folded(BASE, status)["status"] == "cancelled"
    assert told(BASE, source(2, "", BASE)) == ("", [])


def test_the_quick_way_of_one_row_is_the_long_way() -> None:
    rows = [
        BASE,
        listed(1, body={"bookings": {"lab": "booked"}, "gone": True}, values={"box": "A", "status": "x"}),
        listed(1, personal={"codes": [["C", "badge", ""], ["T", "ticket", ""], ["C", "ticket", "Dinner"]]}),
        a_fact("listed", "p1", {}),
        a_fact("listed", "p1", {}, {"set": {"name": "Ada"}}),
    ]
    for row in rows:
        assert fold_person("p1", [row]) == fold_history("p1", [row])


def test_unknown_kinds_and_erased_parts_are_passed_over() -> None:

    strange = a_fact("hovered", "p1", {"x": 1}, n=5)
    assert folded(BASE, strange)["organisation"] == "Acme"
    erased = folded(BASE._replace(personal={}))
    assert (erased.get("organisation"), erased["codes"], erased["status"]) == (None, [], "confirmed")
