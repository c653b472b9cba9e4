"""A listed person as the values of an act: what of a row is set, its fingerprint, its bookings."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import tzinfo
from operator import attrgetter
from typing import Any, NamedTuple

from checkin.domain.days import zone_of
from checkin.domain.listing import Entitlement, ListedPerson, ListReading
from checkin.domain.names import fold
from checkin.domain.programme import Programme

_TEXTS = (
    "given", "family", "name", "email", "phone", "organisation", "city", "country", "category", "order", "diet",
    "access", "photo",
)  # fmt: skip
_texts = attrgetter(*_TEXTS)
_WITHIN, _BETWEEN = "\x1f", "\x1e"
EXTRAS = "Extras"
"""The column under which the products of a person's entitlements are shown."""


class RowValues(NamedTuple):
    """What a list says of one person. `public` goes into the body (enums), `personal` apart; `tickets` are codes with
    the product they stand for ("" is the ticket itself); `print` tells two versions of a row apart.
    """

    public: dict[str, Any]
    personal: dict[str, Any]
    bookings: dict[str, str]
    tickets: list[list[str]]
    print: str


class RowMaker:
    """Makes the values of a reading's rows for one event."""

    def __init__(self, programme: Programme, event_key: bytes) -> None:
        self._zone: tzinfo = zone_of(programme.event.timezone)
        self._key = event_key
        self._doors = {fold(d.name): d.id for d in programme.doors if d.kind != "event"}

    def values(self, person: ListedPerson, extras: Sequence[Entitlement], bookings: Mapping[str, str]) -> RowValues:
        """The values of one row with the entitlements it holds."""
        personal: dict[str, Any] = {n: v for n, v in zip(_TEXTS, _texts(person), strict=True) if v}
        if "given" in personal or "family" in personal:
            personal.pop("name", None)
        if person.box or person.number:
            personal |= {n: v for n, v in (("box", person.box), ("number", person.number)) if v}
        if person.valid_from or person.valid_until:
            personal |= self._validity(person)
        public: dict[str, Any] = {"status": str(person.status)}
        if person.blocked:
            public["blocked"] = True
        tickets = [[person.ticket_code, "ticket", ""]] if person.ticket_code else []
        if extras:
            tickets += [[e.code, "entitlement", e.product] for e in extras if e.code and e.valid]
        places = self._places(person, bookings) if person.sessions or person.visits else dict(bookings)
        fields = dict(person.fields)
        if extras:
            fields[EXTRAS] = ", ".join(sorted({e.product for e in extras}))
        print_ = self._print(public, personal, fields, places, tickets)
        if fields:
            personal["fields"] = fields
        return RowValues(public, personal, places, tickets, print_)

    def _places(self, person: ListedPerson, bookings: Mapping[str, str]) -> dict[str, str]:
        """The doors that the person chose by name, beside those that are known already."""
        places = dict(bookings)
        for name in (*person.sessions, *person.visits):
            door = self._doors.get(fold(name))
            if door:
                places[door] = "booked"
        return places

    def _validity(self, person: ListedPerson) -> dict[str, str]:
        """From when and until when the ticket is good; a time without a zone is the event's."""
        found: dict[str, str] = {}
        for name, moment in (("valid_from", person.valid_from), ("valid_until", person.valid_until)):
            if moment is not None:
                zoned = moment if moment.tzinfo else moment.replace(tzinfo=self._zone)
                found[name] = zoned.isoformat()
        return found

    def _print(
        self,
        public: dict[str, Any],
        personal: dict[str, str],
        fields: dict[str, str],
        places: dict[str, str],
        tickets: list[list[str]],
    ) -> str:
        """A short keyed hash of the values, whatever the order of the list's own columns; plain joining, as it is made
        for every row of every import.
        """
        parts = [_WITHIN.join(personal), _WITHIN.join(personal.values()), *map(str, public.values())]
        for own in (fields, places):
            if own:
                parts += [f"{name}{_WITHIN}{own[name]}" for name in sorted(own)]
        parts += map(_WITHIN.join, tickets)
        told = _BETWEEN.join(parts).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(told, key=self._key, digest_size=12).hexdigest()


def seed_of(reading: ListReading, person: ListedPerson) -> str:
    """What an attendee's id is made from; the source's own numbers only mean something within their list."""
    return f"{reading.signature}|{person.key}" if person.key.startswith(("id:", "guest:")) else person.key
