"""Current state, derived from acts in the transaction that writes them; the only writer of projection tables."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy.engine import Connection

from checkin.domain.act import Fact, touched
from checkin.domain.person_fold import State
from db.projections import entries, people, things
from db.projections.facts import facts_of, subjects_of_batch


@dataclass(slots=True)
class Applied:
    """What an application of acts changed: the new revision, and the folded attendees by canonical id."""

    rev: int
    people: dict[str, State | None] = field(default_factory=dict)


def apply(connection: Connection, new: Sequence[Fact], *, fresh: Container[str] = (), local: bool = False) -> Applied:
    """Fold every subject that `new` touches again and write what changed.

    Args:
        connection: inside the transaction that stored `new`.
        new: acts that have just been stored.
        fresh: attendees of whom there was no act before; nothing is read back for them.
        local: `new` was made here just now.
    """
    rev = int(connection.exec_driver_sql("update change set rev = rev + 1 returning rev").scalar_one())
    applied = Applied(rev)
    by_subject: dict[str, list[Fact]] = {}
    rest = []
    for fact in new:
        if fact.subject in fresh:
            by_subject.setdefault(fact.subject, []).append(fact)
        else:
            rest.append(fact)
    if by_subject:
        people.write_fresh(connection, by_subject.items(), rev)
    _apply_known(connection, _subjects(connection, rest), applied)
    entries.add(connection, new, rev, local=local)
    return applied


def _subjects(connection: Connection, new: Iterable[Fact]) -> list[str]:
    found: dict[str, None] = {}
    for fact in new:
        for subject in touched(fact):
            if subject.startswith("scan:"):
                continue
            if subject.startswith("batch:"):
                found.update(dict.fromkeys(subjects_of_batch(connection, subject.removeprefix("batch:"))))
            else:
                found[subject] = None
    return list(found)


def _apply_known(connection: Connection, subjects: Iterable[str], applied: Applied) -> None:
    done: set[str] = set()
    for subject in subjects:
        if subject in done or subject.startswith("unknown:"):
            continue
        if subject.startswith("p"):
            group, state = people.fold_group(connection, subject)
            people.write(connection, group, state, applied.rev)
            applied.people[min(group)] = state
            done |= group
        else:
            things.write(connection, subject, facts_of(connection, subject), applied.rev)
            done.add(subject)
