"""Proof that nothing was lost or altered: chains walked, seals checked, every projection folded again and compared."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy.engine import Connection

from checkin.domain.act import Act, fact, touched
from checkin.domain.canonical import canonical
from checkin.domain.kinds import Kind
from checkin.domain.person_fold import State
from checkin.domain.thing_fold import is_acknowledged
from db import chains
from db.chains import UNREADABLE
from db.projections import entries as entry_rows
from db.projections import people as people_rows
from db.projections import person_rows
from db.projections.facts import COLUMNS, facts_of
from db.projections.things import folded

_MOST_TOLD = 50


@dataclass(slots=True)
class Report:
    """What was found. `differences` and `chain_breaks` are sentences; both are empty when all is well."""

    entries: int
    subjects: int
    differences: list[str] = field(default_factory=list)
    chain_breaks: list[str] = field(default_factory=list)
    state_digest: str = ""

    @property
    def whole(self) -> bool:
        """True when nothing is wrong."""
        return not self.differences and not self.chain_breaks


def acts(connection: Connection) -> int:
    """How many acts the journal holds."""
    return int(connection.exec_driver_sql("select count(*) from act").scalar_one())


def verify(connection: Connection, *, signatures: bool = False) -> Report:
    """Check everything. Reads the whole database; writes nothing."""
    report = Report(acts(connection), 0)
    _check_pages(connection, report)
    chains.walk(connection, report.chain_breaks, signatures=signatures)
    _compare_people(connection, report)
    _compare_things(connection, report)
    _compare_entries(connection, report)
    report.state_digest = state_digest(connection)
    del report.differences[_MOST_TOLD:], report.chain_breaks[_MOST_TOLD:]
    return report


def _check_pages(connection: Connection, report: Report) -> None:
    """Every page of the file bears a seal of its own; a damaged one may lie where nothing else looks. The seals are
    read past the write-ahead log: while that holds pages of its own, only the structure is checked.
    """
    name = connection.exec_driver_sql("pragma database_list").fetchone()
    log = Path(f"{name[2]}-wal") if name else Path()
    quiet = not log.is_file() or log.stat().st_size == 0
    ask = "pragma cipher_integrity_check" if quiet else "pragma quick_check"
    # The check looks at the search index as this connection last knew it; a question makes it look again.
    connection.exec_driver_sql("select rowid from search limit 1").fetchall()
    found = {row[0] for row in connection.exec_driver_sql(ask)} - {"ok"}
    # Another program may have been writing the very page; what is damaged is so twice.
    lasting = found and found & {row[0] for row in connection.exec_driver_sql(ask)}
    report.differences += [f"The file is damaged: {told}." for told in sorted(lasting)]


def _subjects(connection: Connection) -> Iterator[str]:
    rows = connection.exec_driver_sql(
        "select distinct subject from touch where subject not like 'scan:%' and subject not like 'batch:%'"
        " order by subject"
    ).fetchall()
    return (row[0] for row in rows)


_TABLES = (
    ("code", "code, attendee, live, kind, product", person_rows.code_rows),
    ("presence", "door, attendee, day, at, hlc", person_rows.presence_rows),
    ("booking", "door, attendee, state", person_rows.booking_rows),
    ("conflict", "id, attendee, kind, state", person_rows.conflict_rows),
)


class _Stored:
    """The projected rows of people as they stand; what is compared is taken out, so that the rest has no acts."""

    def __init__(self, connection: Connection) -> None:
        run = connection.exec_driver_sql
        self.persons: dict[str, tuple[Any, ...]] = {}
        self.numbers: dict[str, int] = {}
        for row in run("select * from person"):
            self.persons[row[1]] = tuple(row[1:-1])
            self.numbers[row[1]] = row[0]
        self.words: dict[int, tuple[Any, ...]] = {n: (a, b) for n, a, b in run("select rowid, names, rest from search")}
        self.members: dict[str, str] = dict(run("select attendee, canonical from member").fetchall())
        self.rows: dict[str, dict[str, set[tuple[Any, ...]]]] = {}
        for table, columns, _ in _TABLES:
            found = self.rows.setdefault(table, {})
            for row in run(f"select {columns} from {table}"):
                found.setdefault(row[1], set()).add(tuple(row))

    def rest(self) -> Iterator[str]:
        """What stands and was not taken out."""
        yield from (f"Attendee {attendee} has a row but no acts." for attendee in self.persons)
        yield from (f"Attendee {attendee} goes under another id, and no act says so." for attendee in self.members)
        yield from (f"Row {number} of the search index is nobody's." for number in self.words)
        for table, rows in self.rows.items():
            yield from (f"{attendee} has rows in {table} but no acts." for attendee in rows)


def _compare_people(connection: Connection, report: Report) -> None:
    stored = _Stored(connection)
    done: set[str] = set()
    for subject in _subjects(connection):
        if subject.startswith("unknown:"):
            continue
        report.subjects += 1
        if not subject.startswith("p") or subject in done:
            continue
        try:
            group, state = people_rows.fold_group(connection, subject)
        except UNREADABLE:
            group, state = {subject}, None
            report.differences.append(f"The acts of attendee {subject} cannot be read.")
        done |= group
        _compare_person(connection, group, state, stored, report)
    report.differences += stored.rest()
    for conflict, known in connection.exec_driver_sql("select id, acknowledged from conflict").fetchall():
        if known != is_acknowledged(facts_of(connection, f"conflict:{conflict}")):
            report.differences.append(f"Whether somebody looked at conflict {conflict} is not what the acts say.")


def _compare_person(
    connection: Connection, group: set[str], state: State | None, stored: _Stored, report: Report
) -> None:
    attendee = min(group)
    wanted = person_rows.person_row(state) if state else None
    if stored.persons.pop(attendee, None) != wanted:
        report.differences.append(f"Attendee {attendee} is not what the acts make of them.")
    words = stored.words.pop(stored.numbers.get(attendee, -1), None)
    if words != (person_rows.search_row(state) if state else None):
        report.differences.append(f"The search index has other words of attendee {attendee} than the acts make.")
    for other in sorted(group):
        if stored.members.pop(other, None) != (attendee if other != attendee else None):
            report.differences.append(f"The id that {other} goes under is not what the acts make it.")
    for table, _, rows_of in _TABLES:
        rows = stored.rows[table].pop(attendee, set())
        if rows != {_turned(table, row) for row in rows_of(state)} if state else rows:
            report.differences.append(f"The rows of attendee {attendee} in {table} are not what the acts make.")


def _turned(table: str, row: tuple[Any, ...]) -> tuple[Any, ...]:
    return (row[0], row[2], row[1], *row[3:]) if table == "conflict" else row


def _compare_things(connection: Connection, report: Report) -> None:
    stored: dict[str, Any] = dict(connection.exec_driver_sql("select subject, state from thing").fetchall())
    days: dict[str, Any] = dict(connection.exec_driver_sql("select 'day:' || day, closed_hlc from day").fetchall())
    for subject in _subjects(connection):
        if subject.startswith(("p", "unknown:", "conflict:")):
            continue
        try:
            wanted = folded(subject, facts_of(connection, subject))
        except UNREADABLE:
            wanted = None
        found = days.pop(subject, 0) if subject.startswith("day:") else stored.pop(subject, None)
        if found != wanted:
            report.differences.append(f"{subject} is not what the acts make of it.")
    report.differences += [f"{subject} has a row but no acts." for subject in (*stored, *days)]


def _compare_entries(connection: Connection, report: Report) -> None:
    undone: set[str] = set()
    batches: set[str] = set()
    wanted: dict[str, tuple[Any, ...]] = {}
    touches: set[tuple[str, str]] = set()
    rows = connection.exec_driver_sql(f"select {COLUMNS} from act a where a.kind not in ({_PLAIN})")
    for row in rows:
        try:
            made = fact(Act(*row))
            touches.update((subject, made.act_id) for subject in touched(made))
            if not entry_rows.is_silent(made):
                wanted[made.act_id] = entry_rows.row_of(made, 0, undone=False)[:-1]
        except UNREADABLE:
            report.differences.append(f"The act {row[0]} cannot be read.")
            continue
        if made.kind == Kind.UNDONE:
            undone.update(made.body.get("refs", ()))
            batches.update(filter(None, [made.body.get("undoes_batch")]))
    for row in connection.exec_driver_sql("select * from entry"):
        own = wanted.pop(row[0], None)
        if own is None:
            report.differences.append(f"History row {row[0]} has no act.")
            continue
        taken_back = int(row[0] in undone or row[1] in batches)
        if tuple(row[:-1]) != (*own[:9], taken_back, *own[10:]):
            report.differences.append(f"History row {row[0]} is not what its act says.")
    report.differences += [f"Act {act_id} has no history row." for act_id in wanted]
    _compare_touches(connection, touches, report)


_PLAIN = "'listed', 'changed_at_source'"
"""Acts that touch their own subject only and stand in no history: most of a large list."""


def _compare_touches(connection: Connection, wanted: set[tuple[str, str]], report: Report) -> None:
    run = connection.exec_driver_sql
    plain = "select a.subject, a.act_id from act a where a.kind in"
    missing = run(f"{plain} ({_PLAIN}) except select subject, act_id from touch").fetchall()
    others = {(s, a) for s, a in run(f"select subject, act_id from touch except {plain} ({_PLAIN})")}
    wrong = {a for _, a in missing} | {a for _, a in others ^ wanted}
    report.differences += [f"Whom the act {act_id} concerns is not filed as it should be." for act_id in sorted(wrong)]


def state_digest(connection: Connection) -> str:
    """SHA-256 over the projected people, doors, bookings and conflicts in canonical JSON: equal on all desks that hold
    the same acts. Stations, labels, settings, print jobs and row revisions are not in it.
    """
    total = hashlib.sha256()
    for table, order in (
        ("select attendee, state from person", "attendee"),
        ("select subject, state from thing where type not in ('operator')", "subject"),
        ("select day, closed_hlc from day", "day"),
        ("select attendee, canonical from member", "attendee"),
        ("select door, attendee, state from booking", "door, attendee"),
        ("select id, kind, attendee, state, acknowledged from conflict", "id"),
        # Who are two people is no row of its own: the acts that said so.
        ("select distinct subject from entry where kind = 'conflict_acknowledged' and undone = 0", "subject"),
    ):
        for row in connection.exec_driver_sql(f"{table} order by {order}"):
            total.update(canonical(list(row)).encode("ascii") + b"\n")
    return total.hexdigest()
