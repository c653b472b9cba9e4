"""Times, durations and places in words, in the event's zone."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

_HOUR = timedelta(hours=1)


def clock_time(at: datetime, zone: tzinfo, now: datetime) -> str:
    """`08:31` on the same day as `now`, else `Tue 26 Mar 08:31`."""
    local = at.astimezone(zone)
    return local.strftime("%H:%M" if local.date() == now.astimezone(zone).date() else "%a %d %b %H:%M")


def ago(at: datetime, now: datetime, zone: tzinfo) -> str:
    """How long ago, up to an hour in minutes, then in hours and minutes of the same day, then in days."""
    passed = now - at
    if passed < timedelta(minutes=1):
        return "just now"
    if passed < _HOUR:
        minutes = int(passed.total_seconds() // 60)
        return "1 minute ago" if minutes == 1 else f"{minutes} minutes ago"
    if at.astimezone(zone).date() == now.astimezone(zone).date():
        return f"{duration(passed)} ago"
    days = (now.astimezone(zone).date() - at.astimezone(zone).date()).days
    return "yesterday" if days == 1 else f"{days} days ago"


def duration(passed: timedelta) -> str:
    """`8 h 24 min`, `5 min`."""
    minutes = max(0, int(passed.total_seconds() // 60))
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if hours else f"{rest} min"


def span(starts: datetime | None, ends: datetime | None, zone: tzinfo, now: datetime) -> str:
    """From when to when, either end open."""
    if starts and ends:
        return f"Valid from {clock_time(starts, zone, now)} to {clock_time(ends, zone, now)}"
    if starts:
        return f"Valid from {clock_time(starts, zone, now)}"
    return f"Valid until {clock_time(ends, zone, now)}" if ends else ""
