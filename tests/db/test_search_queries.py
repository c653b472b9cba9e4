"""Who comes first: 200 queries over 400 invented people of 70 countries, with their right answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path

import pytest

from checkin.domain.names import fold, query_words
from checkin.domain.people import Person
from db.engine import Database
from db.queries.people import Today
from db.search import FoldedNames, find
from tests.db.search_list import Query, lines, listed_people, queries
from tests.factories import DAY, a_database, an_act, store_foreign

QUERIES = queries()


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    made = listed_people(tmp_path_factory.mktemp("list"))
    yield made
    made.close()


def hits(database: Database, text: str, limit: int = 50) -> list[tuple[Person, float]]:
    with database.read() as connection:
        return find(connection, text, limit, Today(DAY), FoldedNames())


def told(person: Person, wanted: frozenset[tuple[str, str]]) -> tuple[str, str]:
    """The person as the list of queries names them: with the organisation where that tells them apart."""
    apart = (person.name, person.organisation)
    return apart if apart in wanted else (person.name, "")


@pytest.mark.parametrize("query", QUERIES, ids=lambda q: f"{q.text} {'last' if q.last else 'first'}")
def test_the_right_people_come_first(database: Database, query: Query) -> None:
    found = hits(database, query.text)
    if not query.groups:
        assert [p.name for p, _ in found] == []
        return
    if query.last:
        (wanted,) = query.groups
        assert wanted <= {told(person, wanted) for person, _ in found}, [p.name for p, _ in found]
        return
    place = 0
    for wanted in query.groups:
        shown = [person for person, _ in found[place : place + len(wanted)]]
        assert {told(person, wanted) for person in shown} == wanted, [(p.name, p.organisation, s) for p, s in found[:9]]
        place += len(wanted)


LAST = [query for query in QUERIES if query.last]


@pytest.mark.parametrize("query", LAST, ids=lambda q: q.text)
def test_initials_come_after_every_word(database: Database, query: Query) -> None:
    typed = query_words(query.text)
    words = {*typed, "".join(typed)}
    found = hits(database, query.text, 400)
    # J. M. Barrie and Jo Jm are found by words, as they stand or joined.
    by_word = [not words.isdisjoint([*fold(p.name).split(), "".join(fold(p.given).split())]) for p, _ in found]
    assert by_word == sorted(by_word, reverse=True)
    assert {score for (_, score), word in zip(found, by_word, strict=True) if not word} <= {20.0, 18.0}


SLIPS = {"papadopuolos", "'t hooft", "d angelo", "o neill zoe"}
"""Typed wrongly on the way, or with a letter by itself that names begin with in hundreds."""
GROWING = [
    q for q in QUERIES if q.groups and not q.last and q.text not in SLIPS and not any(c.isdigit() for c in q.text)
]


@pytest.mark.parametrize("query", GROWING, ids=lambda q: q.text)
def test_nobody_is_lost_between_two_keystrokes(database: Database, query: Query) -> None:
    names = {name for name, _ in query.groups[0]}
    for end in range(3, len(query.text) + 1):
        assert names & {person.name for person, _ in hits(database, query.text[:end])}, query.text[:end]


def test_a_telephone_number_finds_and_is_not_shown(database: Database) -> None:
    ((person, score),) = hits(database, "79460123")
    assert (person.organisation, score) == ("Acme Housing", 50.0)
    assert not any("0123" in str(value) for value in astuple(person))
    assert hits(database, "123") == [], "three digits end too many numbers"


def test_a_whole_code_is_worth_more_than_a_telephone_number(tmp_path: Path) -> None:
    made = a_database(tmp_path)
    people = [("Ada", {"phone": "07700 904711"}, "t1"), ("Bea", {"order": "904711"}, "t2"), ("Cyd", {}, "904711")]
    acts = [
        an_act("listed", f"p{n}", {"set": {}}, {"set": {"given": name, **more}, "codes": [[code, "ticket", ""]]}, n=n)
        for n, (name, more, code) in enumerate(people)
    ]
    with made.write() as connection:
        store_foreign(connection, acts)
    assert [person.name for person, _ in hits(made, "904711")] == ["Cyd", "Bea", "Ada"]
    made.close()


def test_the_list_is_long_enough_and_mixed() -> None:
    people = [[cell.strip() for cell in line.split("|")] for line in lines("search_people.txt")]
    assert len(people) == 400
    assert len({person[5] for person in people}) >= 50
    assert len(QUERIES) >= 200
    names = [(person[0], person[1]) for person in people]
    assert len(names) - len(set(names)) >= 8, "people of one name"
