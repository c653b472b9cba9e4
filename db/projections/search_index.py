"""The search index filled again from the people as they stand, when what it holds of each has changed."""

from __future__ import annotations

import json
from itertools import islice

from sqlalchemy.engine import Connection

from db.engine import wide
from db.projections import person_rows

INSERT = "insert into search(rowid, names, rest) values (?, ?, ?)"
_AT_ONCE = 2_000


def fill(connection: Connection) -> None:
    """Write everybody's words into the empty index, inside the caller's transaction."""
    with wide(connection):
        people = connection.exec_driver_sql("select n, state from person order by n")
        while some := [(n, *person_rows.search_row(json.loads(state))) for n, state in islice(people, _AT_ONCE)]:
            connection.exec_driver_sql(INSERT, some)
