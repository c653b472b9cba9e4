"""Somebody comes instead of somebody: what passes on, and what becomes of the first person."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from checkin.domain.act import Fact
from checkin.domain.kinds import Kind
from checkin.domain.people import Status
from checkin.domain.programme import MAIN_DOOR

PASSES_ON = ("organisation", "city", "country", "category", "order", "valid_from", "valid_until")
"""Values that belong to the registration and not to the person; contacts, needs, diet, consent, notes and the list's
own columns never pass on."""


def own_and_given_away(alive: Iterable[Fact], group: Collection[str]) -> tuple[list[Fact], list[Fact]]:
    """The acts of a person, and the substitutions by which others took over their registration. `group` are the ids
    that are one with the person.
    """
    own: list[Fact] = []
    given_away: list[Fact] = []
    for f in alive:
        if f.kind == Kind.SUBSTITUTED and f.subject not in group:
            given_away.append(f)
        else:
            own.append(f)
    return own, given_away


def give_away(state: dict[str, Any], substitutions: Sequence[Fact], conflicts: list[dict[str, Any]]) -> None:
    """Turn `state` into that of somebody who does not come: no booking, no living code, status cancelled, and
    `replaced_by`. The first of two substitutions counts, both are told as the conflict `substituted_twice`; whoever was
    let in all the same, by a desk that did not know of it, is told as `replaced_but_came`.
    """
    state["replaced_by"] = substitutions[0].subject
    state["status"] = Status.CANCELLED.value
    state["bookings"] = {}
    state["codes"] = [[code, kind, False, product] for code, kind, _, product in state["codes"]]
    if len(substitutions) > 1:
        conflicts.append({"kind": "substituted_twice", "entries": sorted(f.act_id for f in substitutions)})
    known = {ref for f in substitutions for ref in f.body.get("refs", ())}
    main = state["doors"].get(MAIN_DOOR)
    came = sorted({e[0] for e in main["open"]} - known) if main else []
    if came:
        conflicts.append({"kind": "replaced_but_came", "entries": [*came, substitutions[0].act_id]})
