"""The queue of badge prints: a local table, never given to another desk."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.engine import Connection

from checkin.domain.ids import uuid7

STATES = ("queued", "sending", "sent", "confirmed", "unconfirmed", "failed")
_COLUMNS = "job, attendee, kind, template, printer, state, cause, reason, attempts, entry, at"


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
    """Queue a print; an open first print of the same person is that one, never a second badge."""
    row = connection.exec_driver_sql(
        "select job from print_job where attendee = ? and kind = ? and state in ('queued', 'sending')", (attendee, kind)
    ).fetchone()
    if row and kind == "first":
        return str(row[0])
    job = uuid7(now_ms)
    connection.exec_driver_sql(
        "insert into print_job(job, attendee, kind, template, printer, state, reason, entry, at, changed_at)"
        " values (?, ?, ?, ?, ?, 'queued', ?, ?, ?, ?)",
        (job, attendee, kind, template, printer, reason, entry, now_ms, now_ms),
    )
    return job


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
        "update print_job set state = 'unconfirmed', changed_at = ?,"
        " cause = 'The program stopped while this badge was being sent.' where state = 'sending'",
        (now_ms,),
    )
    return rows.rowcount
