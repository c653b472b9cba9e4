"""A programme as TOML text; what a reader would assume anyway is left out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time

from checkin.domain.programme import (
    Departure,
    Door,
    EventInfo,
    Programme,
    Session,
    departure_door,
    main_door,
    session_door,
)

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}


def programme_text(programme: Programme) -> str:
    """The whole TOML text, event first, then rooms, sessions and departures in their order."""
    doors = {door.id: door for door in programme.doors}
    event = _fields(programme.event)
    tables = {key: event.pop(key) for key in ("sentences", "hand_over", "needs")}
    parts = [_table("[event]", event)]
    main = doors.get("main")
    if main:
        parts.append(_table("[main_door]", {"name": main.name, **_door_keys(main, main_door(main.name))}))
    parts += [_table(f"[{key}]", table) for key, table in tables.items() if isinstance(table, Mapping) and table]
    parts += [_table("[[room]]", _fields(room)) for room in programme.rooms]
    for session in programme.sessions:
        parts.append(_table("[[session]]", {**_fields(session), **_session_door_keys(doors.get(session.id), session)}))
    for departure in programme.departures:
        door = doors.get(departure.id, departure_door(departure))
        parts.append(_table("[[departure]]", {**_fields(departure), **_door_keys(door, departure_door(departure))}))
    return "\n".join(parts)


def _fields(record: EventInfo | Session | Departure | object) -> dict[str, object]:
    return {f.name: getattr(record, f.name) for f in dataclasses.fields(record)}  # type: ignore[arg-type]


def _session_door_keys(door: Door | None, session: Session) -> dict[str, object]:
    return {"door": False} if door is None else _door_keys(door, session_door(session))


def _door_keys(door: Door, usual: Door) -> dict[str, object]:
    """The keys that make `usual` into `door`."""
    keys = ("opens", "closes", "reentry", "admits_unpaid", "hands_over")
    own = {key: getattr(door, key) for key in keys if getattr(door, key) != getattr(usual, key)}
    return {key: False if value is None else value for key, value in own.items()}


def _table(heading: str, values: Mapping[str, object]) -> str:
    lines: Iterable[str] = (f"{_key(key)} = {_value(value)}" for key, value in values.items())
    return "\n".join([heading, *lines, ""])


def _key(key: str) -> str:
    bare = key.isascii() and key.replace("_", "").replace("-", "").isalnum()
    return key if bare else _value(key)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return '"' + "".join(_character(c) for c in value) + '"'
    raise TypeError(f"a programme holds no {type(value).__name__}")


def _character(c: str) -> str:
    if c in _ESCAPES:
        return _ESCAPES[c]
    return f"\\u{ord(c):04X}" if ord(c) < 0x20 or ord(c) == 0x7F else c
