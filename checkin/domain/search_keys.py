"""The words and keys that a person stands under in the search index; pure.

Words are folded. Keys are begun by a character for private use, which no folded text holds: how names in Greek or
Cyrillic letters sound, initials, and telephone numbers from behind.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from checkin.domain.names import fold, spelt_otherwise, words_of
from checkin.domain.transliteration import is_native, sounds_of, spellings

SOUND, NUMBER, INITIALS = "\ue000", "\ue001", "\ue002"
LEAST_DIGITS = 4
"""So many digits are the end of a telephone number, fewer are none."""
MOST_DIGITS = 9
"""So many of them tell: what stands before (0, 44, 0044) is in one list and not in the next."""

_OTHERS = str.maketrans(
    {
        "ə": "e", "Ə": "e", "ɛ": "e", "Ɛ": "e", "ɔ": "o", "Ɔ": "o", "ƙ": "k", "Ƙ": "k", "ɗ": "d", "Ɗ": "d", "ɓ": "b",
        "Ɓ": "b", "ƴ": "y", "Ƴ": "y", "ʻ": "", "ʽ": "", "ʾ": "", "ʿ": "", "ˈ": "", "′": "", "·": "", "‧": "", "׳": "",
        "״": "", "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ـ": "",
        **{chr(code): chr(code - 0x60) for code in range(0x30A1, 0x30F7)},
    }
)  # fmt: skip
"""Letters that `fold` leaves as they are, since ids rest on it: hooked ones, signs that are left out, the spellings of
Arabic and Persian keyboards, katakana."""
_SPELT_OUT = str.maketrans({
    "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "đ": "dj", "ə": "a",
    "Ä": "ae", "Ö": "oe", "Ü": "ue", "Ø": "oe", "Å": "aa", "Đ": "dj", "Ə": "a",
})  # fmt: skip
_APOSTROPHES = str.maketrans(dict.fromkeys("‘ʼ`´ʹʻʽʾʿ′", " "))
_TABLES = (
    (_OTHERS, re.compile(f"[{''.join(map(chr, _OTHERS))}]")), (_SPELT_OUT, re.compile("[đĐəƏ]")),
    (_APOSTROPHES, re.compile("[‘ʼ`´ʹʻʽʾʿ′]")),
)  # fmt: skip
"""Each with the letters that it is for here: `words_of` knows the others."""
_LONGER = re.compile(r"(?:a(?=[ae])a?|o(?=e)|(?<![gq])u(?=e))e?(?=[b-df-hj-np-tv-xz])")
_TOGETHER = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]{2,6}")
NATIVE_WORD = re.compile(r"[^\W\d_]+")
_MOST_JOINED = 5
_LEAST_LONGER = 5
_ARTICLE = "ال"
_PARTICLES = frozenset({
    "af", "al", "ap", "av", "bat", "ben", "bin", "bint", "binti", "da", "dal", "das", "de", "del", "della", "dem",
    "den", "der", "des", "di", "do", "dos", "du", "e", "el", "ibn", "la", "las", "le", "les", "lo", "los", "och",
    "of", "te", "ten", "ter", "und", "van", "vom", "von", "y", "zu", "zum", "zur",
})  # fmt: skip
_ONE_NUMBER = re.compile(r"[+\d][\d\s()./‐‑–-]*")
_BETWEEN_NUMBERS = re.compile(r"[^\d\s+()./‐‑–-]+")
_NO_DIGIT = re.compile(r"\D+")


class NameKeys(NamedTuple):
    """One name: its folded words as they stand, everything it is found by (these too), and its first letters, with and
    without those of particles (van, de, al).
    """

    plain: tuple[str, ...]
    found_by: tuple[str, ...]
    firsts: str
    main_firsts: str


@lru_cache(maxsize=20_000)
def other_words(text: str) -> tuple[str, ...]:
    """What an organisation or a place is found by: `checkin.domain.names.words_of` it, spelt otherwise, by sound."""
    found = words_of(text)
    return found if text.isascii() else (*found, *_beyond_ascii(text))


@lru_cache(maxsize=20_000)
def name_keys(text: str) -> NameKeys:
    """What one name (a given name, a family name, or both in one piece) is found by; remembered, as names repeat.

    Beside `other_words`: several words joined (delacruz), German and Nordic vowels that the list has spelt out
    (Mueller: muller), and of names written without blanks (王小明, 김민준) every part to the end.
    """
    plain = tuple(fold(text).split())
    found = dict.fromkeys((*plain, *spelt_otherwise(text)))
    if not text.isascii():
        found.update(dict.fromkeys(_beyond_ascii(text)))
        for run in _TOGETHER.findall(text):
            found.update((fold(run[place:]), None) for place in range(1, len(run)))
    if 1 < len(plain) <= _MOST_JOINED:
        found.update(("".join(plain[place:]), None) for place in range(len(plain) - 1))
    for word in plain:
        if len(word) >= _LEAST_LONGER and ("ue" in word or "oe" in word or "ae" in word or "aa" in word):
            found[_LONGER.sub(_first_vowel, word)] = None
        elif word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 1:
            found[word.removeprefix(_ARTICLE)] = None
    firsts = "".join(map(first_letter, plain))
    main = firsts
    if not _PARTICLES.isdisjoint(plain):
        main = "".join(first_letter(word) for word in plain if word not in _PARTICLES) or firsts
    return NameKeys(plain, tuple(found), firsts, main)


def name_words(given: str, family: str, *others: str) -> str:
    """Everything that somebody's names are found by, blank-separated, each once.

    Args:
        given, family: the name in two parts, either may be "".
        others: names in one piece: the whole name where there are no parts, the one in the person's own script, those
            of other registrations.
    """
    first, last = name_keys(given), name_keys(family)
    found = dict.fromkeys(first.found_by + last.found_by)
    for other in others:
        if other:
            found.update(dict.fromkeys(name_keys(other).found_by))
    if first.firsts and last.firsts:
        # jm; of Jan van den Berg jb and jvdb; of María José García López mgl and mjgl.
        one, many = first.firsts[:1], first.firsts
        found[INITIALS + one + last.main_firsts] = None
        if last.main_firsts != last.firsts:
            found[INITIALS + one + last.firsts] = None
        if one != many:
            found[INITIALS + many + last.main_firsts] = None
        if not given.isascii() and _TOGETHER.fullmatch(family + given):
            found[fold(family + given)] = None
    elif others and len(name_keys(others[0]).firsts) > 1:
        found[INITIALS + name_keys(others[0]).firsts] = None
    return " ".join(found)


def number_words(phone: str) -> list[str]:
    """The keys of the telephone numbers in `phone`, found by their last digits."""
    if "E+" in phone:
        # A spreadsheet made 4.47912E+11 of it: its last digits are gone.
        return []
    found = []
    for part in (phone,) if _ONE_NUMBER.fullmatch(phone) else _BETWEEN_NUMBERS.split(phone):
        number = _NO_DIGIT.sub("", part)
        if len(number) >= LEAST_DIGITS:
            found.append(number_key(number))
    return found


def number_key(digits: str) -> str:
    """The key of a telephone number, or of its last digits: from behind, so that it begins with these."""
    tail = digits[: -MOST_DIGITS - 1 : -1]
    return NUMBER + (tail if tail.isascii() else "".join(str(int(digit)) for digit in tail))


def first_letter(word: str) -> str:
    """The initial of a folded word, in Latin letters where it is Greek or Cyrillic."""
    return next(iter(spellings(word)), word)[:1] if is_native(word) else word[:1]


def fold_otherwise(text: str) -> Iterator[str]:
    """`text` folded in the ways that differ from `fold`, for what is typed."""
    for table in (_OTHERS, _SPELT_OUT):
        changed = text.translate(table)
        if changed != text:
            yield fold(changed)


def _beyond_ascii(text: str) -> Iterator[str]:
    """The words and keys of a text with other letters than a to z that `words_of` it does not give."""
    for table, letters in _TABLES:
        if letters.search(text):
            yield from fold(text.translate(table)).split()
    if is_native(text):
        for word in NATIVE_WORD.findall(unicodedata.normalize("NFC", text)):
            for sound in sounds_of(word):
                yield SOUND + sound


def _first_vowel(found: re.Match[str]) -> str:
    return found.group()[0]
