"""The programme of an event as a TOML file that an organiser can write by hand: reading and writing it."""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfoNotFoundError

from checkin.domain import programme as domain
from checkin.domain.badge import ALPHABET
from checkin.domain.days import DAY_STARTS, zone_of
from checkin.domain.errors import UserError
from checkin.domain.outcome import Outcome
from checkin.domain.programme import Departure, Door, EventInfo, Programme, Room, Session
from checkin.domain.translation import say
from checkin.lists.programme_table import ProgrammeTable
from checkin.lists.programme_text import programme_text

_TABLES = ("event", "main_door", "sentences", "hand_over", "needs", "room", "session", "departure")
_RULES = ("reentry", "admits_unpaid", "hands_over")
_HOURS = ("opens", "closes")
_EVENT = tuple(f.name for f in dataclasses.fields(EventInfo) if f.name not in _TABLES)
_ROOM = tuple(f.name for f in dataclasses.fields(Room))
_SESSION = (*(f.name for f in dataclasses.fields(Session)), "door", *_HOURS, *_RULES)
_DEPARTURE = (*(f.name for f in dataclasses.fields(Departure)), *_HOURS, *_RULES)


def read_programme(path: Path | str) -> Programme:
    """The programme in the TOML file at `path`.

    Raises:
        UserError: the file cannot be read or says something that does not fit; the sentence names the key.
    """
    path = Path(path)
    try:
        text = path.read_text("utf-8-sig")
        content = tomllib.loads(text)
    except FileNotFoundError:
        raise UserError(
            say("There is no file {path}.", path=path), say("Look for the programme's file and try again.")
        ) from None
    except OSError as fault:
        raise UserError(
            say("{file} cannot be opened: {strerror}.", file=path.name, strerror=fault.strerror),
            say("Look whether it is a file you may read."),
        ) from fault
    except UnicodeDecodeError:
        raise UserError(
            say("{file} is not written in UTF-8.", file=path.name), say("Save it as UTF-8 text and load it again.")
        ) from None
    except tomllib.TOMLDecodeError as fault:
        raise UserError(
            say("{file} is not TOML: {fault}.", file=path.name, fault=fault),
            say("Correct the place named and load it again."),
        ) from None
    return programme_of(content)


def write_programme(programme: Programme) -> str:
    """The TOML text of a programme; `read_programme` makes the same programme of it."""
    return programme_text(programme)


def programme_of(content: dict[str, object]) -> Programme:
    """The programme that a parsed file says.

    Raises:
        UserError: a key is missing, unknown, or its value does not fit.
    """
    whole = ProgrammeTable(content, say("the programme"), _TABLES)
    event = _event(whole)
    zone = zone_of(event.timezone)
    rooms = tuple(_room(table) for table in _each(whole, "room", _ROOM))
    by_id = {room.id: room for room in rooms}
    _refuse_twice("room", [room.id for room in rooms])
    door_table = ProgrammeTable(whole.values.get("main_door", {}), say("the main door"), ("name", *_HOURS, *_RULES))
    doors = [_door(door_table, domain.main_door(door_table.text("name", "Main door")), zone)]
    sessions: list[Session] = []
    departures: list[Departure] = []
    for table in _each(whole, "session", _SESSION):
        sessions.append(_session(table, zone, by_id, event))
        if table.yes("door", True):
            doors.append(_door(table, domain.session_door(sessions[-1]), zone))
    for table in _each(whole, "departure", _DEPARTURE):
        departures.append(_departure(table, zone, event))
        doors.append(_door(table, domain.departure_door(departures[-1]), zone))
    _refuse_twice("session or departure", [domain.MAIN_DOOR, *(s.id for s in sessions), *(d.id for d in departures)])
    _refuse_twice("departure", [departure.name for departure in departures], "name")
    return Programme(event, rooms, tuple(sessions), tuple(departures), tuple(doors))


def _event(whole: ProgrammeTable) -> EventInfo:
    table = ProgrammeTable(whole.values.get("event", {}), say("the event"), _EVENT)
    event = EventInfo(
        title=table.text("title"),
        subtitle=table.text("subtitle", ""),
        short=table.text("short").upper(),
        timezone=table.text("timezone"),
        starts=table.day("starts"),
        ends=table.day("ends"),
        place=table.text("place", ""),
        notice=table.text("notice", ""),
        day_starts=table.clock("day_starts", DAY_STARTS),
        unpaid_may_be_overridden=table.yes("unpaid_may_be_overridden", True),
        sentences=_sentences(whole, "sentences", tuple(Outcome)),
        hand_over=_sentences(whole, "hand_over"),
        needs=_sentences(whole, "needs"),
    )
    if len(event.short) != 2 or any(c not in ALPHABET for c in event.short):
        raise UserError(
            say('"short" of the event is "{short}".', short=event.short),
            say("Choose two characters for its badge codes out of {alphabet}.", alphabet=ALPHABET),
        )
    try:
        zone_of(event.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UserError(
            say('"timezone" of the event is "{timezone}", which is no time zone.', timezone=event.timezone),
            say("Write its name as the IANA list has it, such as Europe/London."),
        ) from None
    if event.ends < event.starts:
        raise UserError(
            say("The event ends on {ends}, before it starts on {starts}.", ends=event.ends, starts=event.starts),
            say('Correct "starts" or "ends".'),
        )
    return event


def _sentences(whole: ProgrammeTable, name: str, known: tuple[str, ...] | None = None) -> dict[str, str]:
    values = whole.values.get(name, {})
    keys: Collection[str] = known if known is not None else tuple(values)
    return ProgrammeTable(values, say("the table {name}", name=name), keys).sentences()


def _each(whole: ProgrammeTable, kind: str, known: tuple[str, ...]) -> Iterator[ProgrammeTable]:
    tables = whole.values.get(kind, [])
    if not isinstance(tables, list):
        raise UserError(
            say('"{kind}" is not a list of tables.', kind=kind),
            say("Begin each {kind} with a line [[{kind}]].", kind=kind),
        )
    for number, values in enumerate(tables, start=1):
        named = values.get("id") if isinstance(values, dict) else None
        by_number = say("{kind} number {number}", kind=kind, number=number)
        what = say('the {kind} "{id}"', kind=kind, id=named) if named else by_number
        yield ProgrammeTable(values, what, known)


def _room(table: ProgrammeTable) -> Room:
    room = Room(table.name(), table.text("name"), table.whole("capacity", 1), table.whole("wheelchair_places", 0, 0))
    if room.wheelchair_places > room.capacity:
        raise UserError(
            say(
                "{title} has {wheelchair_places} wheelchair places and holds {capacity} people.",
                title=table.title,
                wheelchair_places=room.wheelchair_places,
                capacity=room.capacity,
            ),
            say('Correct "wheelchair_places" or "capacity".'),
        )
    return room


def _session(table: ProgrammeTable, zone: tzinfo, rooms: dict[str, Room], event: EventInfo) -> Session:
    room = rooms.get(table.text("room"))
    if room is None:
        raise UserError(
            say(
                '"room" of {what} is "{room}", which is no room of this event.',
                what=table.what,
                room=table.text("room"),
            ),
            say(
                "Write the id of one of its rooms ({rooms}), or add a [[room]].",
                rooms=", ".join(rooms) or say("there are none yet"),
            ),
        )
    session = Session(
        id=table.name(),
        name=table.text("name"),
        room=room.id,
        starts=table.moment("starts", zone),
        ends=table.moment("ends", zone),
        mode=table.one_of("mode", domain.MODES, "open"),
        capacity=table.whole("capacity", 1, room.capacity),
        kind=table.text("kind", "session"),
    )
    if session.capacity > room.capacity:
        raise UserError(
            say(
                '"capacity" of {what} is {capacity}; {room} holds {most}.',
                what=table.what,
                capacity=session.capacity,
                room=room.name,
                most=room.capacity,
            ),
            say("Give at most {capacity}, or another room.", capacity=room.capacity),
        )
    _refuse_times(table, session, event)
    return session


def _departure(table: ProgrammeTable, zone: tzinfo, event: EventInfo) -> Departure:
    name = table.text("name")
    departure = Departure(
        id=table.name(),
        site_visit=table.text("site_visit", name),
        name=name,
        vehicle=table.text("vehicle", ""),
        starts=table.moment("starts", zone),
        ends=table.moment("ends", zone),
        ends_at=table.text("ends_at", ""),
        capacity=table.whole("capacity", 1),
        meeting_point=table.text("meeting_point", ""),
        leader=table.text("leader", ""),
        leader_phone=table.text("leader_phone", ""),
        step_free=table.yes("step_free", False),
        on_foot=table.yes("on_foot", False),
    )
    _refuse_times(table, departure, event)
    return departure


def _door(table: ProgrammeTable, usual: Door, zone: tzinfo) -> Door:
    """The door of an item: `usual` with what the item's table says of it; `opens = false` takes the hour away."""
    opens, closes = (_hour(table, key, getattr(usual, key), zone) for key in _HOURS)
    if opens and closes and closes <= opens:
        raise UserError(
            say("The door of {what} closes before it opens.", what=table.what), say('Correct "opens" or "closes".')
        )
    return dataclasses.replace(
        usual,
        opens=opens,
        closes=closes,
        reentry=table.yes("reentry", usual.reentry),
        admits_unpaid=table.yes("admits_unpaid", usual.admits_unpaid),
        hands_over=table.text("hands_over", usual.hands_over),
    )


def _hour(table: ProgrammeTable, key: str, usual: datetime | None, zone: tzinfo) -> datetime | None:
    if key not in table:
        return usual
    return None if table.values[key] is False else table.moment(key, zone)


def _refuse_times(table: ProgrammeTable, item: Session | Departure, event: EventInfo) -> None:
    if item.ends <= item.starts:
        raise UserError(
            say(
                "{title} ends at {ends:%Y-%m-%d %H:%M}, not after its start at {starts:%Y-%m-%d %H:%M}.",
                title=table.title,
                ends=item.ends,
                starts=item.starts,
            ),
            say('Correct "starts" or "ends".'),
        )
    if item.starts.date() < event.starts or item.ends.date() > event.ends + timedelta(days=1):
        raise UserError(
            say(
                "{title} is on {day:%Y-%m-%d}; the event lasts from {starts} to {ends}.",
                title=table.title,
                day=item.starts,
                starts=event.starts,
                ends=event.ends,
            ),
            say('Correct its "starts" and "ends", or the dates of the event.'),
        )


def _refuse_twice(kind: str, ids: Iterable[str], key: str = "id") -> None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            own_door = say("The event's own door is called so; take another.")
            advice = own_door if one == domain.MAIN_DOOR else say("Give each its own.")
            raise UserError(say('Two of the kind {kind} have the {key} "{one}".', kind=kind, key=key, one=one), advice)
        seen.add(one)
