"""One import under way: each row compared with what is known, and what differs planned."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from checkin.domain.act import Fact
from checkin.domain.ids import attendee_and_number, attendee_id
from checkin.domain.kinds import Kind
from checkin.domain.list_diff import LikelyPair, PersonChange
from checkin.domain.listing import Entitlement, ListedPerson, ListReading, ListWarning
from checkin.domain.person_fold import RELEASED, State, standing
from checkin.domain.programme import Programme
from checkin.domain.translation import say
from checkin.domain.value_fold import values_of
from checkin.services.codes import unused_badge_code
from checkin.services.import_changes import Happened, booking_changes, field_changes, out_of_date
from checkin.services.import_plan import PlannedAct, PlannedList
from checkin.services.import_watch import UNWATCHED, Phase, Watch
from checkin.services.listed_values import RowMaker, RowValues, seed_of
from checkin.services.matching import Known
from db.engine import Connection
from db.projections.facts import facts_of, facts_of_all
from db.queries import people
from db.queries import programme as programme_queries
from db.queries.people import Today


@dataclass(slots=True)
class ImportResult:
    """What an import did, or would do. Counts are of rows, `newer` of lists that are newer versions
    of known ones; `entry` is None when nothing was written.

    `newcomers` are the rows of people who were not known, `newcomer_ids` the ids they get; `altered` and `gone` the
    known people whom the list changes or has no more, those of whom something already happened first; `likely` are
    pairs that may be one person.
    """

    readings: list[ListReading]
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    vanished: int = 0
    entitlements: int = 0
    merged: int = 0
    newer: int = 0
    warnings: list[ListWarning] = field(default_factory=list)
    entry: str | None = None
    newcomers: list[ListedPerson] = field(default_factory=list)
    newcomer_ids: list[str] = field(default_factory=list)
    altered: list[PersonChange] = field(default_factory=list)
    gone: list[PersonChange] = field(default_factory=list)
    likely: list[LikelyPair] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """Every data row of every file."""
        return sum(r.rows for r in self.readings)


_Held = Mapping[str, list[Entitlement]]


class ImportRun:
    """One import under way; it decides and writes nothing.

    Args:
        connection: sees what is known.
        watch: hears of everybody known and of every row.
        rows: how many people the lists hold, for `watch`.
        today: the day for which it is told who is in.
        keeps: whether the result keeps the rows of newcomers, to be shown.
    """

    def __init__(
        self,
        programme: Programme,
        key: bytes,
        connection: Connection,
        watch: Watch = UNWATCHED,
        rows: int = 0,
        today: Today | None = None,
        *,
        keeps: bool = True,
    ) -> None:
        self._keeps = keeps
        day = today or Today("")
        self._happened = Happened.of(programme, day.day, day.closed_hlc)
        self._connection = connection
        self._watch = watch
        self._key = key
        self._short = programme.event.short
        self._rows = RowMaker(programme, key)
        self._done = people.count(connection)
        self._all = self._done + rows
        self.known = Known.of(watch.along(Phase.COMPARING, people.states(connection), self._all))
        self._taken: set[str] = set()
        # An undone import leaves acts of people who are on no list: what they did counts when they are listed again.
        self._heard_of = people.touched(connection)

    def all(
        self,
        readings: list[ListReading],
        bookings: Mapping[str, Mapping[str, str]],
        write: Callable[[PlannedList], None] | None = None,
    ) -> ImportResult:
        """Decide about every row. `write` gets what each list changes, before the next list is compared with what is
        known then; lists that change nothing are left out.
        """
        result = ImportResult(readings)
        held = _held(readings)
        for reading in readings:
            part = self._reading(reading, held, bookings, result, tells=write is None)
            if part.acts and write is not None:
                write(part)
            result.entitlements += len(reading.entitlements)
            result.merged += len(reading.merged)
            result.warnings += reading.warnings
        lost = [e for r in readings for e in r.entitlements if not e.holder]
        if lost:
            text = say("{n} extras belong to nobody of these lists; their codes open no door.", n=len(lost))
            result.warnings.append(ListWarning(text, lost[0].row))
        for changes in (result.altered, result.gone):
            changes.sort(key=lambda change: not change.touched)
        result.warnings += [ListWarning(text, row) for text, row in out_of_date(result.altered)]
        return result

    def _reading(
        self,
        reading: ListReading,
        held: dict[str, list[Entitlement]],
        bookings: Mapping[str, Mapping[str, str]],
        result: ImportResult,
        *,
        tells: bool,
    ) -> PlannedList:
        version = self.known.version_of(reading) or self._whole_of(reading)
        seen = {key for rejected in reading.rejected for key in rejected.keys}
        name = version or self._new_list(reading)
        result.newer += version is not None
        part = PlannedList(name, reading, partial(self._made, name, held, bookings))
        if tells:
            # Nothing will be written: what would be need not be kept.
            part.acts = deque(maxlen=0)
        before = self.known.lists.setdefault(name, {})
        placed: set[str] = set()
        added: list[State] = []
        several = len(result.readings) > 1
        earlier, fresh = result.changed, result.new
        self._earlier = 0
        for person in self._watch.along(Phase.COMPARING, reading.people, self._all, self._done):
            seen.add(person.key)
            state = before.get(person.key) or self._elsewhere(person)
            if state is None:
                attendee = self._new(part, person)
                result.new += 1
                if self._keeps:
                    result.newcomers.append(person)
                    result.newcomer_ids.append(attendee)
                if several:
                    # The next file of this call may tell of the same people.
                    values = self._values(person, held, bookings)
                    codes = [[code, kind, True, product] for code, kind, product in values.tickets]
                    added.append({"attendee": attendee, **values.personal, "codes": codes, "lists": []})
            else:
                self._taken.add(state["attendee"])
                values = self._values(person, held, bookings)
                placed.add(self._compare(part, person, values, state, result))
        for key, state in before.items():
            row = _row(state, name, key)
            # Whoever has another key now is on the list all the same.
            if key not in seen and row and not row["gone"] and row["of"] not in placed and not reading.partial:
                result.vanished += 1
                result.gone.append(self._happened.change(state, None, reading.file, (), gone=True))
                _add(part, row["of"], {"list": name, "gone": True}, None)
        if self._earlier and self._earlier == result.changed - earlier and result.new == fresh:
            result.warnings.append(
                ListWarning(say("{file} looks like an earlier version of the list.", file=reading.file))
            )
        self.known.add_aliases(added)
        self._done += len(reading.people)
        return part

    def _whole_of(self, reading: ListReading) -> str | None:
        """The list that rows were cut from which come back mended: the one of the same columns."""
        if not reading.partial:
            return None
        lists = programme_queries.things(self._connection, "list")
        alike = sorted(name for name, thing in lists.items() if thing.get("signature") == reading.signature)
        keys = {key for rejected in reading.rejected for key in rejected.keys} | {p.key for p in reading.people}
        # Of several lists with these columns the one that knows most of these people.
        return max(alike, key=lambda name: len(keys & self.known.lists.get(name, {}).keys()), default=None)

    def _new_list(self, reading: ListReading) -> str:
        """What another list is called; the columns and the file's name alone may be those of a list that is known."""
        seed, number = f"{reading.signature}|{reading.file}", 1
        name = attendee_id(self._key, seed)
        while f"list:{name[1:]}" in self.known.lists:
            number += 1
            name = attendee_id(self._key, f"{seed}|{number}")
        return f"list:{name[1:]}"

    def _elsewhere(self, person: ListedPerson) -> State | None:
        state = self.known.elsewhere(person) if self.known.aliases else None
        return None if state is None or state["attendee"] in self._taken else state

    def _values(self, person: ListedPerson, held: _Held, bookings: Mapping[str, Mapping[str, str]]) -> RowValues:
        return self._rows.values(person, held.get(person.key, ()), bookings.get(person.key, {}))

    def _new(self, part: PlannedList, person: ListedPerson) -> str:
        attendee, number = self._free_id(seed_of(part.reading, person))
        code = unused_badge_code(self._short, self._key, attendee, number, self.known.codes)
        self.known.codes.add(code)
        self.known.ids.add(attendee)
        if attendee not in self._heard_of:
            part.fresh.add(attendee)
        part.acts.append(PlannedAct(Kind.LISTED, attendee, {}, None, person, code))
        return attendee

    def _made(
        self, name: str, held: _Held, bookings: Mapping[str, Mapping[str, str]], act: PlannedAct
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Body and personal part of somebody new."""
        assert act.row is not None
        values = self._values(act.row, held, bookings)
        body: dict[str, Any] = {"list": name, "set": values.public}
        if values.bookings:
            body["bookings"] = values.bookings
        personal = {
            "key": act.row.key, "row": values.print, "set": values.personal,
            "codes": [[act.code, "badge", ""], *values.tickets],
        }  # fmt: skip
        return body, personal

    def _of_all(self, state: State, own: list[Fact]) -> list[Fact]:
        """What stands about somebody, under all their ids; `own` is what stands under the one of the row."""
        members = state.get("members")
        return standing(facts_of_all(self._connection, members)) if members else own

    def _free_id(self, seed: str) -> tuple[str, int]:
        """The id that the seed makes, with its code's number; one that is somebody else's is not taken again."""
        found, n = attendee_and_number(self._key, seed), 0
        while found[0] in self.known.ids:
            n += 1
            found = attendee_and_number(self._key, f"{seed}|{n}")
        return found

    def _compare(
        self, part: PlannedList, person: ListedPerson, values: RowValues, state: State, result: ImportResult
    ) -> str:
        """Plan what differs from the list's last version; returns whose row it is (one of a merged person's ids)."""
        name = part.name
        entry = _row(state, name, person.key) or _row(state, name)
        subject: str = entry["of"] if entry else state["attendee"]
        if entry and entry["row"] == values.print and not entry["gone"]:
            result.unchanged += 1
            return subject
        every = standing(facts_of(self._connection, subject))
        facts = [f for f in every if f.kind in _FROM_LISTS]
        own = [f for f in facts if f.body.get("list") == name]
        mine = _given(own)
        # A list that told of somebody known already has only given what differed from the others.
        last = {**_given(facts), **mine}
        public, personal = _differing(values, last, mine)
        body: dict[str, Any] = {"list": name, "set": public, "refs": sorted(f.act_id for f in facts)}
        places = _places(values, own)
        if places:
            body["bookings"] = places
        codes = _codes(values, state, own)
        if entry and not (entry["gone"] or public or personal or places or any(codes.values())):
            # The same values in another order of columns.
            result.unchanged += 1
            return subject
        told_of = {"key": person.key, "row": values.print, "set": personal, **codes}
        result.changed += 1
        self._earlier += any(f.personal.get("row") == values.print for f in own)
        fields = field_changes(state, self._of_all(state, every), last, {**public, **personal})
        fields += booking_changes(self._happened.doors, state, places)
        result.altered.append(self._happened.change(state, person.row, part.reading.file, fields))
        _add(part, subject, body, {k: v for k, v in told_of.items() if v})
        return subject


def _places(values: RowValues, own: Sequence[Fact]) -> dict[str, str]:
    """The places that a list gives now and had not given, and those it has no more: what the desk booked or moved
    meanwhile stands, as the list said nothing new of it.
    """
    given: dict[str, str] = {}
    for f in sorted(own, key=lambda f: f.order):
        given |= f.body.get("bookings", {})
    new = {door: place for door, place in values.bookings.items() if given.get(door) != place}
    gone = {door: RELEASED for door, place in given.items() if place != RELEASED and door not in values.bookings}
    return {**new, **gone}


def _add(part: PlannedList, attendee: str, body: dict[str, Any], personal: dict[str, Any] | None) -> None:
    part.acts.append(PlannedAct(Kind.CHANGED_AT_SOURCE, attendee, body, personal))


_FROM_LISTS = (Kind.LISTED, Kind.CHANGED_AT_SOURCE)
_PUBLIC = ("status", "blocked")
_EMPTY: dict[str, Any] = {"fields": {}, "valid_from": None, "valid_until": None}


def _given(facts: Sequence[Fact]) -> dict[str, Any]:
    """The values that these acts gave last."""
    last: dict[str, Any] = {}
    for f in sorted(facts, key=lambda f: f.order):
        last |= values_of(f)
    return last


def _differing(
    values: RowValues, last: Mapping[str, Any], mine: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """What of a row differs from the values given last, and what it has no more of those the list itself gave."""
    public = {k: v for k, v in {"blocked": False, **values.public}.items() if last.get(k, False) != v}
    personal = {k: v for k, v in values.personal.items() if last.get(k) != v}
    emptied = [k for k in mine if k not in values.personal and k not in _PUBLIC and mine[k]]
    personal |= {k: _EMPTY.get(k, "") for k in emptied}
    return public, personal


def _row(state: State, name: str, key: str | None = None) -> dict[str, Any] | None:
    """Where a person stands on a list: by its key, else anywhere on it. `of` is whose row it is."""
    rows = (row for row in state["lists"] if row["list"] == name and key in (None, row["key"]))
    return next(({"of": state["attendee"], **row} for row in rows), None)


def _codes(values: RowValues, state: State, own: Sequence[Fact]) -> dict[str, list[Any]]:
    """The codes a row brings that do not live, and those that the list (which gave them in `own`) replaced."""
    live = {code for code, _, lives, _ in state["codes"] if lives}
    given = {code for f in own for code, kind, _ in f.personal.get("codes", ()) if kind == "ticket"}
    brought = {t[0] for t in values.tickets}
    gone = sorted((given & live) - brought) if brought else []
    return {"codes": [t for t in values.tickets if t[0] not in live], "revoked": gone}


def _held(readings: list[ListReading]) -> dict[str, list[Entitlement]]:
    held: dict[str, list[Entitlement]] = {}
    for reading in readings:
        for entitlement in reading.entitlements:
            if entitlement.holder:
                held.setdefault(entitlement.holder, []).append(entitlement)
    return held
