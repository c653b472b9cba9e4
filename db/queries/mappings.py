"""What was said of a kind of list, by the signature of its columns; local, never given to another desk."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy.engine import Connection

from checkin.domain.canonical import canonical


def get(connection: Connection, signature: str) -> dict[str, Any]:
    """The remembered choices for lists with these columns, empty when nothing was said."""
    row = connection.exec_driver_sql("select value from mapping where signature = ?", (signature,)).fetchone()
    found: dict[str, Any] = json.loads(row[0]) if row else {}
    return found


def put(connection: Connection, signature: str, choices: dict[str, Any]) -> None:
    """Remember choices for lists with these columns."""
    connection.exec_driver_sql("insert or replace into mapping values (?, ?)", (signature, canonical(choices)))
