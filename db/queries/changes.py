"""What became of attendees since a look at the database."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy.engine import Connection

from checkin.domain.person_fold import State


def states_since(connection: Connection, revision: int) -> Iterator[State]:
    """The states that were written after `revision`; those that are gone are missing, so count them as well."""
    for (text,) in connection.exec_driver_sql("select state from person where rev > ?", (revision,)):
        yield json.loads(text)
