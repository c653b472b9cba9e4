"""Badge codes: the one that belongs to an attendee on every desk, unless somebody holds it already."""

from __future__ import annotations

from collections.abc import Container

from checkin.domain.badge import make_code
from checkin.domain.ids import badge_number
from checkin.services.desk import Desk
from db.engine import Connection
from db.queries import people


def free_badge_code(connection: Connection, desk: Desk, attendee: str, *, first: int = 0) -> str:
    """The attendee's badge code; `first` counts past codes that were replaced."""
    short = desk.programme(connection).event.short
    key = desk.identity.event_key
    attempt = first
    while people.code_taken(connection, code := make_code(short, badge_number(key, attendee, attempt))):
        attempt += 1
    return code


def unused_badge_code(short: str, key: bytes, attendee: str, number: int, taken: Container[str]) -> str:
    """The code that `number` makes where all codes in use are at hand; the next one if somebody holds it."""
    code, attempt = make_code(short, number), 0
    while code in taken:
        attempt += 1
        code = make_code(short, badge_number(key, attendee, attempt))
    return code
