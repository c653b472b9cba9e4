"""Keeps the people of one list apart: exact repeats are merged, keys are made unique, namesakes are told."""

from __future__ import annotations

from collections import defaultdict

from checkin.domain.listing import ListedPerson
from checkin.domain.translation import say
from checkin.lists.keys import is_telling, why_of


class Register:
    """The people of one list, each with a key of their own."""

    def __init__(self) -> None:
        self.people: list[ListedPerson] = []
        self.merged: list[tuple[int, int]] = []
        self.duplicates: list[tuple[tuple[int, ...], str]] = []
        self._seen: dict[str, ListedPerson] = {}

    def add(self, person: ListedPerson) -> bool:
        """Take the person in; False when the row repeats one that is there."""
        key = person.key
        other = self._seen.setdefault(key, person)
        if other is not person:
            return self._again(person, other)
        self.people.append(person)
        return True

    def _again(self, person: ListedPerson, other: ListedPerson) -> bool:
        if _taken(person) == _taken(other) or _but_for_case(person) == _but_for_case(other):
            self.merged.append((other.row, person.row))
            return False
        rows = (other.row, person.row)
        if person.row != other.row:
            self.duplicates.append((rows, say("{why}, but other details: both were kept.", why=why_of(person.key))))
        self._rename(person)
        self._seen[person.key] = person
        self.people.append(person)
        return True

    def _rename(self, person: ListedPerson) -> None:
        """Fall to the next kind of key that nobody has; where all are taken, count."""
        taken = person.key
        for alias in person.aliases:
            if alias not in self._seen:
                person.key = alias
                person.aliases = tuple(a for a in person.aliases if a != alias)
                return
        number = 2
        while f"{taken}#{number}" in self._seen:
            number += 1
        person.key = f"{taken}#{number}"

    def settle(self) -> None:
        """Take away aliases that several people of the list share, and tell who they are; nobody is added after it."""
        first = self._seen
        shared: defaultdict[str, list[ListedPerson]] = defaultdict(list)
        for person in self.people:
            for alias in person.aliases:
                other = first.setdefault(alias, person)
                if other is not person:
                    shared[alias].append(person)
        told: set[tuple[int, ...]] = {rows for rows, _ in self.duplicates}
        for alias, people in shared.items():
            everybody = [first[alias], *people]
            rows = tuple(sorted({p.row for p in everybody}))
            for person in everybody:
                person.aliases = tuple(a for a in person.aliases if a != alias)
            if len(rows) > 1 and rows not in told and is_telling(alias):
                told.add(rows)
                self.duplicates.append((rows, say("{why}: all were kept.", why=why_of(alias))))
        self._seen = {}


def _taken(person: ListedPerson) -> tuple[object, ...]:
    """All that was taken of a row, without where it stands."""
    p = person
    return (
        p.given, p.family, p.name, p.email, p.phone, p.organisation, p.city, p.country, p.category, p.status,
        p.ticket_code, p.order, p.source_id, p.blocked, p.valid_from, p.valid_until, p.diet, p.access, p.photo,
        p.fields, p.sessions, p.visits, p.guest_of, p.box, p.number,
    )  # fmt: skip


def _but_for_case(person: ListedPerson) -> tuple[object, ...]:
    """All that was taken of a row, but for small letters and capitals of names and e-mail."""
    texts = (person.given, person.family, person.name, person.email)
    return *(text.casefold() for text in texts), *_taken(person)[len(texts) :]
