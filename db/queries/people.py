"""Attendees by id, by code, and as rows for lists."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.engine import Connection

from checkin.domain.people import BadgeState, Person, Presence, Status
from checkin.domain.person_fold import State
from checkin.domain.scan import Match

COLUMNS = (
    "attendee, name, given, family, organisation, city, country, category, status, badge, badge_code, ticket_code,"
    " main_n, main_day, main_hlc, last_day"
)
_BY_CODE = (
    "select c.live, c.product, p.state from code c join person p on p.attendee = c.attendee where c.code = ?"
    " order by p.attendee limit 12"
)
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Today:
    """The event day that presence is told for, and the clock of the act that closed it early (0: none)."""

    day: str
    closed_hlc: int = 0


def person_of(row: Sequence[Any], today: Today) -> Person:
    """A row of `COLUMNS` as a Person."""
    presence = Presence.EXPECTED
    if row[13] == today.day and row[14] > today.closed_hlc:
        presence = Presence.IN
    elif row[15] == today.day:
        presence = Presence.OUT
    return Person(
        row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7],
        Status(row[8]), row[12] > 0, presence, row[10], row[11], BadgeState(row[9]),
    )  # fmt: skip


def canonical_id(connection: Connection, attendee: str) -> str:
    """The id under which a person is kept: another one's after a merge."""
    row = connection.exec_driver_sql("select canonical from member where attendee = ?", (attendee,)).fetchone()
    return row[0] if row else attendee


def canonical_ids(connection: Connection) -> dict[str, str]:
    """The id of every person who goes under another one's since a merge."""
    found: dict[str, str] = dict(connection.exec_driver_sql("select attendee, canonical from member").fetchall())
    return found


def person(connection: Connection, attendee: str, today: Today) -> Person | None:
    """One attendee by id."""
    found = persons(connection, [canonical_id(connection, attendee)], today)
    return found[0] if found else None


def persons(connection: Connection, ids: Sequence[str], today: Today) -> list[Person]:
    """Attendees in the order of `ids`; ids that are nobody's are left out."""
    found: dict[str, Person] = {}
    for start in range(0, len(ids), _CHUNK):
        part = tuple(ids[start : start + _CHUNK])
        marks = ", ".join("?" * len(part))
        rows = connection.exec_driver_sql(f"select {COLUMNS} from person where attendee in ({marks})", part)
        found.update((row[0], person_of(row, today)) for row in rows)
    return [found[i] for i in ids if i in found]


def state(connection: Connection, attendee: str) -> State | None:
    """The folded state of an attendee, merged ones under either id."""
    own = canonical_id(connection, attendee)
    row = connection.exec_driver_sql("select state from person where attendee = ?", (own,)).fetchone()
    return json.loads(row[0]) if row else None


def matches(connection: Connection, codes: Sequence[str]) -> tuple[Match, ...]:
    """The people who hold the first of `codes` that anybody holds."""
    # Bytes that were no UTF-8 are no text that a column holds, so nobody has such a code.
    for code in filter(is_text, codes):
        rows = connection.exec_driver_sql(_BY_CODE, (code,)).fetchall()
        if rows:
            return tuple(Match(json.loads(state), bool(live), product) for live, product, state in rows)
    return ()


def is_text(code: str) -> bool:
    """False for a text with lone surrogates, which the database cannot be asked for."""
    return code.isascii() or not any("\ud800" <= c <= "\udfff" for c in code)


def touched(connection: Connection) -> frozenset[str]:
    """The ids of all attendees that any act concerns, on the list or not."""
    rows = connection.exec_driver_sql("select distinct subject from touch where subject > 'p' and subject < 'q'")
    return frozenset(row[0] for row in rows)


def states(connection: Connection) -> Iterator[State]:
    """Every attendee's state, in the order they came."""
    for (text,) in connection.exec_driver_sql("select state from person order by n"):
        yield json.loads(text)


def count(connection: Connection) -> int:
    """How many attendees there are."""
    return int(connection.exec_driver_sql("select count(*) from person").scalar_one())


def inside(connection: Connection, door: str, today: Today) -> int:
    """How many are inside a door now."""
    row = connection.exec_driver_sql(
        "select count(*) from presence where door = ? and day = ? and hlc > ?", (door, today.day, today.closed_hlc)
    )
    return int(row.scalar_one())


def code_taken(connection: Connection, code: str) -> bool:
    """True when somebody holds or held `code`."""
    return connection.exec_driver_sql("select 1 from code where code = ? limit 1", (code,)).fetchone() is not None


def listed_and_expected(connection: Connection, today: Today) -> tuple[int, int]:
    """How many there are, and how many of them may come and were not here today; by one walk through a small index,
    as each page of it is decrypted.
    """
    row = connection.exec_driver_sql(
        "select count(*), coalesce(sum(last_day <> ? and status in ('confirmed', 'unpaid', 'pending')), 0)"
        " from person indexed by person_expected",
        (today.day,),
    ).one()
    return int(row[0]), int(row[1])


def with_email(connection: Connection, email: str) -> list[str]:
    """The attendees with this address, whatever its case."""
    rows = connection.exec_driver_sql("select attendee from person where lower(email) = lower(?)", (email,))
    return [row[0] for row in rows]


def categories(connection: Connection, limit: int = 24) -> list[str]:
    """The categories that people of this event have, the most frequent first."""
    rows = connection.exec_driver_sql(
        "select category from person where category <> '' group by category order by count(*) desc, category limit ?",
        (limit,),
    )
    return [row[0] for row in rows]


def with_order(connection: Connection, order: str) -> list[str]:
    """The attendees of one order."""
    rows = connection.exec_driver_sql("select attendee from person where orders = ? and orders <> ''", (order,))
    return [row[0] for row in rows]


def of_organisation(connection: Connection, organisation: str, limit: int = 200) -> list[str]:
    """The attendees of one organisation, whatever its case."""
    rows = connection.exec_driver_sql(
        "select attendee from person where lower(organisation) = lower(?) limit ?", (organisation, limit)
    )
    return [row[0] for row in rows]


def states_and_persons(connection: Connection, today: Today) -> Iterator[tuple[State, Person]]:
    """Every attendee twice: folded, and as lists show them."""
    for text, *row in connection.exec_driver_sql(f"select state, {COLUMNS} from person order by n"):
        yield json.loads(text), person_of(row, today)


def revision(connection: Connection) -> int:
    """The number of the newest change to any projection."""
    return int(connection.exec_driver_sql("select rev from change").scalar_one())


def expected_codes(connection: Connection, limit: int) -> list[str]:
    """Badge codes of confirmed people who were never in."""
    rows = connection.exec_driver_sql(
        "select badge_code from person where status = 'confirmed' and main_n = 0 and badge_code <> ''"
        " order by n limit ?",
        (limit,),
    )
    return [row[0] for row in rows]


def for_likeness(connection: Connection) -> Iterator[tuple[str, ...]]:
    """Of everybody whom nobody replaced: id, given, family and whole name, e-mail, phone, organisation, city."""
    rows = connection.exec_driver_sql(
        "select attendee, given, family, name, email, coalesce(json_extract(state, '$.phone'), ''), organisation, city"
        " from person where json_extract(state, '$.replaced_by') is null order by n"
    )
    return (tuple(row) for row in rows)


def for_sides(connection: Connection, ids: Sequence[str]) -> Iterator[tuple[str, str, str, str, str, str]]:
    """Of each: id, name, organisation, city, e-mail, category."""
    for start in range(0, len(ids), _CHUNK):
        part = tuple(ids[start : start + _CHUNK])
        rows = connection.exec_driver_sql(
            "select attendee, name, organisation, city, email, category from person"
            f" where attendee in ({', '.join('?' * len(part))})",
            part,
        )
        yield from ((row[0], row[1], row[2], row[3], row[4], row[5]) for row in rows)


def walk_ins(connection: Connection) -> frozenset[str]:
    """The ids of everybody who was put on the list at a desk."""
    return frozenset(row[0] for row in connection.exec_driver_sql("select attendee from person where walk_in = 1"))


def conflicts_seen(connection: Connection) -> frozenset[str]:
    """The ids of all conflicts and pairs that somebody has looked at."""
    rows = connection.exec_driver_sql(
        "select distinct substr(subject, 10) from entry where subject > 'conflict:' and subject < 'conflict;'"
        " and kind = 'conflict_acknowledged' and undone = 0"
    )
    return frozenset(row[0] for row in rows)
