"""Tells old encodings of one byte per letter apart: each is tried, and the one whose words look like names wins."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from checkin.lists.letters import FOREIGN, languages

# Encoding -> how much rarer it is than Windows-1252, as a logarithm. Those of Windows come first, so that they win
# where two read the same.
CANDIDATES: dict[str, float] = {
    "cp1252": 0.0, "cp1250": -0.4, "cp1251": -0.4, "cp1253": -0.6, "cp1254": -0.6, "cp1257": -1.2, "cp1255": -1.5,
    "cp1256": -1.5, "iso8859-1": -1.0, "iso8859-15": -1.2, "iso8859-2": -1.2, "iso8859-5": -2.0, "iso8859-7": -1.4,
    "iso8859-9": -1.6, "iso8859-13": -2.5, "iso8859-4": -3.0, "iso8859-16": -3.0, "mac_roman": -2.0,
    "mac_latin2": -4.5, "mac_cyrillic": -2.5, "mac_greek": -2.5, "mac_turkish": -2.5, "koi8-r": -2.0, "koi8-u": -2.2,
    "cp850": -2.5, "cp437": -3.0, "cp852": -3.0, "cp866": -2.8, "cp737": -3.5, "cp857": -3.5, "cp775": -4.0,
}  # fmt: skip
_WORD = re.compile(rb"[A-Za-z'\x80-\xff]+")
_MOST_WORDS = 300
_NONSENSE = -6.5
"""Below this (as a logarithm for each byte beyond ASCII) no reading makes sense."""
# Signs that stand in lists as people write them; all others stand in none.
_SIGNS = {
    **dict.fromkeys("’–“”„…€«»‘‚‹›•°", 0.02),
    **dict.fromkeys("—´`·™©®§ªº№\u00a0", 0.002),
}
_SIGN, _CONTROL, _MIXED, _CROWDED, _CASE = 1e-5, 1e-8, 1e-4, 1e-2, 1e-2
_MAIN = 0.6
"""How much of a list is in its main language; the rest is spread over all of them."""


@dataclass(frozen=True, slots=True)
class Guess:
    """The encoding that reads best, with a word that shows why.

    Attributes:
        word: as the encoding reads it; other: the encoding that comes next, and `instead` how that reads the word.
        sure: whether the next one is far behind.
        sensible: whether what it reads looks like words at all.
    """

    encoding: str
    word: str
    other: str
    instead: str
    sure: bool
    sensible: bool


def guess(sample: bytes) -> Guess:
    """The most sensible encoding of some lines with bytes beyond ASCII."""
    found = Counter(word for word in _WORD.findall(sample) if not word.isascii())
    words = [word for word, _ in found.most_common(_MOST_WORDS)]
    scores = {name: _score(words, name) + prior for name, prior in CANDIDATES.items()}
    ranking = sorted(scores, key=lambda name: -scores[name])
    best = ranking[0]
    others = [n for n in ranking[1:] if scores[n] > -math.inf and any(_read(w, n) != _read(w, best) for w in words)]
    other = others[0] if others else ""
    told = max(words, key=lambda w: _word_score(w, best) - _word_score(w, other), default=b"") if other else b""
    size = sum(byte > 127 for word in words for byte in word) or 1
    return Guess(
        best,
        _shown(told, best),
        other,
        _shown(told, other) if other else "",
        not other or scores[best] - scores[other] > 3,
        scores[best] / size > _NONSENSE,
    )


def _read(word: bytes, encoding: str) -> str:
    return word.decode(encoding, "replace")


def _shown(word: bytes, encoding: str) -> str:
    return "".join(c if c.isprintable() else "�" for c in _read(word, encoding))


def _score(words: list[bytes], encoding: str) -> float:
    """The logarithm of how likely the words are, read in an encoding, for the main language that fits best."""
    by_language: list[list[float]] = []
    for word in words:
        try:
            by_language.append(_likelihoods(word.decode(encoding)))
        except UnicodeDecodeError:
            return -math.inf
    known = languages()
    average = [sum(p * one.share for p, one in zip(row, known, strict=True)) for row in by_language]
    return max(
        math.log(language.share) * 0.5
        + sum(math.log(_MAIN * row[at] + (1 - _MAIN) * mean) for row, mean in zip(by_language, average, strict=True))
        for at, language in enumerate(known)
    )


def _word_score(word: bytes, encoding: str) -> float:
    likelihoods = _likelihoods(_read(word, encoding))
    return math.log(sum(p * one.share for p, one in zip(likelihoods, languages(), strict=True)))


def _likelihoods(word: str) -> list[float]:
    """How likely a word is in each of the languages."""
    word = unicodedata.normalize("NFC", word)
    signs = 1.0
    letters: list[str] = []
    for at, c in enumerate(word):
        if c.isascii():
            continue
        if c.isalpha() and unicodedata.category(c) != "Lm":
            letters.append(c)
        else:
            signs *= _sign(word, at)
    signs *= _oddness(word, letters)
    tiny = 1e-300
    found = []
    for language in languages():
        likely = signs
        for letter in letters:
            likely *= language.letters.get(letter, FOREIGN)
        found.append(max(likely, tiny))
    return found


def _sign(word: str, at: int) -> float:
    """How likely a sign that is no letter stands where it stands."""
    c = word[at]
    if unicodedata.category(c) in ("Cc", "Cn", "Co") or c == "\ufffd":
        return _CONTROL
    likely = _SIGNS.get(c, _SIGN)
    between = 0 < at < len(word) - 1 and word[at - 1].isalpha() and word[at + 1].isalpha()
    before_accent = at < len(word) - 1 and word[at + 1].isalpha() and not word[at + 1].isascii()
    if (between and c not in "’·") or (at == 0 and before_accent):
        return likely * _CASE
    return likely


def _oddness(word: str, letters: list[str]) -> float:
    """What speaks against a word in any language: two scripts, capitals inside, hardly a plain letter among accents."""
    likely = 1.0
    for before, c in pairwise(word):
        inside = c.isupper() and before.islower()
        behind_capitals = c.islower() and before.isupper() and word[:2].isupper() and len(word) > 2
        if not c.isascii() and (inside or behind_capitals):
            likely *= _CASE
    latin = sum(c.isascii() and c.isalpha() for c in word) + sum(c <= "ɏ" for c in letters)
    foreign = sum(c > "ɏ" for c in letters)
    if latin and foreign:
        likely *= _MIXED ** min(latin, foreign)
    accents = len(letters) - foreign
    plain = sum(c.isascii() and c.isalpha() for c in word)
    if accents > 1 and accents > plain:
        likely *= _CROWDED ** (accents - plain)
    return likely
