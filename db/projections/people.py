"""Attendees' rows: folded, compared with what stands, and written where they differ."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy.engine import Connection

from checkin.domain.act import Fact
from checkin.domain.person_fold import State, fold_person, linked
from checkin.domain.thing_fold import is_acknowledged
from db.projections import person_rows
from db.projections.facts import facts_of, facts_of_all

_MARKS = ", ".join("?" * 21)
_INSERT = f"insert into person values (null, {_MARKS}, ?)"
_COLUMNS = (
    "attendee state name given family organisation city country category email status badge badge_code ticket_code"
    " orders walk_in main_n main_at main_day main_hlc last_day"
)
_UPDATE = f"update person set {_COLUMNS.replace(' ', ' = ?, ')} = ?, rev = ? where n = ?"
_TABLES = (
    (
        person_rows.code_rows,
        "insert into code values (?, ?, ?, ?, ?)",
        "delete from code where code = ? and attendee = ?",
    ),
    (
        person_rows.presence_rows,
        "insert into presence values (?, ?, ?, ?, ?)",
        "delete from presence where door = ? and attendee = ?",
    ),
    (
        person_rows.booking_rows,
        "insert into booking values (?, ?, ?)",
        "delete from booking where door = ? and attendee = ?",
    ),
    (
        person_rows.conflict_rows,
        "insert into conflict(id, kind, attendee, state) values (?, ?, ?, ?)",
        "delete from conflict where id = ? and kind = ?",
    ),
)


def fold_group(connection: Connection, subject: str) -> tuple[set[str], State | None]:
    """The people who are one with `subject` (itself at least), and their common state."""
    facts = facts_of(connection, subject)
    group = {subject}
    new = linked(facts) - group
    while new:
        group |= new
        facts = facts_of_all(connection, group)
        new = linked(facts) - group
    return group, fold_person(min(group), facts)


def state_of(connection: Connection, attendee: str) -> tuple[int, State] | None:
    """The row number and the stored state of an attendee."""
    row = connection.exec_driver_sql("select n, state from person where attendee = ?", (attendee,)).fetchone()
    return (row[0], json.loads(row[1])) if row else None


def write(connection: Connection, group: set[str], state: State | None, rev: int) -> None:
    """Bring the rows of `group` to `state`, which stands under its least id; the others' rows go."""
    run = connection.exec_driver_sql
    canonical_id = min(group)
    run("delete from member where attendee = ?", (canonical_id,))
    for other in sorted(group - {canonical_id}):
        _remove(connection, other)
        run("insert or replace into member values (?, ?)", (other, canonical_id))
    old = state_of(connection, canonical_id)
    if state is None:
        _remove(connection, canonical_id)
    elif old is None:
        number = run(_INSERT, (*person_rows.person_row(state), rev)).lastrowid
        run("insert into search(rowid, names, rest) values (?, ?, ?)", (number, *person_rows.search_row(state)))
        _exchange(connection, None, state)
    else:
        run(_UPDATE, (*person_rows.person_row(state), rev, old[0]))
        _search_again(connection, old[0], old[1], state)
        _exchange(connection, old[1], state)


def _exchange(connection: Connection, old: State | None, new: State | None) -> None:
    for rows_of, insert, delete in _TABLES:
        before = rows_of(old) if old else set()
        after = rows_of(new) if new else set()
        if before == after:
            continue
        for row in sorted(before - after):
            connection.exec_driver_sql(delete, row[:2])
        for row in sorted(after - before):
            connection.exec_driver_sql(insert, row)
            if rows_of is person_rows.conflict_rows:
                _acknowledge(connection, row[0])


def _acknowledge(connection: Connection, conflict: str) -> None:
    """An acknowledgement may have arrived before the second of the two facts."""
    known = is_acknowledged(facts_of(connection, f"conflict:{conflict}"))
    connection.exec_driver_sql("update conflict set acknowledged = ? where id = ?", (int(known), conflict))


def _search_again(connection: Connection, number: int, old: State, new: State) -> None:
    after = person_rows.search_row(new)
    if after != person_rows.search_row(old):
        connection.exec_driver_sql("update search set names = ?, rest = ? where rowid = ?", (*after, number))


def _remove(connection: Connection, attendee: str) -> None:
    old = state_of(connection, attendee)
    if old is None:
        return
    _exchange(connection, old[1], None)
    connection.exec_driver_sql("delete from search where rowid = ?", (old[0],))
    connection.exec_driver_sql("delete from person where n = ?", (old[0],))


def write_fresh(connection: Connection, people: Iterable[tuple[str, Sequence[Fact]]], rev: int) -> None:
    """Write many attendees of whom nothing is stored yet, in few statements."""
    run = connection.exec_driver_sql
    number = int(run("select coalesce(max(n), 0) from person").scalar_one())
    persons: list[Any] = []
    words: list[Any] = []
    codes: list[Any] = []
    others: list[list[Any]] = [[], [], []]
    for attendee, facts in people:
        state = fold_person(attendee, facts)
        if state is None:
            continue
        number += 1
        persons.append((number, *person_rows.person_row(state), rev))
        words.append((number, *person_rows.search_row(state)))
        codes += person_rows.code_rows(state)
        if state["doors"] or state["bookings"] or "conflicts" in state:
            for rows, (rows_of, _, _) in zip(others, _TABLES[1:], strict=True):
                rows += rows_of(state)
    if not persons:
        return
    run(_INSERT.replace("null", "?", 1), persons)
    run("insert into search(rowid, names, rest) values (?, ?, ?)", words)
    for rows, (_, insert, _) in zip((codes, *others), _TABLES, strict=True):
        if rows:
            run(insert, rows)
