"""Whether two registrations look like one person: cases, and that it is the same whichever comes first."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain.likeness import SAME_EMAIL, SAME_NAME, SAME_PHONE, SAME_PLACE, Registration, pairs, why_alike


def person(
    name: str, email: str = "", phone: str = "", organisation: str = "", city: str = "", id_: str = ""
) -> Registration:
    given, _, family = name.rpartition(" ")
    return Registration.of(id_ or name + email, given, family, "", email, phone, organisation, city)


CASES = [
    (person("Ada Quill", "ada@a.example"), person("ada QUILL", "ADA@a.example "), SAME_EMAIL),
    (person("Björn Müller", "b@a.example"), person("Bjorn Muller", "b@a.example"), SAME_EMAIL),
    (person("Ada Quill", "ada@a.example"), person("A. Quill", "ada@a.example"), SAME_EMAIL),
    (person("María García López", "m@a.example"), person("Maria Garcia", "m@a.example"), SAME_EMAIL),
    (person("Jan Novak", "j@a.example"), person("Jan Nowak", "j@a.example"), SAME_EMAIL),
    (person("Jan Nvoak", "j@a.example"), person("Jan Novak", "j@a.example"), SAME_EMAIL),
    (person("Novak Jan", "j@a.example"), person("Jan Novak", "j@a.example"), SAME_EMAIL),
    (person("Γιώργος Παπαδόπουλος", "g@a.example"), person("Giorgos Papadopoulos", "g@a.example"), SAME_EMAIL),
    (person("Jan Novak", phone="+420 601 123 456"), person("J Novak", phone="00420601123456"), SAME_PHONE),
    (person("Jan Novak", "a@x.example", "", "Acme"), person("Jan Novak", "b@y.example", "", "ACME"), SAME_PLACE),
    (person("Jan Novak", "a@x.example"), person("Jan Novak"), SAME_NAME),
    (person("Jan Novak", "a@x.example", city="Brno"), person("Jan Novak", "b@y.example", city="Brno"), SAME_NAME),
    # two people
    (person("Jan Novak", "a@x.example", "", "Acme"), person("Jan Novak", "b@y.example", "", "Bell"), ""),
    (person("Jan Novak", city="Brno"), person("Jan Novak", city="Oslo"), ""),
    (person("Jan Novak", "office@x.example"), person("Eva Stone", "office@x.example"), ""),
    (person("Jan Novak", "office@x.example"), person("Jan Stone", "office@x.example"), ""),
    (person("Ada Quill", "a@x.example"), person("Ade Quil", "a@x.example"), ""),
    (person("Li Na", "a@x.example"), person("Li Ma", "a@x.example"), ""),
    (person("Jan Novak", phone="12345"), person("J Novak", phone="12345"), ""),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "why"), CASES)
def test_a_case(one: Registration, other: Registration, why: str) -> None:
    assert why_alike(one, other) == why
    assert why_alike(other, one) == why
    found = [told for _, _, told in pairs([one._replace(id="a"), other._replace(id="b")])]
    assert found == ([why] if why else [])


def test_a_delegations_address_is_no_one() -> None:
    several = [person(f"Jan Novak{chr(97 + n)}k", "office@x.example", id_=str(n)) for n in range(20)]
    assert list(pairs(several)) == []


def test_only_the_new_ones_are_told() -> None:
    people = [person("Jan Novak", id_="a"), person("Jan Novak", id_="b"), person("Jan Novak", id_="c")]
    assert len(list(pairs(people))) == 3
    assert [(a.id, b.id) for a, b, _ in pairs(people, frozenset("c"))] == [("a", "c"), ("b", "c")]


words = st.sampled_from(["Ada", "Jan", "J", "Novák", "Nowak", "Quill", "García", "López", "Ng"])
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
@given(st.lists(registrations, max_size=10, unique_by=lambda r: r.id), st.randoms(use_true_random=False))
def test_the_order_of_the_list_does_not_count(people: list[Registration], shuffle: object) -> None:
    told = {(a.id, b.id, why) for a, b, why in pairs(people)}
    again = list(people)
    shuffle.shuffle(again)  # type: ignore[attr-defined]
    assert {(a.id, b.id, why) for a, b, why in pairs(again)} == told
    for one in people:
        for other in people:
            assert why_alike(one, other) == why_alike(other, one)
            near = why_alike(one, other)
            assert not near or set(one.name.split()) & set(other.name.split())
