"""Which invented attendee books what: one thing at a time, within capacities, and two visits that stand out.

The two *leading* departures (the largest among site visits with a single vehicle) get the most bookings, of confirmed
people only, and keep free places: screens and acceptance checks start from them. Clashes lie on other departures.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass

from checkin.domain.programme import Departure, Programme, Session

Bookings = tuple[tuple[str, str], ...]

FILL = 0.8
"""The part of a departure's places that the demo fills."""
WANTED = 0.92
"""The part of all people who want something in each part of the day."""
LEAD_AT_LEAST = 8
WAITING_AT_MOST = 3


@dataclass(frozen=True, slots=True)
class Guest:
    """What decides a person's bookings. `invited` are ids of sessions by invitation; `clash`: books two departures
    that leave at the same time."""

    confirmed: bool = True
    visits: bool = True
    step_free: bool = False
    clash: bool = False
    invited: tuple[str, ...] = ()


class Places:
    """The places of a programme, given out until each door has its fill; deterministic by `rng`."""

    def __init__(self, programme: Programme, people: int, rng: random.Random) -> None:
        booked = [session for session in programme.sessions if session.mode == "booked"]
        self._programme = programme
        self._rng = rng
        self._invitations = {session.id for session in booked if session.kind == "by_invitation"}
        self._departures = {departure.id: departure for departure in programme.departures}
        self._taken: Counter[str] = Counter()
        self._waiting: Counter[str] = Counter()
        visits = Counter(departure.site_visit for departure in programme.departures)
        self._single = {d.id for d in programme.departures if visits[d.site_visit] == 1}
        by_size = sorted((d for d in programme.departures if d.id in self._single), key=lambda d: -d.capacity)
        self._leads = [departure.id for departure in by_size[:2]]
        self._slots = _slots(programme, [*booked, *programme.departures])
        self._crowded = {
            min(slot, key=lambda item: item.capacity).id
            for slot in self._slots
            if sum(isinstance(item, Session) and item.id not in self._invitations for item in slot) >= 3
        }
        self._fill = {item.id: self._fill_of(item) for slot in self._slots for item in slot}
        self._wishes = self._drawn_wishes(people)

    def wants(self, number: int) -> bool:
        """True when the person of this number (from 0) wants any booking at all."""
        return number in self._wishes

    def invitations(self, number: int) -> tuple[str, ...]:
        """One session by invitation of each part of the day, another for every `number` where there are several."""
        found = []
        for slot in self._slots:
            doors = [item.id for item in slot if item.id in self._invitations]
            if doors:
                found.append(doors[number % len(doors)])
        return tuple(found)

    def book(self, number: int, guest: Guest) -> Bookings:
        """The bookings of the person of this number (from 0)."""
        wishes = self._wishes.get(number, ())
        held: list[tuple[str, str]] = []
        for index, slot in enumerate(self._slots):
            door = next((item.id for item in slot if item.id in guest.invited), None)
            if door:
                held += self._take(door, "booked") if self._taken[door] < self._fill[door] else []
            elif index in wishes or guest.clash or guest.step_free:
                held += self._choose(slot, guest, held)
        return tuple(held)

    def _choose(self, slot: list[Session | Departure], guest: Guest, held: list[tuple[str, str]]) -> Bookings:
        sessions = [item.id for item in slot if isinstance(item, Session) and item.id not in self._invitations]
        departures = [item.id for item in slot if isinstance(item, Departure)]
        if sessions:
            return self._session(sessions)
        if not departures or not guest.visits:
            return ()
        if guest.clash:
            apart = [door for door in departures if door in self._single and door not in self._leads]
            pair = [door for door in apart if self._open(door, held_back=True)]
            if len(pair) >= 2 and self._programme.overlap(pair[0], pair[1]):
                return self._take(pair[0], "booked") + self._take(pair[1], "booked")
        return self._departure(departures, guest, any(door in self._leads for door, _ in held))

    def _session(self, doors: list[str]) -> Bookings:
        door = self._rng.choice(doors)
        if self._taken[door] < self._fill[door]:
            return self._take(door, "booked")
        if door in self._crowded and self._waiting[door] < WAITING_AT_MOST:
            return self._take(door, "waitlisted")
        door = max(doors, key=lambda one: self._fill[one] - self._taken[one])
        return self._take(door, "booked") if self._taken[door] < self._fill[door] else ()

    def _departure(self, doors: list[str], guest: Guest, has_lead: bool) -> Bookings:
        fits = [door for door in doors if self._departures[door].step_free or not guest.step_free]
        leads = [door for door in fits if door in self._leads and guest.confirmed and not has_lead]
        leads = [door for door in leads if self._taken[door] < self._fill[door]]
        behind = [door for door in leads if self._taken[door] < LEAD_AT_LEAST]
        if behind:
            return self._take(min(behind, key=self._taken.__getitem__), "booked")
        others = [door for door in fits if door not in self._leads and self._open(door, guest.step_free)]
        if not leads and not others:
            return ()
        doors = leads + others
        weights = [max(1, self._fill[door] - self._taken[door]) for door in doors]
        return self._take(self._rng.choices(doors, weights)[0], "booked")

    def _open(self, door: str, held_back: bool = False) -> bool:
        """True while one more booking keeps this departure within its fill (within its capacity when its last
        places are held back for this person) and behind both leading ones."""
        behind = min((self._taken[lead] for lead in self._leads), default=0)
        most = self._departures[door].capacity if held_back else self._fill[door]
        return self._taken[door] < most and self._taken[door] + 1 < behind

    def _take(self, door: str, state: str) -> Bookings:
        (self._taken if state == "booked" else self._waiting)[door] += 1
        return ((door, state),)

    def _fill_of(self, item: Session | Departure) -> int:
        if isinstance(item, Departure):
            return int(item.capacity * FILL)
        return item.capacity if item.id in self._crowded else max(1, item.capacity - item.capacity // 20)

    def _drawn_wishes(self, people: int) -> dict[int, tuple[int, ...]]:
        """Who wants something in which part of the day: a few more than there are places, spread over all people."""
        wishes: dict[int, tuple[int, ...]] = {}
        for index, slot in enumerate(self._slots):
            places = sum(self._fill[item.id] for item in slot if item.id not in self._invitations)
            for number in self._rng.sample(range(people), min(round(people * WANTED), round(places * 1.2))):
                wishes[number] = (*wishes.get(number, ()), index)
        return wishes


def _slots(programme: Programme, items: list[Session | Departure]) -> list[list[Session | Departure]]:
    """Items in parts of the day: whatever overlaps, even by way of a third, is in one."""
    slots: list[list[Session | Departure]] = []
    ends = None
    for item in sorted(items, key=lambda item: (item.starts, item.id)):
        if ends is not None and item.starts < ends:
            slots[-1].append(item)
            ends = max(ends, item.ends)
        else:
            slots.append([item])
            ends = item.ends
    return slots
