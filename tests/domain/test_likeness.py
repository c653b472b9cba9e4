"""Whether two registrations look like one person: cases, and what holds of any."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain import likeness
from checkin.domain.likeness import (
    SAME_CITY,
    SAME_EMAIL,
    SAME_NAME,
    SAME_PHONE,
    SAME_PLACE,
    WHYS,
    Registration,
    pairs,
    why_alike,
)


def person(
    name: str, email: str = "", phone: str = "", organisation: str = "", city: str = "", id_: str = ""
) -> Registration:
    given, _, family = name.rpartition(" ")
    return Registration.of(id_ or name + email, given, family, "", email, phone, organisation, city)


CASES = [
    (person("Ada Quill", "ada@a.example"), person("ada QUILL", "ADA@a.example "), SAME_EMAIL),
    (person("Jan Novak", phone="+420 601 123 456"), person("J Novak", phone="00420601123456"), SAME_PHONE),
    (person("Jan Novak", "a@x.example", "", "Acme"), person("Jan Novak", "b@y.example", "", "ACME"), SAME_PLACE),
    (person("Jan Novak", "", "", "Acme"), person("Novak Jan", "", "", "Acme Ltd."), SAME_PLACE),
    (person("Jan Novak", "", "", "Acme", "Brno"), person("Jan Novak", "", "", "Acme", "Oslo"), SAME_PLACE),
    (person("Пётр Чайковский", "", "", "Acme"), person("Petr Tchaikovsky", "", "", "Acme"), SAME_PLACE),
    (person("Jan Novak", "a@x.example", city="Brno"), person("Jan Novak", "b@y.example", city="Brno"), SAME_CITY),
    (person("Jan Novak", "", "", "Acme", "Brno"), person("Jan Novak", city="Brno"), SAME_CITY),
    (person("Jan Novak", "a@x.example"), person("Jan Novak"), SAME_NAME),
    (person("Jan Novak", "a@x.example", "", "Acme"), person("Jan Novak"), SAME_NAME),
    # two people of one name
    (person("Jan Novak", "a@x.example", "", "Acme"), person("Jan Novak", "b@y.example", "", "Bell"), ""),
    (person("Jan Novak", "", "", "Acme", "Brno"), person("Jan Novak", "", "", "Bell", "Brno"), ""),
    (person("Jan Novak", "a@x.test", "", "Acme", "Brno"), person("Jan Novak", "b@y.test", "", "Acme", "Oslo"), ""),
    (person("Jan Novak", city="Brno"), person("Jan Novak", city="Oslo"), ""),
    (person("Jan Novak", "a@x.example"), person("Jan Novak", "b@y.example"), ""),
    # one address for several people
    (person("Jan Novak", "office@x.example"), person("Eva Stone", "office@x.example"), ""),
    (person("Jan Novak", "office@x.example"), person("Jan Stone", "office@x.example"), ""),
    (person("Jan Novak", "home@x.example"), person("Jana Nováková", "home@x.example"), ""),
    # numbers that are none
    (person("Jan Novak", phone="12345"), person("J Novak", phone="12345"), ""),
    (person("Jan Novak", phone="4.47912E+11"), person("J Novak", phone="4.47912E+11"), ""),
    # nothing shared but a name that is near
    (person("Jan Novak", "", "", "Acme"), person("Jan Nowak", "", "", "Acme"), ""),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "why"), CASES)
def test_a_case(one: Registration, other: Registration, why: str) -> None:
    assert why_alike(one, other) == why
    assert why_alike(other, one) == why
    found = [told for _, _, told in pairs([one._replace(id="a"), other._replace(id="b")])]
    assert found == ([why] if why else [])


def test_every_reason_has_a_case() -> None:
    assert {why for *_, why in CASES} == {*WHYS, ""}


def test_a_delegations_address_is_no_one() -> None:
    several = [person(f"Jan Novak{chr(97 + n)}k", "office@x.example", id_=str(n)) for n in range(20)]
    assert list(pairs(several)) == []


def test_one_who_came_in_twice_with_a_large_delegation() -> None:
    several = [person(f"Given{n} Family{n}", "office@x.example", id_=f"{n:02}") for n in range(40)]
    again = person("G Family7", "office@x.example", id_="x")
    assert [(one.id, other.id) for one, other, _ in pairs([*several, again])] == [("07", "x")]


def test_so_many_of_one_name_are_compared_by_place() -> None:
    several = [person("Jan Novak", f"{n}@x.example", "", f"Org {n}", f"City{n}", f"{n:02}") for n in range(40)]
    again = person("Jan Novak", "", "", "Org 7", "", "x")
    assert [(one.id, other.id, why) for one, other, why in pairs([*several, again])] == [("07", "x", SAME_PLACE)]


def test_only_the_new_ones_are_told() -> None:
    people = [person("Jan Novak", id_="a"), person("Jan Novak", id_="b"), person("Jan Novak", id_="c")]
    assert len(list(pairs(people))) == 3
    assert [(a.id, b.id) for a, b, _ in pairs(people, frozenset("c"))] == [("a", "c"), ("b", "c")]


def test_few_of_many_people_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(likeness, "why_alike", lambda one, other: asked.append(one.id) or "")
    several = [
        person(
            f"Given{n % 60} Family{n % 90}", f"office{n % 50}@x.example", "0141 496 0123", f"Org {n % 70}", id_=str(n)
        )
        for n in range(5_000)
    ]
    assert list(pairs(several)) == []
    assert 0 < len(asked) < 10 * len(several)


def test_without_a_name_nobody_is_anybody() -> None:
    assert list(pairs([person("", "a@x.example", id_="a"), person("", "a@x.example", id_="b")])) == []


words = st.sampled_from(["Ada", "Jan", "J", "Novák", "Nowak", "Quill", "García", "López", "Ng", "Чайковский", "Müller"])
registrations = st.builds(
    lambda names, email, phone, organisation, city, n: person(
        " ".join(names), email, phone, organisation, city, f"{n:05}"
    ),
    st.lists(words, min_size=1, max_size=3),
    st.sampled_from(["", "a@x.example", "b@x.example"]),
    st.sampled_from(["", "0141 496 0123"]),
    st.sampled_from(["", "Acme", "Bell"]),
    st.sampled_from(["", "Brno"]),
    st.integers(0, 99_999),
)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.lists(registrations, max_size=16, unique_by=lambda r: r.id), st.randoms(use_true_random=False))
def test_the_order_of_the_list_does_not_count(people: list[Registration], dice: random.Random) -> None:
    told = {(one.id, other.id, why) for one, other, why in pairs(people)}
    again = list(people)
    dice.shuffle(again)
    assert {(one.id, other.id, why) for one, other, why in pairs(again)} == told
    for one in people:
        for other in people:
            assert why_alike(one, other) == why_alike(other, one)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(registrations)
def test_everybody_is_like_themselves(one: Registration) -> None:
    assert why_alike(one, one._replace(id="another"))


GIVEN = ("Wolfgang", "Beatrice", "Tomasz", "Ingeborg", "Łukasz", "Zoë", "Björn", "Γιώργος", "Елена")
FAMILY = ("Quillfeather", "Sørensen", "Kowalczyk", "Dvořák", "Papadimitriou", "Brown", "Çelik", "Нестеренко")


@settings(max_examples=200, derandomize=True, deadline=None)
@given(
    st.tuples(st.sampled_from(GIVEN), st.sampled_from(FAMILY)),
    st.tuples(st.sampled_from(GIVEN), st.sampled_from(FAMILY)),
)
def test_one_address_makes_no_one_of_other_names(one: tuple[str, str], other: tuple[str, str]) -> None:
    told = [person(" ".join(name), "office@x.example", "0141 496 0123", "Acme", "Brno") for name in (one, other)]
    assert bool(why_alike(*told)) == (one == other)
