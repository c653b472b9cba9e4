"""Who comes first: 200 queries over 400 invented people of 70 countries, with their right answers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from checkin.domain.people import Person
from db.engine import Database
from db.queries.people import Today
from db.search import FoldedNames, find
from tests.db.search_list import Query, lines, listed_people, queries
from tests.factories import DAY

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
        scores = {told(person, wanted): score for person, score in found}
        assert wanted <= scores.keys(), [p.name for p, _ in found]
        return
    place = 0
    for wanted in query.groups:
        shown = [person for person, _ in found[place : place + len(wanted)]]
        assert {told(person, wanted) for person in shown} == wanted, [(p.name, p.organisation, s) for p, s in found[:9]]
        place += len(wanted)


def test_the_list_is_long_enough_and_mixed() -> None:
    people = [[cell.strip() for cell in line.split("|")] for line in lines("search_people.txt")]
    assert len(people) == 400
    assert len({person[5] for person in people}) >= 50
    assert len(QUERIES) >= 200
    names = [(person[0], person[1]) for person in people]
    assert len(names) - len(set(names)) >= 8, "people of one name"
