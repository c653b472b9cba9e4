"""Names that are nearly what was typed, or sound the same: asked only when nobody else was found."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy.engine import Connection

from checkin.domain.names import fold
from checkin.domain.search_keys import SOUND
from checkin.domain.sounds import sound
from checkin.domain.transliteration import is_native, sounds_of
from checkin.domain.typed_words import TypedWord
from db.search_rank import FAMILY, NAMES
from db.search_terms import BY_NUMBER, HITS, POOL, nearly

Hit = tuple[Sequence[Any], float]

LEAST_FOR_TYPOS = 4
_MOST_NEAR, _MOST_WORDS = 40, 6
_CLOSE, _SAME = 82.0, 84.0
_SHARE = 0.6
"""Of likeness as a score: always below whatever was typed without a slip."""


class FoldedNames:
    """Every folded name by row number and the words of them all by their sounds, in memory from the first mistyped
    search on, and kept current.
    """

    def __init__(self) -> None:
        self._names: dict[int, str] = {}
        self._words: dict[str, None] = {}
        self._native: dict[str, None] = {}
        self._sounding: dict[str, list[str]] = {}
        self._rev = -1
        self._lock = threading.Lock()

    def current(self, connection: Connection) -> dict[int, str]:
        """The names as `connection` sees them; only people changed since the last look are read."""
        with self._lock:
            rows = connection.exec_driver_sql(
                "select p.n, p.given, p.family, p.name, p.rev from person p where p.rev > ?", (self._rev,)
            )
            for number, given, family, name, rev in rows:
                folded = self._names[number] = fold(f"{given} {family}") or fold(name)
                for word in folded.split():
                    if word not in self._words:
                        self._learn(word)
                self._rev = max(self._rev, rev)
            return self._names

    def _learn(self, word: str) -> None:
        self._words[word] = None
        if is_native(word):
            self._native.update(dict.fromkeys(sounds_of(word)))
        elif word.isascii():
            self._sounding.setdefault(sound(word), []).append(word)

    def near(self, word: TypedWord) -> list[str]:
        """The words and sounds of names that `word` is, or begins, but for one letter: wrong, missing, doubled or
        swapped; and the words of names that sound as it does.
        """
        with self._lock:
            known, native = list(self._words), list(self._native)
            alike = [w for heard in _heard(word) for w in self._sounding.get(heard, ())]
        found = [*alike, *_one_slip(word.plain, known)]
        heard = next(iter(word.sounds), "").removeprefix(SOUND)
        if len(heard) >= LEAST_FOR_TYPOS:
            found += (SOUND + each for each in _one_slip(heard, native))
        return list(dict.fromkeys(found))

    def like(self, word: str) -> list[str]:
        """The words of names that `word` is much like, or the beginning of them."""
        from rapidfuzz import fuzz, process

        with self._lock:
            known = list(self._words)
        begun = {w: w[: len(word)] for w in known if len(w) > len(word)}
        whole = process.extract(word, known, scorer=fuzz.ratio, score_cutoff=_CLOSE, limit=_MOST_NEAR)
        parts = process.extract(word, begun, scorer=fuzz.ratio, score_cutoff=_CLOSE, limit=_MOST_NEAR)
        return list(dict.fromkeys([*(w for w, _, _ in whole), *(w for _, _, w in parts)]))


def close(connection: Connection, words: Sequence[TypedWord], limit: int, names: FoldedNames) -> list[Hit]:
    """The people whose name is nearly so, best first, each as the row that `db.search_terms.HITS` gives."""
    typed = " ".join(word.plain for word in words)
    if len(typed) < LEAST_FOR_TYPOS:
        return []
    known = names.current(connection)
    rows: Sequence[Sequence[Any]] = ()
    if len(words) <= _MOST_WORDS:
        near = [names.near(word) if len(word.plain) >= LEAST_FOR_TYPOS else [] for word in words]
        rows = connection.exec_driver_sql(HITS, (nearly(words, near), POOL)).fetchall()
    if not rows and len(words) > 1:
        return _whole_names(connection, typed, limit, known)
    if not rows:
        rows = connection.exec_driver_sql(HITS, (nearly(words, [names.like(typed)]), POOL)).fetchall()
    found = [(row, _alike(words, row)) for row in rows]
    return sorted(found, key=lambda hit: (-hit[1], fold(hit[0][FAMILY]), hit[0][0]))[:limit]


def same_name(words: Iterable[str], name: str) -> bool:
    """True when `name` (folded) is made of `words` (folded) in any order, give or take a letter; one of them may be in
    Greek or Cyrillic letters, the other in Latin ones.
    """
    from rapidfuzz import fuzz

    typed = sorted(words)
    if fuzz.token_sort_ratio(" ".join(typed), name) >= _SAME:
        return True
    if not (is_native(name) or is_native(" ".join(typed))):
        return False
    return len(typed) == len(name.split()) and all(
        any(not _heard_of(word).isdisjoint(_heard_of(part)) for part in name.split()) for word in typed
    )


def _heard_of(word: str) -> frozenset[str]:
    return frozenset(sounds_of(word) if is_native(word) else (sound(word),))


def _whole_names(connection: Connection, typed: str, limit: int, known: dict[int, str]) -> list[Hit]:
    """The people whose whole name is much like what was typed."""
    from rapidfuzz import fuzz, process

    hits = process.extract(typed, known, scorer=fuzz.token_sort_ratio, limit=limit, score_cutoff=_CLOSE)
    found: list[Hit] = []
    for _, likeness, number in hits:
        row = connection.exec_driver_sql(BY_NUMBER, (number,)).fetchone()
        if row:
            found.append((row, round(likeness * _SHARE, 1)))
    return found


def _alike(words: Sequence[TypedWord], row: Sequence[str]) -> float:
    """How near each word, or its sound, is to the nearest one of the name."""
    from rapidfuzz import fuzz

    there = row[NAMES].split() or [""]
    total = sum(
        max(fuzz.ratio(asked, part) for asked in (word.plain, *word.sounds) for part in there) for word in words
    )
    return round(_SHARE * total / len(words), 1)


def _heard(word: TypedWord) -> tuple[str, ...]:
    if is_native(word.plain):
        return sounds_of(word.plain)
    return tuple(key.removeprefix(SOUND) for key in word.sounds)


def _one_slip(word: str, known: Sequence[str]) -> list[str]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    begun = {w: w[: len(word)] for w in known if len(w) > len(word)}
    whole = process.extract(word, known, scorer=OSA.distance, score_cutoff=1, limit=_MOST_NEAR)
    parts = process.extract(word, begun, scorer=OSA.distance, score_cutoff=1, limit=_MOST_NEAR)
    return [*(w for w, _, _ in whole), *(w for _, _, w in parts)]
