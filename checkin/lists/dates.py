"""Reads the few ways in which lists write a moment."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time

_GERMAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,? +(\d{1,2}):(\d\d)(?::(\d\d))?)?( Uhr)?$")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:,? +(\d{1,2}):(\d\d)(?::(\d\d))?)?$")


def moment(text: str, *, utc: bool, end: bool) -> datetime | None:
    """The moment that `text` tells, None when it cannot be told (also when day and month could be exchanged).

    Args:
        utc: a moment without a zone is UTC (pretix's check-in lists); else it stays naive: the event's own time.
        end: a bare date means the end of that day, not its beginning.
    """
    found = _read(text)
    if found is None:
        return None
    if end and found.time() == time() and ":" not in text:
        found = datetime.combine(found.date(), time(23, 59, 59), found.tzinfo)
    return found.replace(tzinfo=UTC) if utc and found.tzinfo is None else found


def _read(text: str) -> datetime | None:
    if match := _GERMAN.match(text):
        day, month, year, hour, minute, second = (int(n or 0) for n in match.groups()[:6])
    elif match := _SLASHES.match(text):
        day, month, year, hour, minute, second = (int(n or 0) for n in match.groups())
        if day <= 12 and month <= 12 and day != month:
            return None
        if month > 12:
            day, month = month, day
    else:
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            return None
    try:
        return datetime(year, month, day, hour, minute, second)
    except ValueError:
        return None
