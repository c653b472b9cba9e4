"""Measures ways to search at 100,000 people, run by hand: `.venv/bin/python -m tests.bench_search [--home DIR]`.

Each query is answered by every way in turn, so that a slow minute of the machine hurts all alike. The ways read the
same encrypted file, and each gives 50 people as the window wants them. docs/search.md holds the table that this prints.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz import fuzz, process

from checkin.domain.names import fold, query_words
from checkin.domain.people import Person
from checkin.domain.search_keys import INITIALS, SOUND
from checkin.paths import Home
from checkin.services.demo import DemoService
from checkin.services.desk import Desk
from checkin.services.people import PeopleService
from db.queries import people

SHOWN = 50
KEYS = (SOUND, INITIALS)
Search = Callable[[str], Sequence[Person]]


@dataclass(frozen=True)
class Wanted:
    """A person whom somebody looks for, as the list has them."""

    attendee: str
    given: str
    family: str
    organisation: str
    city: str


@dataclass
class Way:
    """A way to search: its seconds by kind of query, and how often the person was among those shown."""

    name: str
    search: Search
    seconds: dict[str, list[float]] = field(default_factory=dict)
    found: dict[str, list[bool]] = field(default_factory=dict)

    def ask(self, kind: str, query: str, wanted: Wanted) -> None:
        """Measure one query."""
        began = time.perf_counter()
        shown = self.search(query)
        self.seconds.setdefault(kind, []).append(time.perf_counter() - began)
        self.found.setdefault(kind, []).append(any(p.attendee == wanted.attendee for p in shown))


class InMemory:
    """Every person's folded words in one text each, kept beside the database."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        with desk.database.read() as connection:
            rows = connection.exec_driver_sql(
                "select p.attendee, s.names, s.rest from search s join person p on p.n = s.rowid order by p.n"
            ).fetchall()
        self._ids = [row[0] for row in rows]
        # The other ways get words only: keys would be so much more to look at, and nothing to find.
        self._names = [" ".join(word for word in row[1].split() if not word.startswith(KEYS)) for row in rows]
        self._texts = [f"{names} {row[2]}" for names, row in zip(self._names, rows, strict=True)]

    def persons(self, ids: Sequence[str]) -> list[Person]:
        """The people of these ids, read as the window reads them."""
        with self._desk.database.read() as connection:
            return people.persons(connection, ids, self._desk.today(connection, self._desk.now()))

    def substring(self, query: str) -> list[Person]:
        """Every word anywhere in the text; the order is the list's."""
        words = query_words(query)
        hits = [i for i, text in zip(self._ids, self._texts, strict=True) if all(w in text for w in words)]
        return self.persons(hits[:SHOWN])

    def close_names(self, query: str) -> list[Person]:
        """The names that are most like the query, by rapidfuzz."""
        typed = " ".join(query_words(query))
        hits = process.extract(typed, self._names, scorer=fuzz.WRatio, limit=SHOWN, score_cutoff=60)
        return self.persons([self._ids[place] for _, _, place in hits])


def by_like(desk: Desk) -> Search:
    """SQL's LIKE over the same folded words, without an index, as no index serves it."""

    def search(query: str) -> list[Person]:
        words = query_words(query)
        terms = " and ".join("(s.names like ? or s.rest like ?)" for _ in words)
        values = tuple(v for w in words for v in (f"%{w}%", f"%{w}%"))
        with desk.database.read() as connection:
            today = desk.today(connection, desk.now())
            rows = connection.exec_driver_sql(
                f"select p.attendee from search s join person p on p.n = s.rowid where {terms} limit {SHOWN}", values
            ).fetchall()
            return people.persons(connection, [row[0] for row in rows], today)

    return search


def ways(desk: Desk) -> list[Way]:
    """Ours first, then the others."""
    ours, memory = PeopleService(desk), InMemory(desk)
    return [
        Way("FTS5 prefix, two columns (ours)", lambda query: [p for p, _ in ours.search(query, SHOWN)]),
        Way("SQL LIKE", by_like(desk)),
        Way("substring in memory", memory.substring),
        Way("rapidfuzz WRatio on names", memory.close_names),
    ]


def sample(desk: Desk, count: int, rng: random.Random) -> list[Wanted]:
    """People of the list, each with a given and a family name and a place."""
    with desk.database.read() as connection:
        rows = connection.exec_driver_sql(
            "select attendee, given, family, organisation, city from person"
            " where length(given) > 3 and length(family) > 4 and city <> ''"
        ).fetchall()
    return [Wanted(*row) for row in rng.sample(rows, count)]


def keystrokes(wanted: Wanted, rng: random.Random) -> list[tuple[str, str]]:
    """(kind, query): a name as it grows under the fingers, and the other things that people type."""
    name = f"{wanted.given} {wanted.family}"
    family = fold(wanted.family)
    at = rng.randrange(1, len(family) - 1)
    mistyped = f"{fold(wanted.given)} {family[:at]}{family[at + 1]}{family[at]}{family[at + 2 :]}"
    return [
        *((f"{n} letters", name[:n]) for n in (2, 3, 4, 6)),
        ("whole name", name),
        ("family name first", f"{wanted.family} {wanted.given}"),
        ("name and city", f"{wanted.family} {wanted.city}"),
        ("two letters swapped", mistyped),
    ]


def measure(desk: Desk, count: int, seed: int) -> list[Way]:
    """Ask every way every query, interleaved."""
    rng = random.Random(seed)
    asked = ways(desk)
    for way in asked:
        # The first mistyped search reads every name into memory; a desk does that once.
        way.search("warm up")
    for wanted in sample(desk, count, rng):
        for kind, query in keystrokes(wanted, rng):
            for way in asked:
                way.ask(kind, query, wanted)
    return asked


def table(asked: list[Way]) -> str:
    """The measurement as a Markdown table: p50 and p95 of all keystrokes, then by kind, and who was found."""
    kinds = list(asked[0].seconds)
    lines = ["| what is typed | " + " | ".join(way.name for way in asked) + " |"]
    lines.append("|---|" + "---|" * len(asked))
    for kind in kinds:
        lines.append(f"| {kind} | " + " | ".join(_cell(way.seconds[kind], way.found[kind]) for way in asked) + " |")
    every = [[s for kind in kinds for s in way.seconds[kind]] for way in asked]
    found = [[f for kind in kinds for f in way.found[kind]] for way in asked]
    cells = (_cell(seconds, there) for seconds, there in zip(every, found, strict=True))
    lines.append("| **all** | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _cell(seconds: list[float], found: list[bool]) -> str:
    p95 = sorted(seconds)[int(len(seconds) * 0.95)]
    share = round(100 * sum(found) / len(found))
    return f"{statistics.median(seconds) * 1e3:.1f} / {p95 * 1e3:.1f} ms, {share} %"


def main() -> None:
    """Measure on a desk that is there, or on a demo made for it in /tmp."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--home", type=Path, help="a data folder; without one a demo of --attendees is made and removed")
    words.add_argument("--attendees", type=int, default=100_000)
    words.add_argument("--people", type=int, default=60, help="for how many people the queries are typed")
    words.add_argument("--seed", type=int, default=5)
    given = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="checkin-search-") as name:
        desk = Desk(Home(given.home or Path(name) / "home"), demo=True)
        if not desk.has_event:
            DemoService(desk).make(given.attendees)
        asked = measure(desk, given.people, given.seed)
        desk.close()
    print("p50 / p95, and how often the person was among the 50 shown.\n")
    print(table(asked))


if __name__ == "__main__":
    main()
