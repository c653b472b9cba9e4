"""What is typed into the search, and all that it may stand for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain.names import query_words
from checkin.domain.search_keys import INITIALS, NUMBER, SOUND
from checkin.domain.typed_words import all_single, initials, typed_words, whole_number


@pytest.mark.parametrize(
    ("text", "word", "also"),
    [
        ("müller", "muller", {"mueller"}),
        ("Håkon", "hakon", {"haakon"}),
        ("Đorđević", "dordevic", {"djordjevic"}),
        ("Юлия", "юлия", {"yulia", "julija", "iuliia"}),
        ("Χατζής", "χατζησ", {"chatzis", "hatzis"}),
        ("əliyev", "əliyev", {"eliyev", "aliyev"}),
        ("サクラ", "サクラ", {"さくら"}),
        ("muller", "muller", set()),
    ],
)
def test_a_word_and_what_it_may_be(text: str, word: str, also: set[str]) -> None:
    (found,) = typed_words(text)
    assert found.plain == word
    assert also <= set(found.also)
    assert bool(found.also) is bool(also)


def test_words_are_met_joined_with_their_neighbours() -> None:
    mac, donald, glasgow = typed_words("Mac Donald Glasgow")
    assert {"macdonald", "macdonaldglasgow"} <= set(mac.also)
    assert {"macdonald", "donaldglasgow"} <= set(donald.also)
    assert "macdonald" not in glasgow.also
    assert typed_words("a b c d e f")[0].also == ()


def test_latin_letters_have_a_sound_and_others_none() -> None:
    (word,) = typed_words("tchaikovsky")
    assert word.sounds == (SOUND + "caikovski",)
    assert typed_words("чайковский")[0].sounds == ()
    assert typed_words("0123")[0].sounds == ()
    assert typed_words("ch")[0].sounds_begun == (), "half of a list begins so"
    assert typed_words("tch")[0].sounds_begun == (SOUND + "c",)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("0123", "3210"),
        ("946 0123", "3210649"),
        ("+44 20 7946 0123", "321064970"),
        ("0044-20-7946-0123", "321064970"),
        ("٠١٢٣", "3210"),
        ("123", ""),
        ("12 a", ""),
        ("smith 0123", ""),
    ],
)
def test_the_end_of_a_telephone_number(text: str, key: str) -> None:
    assert whole_number(typed_words(text)) == (key and NUMBER + key)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("jm", ["jm"]),
        ("JM", ["jm"]),
        ("J.M.", ["jm", "mj"]),
        ("j m", ["jm", "mj"]),
        ("mjgl", ["mjgl"]),
        ("пч", ["pc"]),
        ("j", []),
        ("james", []),
        ("j muller", []),
        ("j1", []),
        ("1 2", []),
        ("王 伟", []),
        ("a b c d e", []),
    ],
)
def test_what_may_be_initials(text: str, keys: list[str]) -> None:
    assert initials(typed_words(text)) == [INITIALS + key for key in keys]


def test_single_letters() -> None:
    assert all_single(typed_words("j m"))
    assert not all_single(typed_words("j mu"))
    assert not all_single(typed_words("王 伟"))


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.text(st.characters(), max_size=40))
def test_whatever_is_typed_has_its_words_and_only_words_beside_them(text: str) -> None:
    words = typed_words(text)
    assert [word.plain for word in words] == query_words(text)
    for word in words:
        assert all(each and all(c.isalnum() for c in each) for each in word.also)
        assert word.plain not in word.also
