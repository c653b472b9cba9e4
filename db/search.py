"""Finding people as one types: any words in any order, best first, one mistyped letter forgiven."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy.engine import Connection

from checkin.domain.badge import normal_code
from checkin.domain.names import fold, query_words
from checkin.domain.people import Person
from db.queries.people import COLUMNS, Today, is_text, person_of

LEAST_CHARACTERS = 2
_POOL = 200
_CLOSE = 82.0
_NEAR, _MOST_SLIPS = 40, 6
_SAME = 84.0
LEAST_FOR_TYPOS = 4
_SELECT = ", ".join(f"p.{c.strip()}" for c in COLUMNS.split(","))
_HITS = f"select {_SELECT} from search s join person p on p.n = s.rowid where search match ? limit ?"
_MANY = "select 1 from search where search match ? limit 1 offset ?"
_BY_CODE = f"select {_SELECT} from code c join person p on p.attendee = c.attendee where c.code = ? limit ?"


class FoldedNames:
    """Every folded name by row number, in memory from the first mistyped search on, and kept current."""

    def __init__(self) -> None:
        self._names: dict[int, str] = {}
        self._words: dict[str, None] = {}
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
                self._words.update(dict.fromkeys(folded.split()))
                self._rev = max(self._rev, rev)
            return self._names

    def near(self, word: str) -> list[str]:
        """The words of names that `word` is, or begins, but for one letter: wrong, missing, doubled or swapped."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        with self._lock:
            known = list(self._words)
        begun = {w: w[: len(word)] for w in known if len(w) > len(word)}
        whole = process.extract(word, known, scorer=OSA.distance, score_cutoff=1, limit=_NEAR)
        parts = process.extract(word, begun, scorer=OSA.distance, score_cutoff=1, limit=_NEAR)
        return list(dict.fromkeys([*(w for w, _, _ in whole), *(w for _, _, w in parts)]))


def find(connection: Connection, text: str, limit: int, today: Today, names: FoldedNames) -> list[tuple[Person, float]]:
    """The people that `text` means, with a score of 0 to 100, best first; nothing below two characters.

    Codes count whole; names, organisation, city, e-mail and order from the beginning of each word. Names are asked
    first, so that a short query is answered by names before places. Only when nothing is found, names that differ by
    a letter are.
    """
    words = query_words(text)
    if sum(map(len, words)) < LEAST_CHARACTERS:
        return []
    found: dict[str, tuple[Person, float]] = {}
    exact = normal_code(text) or text.strip()
    for row in connection.exec_driver_sql(_BY_CODE, (exact, limit)) if is_text(exact) else ():
        found[row[0]] = (person_of(row, today), 100.0)
    pool = max(_POOL, limit)
    for query in _queries(words, connection, pool):
        for row in connection.exec_driver_sql(_HITS, (query, pool)):
            if row[0] not in found:
                found[row[0]] = (person_of(row, today), _score(words, row))
    if not found:
        return _close(connection, words, limit, today, names)
    ranked = sorted(found.values(), key=lambda hit: (-hit[1], fold(hit[0].family), fold(hit[0].given), hit[0].attendee))
    return ranked[:limit]


def same_name(words: Iterable[str], name: str) -> bool:
    """True when `name` (folded) is made of `words` (folded) in any order, give or take a letter."""
    from rapidfuzz import fuzz

    return fuzz.token_sort_ratio(" ".join(sorted(words)), name) >= _SAME


def _queries(words: Sequence[str], connection: Connection, pool: int) -> Iterator[str]:
    """What the index is asked: names that begin so; then all else, or, where these alone fill the pool, names that are
    just so, as the pool may have left out the very person who was typed.
    """
    names = _match(words, "names")
    yield names
    many = connection.exec_driver_sql(_MANY, (names, pool - 1)).fetchone()
    yield _match(words, "names", beginning="") if many else _match(words, "")


def _match(words: Sequence[str], column: str, beginning: str = " *") -> str:
    terms = " AND ".join(f'"{w}"{beginning}' for w in words)
    return f"{column} : ({terms})" if column else terms


def _score(words: Sequence[str], row: Sequence[str]) -> float:
    """How well the words meet the name: whole words before beginnings, names before all else."""
    given, family = fold(row[2]).split(), fold(row[3]).split()
    total = 0.0
    for word in words:
        if word in family or word in given:
            total += 90
        elif "".join(family).startswith(word) or any(part.startswith(word) for part in family):
            total += 75
        elif "".join(given).startswith(word) or any(part.startswith(word) for part in given):
            total += 70
        else:
            total += 40
    return total / len(words)


def _slips(connection: Connection, words: Sequence[str], names: FoldedNames) -> Sequence[Sequence[str]]:
    """The rows whose name has every word, give or take one slip in each word that is long enough for one."""
    terms = []
    for word in words:
        near = names.near(word) if len(word) >= LEAST_FOR_TYPOS else []
        terms.append("(" + " OR ".join([f'"{word}" *', *(f'"{w}"' for w in near)]) + ")")
    return connection.exec_driver_sql(_HITS, (f"names : ({' AND '.join(terms)})", _POOL)).fetchall()


def _alike(words: Sequence[str], row: Sequence[str]) -> float:
    """How near each word is to the nearest one of the name; always below whatever was typed without a slip."""
    from rapidfuzz import fuzz

    name = fold(row[1]).split() or [""]
    return round(0.6 * sum(max(fuzz.ratio(word, part) for part in name) for word in words) / len(words), 1)


def _close(
    connection: Connection, words: Sequence[str], limit: int, today: Today, names: FoldedNames
) -> list[tuple[Person, float]]:
    from rapidfuzz import fuzz, process

    typed = " ".join(words)
    if len(typed) < LEAST_FOR_TYPOS:
        return []
    known = names.current(connection)
    slips = _slips(connection, words, names) if len(words) <= _MOST_SLIPS else ()
    if slips:
        persons = [(person_of(row, today), _alike(words, row)) for row in slips]
        return sorted(persons, key=lambda hit: (-hit[1], fold(hit[0].family), hit[0].attendee))[:limit]
    hits = process.extract(typed, known, scorer=fuzz.token_sort_ratio, limit=limit, score_cutoff=_CLOSE)
    if not hits and len(words) == 1:
        hits = process.extract(typed, known, scorer=fuzz.partial_ratio, limit=limit, score_cutoff=_CLOSE + 3)
    found = []
    for _, score, number in hits:
        row = connection.exec_driver_sql(f"select {COLUMNS} from person where n = ?", (number,)).fetchone()
        if row:
            found.append((person_of(row, today), round(score * 0.6, 1)))
    return found
