"""One row for each act that people read in a history: the last acts, the scan log, what undo takes back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy.engine import Connection

from checkin.domain.act import Fact
from checkin.domain.canonical import canonical
from checkin.domain.kinds import Kind
from db.projections.facts import facts_of

_SILENT = frozenset(
    {Kind.LISTED, Kind.CHANGED_AT_SOURCE, Kind.EVENT_OPENED, Kind.PROGRAMME_CHANGED, Kind.OPERATOR_NAMED}
)
_INSERT = "insert or replace into entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def is_silent(fact: Fact) -> bool:
    """True for acts that no history shows by themselves."""
    return fact.kind in _SILENT


def add(connection: Connection, new: Sequence[Fact], rev: int, *, local: bool) -> None:
    """Write the rows of `new`, and mark as undone what their undos name.

    Args:
        local: the acts were made here just now, so that nothing can have undone them yet.
    """
    rows = []
    for fact in new:
        if is_silent(fact):
            continue
        rows.append(row_of(fact, rev, undone=not local and _is_undone(connection, fact)))
        if fact.kind == Kind.UNDONE:
            _mark(connection, fact, rev)
    if rows:
        connection.exec_driver_sql(_INSERT, rows)


def row_of(fact: Fact, rev: int, *, undone: bool) -> tuple[Any, ...]:
    """The row of one act."""
    body = fact.body
    detail: dict[str, Any] = {k: body[k] for k in ("override", "length", "sha256", "overridden", "exit") if k in body}
    for name in ("payload", "reason", "name", "text"):
        if fact.personal.get(name):
            detail[name] = fact.personal[name]
    return (
        fact.act_id,
        fact.batch or fact.act_id,
        fact.author,
        fact.hlc,
        fact.kind,
        body.get("at", 0),
        fact.subject,
        body.get("door", ""),
        body.get("outcome", ""),
        int(undone),
        body.get("op", ""),
        body.get("label", ""),
        canonical(detail),
        rev,
    )


def _is_undone(connection: Connection, fact: Fact) -> bool:
    """An undo may have arrived before what it names."""
    subjects = (fact.subject, f"batch:{fact.batch}")
    undos = [f for s in subjects for f in facts_of(connection, s) if f.kind == Kind.UNDONE]
    named = {ref for f in undos for ref in f.body.get("refs", ())}
    batches = {f.body.get("undoes_batch") for f in undos} - {None}
    return fact.act_id in named or fact.batch in batches


def _mark(connection: Connection, undo: Fact, rev: int) -> None:
    for act_id in undo.body.get("refs", ()):
        connection.exec_driver_sql("update entry set undone = 1, rev = ? where act_id = ?", (rev, act_id))
    batch = undo.body.get("undoes_batch")
    if batch:
        connection.exec_driver_sql("update entry set undone = 1, rev = ? where entry = ?", (rev, batch))
