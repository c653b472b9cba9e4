"""Fills in what only some lists have: blocks, validity, photo consent, sessions, site visits and guests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from checkin.domain.listing import ListedPerson
from checkin.domain.translation import mark, say
from checkin.lists import companions
from checkin.lists.choices import guests_of, sessions_of, visits_of
from checkin.lists.dates import is_month_first_country, moment, order_told
from checkin.lists.plan import Plan
from checkin.lists.words import consent, is_no, is_yes, says_nothing

_RARE = ("blocked", "valid_from", "valid_until", "photo", "box", "number", "sessions", "visits", "guests")
_OTHER = {"yes": "no", "no": "yes", "": ""}
_NO_DATE = mark("“{text}” in “{label}” cannot be told as a date; it is shown, not applied.")
_DAY_FIRST = mark("Dates such as “{text}” were read with the day first, as most people of the list write them.")
_MONTH_FIRST = mark("Dates such as “{text}” were read with the month first, as most people of the list write them.")
_Warning = tuple[str, int | None]


class DetailReader:
    """The rarer columns of one list. `beside` holds cells of a row that stand beyond the header."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._at = {f: plan.at[f] for f in _RARE if f in plan.at}
        self._blocked = plan.at.get("blocked", plan.width)
        self._day_first = plan.day_first
        self._undecided: list[tuple[ListedPerson, str, str]] = []
        self.beside: dict[str, str] = {}
        self.needed = bool(self._at or plan.flags or plan.options or plan.more)
        self._warnings: list[_Warning] = []

    def is_blocked(self, cells: list[str]) -> bool:
        """Whether the row's ticket is blocked."""
        return bool(cells[self._blocked]) and not is_no(cells[self._blocked])

    def fill(self, person: ListedPerson, cells: list[str]) -> list[ListedPerson]:
        """Fill the person's details; returns the guests they bring."""
        at = self._at
        if "blocked" in at:
            person.blocked = self.is_blocked(cells)
        if "valid_from" in at and cells[at["valid_from"]]:
            person.valid_from = self._moment(person, "valid_from", cells[at["valid_from"]])
        if "valid_until" in at and cells[at["valid_until"]]:
            person.valid_until = self._moment(person, "valid_until", cells[at["valid_until"]])
        if "box" in at:
            person.box = cells[at["box"]]
        if "number" in at:
            person.number = cells[at["number"]]
        if "photo" in at and cells[at["photo"]]:
            self._photo(person, cells[at["photo"]])
        if "sessions" in at and cells[at["sessions"]]:
            self._sessions(person, at["sessions"], cells)
        if "visits" in at and cells[at["visits"]]:
            self._visits(person, at["visits"], cells)
        self._flags(person, cells)
        if self._plan.options:
            self._options(person, cells)
        if self.beside:
            person.fields.update(self.beside)
            self.beside = {}
        guests = self._guests(person, at["guests"], cells) if "guests" in at and cells[at["guests"]] else []
        return self._more(person, cells, guests) if self._plan.more else guests

    def _more(self, person: ListedPerson, cells: list[str], guests: list[ListedPerson]) -> list[ListedPerson]:
        """What further columns of sessions, visits and guests add."""
        names: list[str] = []
        for name, index in self._plan.more:
            cell = cells[index]
            if not cell or says_nothing(cell):
                continue
            if name == "sessions":
                self._sessions(person, index, cells)
            elif name == "visits":
                self._visits(person, index, cells)
            else:
                names += guests_of(cell)[0] if not is_yes(cell) else []
        if names:
            named = [g.name for g in guests if not g.given]
            return companions.named(person, [*named, *names])
        return guests

    def _sessions(self, person: ListedPerson, index: int, cells: list[str]) -> None:
        if not says_nothing(cells[index]):
            person.sessions += sessions_of(cells[index], commas=self._plan.commas)

    def _visits(self, person: ListedPerson, index: int, cells: list[str]) -> None:
        if not says_nothing(cells[index]):
            visits, more = visits_of(cells[index], commas=self._plan.commas)
            person.visits += visits
            if more:
                person.fields[self._plan.labels[index]] = cells[index]

    def _moment(self, person: ListedPerson, name: str, text: str) -> datetime | None:
        order = order_told(text)
        if order is not None and self._day_first is None:
            self._day_first = order
        found = moment(text, utc=self._plan.utc, end=name == "valid_until")
        if found is None:
            self._undecided.append((person, name, text))
        return found

    def _photo(self, person: ListedPerson, text: str) -> None:
        said = consent(text)
        person.photo = _OTHER[said] if self._plan.refused else said
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

    def _guests(self, person: ListedPerson, index: int, cells: list[str]) -> list[ListedPerson]:
        cell = cells[index]
        if says_nothing(cell):
            return []
        try:
            names, unnamed = ([], 1) if is_yes(cell) and not cell.isdigit() else guests_of(cell)
        except ValueError:
            label = self._plan.labels[index]
            person.fields[label] = cell
            told = say("{cell} in “{label}” cannot be a number of guests; none were made.", cell=cell, label=label)
            self._warnings.append((told, person.row))
            return []
        return companions.named(person, names) + companions.unnamed(person, unnamed)

    def finish(self, people: Sequence[ListedPerson]) -> list[_Warning]:
        """Settle the dates that could be read in two ways, now that all are known; what is to be told."""
        for person, name, text in self._undecided:
            order = self._day_first
            if order is None and order_told(text) is None and people:
                order = self._order_of_countries(people, text)
            found = moment(text, utc=self._plan.utc, end=name == "valid_until", day_first=order)
            if found is not None:
                setattr(person, name, found)
                continue
            label = self._plan.labels[self._at[name]]
            person.fields[label] = text
            self._warnings.append((say(_NO_DATE, text=text, label=label), person.row))
        return self._warnings

    def _order_of_countries(self, people: Sequence[ListedPerson], text: str) -> bool | None:
        """Whether nearly all people of the list are of countries that write the day first, or the month."""
        countries = Counter(is_month_first_country(p.country) for p in people if p.country)
        most, count = countries.most_common(1)[0] if countries else (False, 0)
        if count < 3 or count < 0.9 * sum(countries.values()):
            return None
        self._day_first = not most
        self._warnings.append((say(_MONTH_FIRST if most else _DAY_FIRST, text=text), None))
        return not most
