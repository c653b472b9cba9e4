"""Finding people as one types: any words in any order, best first, however the name is spelt."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy.engine import Connection

from checkin.domain.badge import normal_code
from checkin.domain.people import Person
from checkin.domain.search_keys import name_keys
from checkin.domain.typed_words import TypedWord, all_single, initials, typed_words, whole_number
from db.queries.people import COLUMNS, Today, is_text, person_of
from db.search_near import FoldedNames, close, same_name
from db.search_rank import (
    CITY,
    CODE,
    FAMILY,
    GIVEN,
    INITIALS,
    INITIALS_TURNED,
    NUMBER,
    NUMBER_OF_ROW,
    ORGANISATION,
    asked,
    score,
)
from db.search_terms import HITS, MORE_HITS, POOL, any_begun, begun, whole

__all__ = ["LEAST_CHARACTERS", "FoldedNames", "find", "same_name"]

LEAST_CHARACTERS = 2
_BY_CODE = (
    f"select {', '.join(f'p.{column.strip()}' for column in COLUMNS.split(','))} from code c"
    " join person p on p.attendee = c.attendee where c.code = ? limit ?"
)
_Row = Sequence[Any]
_Found = dict[str, tuple[_Row, float]]


def find(connection: Connection, text: str, limit: int, today: Today, names: FoldedNames) -> list[tuple[Person, float]]:
    """The people that `text` means, with a score of 0 to 100, best first; nothing below two characters.

    Codes count whole; names, organisation, city, e-mail and order from the beginning of each word, telephone numbers
    from behind. Names are asked first, so that a short query is answered by names before places. Initials come last.
    Only when nothing is found, names that differ by a letter are.
    """
    words = typed_words(text)
    if sum(len(word.plain) for word in words) < LEAST_CHARACTERS:
        return []
    exact = normal_code(text) or text.strip()
    holders = connection.exec_driver_sql(_BY_CODE, (exact, limit)).fetchall() if is_text(exact) else ()
    found: _Found = {holder[0]: (holder, CODE) for holder in holders}
    _add_met(connection, words, text, limit, found)
    number = whole_number(words)
    if number:
        _add_keyed(connection, any_begun([number], "rest"), NUMBER, limit, found)
    elif not (found or all_single(words)):
        found = {row[0]: (row, likeness) for row, likeness in close(connection, words, limit, names)}
    if len(found) < limit:
        for key, value in zip(initials(words), (INITIALS, INITIALS_TURNED), strict=False):
            _add_keyed(connection, any_begun([key], "names"), value, limit, found)
    return [(person_of(row, today), value) for row, value in sorted(found.values(), key=_order)[:limit]]


def _order(hit: tuple[_Row, float]) -> tuple[Any, ...]:
    """Best first; people of one name by where they come from."""
    row, value = hit
    return (-value, name_keys(row[FAMILY]).plain, name_keys(row[GIVEN]).plain, row[ORGANISATION], row[CITY], row[0])


def _add_met(connection: Connection, words: Sequence[TypedWord], text: str, limit: int, found: _Found) -> None:
    """Those whose names begin so as they stand; then otherwise spelt; then, unless that is enough, all else. Where one
    of these alone fills the pool, those who are just so, too, and no more: the pool may have left out the very person
    who was typed.

    Single letters are whole words only: half of a long list begins with any two.
    """
    stages = [
        (begun(words, "names", as_typed=True), "names"),
        (begun(words, "names"), "names"),
        (begun(words, ""), ""),
    ]
    if all_single(words):
        stages = [(whole(words, column), column) for column in ("names", "")]
    pool, ways = max(POOL, limit), [asked(word) for word in words]
    seen: list[int] = []
    for query, column in stages:
        if not column and len(found) >= limit:
            return
        rows = list(connection.exec_driver_sql(MORE_HITS, (query, json.dumps(seen), pool)))
        if full := len(rows) >= pool:
            rows += connection.exec_driver_sql(HITS, (whole(words, column), pool))
        for row in rows:
            if row[0] not in found:
                found[row[0]] = (row, score(words, ways, text, row))
        if full:
            return
        seen += (row[NUMBER_OF_ROW] for row in rows)


def _add_keyed(connection: Connection, query: str, value: float, limit: int, found: _Found) -> None:
    """Those whom a key finds, unless they were found by something better."""
    for row in connection.exec_driver_sql(HITS, (query, limit)):
        if row[0] not in found or found[row[0]][1] < value:
            found[row[0]] = (row, value)
