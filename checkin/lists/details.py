"""Fills in what only some lists have: blocks, validity, photo consent, sessions, site visits and guests."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from checkin.domain.listing import ListedPerson
from checkin.domain.names import fold
from checkin.domain.translation import say
from checkin.lists.choices import guests_of, sessions_of, visits_of
from checkin.lists.dates import moment
from checkin.lists.plan import Plan
from checkin.lists.words import consent, is_no, is_yes

_RARE = ("blocked", "valid_from", "valid_until", "photo", "box", "number", "sessions", "visits", "guests")


class DetailReader:
    """The rarer columns of one list. `beside` holds cells of a row that stand beyond the header."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._at = {f: plan.at[f] for f in _RARE if f in plan.at}
        self._blocked = plan.at.get("blocked", plan.width)
        self.beside: dict[str, str] = {}
        self.needed = bool(self._at or plan.flags or plan.options)
        self.warnings: list[tuple[str, int | None]] = []

    def is_blocked(self, cells: list[str]) -> bool:
        """Whether the row's ticket is blocked."""
        return bool(cells[self._blocked]) and not is_no(cells[self._blocked])

    def fill(self, person: ListedPerson, cells: list[str]) -> list[ListedPerson]:
        """Fill the person's details; returns the guests they bring."""
        at = self._at
        if "blocked" in at:
            person.blocked = self.is_blocked(cells)
        if "valid_from" in at:
            person.valid_from = self._moment(person, "valid_from", cells)
        if "valid_until" in at:
            person.valid_until = self._moment(person, "valid_until", cells)
        if "box" in at:
            person.box = cells[at["box"]]
        if "number" in at:
            person.number = cells[at["number"]]
        if "photo" in at and cells[at["photo"]]:
            self._photo(person, cells[at["photo"]])
        if "sessions" in at and cells[at["sessions"]]:
            person.sessions = sessions_of(cells[at["sessions"]])
        if "visits" in at and cells[at["visits"]]:
            person.visits, more = visits_of(cells[at["visits"]])
            if more:
                person.fields[self._plan.labels[at["visits"]]] = cells[at["visits"]]
        self._flags(person, cells)
        if self._plan.options:
            self._options(person, cells)
        if self.beside:
            person.fields.update(self.beside)
            self.beside = {}
        return self._guests(person, cells[at["guests"]]) if "guests" in at and cells[at["guests"]] else []

    def _moment(self, person: ListedPerson, name: str, cells: list[str]) -> datetime | None:
        text = cells[self._at[name]]
        if not text:
            return None
        found = moment(text, utc=self._plan.utc, end=name == "valid_until")
        if found is None:
            label = self._plan.labels[self._at[name]]
            person.fields[label] = text
            told = say(
                "“{text}” in “{label}” cannot be told as a date; it is shown, not applied.", text=text, label=label
            )
            self.warnings.append((told, person.row))
        return found

    def _photo(self, person: ListedPerson, text: str) -> None:
        person.photo = consent(text)
        if not person.photo:
            person.fields[self._plan.labels[self._at["photo"]]] = text

    def _flags(self, person: ListedPerson, cells: list[str]) -> None:
        for label, index in self._plan.flags:
            if cells[index] and not is_no(cells[index]):
                person.fields[label] = cells[index]

    def _options(self, person: ListedPerson, cells: list[str]) -> None:
        for group in self._plan.options:
            chosen = tuple(option for option, index in group.choices if cells[index] and is_yes(cells[index]))
            if group.field == "sessions":
                person.sessions += chosen
            elif group.field == "visits":
                person.visits += chosen
            elif chosen:
                person.fields[group.label] = "; ".join(chosen)

    def _guests(self, person: ListedPerson, cell: str) -> list[ListedPerson]:
        if is_no(cell):
            return []
        try:
            names, unnamed = ([], 1) if is_yes(cell) and not cell.isdigit() else guests_of(cell)
        except ValueError:
            label = self._plan.labels[self._at["guests"]]
            person.fields[label] = cell
            told = say("{cell} in “{label}” cannot be a number of guests; none were made.", cell=cell, label=label)
            self.warnings.append((told, person.row))
            return []
        guests = []
        seen: Counter[str] = Counter()
        for name in names:
            own = fold(name) or name
            seen[own] += 1
            guests.append(_guest(person, own if seen[own] == 1 else f"{own}#{seen[own]}", "", "", name))
        for number in range(1, unnamed + 1):
            given = "Guest" if unnamed == 1 else f"Guest {number}"
            family = f"of {person.name}"
            guests.append(_guest(person, str(number), given, family, f"{given} {family}"))
        return guests


def _guest(holder: ListedPerson, own: str, given: str, family: str, name: str) -> ListedPerson:
    return ListedPerson(
        row=holder.row,
        key=f"guest:{holder.key}/{own}",
        given=given,
        family=family,
        name=name,
        category=holder.category,
        status=holder.status,
        order=holder.order,
        blocked=holder.blocked,
        valid_from=holder.valid_from,
        valid_until=holder.valid_until,
        guest_of=holder.key,
    )
