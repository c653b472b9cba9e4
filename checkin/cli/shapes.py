"""The JSON shapes of CLI.md: the keys that are always present."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, tzinfo
from typing import Any

from checkin.domain.people import Card, Person
from checkin.domain.programme import Departure, Door, Programme
from checkin.domain.results import ScanResult


def person_json(person: Person) -> dict[str, Any]:
    """PERSON of CLI.md; what nobody told is null."""
    return {
        "attendee": person.attendee,
        "name": person.name or None,
        "given": person.given or None,
        "family": person.family or None,
        "organisation": person.organisation or None,
        "city": person.city or None,
        "country": person.country or None,
        "category": person.category or None,
        "status": person.status.value,
        "checked_in": person.checked_in,
        "badge_code": person.badge_code or None,
        "ticket_code": person.ticket_code or None,
        "badge": person.badge.value,
    }


def when(at: datetime | None, zone: tzinfo) -> str | None:
    """A time in the event's zone."""
    return at.astimezone(zone).isoformat(timespec="seconds") if at else None


def scan_json(result: ScanResult, zone: tzinfo) -> dict[str, Any]:
    """The answer to a scan."""
    first = result.first
    return {
        "outcome": result.outcome.value,
        "admitted": result.admitted,
        "attendee": result.attendee,
        "name": result.name or None,
        "door": result.door,
        "reason": result.reason,
        "way_out": result.way_out,
        "first": {"at": when(first.at, zone), "station": first.station, "operator": first.operator} if first else None,
        "entry": result.entry,
        "notices": [
            {"kind": n.kind, "title": n.title, "sentence": n.sentence, "urgent": n.urgent} for n in result.notices
        ],
        "candidates": [person_json(p) for p in result.candidates],
        "at": when(result.at, zone),
    }


def card_json(card: Card, zone: tzinfo) -> dict[str, Any]:
    """Everything of one attendee."""
    return {
        **person_json(card.person),
        "presence": card.person.presence.value,
        "email": card.email or None,
        "phone": card.phone or None,
        "order": card.order or None,
        "notes": [note.text for note in card.notes],
        "messages": [
            {
                "entry": n.entry,
                "text": n.text,
                "at": when(n.at, zone),
                "operator": n.operator,
                "delivered": n.delivered,
            }
            for n in card.notes
            if n.at_scan
        ],
        "photo": card.photo or None,
        "badge_place": card.badge_place or None,
        "instead_of": card.instead_of.attendee if card.instead_of else None,
        "replaced_by": card.replaced_by.attendee if card.replaced_by else None,
        "fields": card.fields,
        "notices": [{"kind": n.kind, "title": n.title, "sentence": n.sentence} for n in card.notices],
        "bookings": [
            {"door": b.door, "name": b.name, "starts": when(b.starts, zone), "state": b.state, "clashes": b.clashes}
            for b in card.bookings
        ],
        "entries": [
            {
                "entry": e.entry,
                "kind": e.kind,
                "at": when(e.at, zone),
                "station": e.station,
                "operator": e.operator,
                "undone": e.undone,
                "text": e.text,
            }
            for e in card.entries
        ],
    }


def doors_json(doors: Iterable[Door]) -> list[dict[str, Any]]:
    """Doors as the demo and the event tell them."""
    return [{"id": d.id, "name": d.name, "kind": d.kind, "capacity": d.capacity} for d in doors]


def programme_json(programme: Programme, zone: tzinfo) -> dict[str, Any]:
    """An event and its programme."""
    return {
        "event": programme.event.title,
        "timezone": programme.event.timezone,
        "rooms": [{"id": r.id, "name": r.name, "capacity": r.capacity} for r in programme.rooms],
        "sessions": [
            {
                "id": s.id,
                "name": s.name,
                "room": s.room,
                "starts": when(s.starts, zone),
                "ends": when(s.ends, zone),
                "mode": s.mode,
                "capacity": s.capacity,
            }
            for s in programme.sessions
        ],
        "visits": [_visit_json(d, zone) for d in programme.departures],
        "doors": doors_json(programme.doors),
    }


def _visit_json(departure: Departure, zone: tzinfo) -> dict[str, Any]:
    return {
        "id": departure.id,
        "site_visit": departure.site_visit,
        "name": departure.name,
        "vehicle": departure.vehicle,
        "starts": when(departure.starts, zone),
        "capacity": departure.capacity,
    }
