"""The state of an attendee: a pure function of the set of acts that touch them, whatever their order of arrival."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from checkin.domain.act import Fact
from checkin.domain.badge_fold import badge_state
from checkin.domain.door_fold import fold_doors
from checkin.domain.kinds import Kind
from checkin.domain.names import full_name
from checkin.domain.note_fold import notes_of
from checkin.domain.substitution_fold import give_away, own_and_given_away
from checkin.domain.value_fold import fold_values, values_of

State = dict[str, Any]
"""A folded attendee as JSON values; see `fold_person`."""

BASE = frozenset({Kind.LISTED, Kind.WALK_IN_REGISTERED, Kind.SUBSTITUTED})
"""The kinds that make a person exist."""


RELEASED = "released"
"""The state of a place that a list has no more."""


def standing(facts: Iterable[Fact]) -> list[Fact]:
    """The acts that no undo names, in order. An undo names acts, or a batch; undos themselves cannot be undone."""
    dead: set[str] = set()
    dead_batches: set[str] = set()
    rest: dict[str, Fact] = {}
    for f in facts:
        if f.kind == Kind.UNDONE:
            dead.update(f.body.get("refs", ()))
            if f.body.get("undoes_batch"):
                dead_batches.add(f.body["undoes_batch"])
        else:
            rest[f.act_id] = f
    alive = [f for f in rest.values() if f.act_id not in dead and f.batch not in dead_batches]
    alive.sort(key=lambda f: f.order)
    return alive


def linked(facts: Iterable[Fact]) -> set[str]:
    """The subjects that standing `merged` acts join, as far as these acts tell."""
    alive = standing(facts)
    parted = {ref for f in alive if f.kind == Kind.UNMERGED for ref in f.body.get("refs", ())}
    joins = [f for f in alive if f.kind == Kind.MERGED and f.act_id not in parted]
    return {s for f in joins for s in (f.subject, f.body["other"])}


def fold_person(attendee: str, facts: Sequence[Fact]) -> State | None:
    """Fold all acts that touch `attendee` (and those merged with them; `attendee` is the least id of these).

    Returns the state as JSON values, or None when no standing act makes the person exist:
    values under their own names (given, family, name, email, …, fields), `codes` [[code, kind, live, product]],
    `doors` (see door_fold), `bookings` {door: state}, `badge`, `prints`, `lists` [{list, key, row, gone, of (a merged
    person's other id)}], `walk_in`, `members` and `also` (when merged: their ids
    and other names), `heads` {field: [acts]} where more than the base act gave
    a value, `notes` (see note_fold), `instead_of` and `replaced_by` (ids, see substitution_fold), and
    `conflicts` [{kind, …}].
    """
    if len(facts) == 1 and facts[0].kind == Kind.LISTED:
        return _fold_listed(attendee, facts[0])
    return fold_history(attendee, facts)


def fold_history(attendee: str, facts: Sequence[Fact]) -> State | None:
    """`fold_person` for any number of acts."""
    alive = standing(facts)
    given_away: list[Fact] = []
    came_for: list[str] = []
    if any(f.kind == Kind.SUBSTITUTED for f in alive):
        group = linked(facts) | {attendee}
        alive, given_away = own_and_given_away(alive, group)
        # Whoever was joined with the person they came for comes instead of nobody.
        came_for = [f.body["instead_of"] for f in alive if f.kind == Kind.SUBSTITUTED]
        came_for = [other for other in came_for if other not in group]
    bases = [f for f in alive if f.kind in BASE]
    if not bases:
        return None
    state: State = {"attendee": attendee, "walk_in": all(f.kind == Kind.WALK_IN_REGISTERED for f in bases)}
    conflicts: list[dict[str, Any]] = []
    fold_values(state, attendee, alive, conflicts)
    state["codes"] = _codes(alive)
    state["doors"] = fold_doors(alive, conflicts)
    state["bookings"] = _bookings(alive)
    state["lists"] = _lists(attendee, alive)
    state["prints"] = sum(f.kind == Kind.BADGE_PRINTED for f in alive)
    state["badge"] = badge_state(state, alive)
    notes = notes_of(alive)
    if notes:
        state["notes"] = notes
    members = sorted({f.subject for f in bases})
    if len(members) > 1:
        state["members"] = members
        state["also"] = _other_names(state, bases)
    if came_for:
        state["instead_of"] = came_for[0]
    if given_away:
        give_away(state, given_away, conflicts)
    if conflicts:
        state["conflicts"] = conflicts
    return state


def name_of(state: State) -> str:
    """The whole name, as lists show it."""
    return full_name(state.get("given") or "", state.get("family") or "", state.get("name") or "")


def _other_names(state: State, bases: Sequence[Fact]) -> list[str]:
    """The names that the other registrations of a merged person came with; they are found by them too."""
    names = {full_name(v.get("given") or "", v.get("family") or "", v.get("name") or "") for v in map(values_of, bases)}
    return sorted(names - {name_of(state)})


def _fold_listed(attendee: str, f: Fact) -> State:
    """The same for a person of whom only their row in a list is known: nearly everybody of a list that was just
    brought in, so that its speed is an import's speed.
    """
    body, personal = f.body, f.personal
    state: State = {"attendee": attendee, "walk_in": False, **body.get("set", {}), **personal.get("set", {})}
    codes: dict[str, list[Any]] = {}
    for code, kind, product in personal.get("codes", ()):
        codes.setdefault(code, [code, kind, True, product])
    state["codes"] = list(codes.values())
    state["doors"] = {}
    state["bookings"] = dict(body.get("bookings", {}))
    row = {"key": personal.get("key", ""), "row": personal.get("row", ""), "gone": bool(body.get("gone", False))}
    state["lists"] = [{"list": body["list"], **row}] if body.get("list") else []
    state["prints"] = 0
    state["badge"] = badge_state(state, ())
    return state


def _codes(alive: Sequence[Fact]) -> list[list[Any]]:
    """A code that was revoked lives again only by an act that knew of it (names the revocation in its `refs`): another
    desk that loads the old list later must not bring a lost badge back to life.
    """
    issued: dict[str, list[Any]] = {}
    known: dict[str, set[str]] = {}
    for f in alive:
        for code, kind, product in f.personal.get("codes", ()):
            issued.setdefault(code, [code, kind, True, product])
            known.setdefault(code, set()).update(f.body.get("refs", ()))
    for f in alive:
        for code in f.personal.get("revoked", ()):
            if code in issued and f.act_id not in known[code]:
                issued[code][2] = False
    return list(issued.values())


def _bookings(alive: Sequence[Fact]) -> dict[str, str]:
    places: dict[str, str] = {}
    for f in alive:
        if f.kind in BASE or f.kind == Kind.CHANGED_AT_SOURCE:
            places.update(f.body.get("bookings", {}))
            for door in [door for door, place in places.items() if place == RELEASED]:
                del places[door]
        elif f.kind == Kind.BOOKED:
            places[f.body["door"]] = f.body.get("state", "booked")
        elif f.kind == Kind.RELEASED:
            places.pop(f.body["door"], None)
    return places


def _lists(attendee: str, alive: Sequence[Fact]) -> list[dict[str, Any]]:
    lists: dict[tuple[str, str], dict[str, Any]] = {}
    for f in alive:
        name = f.body.get("list")
        if name and f.kind in (Kind.LISTED, Kind.CHANGED_AT_SOURCE):
            entry = lists.setdefault((name, f.subject), {"list": name, "key": "", "row": "", "gone": False})
            if f.subject != attendee:
                entry["of"] = f.subject
            entry["gone"] = bool(f.body.get("gone", False))
            for part in ("key", "row"):
                if f.personal.get(part):
                    entry[part] = f.personal[part]
    return list(lists.values())
