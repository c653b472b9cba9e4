"""The event and its lists as the settings tell them: looked at off the window's thread, shown as plain lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QLocale

from checkin.domain.days import zone_of
from checkin.domain.outcome import Outcome
from checkin.domain.programme import Door, Programme, Room
from checkin.domain.translation import say_count
from checkin.gui.pages.settings.event_section import DoorLine, EventFacts
from checkin.gui.widgets.line import Line
from checkin.gui.words import clock, operator_word, outcome_word
from checkin.services.lists_known import KnownList

_T = QT_TRANSLATE_NOOP
_MODES: dict[tuple[str, str], Any] = {
    ("event", "open"): _T("telling_event", "Everybody confirmed"),
    ("session", "open"): _T("telling_event", "Everybody"),
    ("visit", "open"): _T("telling_event", "Everybody"),
}
_ICONS = {"event": "door-open", "session": "presentation", "visit": "bus"}


def _say(text: str) -> str:
    return QCoreApplication.translate("telling_event", text)


def event_facts(programme: Programme, today: date) -> EventFacts:
    """What the page shows of an event on `today`."""
    event = programme.event
    doors = tuple(_door_line(programme, door) for door in programme.doors)
    days = sorted({door.day for door in doors if door.day})
    about = (event.subtitle, _joined((_span(event.starts, event.ends), event.place, event.timezone)))
    return EventFacts(
        title=event.title,
        about="\n".join(part for part in about if part),
        notice=event.notice,
        rooms=tuple(_room_line(room) for room in programme.rooms),
        doors=doors,
        days=tuple((day, _day_words(date.fromisoformat(day))) for day in days),
        today=today.isoformat() if today.isoformat() in days else (days[0] if days else ""),
        sentences=tuple(
            (outcome_word(Outcome(word)), told) for word, told in event.sentences.items() if word in set(Outcome)
        ),
    )


def list_lines(lists: Sequence[KnownList]) -> list[Line]:
    """The lists that were brought in, as rows."""
    return [_list_line(known) for known in lists]


def _list_line(known: KnownList) -> Line:
    rows = say_count("1 row", "{n} rows", known.rows)
    if known.at is None:
        return Line(Path(known.file).name, rows, "file-up")
    when = _say("{day}, {time}").format(day=_long(known.at.date()), time=clock(known.at))
    by = _say("by {who} at {desk}").format(who=operator_word(known.operator), desk=known.station)
    return Line(Path(known.file).name, _joined((rows, when, by)), "file-up")


def _room_line(room: Room) -> Line:
    places = ""
    if room.wheelchair_places:
        places = say_count("1 wheelchair place among them", "{n} wheelchair places among them", room.wheelchair_places)
    return Line(room.name, places, "door-open", side=_people(room.capacity))


def _door_line(programme: Programme, door: Door) -> DoorLine:
    zone = zone_of(programme.event.timezone)
    span = programme.span(door.id)
    starts = door.opens or (span[0] if span else None)
    ends = door.closes or (span[1] if span else None)
    times = _say("all day")
    if starts and ends:
        times = f"{clock(starts.astimezone(zone))}–{clock(ends.astimezone(zone))}"
    day = starts.astimezone(zone).date().isoformat() if starts else ""
    booked = _say("Booked only") if door.mode == "booked" else ""
    chip = booked or _say(str(_MODES.get((door.kind, door.mode), "")))
    where = _joined((_place(programme, door), "" if door.capacity is None else _people(door.capacity)))
    line = Line(door.name, where, _ICONS.get(door.kind, "door-open"), chip=(chip, "quiet", ""), lead=times)
    return DoorLine(door.id, day, line)


def _people(capacity: int) -> str:
    return say_count("1 person", "{n} people", capacity)


def _place(programme: Programme, door: Door) -> str:
    session = next((s for s in programme.sessions if s.id == door.id), None)
    if session is not None:
        return next((r.name for r in programme.rooms if r.id == session.room), "")
    departure = next((d for d in programme.departures if d.id == door.id), None)
    return _joined((departure.vehicle, departure.meeting_point)) if departure else ""


def _day_words(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM")


def _span(first: date, last: date) -> str:
    """From the first day to the last, each part of a date once."""
    if first == last:
        return _long(first)
    shape = "d" if (first.year, first.month) == (last.year, last.month) else "d MMMM"
    begins = QLocale().toString(QDate(first.year, first.month, first.day), shape)
    return _say("{first} to {last}").format(first=begins if first.year == last.year else _long(first), last=_long(last))


def _long(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def _joined(parts: Sequence[str]) -> str:
    return ", ".join(part for part in parts if part)
