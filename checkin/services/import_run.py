"""One import under way: each row compared with what is known, what differs written in flushes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from checkin.domain.act import Fact
from checkin.domain.ids import attendee_and_number, attendee_id
from checkin.domain.kinds import Kind
from checkin.domain.listing import Entitlement, ListedPerson, ListReading, ListWarning
from checkin.domain.person_fold import State, standing
from checkin.domain.programme import Programme
from checkin.domain.value_fold import values_of
from checkin.services.codes import unused_badge_code
from checkin.services.listed_values import RowMaker, RowValues, seed_of
from checkin.services.matching import Known
from db.engine import Connection
from db.journal import Writer
from db.projections.facts import facts_of
from db.queries import people

CHUNK = 12_000


@dataclass(slots=True)
class ImportResult:
    """What an import did, or would do. Counts are of rows; `entry` is None when nothing was written."""

    readings: list[ListReading]
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    vanished: int = 0
    entitlements: int = 0
    merged: int = 0
    changes: list[tuple[str, str, str, str]] = field(default_factory=list)
    warnings: list[ListWarning] = field(default_factory=list)
    entry: str | None = None

    @property
    def rows(self) -> int:
        """Every data row of every file."""
        return sum(r.rows for r in self.readings)


class ImportRun:
    """One import under way; without a writer it only tells."""

    def __init__(self, programme: Programme, key: bytes, connection: Connection, writer: Writer | None) -> None:
        self._connection = connection
        self._writer = writer
        self._key = key
        self._short = programme.event.short
        self._rows = RowMaker(programme, key)
        self._known = Known.of(people.states(connection))
        self._taken: set[str] = set()
        self._fresh: set[str] = set()
        # An undone import leaves acts of people who are on no list: what they did counts when they are listed again.
        self._heard_of = people.touched(connection)
        self.wrote = False

    def all(self, readings: list[ListReading], bookings: Mapping[str, Mapping[str, str]]) -> ImportResult:
        result = ImportResult(readings)
        held = _held(readings)
        for reading in readings:
            wrote, self.wrote = self.wrote, False
            name = self._reading(reading, held, bookings, result)
            if self.wrote:
                self._close(name, reading)
            self.wrote |= wrote
            result.entitlements += len(reading.entitlements)
            result.merged += len(reading.merged)
            result.warnings += reading.warnings
        lost = [e for r in readings for e in r.entitlements if not e.holder]
        if lost:
            text = f"{len(lost)} extras belong to nobody of these lists; their codes open no door."
            result.warnings.append(ListWarning(text, lost[0].row))
        return result

    def _reading(
        self,
        reading: ListReading,
        held: dict[str, list[Entitlement]],
        bookings: Mapping[str, Mapping[str, str]],
        result: ImportResult,
    ) -> str:
        version = self._known.version_of(reading)
        name = version or self._new_list(reading)
        before = self._known.lists.setdefault(name, {})
        seen: set[str] = set()
        placed: set[str] = set()
        added: list[State] = []
        several = len(result.readings) > 1
        for person in reading.people:
            seen.add(person.key)
            values = self._rows.values(person, held.get(person.key, ()), bookings.get(person.key, {}))
            state = before.get(person.key) or self._elsewhere(person)
            if state is None:
                attendee = self._new(reading, name, person, values)
                result.new += 1
                if several:
                    # The next file of this call may tell of the same people.
                    codes = [[code, kind, True, product] for code, kind, product in values.tickets]
                    added.append({"attendee": attendee, **values.personal, "codes": codes, "lists": []})
            else:
                self._taken.add(state["attendee"])
                placed.add(self._compare(name, person, values, state, result))
            if self._writer and len(self._writer.facts) >= CHUNK:
                self._flush()
        for key, state in before.items():
            row = _row(state, name, key)
            # Whoever has another key now is on the list all the same.
            if key not in seen and row and not row["gone"] and row["of"] not in placed:
                result.vanished += 1
                self._add(row["of"], {"list": name, "gone": True}, None)
        self._known.add_aliases(added)
        return name

    def _new_list(self, reading: ListReading) -> str:
        """What another list is called; the columns and the file's name alone may be those of a list that is known."""
        seed, number = f"{reading.signature}|{reading.file}", 1
        name = attendee_id(self._key, seed)
        while f"list:{name[1:]}" in self._known.lists:
            number += 1
            name = attendee_id(self._key, f"{seed}|{number}")
        return f"list:{name[1:]}"

    def _elsewhere(self, person: ListedPerson) -> State | None:
        state = self._known.elsewhere(person) if self._known.aliases else None
        return None if state is None or state["attendee"] in self._taken else state

    def _new(self, reading: ListReading, name: str, person: ListedPerson, values: RowValues) -> str:
        attendee, number = self._free_id(seed_of(reading, person))
        code = unused_badge_code(self._short, self._key, attendee, number, self._known.codes)
        self._known.codes.add(code)
        self._known.ids.add(attendee)
        if attendee not in self._heard_of:
            self._fresh.add(attendee)
        body: dict[str, Any] = {"list": name, "set": values.public}
        if values.bookings:
            body["bookings"] = values.bookings
        personal = {
            "key": person.key, "row": values.print, "set": values.personal,
            "codes": [[code, "badge", ""], *values.tickets],
        }  # fmt: skip
        self._add(attendee, body, personal, Kind.LISTED)
        return attendee

    def _free_id(self, seed: str) -> tuple[str, int]:
        """The id that the seed makes, with its code's number; one that is somebody else's is not taken again."""
        found, n = attendee_and_number(self._key, seed), 0
        while found[0] in self._known.ids:
            n += 1
            found = attendee_and_number(self._key, f"{seed}|{n}")
        return found

    def _compare(self, name: str, person: ListedPerson, values: RowValues, state: State, result: ImportResult) -> str:
        """Write what differs from the list's last version; returns whose row it is (one of a merged person's ids)."""
        entry = _row(state, name, person.key) or _row(state, name)
        subject: str = entry["of"] if entry else state["attendee"]
        if entry and entry["row"] == values.print and not entry["gone"]:
            result.unchanged += 1
            return subject
        facts = [f for f in standing(facts_of(self._connection, subject)) if f.kind in _FROM_LISTS]
        own = [f for f in facts if f.body.get("list") == name]
        mine = _given(own)
        # A list that told of somebody known already has only given what differed from the others.
        last = {**_given(facts), **mine}
        public, personal = _differing(values, last, mine)
        body: dict[str, Any] = {"list": name, "set": public, "refs": sorted(f.act_id for f in facts)}
        if values.bookings:
            body["bookings"] = values.bookings
        codes = _codes(values, state, own)
        told = any(f.body.get("bookings", {}).items() >= values.bookings.items() for f in own)
        if entry and not (entry["gone"] or public or personal or any(codes.values())) and told:
            # The same values in another order of columns.
            result.unchanged += 1
            return subject
        parts = {"key": person.key, "row": values.print, "set": personal, **codes}
        result.changed += 1
        for field_name, new in sorted({**public, **personal}.items()):
            result.changes.append((state["attendee"], field_name, str(last.get(field_name, "")), str(new)))
        self._add(subject, body, {k: v for k, v in parts.items() if v})
        return subject

    def _add(
        self, attendee: str, body: dict[str, Any], personal: dict[str, Any] | None, kind: Kind = Kind.CHANGED_AT_SOURCE
    ) -> None:
        self.wrote = True
        if self._writer:
            self._writer.add_listed(kind, attendee, body, personal)

    def _close(self, name: str, reading: ListReading) -> None:
        if self._writer is None:
            return
        thing = {"rows": reading.rows, "signature": reading.signature}
        body = {"type": "list", "thing": thing, **self._writer.seal()}
        self._writer.add(Kind.LIST_IMPORTED, name, body, {"thing": {"file": reading.file}, "name": reading.file})
        self._flush()

    def _flush(self) -> None:
        if self._writer:
            self._writer.flush(fresh=self._fresh)
        # Whoever was written is known to the journal from now on.
        self._fresh.clear()


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
