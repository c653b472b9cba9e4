"""The invented people of search_people.txt on a desk of their own, and the queries of search_queries.txt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from checkin.domain.badge import make_code
from checkin.domain.names import fold
from db.engine import Database
from tests.factories import a_database, an_act, store_foreign

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Query:
    """What is typed, and who is meant: groups in the order they must come in, of names with an organisation or ""."""

    text: str
    last: bool
    groups: tuple[frozenset[tuple[str, str]], ...]


def lines(name: str) -> Iterator[str]:
    """The lines of a file of this folder that say something."""
    for line in (HERE / name).read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def queries() -> list[Query]:
    """Every query of the list."""
    return [_query(line) for line in lines("search_queries.txt")]


def _query(line: str) -> Query:
    last = " ~> " in line
    text, _, answers = line.partition(" ~> " if last else " => ")
    groups = [] if answers.strip() == "nobody" else answers.split(" ; ")
    return Query(text.strip(), last, tuple(frozenset(map(_who, group.split(" & "))) for group in groups))


def _who(answer: str) -> tuple[str, str]:
    name, _, organisation = answer.partition(" @ ")
    return name.strip(), organisation.strip()


def listed_people(folder: Path) -> Database:
    """A database with everybody of the list on it; the caller closes it."""
    database = a_database(folder)
    acts = []
    for number, line in enumerate(lines("search_people.txt")):
        given, family, native, organisation, city, country, phone = (cell.strip() for cell in line.split("|"))
        values: dict[str, object] = {"given": given, "family": family}
        if given.startswith("="):
            values = {"name": given.removeprefix("=").strip()}
        values |= {"organisation": organisation, "city": city, "country": country, "phone": phone}
        mailbox = "".join(c for c in fold(f"{given}.{family}") if c.isascii() and c.isalnum())
        values |= {"email": f"{mailbox or 'guest'}{number}@post.example", "order": f"ORD-{number:05}X"}
        if native:
            values["fields"] = {"native_name": native}
        codes = [[make_code("G5", number), "badge", ""], [f"t1ck{number:06}", "ticket", ""]]
        acts.append(
            an_act("listed", f"p{number}", {"set": {"status": "confirmed"}}, {"set": values, "codes": codes}, n=number)
        )
    with database.write() as connection:
        store_foreign(connection, acts)
    return database
