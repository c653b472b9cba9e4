"""What is handed over with the badge, by the rules of the event file."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain.hand_over import handed_over_to, is_no_answer
from checkin.domain.notices import notices_of
from tests.factories import a_door, a_person, an_event

DOORS = (
    a_door(),
    a_door(id="talk", name="Talk", kind="session"),
    a_door(id="walk", name="Old town, on foot", kind="visit"),
    a_door(id="coach", name="Coach 2", kind="visit"),
)
BOOKED = {"talk": "booked", "walk": "booked", "coach": "waitlisted", "gone": "booked"}


@pytest.mark.parametrize(
    ("rule", "words", "told"),
    [
        ("Speaker", "Speaker's bag", ["Speaker's bag"]),
        ("speaker", "Speaker's bag", ["Speaker's bag"]),
        (" SPEAKER ", "Speaker's bag", ["Speaker's bag"]),
        ("Speakers", "x", []),
        ("-", "x", []),
        ("Guest", "A pin", []),
        ("*", "Lanyard", ["Lanyard"]),
        ("booked:visit", "Coach card: {door}", ["Coach card: Old town, on foot"]),
        ("booked:session", "{door}", ["Talk"]),
        ("booked:walk", "Boots for {door} ({door})", ["Boots for Old town, on foot (Old town, on foot)"]),
        ("booked:coach", "Coach card", []),
        ("booked:gone", "x", []),
        ("booked:event", "x", []),
        ("booked:", "x", []),
        ("photo:no", "Red lanyard", ["Red lanyard"]),
        ("photo:yes", "x", []),
        ("photo:", "x", []),
        ("diet", "Meal card", ["Meal card"]),
        ("access", "Card of the lift", []),
        ("", "x", []),
        ("*", "  ", []),
        ("*", "{door}", []),
        ("*", "Bag {door}", ["Bag"]),
        ("*", "{0} {} }{ {name}", ["{0} {} }{ {name}"]),
        ("nothing of the kind", "x", []),
    ],
)
def test_a_rule(rule: str, words: str, told: list[str]) -> None:
    state = a_person(category="Speaker", photo="no", diet="vegan", access="none", bookings=BOOKED)
    assert handed_over_to(state, {rule: words}, DOORS) == told


def test_whoever_was_not_asked_about_photos() -> None:
    rules = {"photo:": "Ask about photos", "photo:no": "Red", "photo:yes": "Green"}
    assert handed_over_to(a_person(), rules) == ["Ask about photos"]
    assert handed_over_to(a_person(photo="yes"), rules) == ["Green"]


def test_nobody_of_no_category_gets_what_a_nameless_one_gets() -> None:
    assert handed_over_to(a_person(category=""), {"": "x", "Guest": "y"}) == []


def test_a_category_that_is_called_like_everybody() -> None:
    assert handed_over_to(a_person(category="*"), {"*": "Lanyard"}) == ["Lanyard"]


def test_each_thing_once_in_the_order_of_the_rules() -> None:
    rules = {"Speaker": "Lanyard", "*": "Lanyard", "booked:visit": "Card {door}", "photo:no": "Bag"}
    state = a_person(category="Speaker", photo="no", bookings={"walk": "booked", "coach": "booked"})
    assert handed_over_to(state, rules, DOORS) == ["Lanyard", "Card Old town, on foot", "Card Coach 2", "Bag"]


def test_without_doors_nobody_has_a_booking() -> None:
    assert handed_over_to(a_person(bookings=BOOKED), {"booked:visit": "x"}) == []


def test_a_door_whose_name_looks_like_a_gap() -> None:
    doors = (a_door(id="walk", name="{door}{door}", kind="visit"),)
    assert handed_over_to(a_person(bookings={"walk": "booked"}), {"booked:walk": "To {door}"}, doors) == [
        "To {door}{door}"
    ]


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.dictionaries(st.text(max_size=12) | st.sampled_from(["*", "booked:visit", "photo:no"]), st.text(max_size=20)))
def test_no_rule_stops_a_verdict(rules: dict[str, str]) -> None:
    state = a_person(category="Speaker", photo="no", diet="x", bookings=BOOKED)
    found = handed_over_to(state, rules, DOORS)
    assert len(set(found)) == len(found)
    assert all(found)
    notices = notices_of(state, an_event(hand_over=rules), doors=DOORS)
    assert [n.sentence for n in notices if n.kind == "hand_over"] == found


@pytest.mark.parametrize("text", ["", " ", "No", "NONE", "nein", "N/A", "n.a.", "-", "—", "No restrictions.", "keine"])
def test_answers_that_ask_for_nothing(text: str) -> None:
    assert is_no_answer(text)


@pytest.mark.parametrize("text", ["no nuts", "None of the above but halal", "vegan", "0 sugar", "нет мяса"])
def test_answers_that_ask_for_something(text: str) -> None:
    assert not is_no_answer(text)
