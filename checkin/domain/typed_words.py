"""What somebody typed into the search, word by word, with all that each word may stand for; pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from checkin.domain.names import query_words, unhyphenated
from checkin.domain.search_keys import (
    INITIALS,
    LEAST_DIGITS,
    NATIVE_WORD,
    SOUND,
    first_letter,
    fold_otherwise,
    number_key,
)
from checkin.domain.sounds import sound, sounds_begun
from checkin.domain.transliteration import is_native, spellings

_MOST_WORDS_JOINED = 4
_MOST_INITIALS = 4
_LEAST_ALONE = 2
"""Letters of a sound: half of a list begins with a shorter one, unless more was typed that it is the sound of."""


class TypedWord(NamedTuple):
    """A folded word; other words that mean the same (spelt out, in Latin letters, joined with its neighbours); and the
    keys of its sound, as a whole and as a beginning.
    """

    plain: str
    also: tuple[str, ...] = ()
    sounds: tuple[str, ...] = ()
    sounds_begun: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Under what the index has a telephone number that ends so, "" when the word is none."""
        return number_key(self.plain) if self.plain.isdecimal() and len(self.plain) >= LEAST_DIGITS else ""


def typed_words(text: str) -> list[TypedWord]:
    """The words of `text`, in order. A hyphen inside a word joins it, an apostrophe is nothing."""
    joined = unhyphenated(text)
    plain = query_words(joined)
    also: list[list[str]] = [[] for _ in plain]
    if not joined.isascii():
        _add_other_spellings(joined, plain, also)
    if 1 < len(plain) <= _MOST_WORDS_JOINED:
        _add_joined(plain, also)
    least = _LEAST_ALONE if len(plain) == 1 else 1
    return [_word(word, others, least) for word, others in zip(plain, also, strict=True)]


def whole_number(words: Sequence[TypedWord]) -> str:
    """The key of the telephone number that all the words together end, "" when they do not."""
    digits = "".join(word.plain for word in words)
    return number_key(digits) if digits.isdecimal() and len(digits) >= LEAST_DIGITS else ""


def initials(words: Sequence[TypedWord]) -> list[str]:
    """The keys of the initials that the words may be: `jm`, `j m`; apart they may be turned round, too."""
    letters = "".join(first_letter(word.plain) for word in words)
    if len(words) == 1:
        word = words[0].plain
        told = 1 < len(word) <= _MOST_INITIALS and word.isalpha()
        return [INITIALS + "".join(map(first_letter, word))] if told else []
    if all_single(words) and len(words) <= _MOST_INITIALS and letters.isalpha():
        return list(dict.fromkeys((INITIALS + letters, INITIALS + letters[::-1])))
    return []


def all_single(words: Sequence[TypedWord]) -> bool:
    """Whether each word is a single letter, as initials are, of an alphabet that has them."""
    return all(len(word.plain) == 1 and word.plain < "\u0530" for word in words)


def _word(plain: str, others: Sequence[str], least: int) -> TypedWord:
    also = tuple(other for other in dict.fromkeys(others) if other != plain)
    if not (plain.isascii() and plain.isalpha() and len(plain) >= least):
        return TypedWord(plain, also)
    begun = [heard for heard in sounds_begun(plain) if len(heard) >= least or len(plain) > _LEAST_ALONE]
    return TypedWord(plain, also, (SOUND + sound(plain),), tuple(SOUND + heard for heard in begun))


def _add_other_spellings(text: str, plain: Sequence[str], also: list[list[str]]) -> None:
    for folded in fold_otherwise(text):
        words = folded.split()
        if len(words) == len(plain):
            for others, word in zip(also, words, strict=True):
                others.append(word)
    if is_native(text):
        # Folding takes й and ё for и and е, so Latin letters are made of what was typed.
        written = {query_words(word)[0]: word for word in NATIVE_WORD.findall(unicodedata.normalize("NFC", text))}
        for word, others in zip(plain, also, strict=True):
            if is_native(word):
                others += spellings(written.get(word, word))


def _add_joined(plain: Sequence[str], also: list[list[str]]) -> None:
    """Mc Donald is McDonald and Abdul Rahman Abdulrahman: each word may be met by a run of words it stands in."""
    count = len(plain)
    for start in range(count - 1):
        for end in range(start + 2, count + 1):
            run = "".join(plain[start:end])
            for others in also[start:end]:
                others.append(run)
