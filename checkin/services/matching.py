"""Which known attendee a row of a list is: by the list's own keys, then by any other key, one person once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from checkin.domain.listing import ListedPerson, ListReading
from checkin.domain.names import fold, full_name
from checkin.domain.person_fold import State

NEWER_VERSION_FROM = 0.5
"""A file is a newer version of a list when this share of its keys is known (CLI.md)."""


@dataclass(slots=True)
class Known:
    """The people of this desk by the keys that lists know them by; `people` holds each by their id."""

    people: dict[str, State] = field(default_factory=dict)
    lists: dict[str, dict[str, State]] = field(default_factory=dict)
    aliases: dict[str, State | None] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, states: Iterable[State]) -> Known:
        """Index every attendee; an alias that two people have means neither."""
        known = cls()
        for state in states:
            known.people[state["attendee"]] = state
            known.ids.update(state.get("members") or (state["attendee"],))
            known.codes.update(code for code, *_ in state["codes"])
            for entry in state["lists"]:
                known.lists.setdefault(entry["list"], {})[entry["key"]] = state
            if state["lists"]:
                known.add_aliases([state])
        return known

    def let_go(self) -> None:
        """Forget everybody, one by one: many thousands at once would hold every other thread up."""
        indexes: list[dict[str, Any]] = [*self.lists.values(), self.aliases, self.people]
        for index in indexes:
            while index:
                index.popitem()

    def add_aliases(self, states: Iterable[State]) -> None:
        """Let rows of other lists mean these people, too."""
        for state in states:
            for alias in _aliases(state):
                self.aliases[alias] = None if alias in self.aliases else state

    def version_of(self, reading: ListReading) -> str | None:
        """The list that `reading` is a newer version of, None when it is another list."""
        best: tuple[int, int, str] | None = None
        for name, people in sorted(self.lists.items()):
            shared = sum(p.key in people for p in reading.people)
            # Of two lists that both hold these people the one without many others is meant.
            fit = (shared, -len(people), name)
            if shared and shared >= NEWER_VERSION_FROM * len(reading.people) and (best is None or fit[:2] > best[:2]):
                best = fit
        return best[2] if best else None

    def elsewhere(self, person: ListedPerson) -> State | None:
        """The attendee of another list that this row is, if any alias tells."""
        for alias in (person.key, *person.aliases):
            state = self.aliases.get(alias)
            if state is not None and not (alias.startswith("name:") and _other_address(state, person)):
                return state
        return None


def _aliases(state: State) -> list[str]:
    folded = fold(full_name(state.get("given") or "", state.get("family") or "", state.get("name") or ""))
    # The ticket of somebody who was replaced opens nothing, and still tells whose row it is: a further list must not
    # bring them back as a new person.
    replaced = bool(state.get("replaced_by"))
    found = [f"ticket:{code}" for code, kind, live, _ in state["codes"] if kind == "ticket" and (live or replaced)]
    if state.get("email"):
        found.append(f"email:{state['email'].casefold()}|{folded}")
    if state.get("organisation"):
        found.append(f"name:{folded}|{fold(state['organisation'])}")
    return found


def _other_address(state: State, person: ListedPerson) -> bool:
    """Two people of one name at one organisation are two when their addresses differ."""
    theirs = (state.get("email") or "").casefold()
    return bool(theirs and person.email and theirs != person.email.casefold())
