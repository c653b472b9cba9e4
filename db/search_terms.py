"""What the search index is asked, in the words of FTS5."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checkin.domain.typed_words import TypedWord
from db.queries.people import COLUMNS

POOL = 200
"""So many people are ranked at most."""
_SELECT = ", ".join(f"p.{column.strip()}" for column in COLUMNS.split(",")) + ", s.names, s.rest, p.n"
HITS = f"select {_SELECT} from search s join person p on p.n = s.rowid where search match ? limit ?"
MORE_HITS = HITS.replace(" limit ", " and s.rowid not in (select value from json_each(?)) limit ")
"""The same but for the people whose row numbers are given, as a list in JSON."""
BY_NUMBER = f"select {_SELECT} from person p join search s on s.rowid = p.n where p.n = ?"
_MOST_SPELT = 8
"""Of longer texts only the words as they stand are asked: nobody spells a sentence in all ways."""


def begun(words: Sequence[TypedWord], column: str, *, as_typed: bool = False) -> str:
    """Every word begins a word of the column ("": of any): as it stands, or also otherwise spelt."""
    spelt = len(words) <= _MOST_SPELT and not as_typed
    return _all((_word(word, " *", spelt, word.sounds_begun, numbers=not column) for word in words), column)


def whole(words: Sequence[TypedWord], column: str) -> str:
    """Every word is a whole word of the column ("": of any)."""
    spelt = len(words) <= _MOST_SPELT
    return _all((_word(word, "", spelt, word.sounds, numbers=False) for word in words), column)


def nearly(words: Sequence[TypedWord], near: Sequence[Iterable[str]]) -> str:
    """Every word begins a word of a name, or one of those that are near it is there."""
    pairs = zip(words, near, strict=True)
    return _all((_one_of([f'"{w.plain}" *', *(f'"{each}"' for each in others)]) for w, others in pairs), "names")


def any_begun(keys: Iterable[str], column: str) -> str:
    """One of the keys begins a word of the column."""
    terms = [f'"{key}" *' for key in keys]
    return f"{column} : {_one_of(terms)}"


def _word(word: TypedWord, beginning: str, spelt: bool, sounds: Sequence[str], numbers: bool) -> str:
    if not spelt:
        return f'"{word.plain}"{beginning}'
    terms = [f'"{each}"{beginning}' for each in (word.plain, *word.also, *sounds)]
    if numbers and word.key:
        terms.append(f'"{word.key}" *')
    return _one_of(terms)


def _one_of(terms: Iterable[str]) -> str:
    return f"({' OR '.join(terms)})"


def _all(terms: Iterable[str], column: str) -> str:
    every = " AND ".join(terms)
    return f"{column} : ({every})" if column else every
