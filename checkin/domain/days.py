"""Event days: a local day that begins at 04:00, so that a late dinner belongs to the day it follows."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

DAY_STARTS = time(4, 0)


def event_day(at: datetime, zone: tzinfo, starts: time = DAY_STARTS) -> date:
    """The event day that the moment `at` (aware) belongs to in `zone`."""
    # Subtracting hours from an aware datetime is wall-clock arithmetic in Python, which is what a local day is.
    return (at.astimezone(zone) - timedelta(hours=starts.hour, minutes=starts.minute)).date()


def from_ms(ms: int) -> datetime:
    """The aware UTC time of Unix milliseconds."""
    return datetime.fromtimestamp(ms / 1000, UTC)


def to_ms(at: datetime) -> int:
    """Unix milliseconds of an aware time."""
    return round(at.timestamp() * 1000)


def zone_of(name: str) -> tzinfo:
    """The zone called `name` (IANA).

    Raises:
        ZoneInfoNotFoundError: there is no such zone.
    """
    return ZoneInfo(name)
