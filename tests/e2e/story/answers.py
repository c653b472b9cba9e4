"""What journal, exports and screen must say at the end, worked out from the model's books."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any

from tests.e2e.story.guests import Guest
from tests.e2e.story.model import Model

STATION = "Desk A"
QUARTER = timedelta(minutes=15)
LAST = 10
_BESIDE = ("undone", "badge_printed", "badge_handed_over")
_CHIPS = {"unpaid": "Not paid", "cancelled": "Cancelled"}


def attendance(model: Model) -> dict[str, dict[str, str]]:
    """A row for everybody, by id."""
    return {guest.who: _attendance(guest) for guest in model.guests.values()}


def scans(model: Model) -> list[dict[str, str]]:
    """A row for every code that was held up, and for every refusal."""
    shown = [row for row in model.rows if row.payload is not None or row.kind == "scan_refused"]
    return ordered(
        [
            {
                "at": row.at.isoformat(), "station": STATION, "operator": row.operator, "door": "main",
                "payload": row.payload or "", "outcome": row.outcome, "attendee": row.guest.who if row.guest else "",
                "name": row.guest.name if row.guest else "", "undone": "yes" if row.undone else "no",
            }
            for row in shown
        ]
    )  # fmt: skip


def ordered(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """In the order of their times; two programs of one second stand in any order."""
    return sorted(rows, key=lambda row: (row["at"], row["payload"], row["outcome"], row["name"]))


def journal(model: Model) -> list[tuple[Any, ...]]:
    """Every act but prints, whose moment is the printer's: when, what, who did it, whom it is about, why, undone."""
    return sorted(
        (row.at, row.kind, row.operator, row.guest.who if row.guest else "", row.outcome, row.reason, row.undone)
        for row in model.rows
        if row.kind != "badge_printed"
    )


def prints(model: Model) -> Counter[str]:
    """How many badges each person got."""
    return Counter(row.guest.who for row in model.rows if row.kind == "badge_printed" and row.guest)


def figures(model: Model) -> list[str]:
    """The first two figures of the ready page, as a screen reader says them."""
    guests = model.guests.values()
    inside = sum(guest.inside for guest in guests)
    awaited = sum(not guest.came and guest.status in ("confirmed", "unpaid") for guest in guests)
    since = model.clock.now - QUARTER
    quarter = sum(row.kind == "checked_in" and not row.undone and row.at >= since for row in model.rows)
    return [
        f"Checked in, {inside} of {len(guests)}, {awaited} still to come today",
        f"Last quarter of an hour, {quarter}, people checked in",
    ]


def last_acts(model: Model) -> list[tuple[Any, ...]]:
    """Name, time, operator and whether it was taken back of the ten newest acts; of one batch the last act."""
    found: dict[int, tuple[Any, ...]] = {}
    for row in reversed(model.rows):
        if row.kind not in _BESIDE:
            found.setdefault(row.batch, (row.guest.name if row.guest else "", row.at, row.operator, row.undone))
    return list(found.values())[:LAST]


def chip(guest: Guest) -> str:
    """The one word beside a name in the results."""
    if guest.inside:
        return "In"
    return _CHIPS.get(guest.status) or ("Out" if guest.came else "Not in yet")


def _attendance(guest: Guest) -> dict[str, str]:
    first = guest.since[0] if guest.since else None
    moves = [at for at, _ in guest.since] + guest.outs
    return {
        "attendee": guest.who, "badge_code": guest.code, "given": guest.given, "family": guest.family,
        "name": guest.name, "organisation": guest.organisation, "status": guest.status,
        "walk_in": "yes" if guest.walk_in else "no", "checked_in": "yes" if guest.came else "no",
        "first_at": first[0].isoformat() if first else "", "first_station": STATION if first else "",
        "first_operator": first[1] if first else "", "last_at": max(moves).isoformat() if moves else "",
        "scans": str(len(guest.since)), "badge": guest.badge,
    }  # fmt: skip
