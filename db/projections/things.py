"""Rows of what belongs to the event: its programme, doors, operators, lists; and closed days."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.engine import Connection

from checkin.domain.act import Fact
from checkin.domain.canonical import canonical
from checkin.domain.thing_fold import fold_day, fold_thing, is_acknowledged


def folded(subject: str, facts: Sequence[Fact]) -> str | int | None:
    """What the acts make of `subject`: its canonical state, the clock that closed a day, None when nothing stands."""
    if subject.startswith("day:"):
        return fold_day(facts)
    thing = fold_thing(facts)
    return canonical(thing) if thing else None


def write(connection: Connection, subject: str, facts: Sequence[Fact], rev: int) -> None:
    """Fold `subject` and write its row, or remove it when nothing stands."""
    run = connection.exec_driver_sql
    if subject.startswith("conflict:"):
        known = is_acknowledged(facts)
        run("update conflict set acknowledged = ? where id = ?", (int(known), subject.removeprefix("conflict:")))
        return
    state = folded(subject, facts)
    if isinstance(state, int):
        run("insert or replace into day values (?, ?, ?)", (subject.removeprefix("day:"), state, rev))
    elif state is None:
        run("delete from thing where subject = ?", (subject,))
    else:
        kind = subject.partition(":")[0]
        run("insert or replace into thing values (?, ?, ?, ?)", (subject, kind, state, rev))
