"""Proof that nothing was lost or altered: chains walked, seals checked, every projection folded again and compared."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy.engine import Connection

from checkin.domain.act import Act, digest, fact, link_hash, tag_of
from checkin.domain.canonical import canonical
from checkin.domain.ids import sha256
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
    _walk(connection, report, signatures=signatures)
    _compare_people(connection, report)
    _compare_things(connection, report)
    _compare_entries(connection, report)
    report.state_digest = state_digest(connection)
    del report.differences[_MOST_TOLD:], report.chain_breaks[_MOST_TOLD:]
    return report


def _walk(connection: Connection, report: Report, *, signatures: bool) -> None:
    cursors = connection.exec_driver_sql("select station_id, seq, hash, pubkey from cursor").fetchall()
    seals: dict[str, list[tuple[str, bytes]]] = {}
    closed: dict[str, dict[str, Any]] = {}
    linked = 0
    for station, seq, head, pubkey in cursors:
        prev, expected = b"", 0
        rows = connection.exec_driver_sql(
            f"select l.seq, l.prev, l.hash, {COLUMNS} from link l left join act a on a.act_id = l.act_id"
            " where l.station_id = ? order by l.seq",
            (station,),
        )
        for number, was, hashed, *columns in rows:
            expected += 1
            linked += 1
            act = Act(*columns)
            if number != expected or bytes(was) != prev or link_hash(prev, station, number, act) != bytes(hashed):
                report.chain_breaks.append(f"The chain of {station} breaks at {number}.")
            _check_act(act, pubkey, report, signatures=signatures)
            if act.batch and not act.sig:
                seals.setdefault(act.batch, []).append((act.act_id, digest(act)))
            elif act.batch and act.kind == "list_imported":
                body = json.loads(act.body)
                if body["acts"] >= closed.get(act.batch, body)["acts"]:
                    closed[act.batch] = body
            prev = bytes(hashed)
        if expected != seq or prev != bytes(head):
            report.chain_breaks.append(f"The chain of {station} ends at {expected}, its head says {seq}.")
    loose = report.entries - linked
    if loose > 0:
        report.chain_breaks.append(f"{loose} acts stand in no chain.")
    for batch, digests in seals.items():
        body = closed.get(batch)
        sealed = sha256(b"".join(d for _, d in sorted(digests))).hex()
        if body is None or body["acts"] != len(digests) or body["digests"] != sealed:
            report.chain_breaks.append(f"The import {batch} is not what its closing act vouches for.")


def _check_act(act: Act, pubkey: bytes | None, report: Report, *, signatures: bool) -> None:
    if act.pii is not None and tag_of(act.pii) != act.pii_tag:
        report.chain_breaks.append(f"The personal part of {act.act_id} was altered.")
    if signatures and act.sig and pubkey:
        try:
            Ed25519PublicKey.from_public_bytes(bytes(pubkey)).verify(act.sig, digest(act))
        except InvalidSignature:
            report.chain_breaks.append(f"The signature of {act.act_id} is not its station's.")


def _subjects(connection: Connection) -> Iterator[str]:
    rows = connection.exec_driver_sql(
        "select distinct subject from touch where subject not like 'scan:%' and subject not like 'batch:%'"
        " order by subject"
    ).fetchall()
    return (row[0] for row in rows)


def _compare_people(connection: Connection, report: Report) -> None:
    stored: dict[str, tuple[Any, ...]] = {}
    for row in connection.exec_driver_sql("select * from person"):
        stored[row[1]] = tuple(row[1:-1])
    done: set[str] = set()
    for subject in _subjects(connection):
        if subject.startswith("unknown:"):
            continue
        report.subjects += 1
        if not subject.startswith("p") or subject in done:
            continue
        group, state = people_rows.fold_group(connection, subject)
        done |= group
        wanted = person_rows.person_row(state) if state else None
        if stored.pop(min(group), None) != wanted:
            report.differences.append(f"Attendee {min(group)} is not what the acts make of them.")
            continue
        if state:
            _compare_rows(connection, min(group), state, report)
    report.differences += [f"Attendee {attendee} has a row but no acts." for attendee in stored]


def _compare_rows(connection: Connection, attendee: str, state: Any, report: Report) -> None:
    for table, columns, rows_of in (
        ("code", "code, attendee, live, kind, product", person_rows.code_rows),
        ("presence", "door, attendee, day, at, hlc", person_rows.presence_rows),
        ("booking", "door, attendee, state", person_rows.booking_rows),
        ("conflict", "id, kind, attendee, state", person_rows.conflict_rows),
    ):
        rows = connection.exec_driver_sql(f"select {columns} from {table} where attendee = ?", (attendee,))
        if {tuple(row) for row in rows} != rows_of(state):
            report.differences.append(f"The rows of attendee {attendee} in {table} are not what the acts make.")


def _compare_things(connection: Connection, report: Report) -> None:
    stored: dict[str, Any] = dict(connection.exec_driver_sql("select subject, state from thing").fetchall())
    days: dict[str, Any] = dict(connection.exec_driver_sql("select 'day:' || day, closed_hlc from day").fetchall())
    for subject in _subjects(connection):
        if subject.startswith(("p", "unknown:", "conflict:")):
            continue
        wanted = folded(subject, facts_of(connection, subject))
        found = days.pop(subject, 0) if subject.startswith("day:") else stored.pop(subject, None)
        if found != wanted:
            report.differences.append(f"{subject} is not what the acts make of it.")
    report.differences += [f"{subject} has a row but no acts." for subject in (*stored, *days)]


def _compare_entries(connection: Connection, report: Report) -> None:
    undone: set[str] = set()
    batches: set[str] = set()
    wanted: dict[str, tuple[Any, ...]] = {}
    rows = connection.exec_driver_sql(
        f"select {COLUMNS} from act a where a.kind not in ('listed', 'changed_at_source', 'booked')"
    )
    for row in rows:
        made = fact(Act(*row))
        if made.kind == "undone":
            undone.update(made.body.get("refs", ()))
            batches.update(filter(None, [made.body.get("undoes_batch")]))
        if not entry_rows.is_silent(made):
            wanted[made.act_id] = entry_rows.row_of(made, 0, undone=False)[:-1]
    for row in connection.exec_driver_sql("select * from entry"):
        own = wanted.pop(row[0], None)
        if own is None:
            report.differences.append(f"History row {row[0]} has no act.")
            continue
        taken_back = int(row[0] in undone or row[1] in batches)
        if tuple(row[:-1]) != (*own[:9], taken_back, *own[10:]):
            report.differences.append(f"History row {row[0]} is not what its act says.")
    report.differences += [f"Act {act_id} has no history row." for act_id in wanted]


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
    ):
        for row in connection.exec_driver_sql(f"{table} order by {order}"):
            total.update(canonical(list(row)).encode("ascii") + b"\n")
    return total.hexdigest()
