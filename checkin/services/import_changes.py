"""What a list changes for one known person, field by field, and what of it already happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checkin.domain.act import Fact
from checkin.domain.badge_fold import badge_place
from checkin.domain.kinds import Kind
from checkin.domain.list_diff import FieldChange, PersonChange, Touched
from checkin.domain.people import BadgeState
from checkin.domain.person_fold import State, name_of
from checkin.domain.programme import MAIN_DOOR, Programme
from checkin.domain.scan import open_entries
from checkin.domain.translation import say

_ON_BADGE = frozenset({"given", "family", "name", "organisation", "city", "country", "category", "photo"})
"""The fields that stand on a badge (`badges.content_of`)."""
_MADE = frozenset(
    {BadgeState.PRE_PRINTED.value, BadgeState.PRINTED.value, BadgeState.HANDED_OVER.value, BadgeState.KEPT.value}
)
_MOST_TOLD = 30


@dataclass(frozen=True, slots=True)
class Happened:
    """Knows what already happened with people: today's day, the clock that closed it, and which doors are vehicles'."""

    day: str
    closed_hlc: int
    doors: Mapping[str, str]
    vehicles: frozenset[str]

    @classmethod
    def of(cls, programme: Programme, day: str, closed_hlc: int) -> Happened:
        """At this event, on this day."""
        vehicles = frozenset(d.id for d in programme.departures)
        return cls(day, closed_hlc, {d.id: d.name for d in programme.doors}, vehicles)

    def with_(self, state: State, changes: Sequence[FieldChange], *, gone: bool = False) -> tuple[Touched, ...]:
        """What happened with somebody that these changes concern."""
        found = []
        if "doors" not in state:
            # Somebody of another file of the same call: nothing happened with them yet.
            return ()
        if open_entries(state, MAIN_DOOR, self.day, self.closed_hlc):
            found.append(Touched.INSIDE)
        if any(state["doors"].get(door, {}).get("open") for door in self.vehicles):
            found.append(Touched.ABOARD)
        if state["badge"] in _MADE and (gone or any(c.field in _ON_BADGE and not c.kept for c in changes)):
            found.append(Touched.BADGE_PRINTED)
        return tuple(found)

    def change(
        self, state: State, row: int | None, file: str, changes: Sequence[FieldChange], *, gone: bool = False
    ) -> PersonChange:
        """One person of the diff."""
        told = tuple(changes)
        touched = self.with_(state, told, gone=gone)
        # A badge that was printed since, or handed over, lies in no box of the list's.
        place = badge_place(state) if state.get("badge") == BadgeState.PRE_PRINTED else ""
        return PersonChange(state["attendee"], name_of(state), row, told, touched, place, file)


def field_changes(
    state: State, facts: Sequence[Fact], last: Mapping[str, Any], new: Mapping[str, Any]
) -> list[FieldChange]:
    """The fields of `new`, values of a list that differ from `last`, those it gave before.

    A correction made at a desk stands against every later value, also one that agreed with the list once: such a
    change is `kept`, and `old` is what the desk says. One correction stands for all of the list's own columns.
    """
    corrected = {name for f in facts if f.kind == Kind.CORRECTED for name in (*_set(f.body), *_set(f.personal))}
    found: list[FieldChange] = []
    for name, value in sorted(new.items()):
        here = state.get(name)
        if name == "fields":
            found += _columns(last.get(name) or {}, value or {}, (here or {}) if name in corrected else None)
        elif name in corrected and here != value:
            found.append(FieldChange(name, _text(here), _text(value), kept=True))
        else:
            found.append(FieldChange(name, _text(last.get(name)), _text(value)))
    return found


def _set(part: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Mapping[str, Any] = part.get("set") or {}
    return found


def _columns(last: Mapping[str, str], new: Mapping[str, str], here: Mapping[str, str] | None) -> list[FieldChange]:
    """The list's own columns, one by one; `here` is what the desk says of all of them, where it said anything."""
    found: list[FieldChange] = []
    for label in sorted({*last, *new}):
        old, value = last.get(label, ""), new.get(label, "")
        kept = here is not None and here.get(label, "") != value
        if old != value:
            found.append(FieldChange("fields", (here or {}).get(label, "") if kept else old, value, label, kept))
    return found


def _text(value: Any) -> str:
    return "" if value is None or value is False else str(value)


def booking_changes(doors: Mapping[str, str], state: State, new: Mapping[str, str]) -> list[FieldChange]:
    """The places that a list gives or takes away."""
    held = state.get("bookings", {})
    return [
        FieldChange("bookings", held.get(door, ""), "" if place == "released" else place, doors.get(door, door))
        for door, place in sorted(new.items())
    ]


def out_of_date(changes: Sequence[PersonChange]) -> list[tuple[str, int | None]]:
    """Sentences about badges that say something else than the list does now, each with its row."""
    late = [c for c in changes if c.row is not None and Touched.BADGE_PRINTED in c.touched]
    told: list[tuple[str, int | None]] = []
    for c in late[:_MOST_TOLD]:
        if c.badge_place:
            told.append((say("The badge in {place} is out of date: {name}.", place=c.badge_place, name=c.name), c.row))
        else:
            told.append((say("The badge of {name} is out of date: print it again.", name=c.name), c.row))
    if len(late) > _MOST_TOLD:
        told.append((say("{n} more badges are out of date.", n=len(late) - _MOST_TOLD), None))
    return told
