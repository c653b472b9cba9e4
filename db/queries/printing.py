"""The queue of badge prints: a local table, never given to another desk."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.engine import Connection

from checkin.domain.ids import uuid7
from checkin.domain.translation import mark

STATES = ("queued", "sending", "sent", "confirmed", "unconfirmed", "failed")
_COLUMNS = "job, attendee, kind, template, printer, state, cause, reason, attempts, entry, at"

INTERRUPTED = mark("The program stopped while this badge was being sent.")


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One badge on its way to paper. `at` is Unix milliseconds; `cause` says why it failed."""

    job: str
    attendee: str
    kind: str
    template: str
    printer: str
    state: str
    cause: str
    reason: str
    attempts: int
    entry: str | None
    at: int


def add(
    connection: Connection,
    attendee: str,
    kind: str,
    template: str,
    printer: str,
    now_ms: int,
    *,
    reason: str = "",
    entry: str | None = None,
) -> str:
    """Queue a print; an open first print of the same person is that one, never a second badge. One of which nobody
    knows whether it came out is open too: somebody has to look.
    """
    found = _open_first(connection, attendee, "'queued', 'sending', 'unconfirmed'")
    if found and kind == "first":
        return found
    job = uuid7(_later_than_all(connection, now_ms))
    connection.exec_driver_sql(
        "insert into print_job(job, attendee, kind, template, printer, state, reason, entry, at, changed_at)"
        " values (?, ?, ?, ?, ?, 'queued', ?, ?, ?, ?)",
        (job, attendee, kind, template, printer, reason, entry, now_ms, now_ms),
    )
    return job


def _open_first(connection: Connection, attendee: str, states: str) -> str | None:
    row = connection.exec_driver_sql(
        f"select job from print_job where attendee = ? and kind = 'first' and state in ({states})", (attendee,)
    ).fetchone()
    return str(row[0]) if row else None


def _later_than_all(connection: Connection, now_ms: int) -> int:
    """Jobs are printed in the order of their ids; two of one millisecond must not change places."""
    newest = connection.exec_driver_sql("select max(job) from print_job").scalar_one()
    return max(now_ms, int(newest.replace("-", "")[:12], 16) + 1) if newest else now_ms


def waits_for_a_look(connection: Connection, attendee: str) -> bool:
    """Whether nobody knows if this person's first badge came out."""
    return _open_first(connection, attendee, "'unconfirmed'") is not None


def get(connection: Connection, job: str) -> PrintJob | None:
    """One job."""
    row = connection.exec_driver_sql(f"select {_COLUMNS} from print_job where job = ?", (job,)).fetchone()
    return PrintJob(*row) if row else None


def jobs(connection: Connection, limit: int = 1000) -> list[PrintJob]:
    """The jobs, newest first."""
    rows = connection.exec_driver_sql(f"select {_COLUMNS} from print_job order by job desc limit ?", (limit,))
    return [PrintJob(*row) for row in rows]


def next_queued(connection: Connection) -> PrintJob | None:
    """The oldest job that waits."""
    row = connection.exec_driver_sql(
        f"select {_COLUMNS} from print_job where state = 'queued' order by job limit 1"
    ).fetchone()
    return PrintJob(*row) if row else None


def settle(connection: Connection, job: str, state: str, cause: str, now_ms: int) -> None:
    """Move a job on; `sending` counts an attempt."""
    connection.exec_driver_sql(
        "update print_job set state = ?, cause = ?, changed_at = ?, attempts = attempts + ? where job = ?",
        (state, cause, now_ms, int(state == "sending"), job),
    )


def interrupted(connection: Connection, now_ms: int) -> int:
    """After a crash: what was being sent may or may not have come out, so somebody has to look. How many."""
    rows = connection.exec_driver_sql(
        "update print_job set state = 'unconfirmed', changed_at = ?, cause = ? where state = 'sending'",
        (now_ms, INTERRUPTED),
    )
    return rows.rowcount
