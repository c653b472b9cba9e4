"""What a person stands under in the search index."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain.names import fold
from checkin.domain.search_keys import INITIALS, NUMBER, SOUND, name_keys, name_words, number_words, other_words

some = settings(max_examples=300, derandomize=True, deadline=None)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Müller", {"muller", "mueller"}),
        ("Mueller", {"muller", "mueller"}),
        ("Samuel", {"samuel"}),
        ("de la Cruz", {"delacruz", "lacruz", "cruz"}),
        ("García-López", {"garcia", "lopez", "garcialopez"}),
        ("O´Neill", {"oneill", "o", "neill"}),
        ("Gal·la", {"gal", "la", "galla"}),
        ("Đorđević", {"dordevic", "djordjevic"}),
        ("Məmmədov", {"memmedov", "mammadov"}),
        ("Gʻulomov", {"gulomov"}),
        ("Kɔfi", {"kofi"}),
        ("السيد", {"السيد", "سيد"}),
        ("王小明", {"王小明", "小明", "明"}),
        ("김민준", {fold("김민준"), fold("민준")}),
        ("ヤマモト", {"やまもと"}),
        ("Пётр", {"петр", SOUND + "piotr", SOUND + "petr"}),
        ("Νίκος", {"νικοσ", SOUND + "nikos"}),
    ],
)
def test_what_a_name_is_found_by(name: str, words: set[str]) -> None:
    assert words <= set(name_keys(name).found_by)
    assert name_keys(name).plain == tuple(fold(name).split())


@pytest.mark.parametrize(
    ("given_name", "family", "initials"),
    [
        ("Jürgen", "Müller", {"jm"}),
        ("Jan", "van den Berg", {"jb", "jvdb"}),
        ("María José", "García López", {"mgl", "mjgl"}),
        ("Jean-Luc", "Picard", {"jp", "jlp"}),
        ("Пётр", "Чайковский", {"pc"}),
        ("Li", "van", {"lv"}),
        ("Tenzin", "", set()),
    ],
)
def test_initials(given_name: str, family: str, initials: set[str]) -> None:
    words = name_words(given_name, family).split()
    assert {word.removeprefix(INITIALS) for word in words if word.startswith(INITIALS)} == initials


def test_a_name_in_one_piece_and_other_names() -> None:
    words = name_words("", "", "Radek Pospíšil", "Радек").split()
    assert {"radek", "pospisil", "радек", INITIALS + "rp"} <= set(words)
    assert len(words) == len(set(words))
    assert fold("王伟") in name_words("伟", "王").split()


@pytest.mark.parametrize(
    ("phone", "ends"),
    [
        ("+44 (0)141 496 0456", ["0456", "414960456"]),
        ("0351/5550 77-31", ["7731"]),
        ("07700 900123; 020 7946 0456", ["0123", "0456"]),
        ("0113 496 0789 ext. 4321", ["0789", "4321"]),
        ("٠١٢٣٤٥٦", ["3456"]),
        ("020 7946 0123", ["0123"]),
    ],
)
def test_a_telephone_number_is_found_by_its_last_digits(phone: str, ends: list[str]) -> None:
    found = number_words(phone)
    for end in ends:
        assert any(word.startswith(NUMBER + end[::-1]) for word in found)


@pytest.mark.parametrize("phone", ["", "none", "123", "4.47912E+11", "-", "n/a"])
def test_what_is_no_telephone_number(phone: str) -> None:
    assert number_words(phone) == []


def test_the_same_number_in_two_lists_is_the_same() -> None:
    assert number_words("+44 7700 900123") == number_words("07700900123") == number_words("0044 7700 900 123")


@some
@given(st.text(st.characters(), max_size=40), st.text(st.characters(), max_size=40))
def test_any_name_gives_words_that_the_index_takes(one: str, other: str) -> None:
    for word in [*name_words(one, other, one, other).split(), *other_words(one), *number_words(other)]:
        plain = word.removeprefix(SOUND).removeprefix(NUMBER).removeprefix(INITIALS)
        assert plain
        assert all(c.isalnum() for c in plain)


@some
@given(st.text(st.characters(), max_size=40))
def test_no_text_can_pass_for_a_key(text: str) -> None:
    keys = (SOUND, NUMBER, INITIALS)
    words = fold(f"{SOUND}{text}{NUMBER} {INITIALS}ab").split()
    assert not any(word.startswith(keys) for word in words)
