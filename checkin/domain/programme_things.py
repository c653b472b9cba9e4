"""A programme as the things that acts are about, and back: JSON values by subject."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from datetime import date, datetime, time
from typing import Any

from checkin.domain.programme import Departure, Door, EventInfo, Programme, Room, Session

PERSONAL = {"departure": ("leader", "leader_phone")}
"""What of a thing a person could be known by; it stands in the personal part of its act, where there is any."""

_TYPES: dict[str, type[Any]] = {"room": Room, "session": Session, "departure": Departure, "door": Door}
_MOMENTS = {"starts", "ends", "opens", "closes"}


def things_of(programme: Programme) -> list[tuple[str, str, dict[str, Any]]]:
    """(subject, type, values) for the event and everything that belongs to it."""
    found = [("event", "event", {**_plain(asdict(programme.event)), **_order_of(programme.event)})]
    groups: tuple[tuple[str, Sequence[Room | Session | Departure | Door]], ...] = (
        ("room", programme.rooms),
        ("session", programme.sessions),
        ("departure", programme.departures),
        ("door", programme.doors),
    )
    for kind, items in groups:
        # The order in which people listed them is kept, as ids do not tell it.
        found += [(f"{kind}:{item.id}", kind, {**_plain(asdict(item)), "n": n}) for n, item in enumerate(items)]
    return found


def programme_of(things: Iterable[Mapping[str, Any]]) -> Programme | None:
    """The programme that folded things make; None when there is no event among them."""
    event: EventInfo | None = None
    found: dict[str, list[tuple[int, Any]]] = {kind: [] for kind in _TYPES}
    for thing in things:
        kind = thing["type"]
        if kind == "event":
            event = EventInfo(**_event_values(thing))
        elif kind in found:
            cls = _TYPES[kind]
            names = {f.name for f in fields(cls)}
            apart = dict.fromkeys(PERSONAL.get(kind, ()), "")
            values = apart | {k: _moment(k, v) for k, v in thing.items() if k in names}
            found[kind].append((thing.get("n", 0), cls(**values)))
    if event is None:
        return None
    for pairs in found.values():
        pairs.sort(key=lambda pair: (pair[0], pair[1].id))
    ordered = {kind: tuple(item for _, item in pairs) for kind, pairs in found.items()}
    return Programme(event, ordered["room"], ordered["session"], ordered["departure"], ordered["door"])


def _order_of(event: EventInfo) -> dict[str, Any]:
    """Rules count in the order in which people wrote them; canonical JSON keeps another one."""
    rules = list(event.hand_over)
    return {} if rules == sorted(rules) else {"hand_over_order": rules}


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {k: v.isoformat() if isinstance(v, date | time) else v for k, v in values.items()}


def _moment(name: str, value: Any) -> Any:
    return datetime.fromisoformat(value) if name in _MOMENTS and value else value


def _event_values(thing: Mapping[str, Any]) -> dict[str, Any]:
    names = {f.name for f in fields(EventInfo)}
    values = {k: v for k, v in thing.items() if k in names}
    values["starts"] = date.fromisoformat(values["starts"])
    values["ends"] = date.fromisoformat(values["ends"])
    if "hand_over_order" in thing:
        rules = values.get("hand_over", {})
        known = [rule for rule in thing["hand_over_order"] if rule in rules]
        values["hand_over"] = {rule: rules[rule] for rule in dict.fromkeys((*known, *rules))}
    if "day_starts" in values:
        values["day_starts"] = time.fromisoformat(values["day_starts"])
    return values
