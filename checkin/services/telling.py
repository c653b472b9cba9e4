"""Times, durations and places in words, in the event's zone."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

from checkin.domain.translation import mark, say, say_count

_HOUR = timedelta(hours=1)
_DAYS = (mark("Mon"), mark("Tue"), mark("Wed"), mark("Thu"), mark("Fri"), mark("Sat"), mark("Sun"))
_MONTHS = (
    mark("Jan"), mark("Feb"), mark("Mar"), mark("Apr"), mark("May"), mark("Jun"), mark("Jul"), mark("Aug"), mark("Sep"),
    mark("Oct"), mark("Nov"), mark("Dec"),
)  # fmt: skip


def weekday(day: date) -> str:
    """The day of the week in three letters or so: `Tue`."""
    return say(_DAYS[day.weekday()])


def clock_time(at: datetime, zone: tzinfo, now: datetime) -> str:
    """`08:31` on the same day as `now`, else `Tue 26 Mar 08:31`."""
    local = at.astimezone(zone)
    if local.date() == now.astimezone(zone).date():
        return f"{local:%H:%M}"
    day, month = weekday(local), say(_MONTHS[local.month - 1])
    return say("{day} {date:%d} {month} {date:%H:%M}", day=day, month=month, date=local)


def ago(at: datetime, now: datetime, zone: tzinfo) -> str:
    """How long ago, up to an hour in minutes, then in hours and minutes of the same day, then in days."""
    passed = now - at
    if passed < timedelta(minutes=1):
        return say("just now")
    if passed < _HOUR:
        minutes = int(passed.total_seconds() // 60)
        return say_count("1 minute ago", "{n} minutes ago", minutes)
    if at.astimezone(zone).date() == now.astimezone(zone).date():
        return say("{duration} ago", duration=duration(passed))
    days = (now.astimezone(zone).date() - at.astimezone(zone).date()).days
    return say("yesterday") if days == 1 else say("{n} days ago", n=days)


def duration(passed: timedelta) -> str:
    """`8 h 24 min`, `5 min`."""
    minutes = max(0, int(passed.total_seconds() // 60))
    hours, rest = divmod(minutes, 60)
    return say("{hours} h {minutes} min", hours=hours, minutes=rest) if hours else say("{minutes} min", minutes=rest)


def span(starts: datetime | None, ends: datetime | None, zone: tzinfo, now: datetime) -> str:
    """From when to when, either end open."""
    if starts and ends:
        return say("Valid from {start} to {end}", start=clock_time(starts, zone, now), end=clock_time(ends, zone, now))
    if starts:
        return say("Valid from {start}", start=clock_time(starts, zone, now))
    return say("Valid until {end}", end=clock_time(ends, zone, now)) if ends else ""
