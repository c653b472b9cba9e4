"""Reading the acts that a subject is folded from."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.engine import Connection

from checkin.domain.act import Act, Fact, fact, touched

COLUMNS = "a.act_id, a.author, a.kind, a.v, a.hlc, a.subject, a.body, a.pii, a.pii_tag, a.sig, a.batch"
_OF = f"select {COLUMNS} from touch t join act a on a.act_id = t.act_id where t.subject = ?"


def facts_of(connection: Connection, subject: str) -> list[Fact]:
    """All acts that touch `subject`, and the undos of the batches these belong to."""
    facts = [fact(Act(*row)) for row in connection.exec_driver_sql(_OF, (subject,))]
    for batch in sorted({f.batch for f in facts if f.batch}):
        facts += [fact(Act(*row)) for row in connection.exec_driver_sql(_OF, (f"batch:{batch}",))]
    return facts


def facts_of_all(connection: Connection, subjects: Iterable[str]) -> list[Fact]:
    """The acts of several subjects, each once."""
    found: dict[str, Fact] = {}
    for subject in subjects:
        found.update((f.act_id, f) for f in facts_of(connection, subject))
    return list(found.values())


def subjects_of_batch(connection: Connection, batch: str) -> list[str]:
    """Every subject that the acts of `batch` touch."""
    rows = connection.exec_driver_sql(
        "select distinct t.subject from act a join touch t on t.act_id = a.act_id where a.batch = ?"
        " and t.subject not like 'batch:%'",
        (batch,),
    )
    return [row[0] for row in rows]


def subjects_of_acts(connection: Connection, acts: Iterable[str]) -> list[str]:
    """Every subject that these acts touch."""
    found: set[str] = set()
    for act_id in acts:
        rows = connection.exec_driver_sql(f"select {COLUMNS} from act a where a.act_id = ?", (act_id,))
        found.update(s for row in rows for s in touched(fact(Act(*row))))
    return sorted(found)


def facts_of_entry(connection: Connection, entry: str) -> list[Fact]:
    """The acts that one user act wrote: one act by its id, or all of a batch."""
    rows = connection.exec_driver_sql(f"select {COLUMNS} from act a where a.act_id = ? or a.batch = ?", (entry, entry))
    return [fact(Act(*row)) for row in rows]
