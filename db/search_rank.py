"""How well somebody found meets what was typed: 0 to 100."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from checkin.domain.search_keys import name_keys
from checkin.domain.typed_words import TypedWord

CODE, NUMBER, INITIALS, INITIALS_TURNED = 100.0, 50.0, 20.0, 18.0
_WHOLE_FAMILY, _WHOLE_GIVEN, _WHOLE_OTHER = 92.0, 90.0, 89.0
_BEGUN_FAMILY, _BEGUN_GIVEN, _BEGUN_OTHER = 75.0, 72.0, 71.0
_OTHERWISE, _BY_SOUND = 4.0, 8.0
_WHOLE_DIGITS, _WHOLE_REST, _BEGUN_REST = 60.0, 45.0, 40.0
_IN_ORDER, _NOTHING_ELSE, _SAME_LETTERS = 2.0, 3.0, 1.0
NAME, GIVEN, FAMILY, ORGANISATION, CITY, NAMES, REST, NUMBER_OF_ROW = 1, 2, 3, 4, 5, 16, 17, 18
"""Places in a row of what the index was asked."""


class Asked(NamedTuple):
    """One of the words and keys that a typed word stands for, as it is looked for in a text of words between blanks: at
    the beginning of a word, and as a whole one; and what it is worth less than the word itself.
    """

    begun: str
    whole: str
    less: float


def asked(word: TypedWord) -> list[Asked]:
    """The word itself, what else it may be, and its sound."""
    ways = [(word.plain, word.plain, 0.0), *((also, also, _OTHERWISE) for also in word.also)]
    ways += [(begun, word.sounds[0], _BY_SOUND) for begun in word.sounds_begun]
    return [Asked(f" {begun}", f" {whole} ", less) for begun, whole, less in ways]


def score(words: Sequence[TypedWord], ways: Sequence[Sequence[Asked]], text: str, row: Sequence[str]) -> float:
    """Whole words before beginnings; each as it stands before otherwise spelt, and that before what only sounds so;
    family names before given names, both before names that somebody also has, and names before all else. Among equals:
    the whole name and nothing else, in its order, with the very letters typed.

    Args:
        words, ways, text: what was typed; `ways` is `asked` of each word.
        row: what `db.search_terms.HITS` gives.
    """
    family, given = _texts(row[FAMILY]), _texts(row[GIVEN])
    total = 0.0
    for word, each in zip(words, ways, strict=True):
        total += (
            max(_met(each, *family, _WHOLE_FAMILY, _BEGUN_FAMILY), _met(each, *given, _WHOLE_GIVEN, _BEGUN_GIVEN))
            or _met(each, names := f" {row[NAMES]} ", names, _WHOLE_OTHER, _BEGUN_OTHER)
            or _met_elsewhere(word, each, f" {row[REST]} ")
        )
    return total / len(words) + _bonus(words, text, row)


@lru_cache(maxsize=20_000)
def _texts(name: str) -> tuple[str, str]:
    """The words of one part of a name between blanks: as they stand, and all that it is found by."""
    keys = name_keys(name)
    return f" {' '.join(keys.plain)} ", f" {' '.join(keys.found_by)} "


def _met(ways: Sequence[Asked], plain: str, found_by: str, whole: float, begun: float) -> float:
    """How well a word meets one part of the name, 0 when it does not."""
    best = 0.0
    itself = ways[0]
    if itself.begun in plain:
        if itself.whole in plain:
            return whole
        best = begun
    for way in ways:
        if way.begun in found_by:
            best = max(best, (whole if way.whole in found_by else begun) - (way.less or _OTHERWISE))
    return best


def _met_elsewhere(word: TypedWord, ways: Sequence[Asked], rest: str) -> float:
    whole = any(way.whole in rest for way in ways)
    if word.plain.isdecimal():
        if whole:
            return _WHOLE_DIGITS
        return NUMBER if word.key and f" {word.key}" in rest else _BEGUN_REST
    return _WHOLE_REST if whole else _BEGUN_REST


def _bonus(words: Sequence[TypedWord], text: str, row: Sequence[str]) -> float:
    name = [*name_keys(row[GIVEN]).plain, *name_keys(row[FAMILY]).plain]
    typed = [word.plain for word in words]
    bonus = _NOTHING_ELSE if sorted(typed) == sorted(name) else 0.0
    if len(typed) > 1 and f" {' '.join(typed)}" in f" {' '.join(name)}":
        bonus += _IN_ORDER
    if not text.isascii() and f" {_letters(text)}" in f" {_letters(row[NAME])}":
        bonus += _SAME_LETTERS
    return bonus


def _letters(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text.casefold()).split())
