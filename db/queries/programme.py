"""The event, its programme, operators and closed days."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy.engine import Connection

from checkin.domain.programme import Programme
from checkin.domain.programme_things import programme_of


def revision(connection: Connection) -> int:
    """Changes whenever the event, its programme or an operator changed: what is written has a greater `rev` than all
    before it, and what is only removed makes them fewer.
    """
    newest, rows = connection.exec_driver_sql("select coalesce(max(rev), 0), count(*) from thing").one()
    return (int(newest) << 32) + int(rows)


def things(connection: Connection, kind: str | None = None) -> dict[str, dict[str, Any]]:
    """Everything that belongs to the event, by subject; of one type if given."""
    rows = connection.exec_driver_sql(
        "select subject, state from thing where ? is null or type = ? order by subject", (kind, kind)
    )
    return {subject: json.loads(state) for subject, state in rows}


def programme(connection: Connection) -> Programme | None:
    """The event's programme; None in a home that has no event yet."""
    return programme_of(things(connection).values())


def operators(connection: Connection) -> list[dict[str, Any]]:
    """The operators as {operator, name, role}, by name."""
    found = [{"operator": s, "name": t["name"], "role": t["role"]} for s, t in things(connection, "operator").items()]
    return sorted(found, key=lambda o: str(o["name"]).casefold())


def operator_names(connection: Connection) -> dict[str, str]:
    """The name of everybody who was ever an operator, by subject: acts stay theirs when they are removed."""
    rows = connection.exec_driver_sql(
        "select a.subject, a.pii from touch t join act a on a.act_id = t.act_id"
        " where t.subject >= 'operator:' and t.subject < 'operator;' and a.pii is not null order by a.hlc, a.act_id"
    )
    found = ((subject, json.loads(pii).get("thing", {}).get("name")) for subject, pii in rows)
    return {subject: str(name) for subject, name in found if name}


def closed_hlc(connection: Connection, day: str) -> int:
    """The clock of the act that closed `day` early, 0 when it runs to its end."""
    row = connection.exec_driver_sql("select closed_hlc from day where day = ?", (day,)).fetchone()
    return int(row[0]) if row else 0
