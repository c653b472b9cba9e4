"""How well somebody found meets what was typed: 0 to 100."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from checkin.domain.search_keys import NameKeys, name_keys
from checkin.domain.typed_words import TypedWord

CODE, NUMBER, INITIALS, INITIALS_TURNED = 100.0, 50.0, 20.0, 18.0
_WHOLE_FAMILY, _WHOLE_GIVEN, _WHOLE_OTHER = 92.0, 90.0, 89.0
_BEGUN_FAMILY, _BEGUN_GIVEN, _BEGUN_OTHER = 75.0, 72.0, 71.0
_OTHERWISE, _BY_SOUND = 4.0, 8.0
_WHOLE_DIGITS, _WHOLE_REST, _BEGUN_REST = 60.0, 45.0, 40.0
_IN_ORDER, _NOTHING_ELSE, _SAME_LETTERS = 2.0, 3.0, 1.0
NAME, GIVEN, FAMILY, ORGANISATION, CITY, NAMES, REST = 1, 2, 3, 4, 5, 16, 17
"""Places in a row of what the index was asked."""


def score(words: Sequence[TypedWord], text: str, row: Sequence[str]) -> float:
    """Whole words before beginnings; each as it stands before otherwise spelt, and that before what only sounds so;
    family names before given names, both before names that somebody also has, and names before all else. Among equals:
    the whole name and nothing else, in its order, with the very letters typed.
    """
    family, given = name_keys(row[FAMILY]), name_keys(row[GIVEN])
    total = 0.0
    for word in words:
        total += (
            max(_met(word, family, _WHOLE_FAMILY, _BEGUN_FAMILY), _met(word, given, _WHOLE_GIVEN, _BEGUN_GIVEN))
            or _met_beside(word, f" {row[NAMES]} ")
            or _met_elsewhere(word, f" {row[REST]} ")
        )
    return total / len(words) + _bonus(words, text, row, family.plain, given.plain)


def _met(word: TypedWord, keys: NameKeys, whole: float, begun: float) -> float:
    """How well a word meets one part of the name, 0 when it does not."""
    if word.plain in keys.plain:
        return whole
    there = keys.found_by
    if word.plain in there or any(each in there for each in word.also):
        return whole - _OTHERWISE
    if any(each in there for each in word.sounds):
        return whole - _BY_SOUND
    if any(each.startswith(word.plain) for each in keys.plain):
        return begun
    asked = (word.plain, *word.also)
    if any(each.startswith(asked) for each in there):
        return begun - _OTHERWISE
    if word.sounds_begun and any(each.startswith(word.sounds_begun) for each in there):
        return begun - _BY_SOUND
    return 0.0


def _met_beside(word: TypedWord, names: str) -> float:
    """The same for a name in one piece, the one in the person's own script, those of other registrations: as the index
    has them, between blanks.
    """
    ways = (((word.plain,), 0.0), (word.also, _OTHERWISE), (word.sounds, _BY_SOUND))
    for asked, less in ways:
        if any(f" {each} " in names for each in asked):
            return _WHOLE_OTHER - less
    for asked, less in (*ways[:2], (word.sounds_begun, _BY_SOUND)):
        if any(f" {each}" in names for each in asked):
            return _BEGUN_OTHER - less
    return 0.0


def _met_elsewhere(word: TypedWord, rest: str) -> float:
    if word.plain.isdecimal():
        if f" {word.plain} " in rest:
            return _WHOLE_DIGITS
        return NUMBER if word.key and f" {word.key}" in rest else _BEGUN_REST
    whole = any(f" {each} " in rest for each in (word.plain, *word.also, *word.sounds))
    return _WHOLE_REST if whole else _BEGUN_REST


def _bonus(
    words: Sequence[TypedWord], text: str, row: Sequence[str], family: Sequence[str], given: Sequence[str]
) -> float:
    name = [*given, *family]
    typed = [word.plain for word in words]
    bonus = _NOTHING_ELSE if sorted(typed) == sorted(name) else 0.0
    if len(typed) > 1 and f" {' '.join(typed)}" in f" {' '.join(name)}":
        bonus += _IN_ORDER
    if not text.isascii() and f" {_letters(text)}" in f" {_letters(row[NAME])}":
        bonus += _SAME_LETTERS
    return bonus


def _letters(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text.casefold()).split())
