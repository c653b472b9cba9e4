"""Greek and Cyrillic names in Latin letters, and how they sound."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain.names import fold
from checkin.domain.sounds import sound, sounds_begun
from checkin.domain.transliteration import is_native, sounds_of, spellings

LINES = [
    line for line in (Path(__file__).parent / "romanisations.txt").read_text("utf-8").splitlines() if line[0] != "#"
]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.split()[0])
def test_every_way_to_spell_a_name_sounds_as_the_name_does(line: str) -> None:
    known, _, unknown = line.partition("|")
    name, *ways = known.split()
    heard = sounds_of(name)
    assert [way for way in ways if sound(fold(way)) not in heard] == []
    assert [way for way in unknown.split() if sound(fold(way)) in heard] == [], "the tables have learnt; tell the list"


def test_nearly_every_way_is_known() -> None:
    ways = [len(line.replace("|", "").split()) - 1 for line in LINES]
    unknown = [len(line.partition("|")[2].split()) for line in LINES]
    assert sum(unknown) <= 0.03 * sum(ways)


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("Юлия", "julija"), ("Юлия", "yulia"), ("Юлия", "iuliia"), ("Ђорђе", "djordje"), ("Ђорђе", "dorde"),
        ("Зеленський", "zelensky"), ("Щербаков", "scherbakov"), ("Достоевский", "dostoevsky"), ("Ґалаґан", "galagan"),
        ("Георги", "georgi"), ("Търново", "tarnovo"), ("Ћирић", "ciric"), ("Глигоров", "gligorov"),
        ("Παπαδόπουλος", "papadopoulos"), ("Γιώργος", "yiorgos"), ("Μπάμπης", "bampis"), ("Φίλιππος", "philippos"),
        ("Μάιος", "maios"), ("Ραΐσα", "raisa"), ("Αυγή", "avgi"), ("ΧΑΤΖΗΣ", "hatzis"), ("Ἀλέξανδρος", "alexandros"),
    ],
)  # fmt: skip
def test_spellings(name: str, way: str) -> None:
    assert way in spellings(name)


def test_a_diaeresis_and_a_stress_part_two_vowels() -> None:
    assert "ai" in spellings("αϊ")
    assert "e" not in spellings("άι")
    assert "e" in spellings("αί")


@pytest.mark.parametrize(
    ("text", "native"),
    [("Пётр", True), ("Ωμέγα", True), ("Anna Пётр", True), ("Müller", False), ("王伟", False), ("", False)],
)
def test_which_letters_are_meant(text: str, native: bool) -> None:
    assert is_native(text) is native


@pytest.mark.parametrize(
    ("begun", "name"),
    [
        ("papadopo", "papadopoulos"),
        ("mik", "mikhail"),
        ("andrey", "andreyev"),
        ("tsc", "tschaikowski"),
        ("t", "tchekhov"),
        ("p", "philippos"),
        ("hatz", "hatzidakis"),
    ],
)
def test_the_beginning_of_a_word_begins_its_sound(begun: str, name: str) -> None:
    assert any(sound(name).startswith(heard) for heard in sounds_begun(begun))


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.text(st.characters(min_codepoint=0x370, max_codepoint=0x52F), max_size=60))
def test_anything_in_these_letters_is_spelt_in_a_few_ways(text: str) -> None:
    assert all(way.isascii() and way.isalpha() and way == way.lower() for way in spellings(text))
    assert all(heard.isascii() and heard.isalpha() for heard in sounds_of(text))
    assert len(sounds_of(text)) <= 9


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20))
def test_the_sound_of_a_word_is_a_word(word: str) -> None:
    assert sound(word).isalpha()
    assert sound(word) in sounds_begun(word)


def test_a_word_without_end_is_no_trouble() -> None:
    assert len(sounds_of("щ" * 100_000)) <= 9
    assert spellings("ъ" * 100_000)
