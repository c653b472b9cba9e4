"""Says in a sentence why a table is not a list of people."""

from __future__ import annotations

from checkin.domain.errors import UserError
from checkin.domain.translation import say
from checkin.lists.headers import header_key, is_order_mark
from checkin.lists.plan import Plan
from checkin.lists.table import Table

_PERSON_FIELDS = ("given", "family", "name")


def check_people(plan: Plan, table: Table) -> None:
    """Look whether the table can be a list of people.

    Raises:
        UserError: it is a list of orders, of codes without names, has no column of names or no rows at all.
    """
    where = say("{file}, sheet “{sheet}”,", file=table.file, sheet=table.sheet) if table.sheet else table.file
    keys = [header_key(h) for h in plan.header]
    own_name = any(k.startswith(("attendee", "name teilnehmer in", "teilnehmer innen")) for k in keys)
    if any(map(is_order_mark, keys)) and not own_name and "position" not in plan.at and "ticket_code" not in plan.at:
        raise UserError(
            say("{where} is a list of orders, one row for each buyer, not of attendees.", where=where),
            say(
                "Export the attendees: in pretix the check-in list or “order positions”, elsewhere the attendee report."
            ),
        )
    if not any(f in plan.at for f in _PERSON_FIELDS) and not plan.names_of_emails:
        if "ticket_code" in plan.at:
            raise UserError(
                say("{where} holds ticket codes without names.", where=where),
                say("Export a list that has the attendees' names as well, such as the check-in list."),
            )
        names = ", ".join(f"“{label}”" for label in plan.labels[:40])
        raise UserError(
            say("{where} has no column that is known to hold names.", where=where),
            say(
                "If it is a list of attendees, say which column holds them (--map name=HEADER); "
                "its columns are {names}.",
                names=names,
            ),
        )
    if not any(any(c.strip() for c in cells) for _, cells in table.head[plan.index + 1 :]):
        raise UserError(
            say("{where} has a header in row {row} and no rows.", where=where, row=plan.header_row),
            say("Export the list again."),
        )
