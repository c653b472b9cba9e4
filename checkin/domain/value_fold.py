"""Which value of a field counts: an edit supersedes the values it names, a correction made here stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checkin.domain.act import Fact
from checkin.domain.canonical import canonical
from checkin.domain.kinds import Kind

_VALUED = frozenset({Kind.LISTED, Kind.WALK_IN_REGISTERED, Kind.SUBSTITUTED, Kind.CHANGED_AT_SOURCE, Kind.CORRECTED})


def values_of(f: Fact) -> dict[str, Any]:
    """The fields an act sets: enums and numbers from its body, all else from its personal part."""
    return {**f.body.get("set", {}), **f.personal.get("set", {})}


def fold_values(state: dict[str, Any], attendee: str, alive: Sequence[Fact], conflicts: list[dict[str, Any]]) -> None:
    """Write the winning value of every field into `state`, and what disagrees into `conflicts`.

    A field's heads are the values that no later act names. Among them a correction beats a list's value, then the
    greatest (hlc, act id) wins; more than one different head is the conflict `field_changed_twice`. Merged people
    take each value from the member with the least id that has one.
    """
    acts = [f for f in alive if f.kind in _VALUED]
    if len(acts) == 1:
        state.update(values_of(acts[0]))
        return
    superseded: dict[str, set[str]] = {}
    given: dict[str, list[tuple[Fact, Any]]] = {}
    for f in acts:
        for name, value in values_of(f).items():
            given.setdefault(name, []).append((f, value))
            superseded.setdefault(name, set()).update(f.body.get("refs", ()))
    heads_of: dict[str, list[str]] = {}
    for name, candidates in sorted(given.items()):
        heads = [(f, v) for f, v in candidates if f.act_id not in superseded[name]]
        chosen = _chosen(name, heads or candidates, conflicts)
        state[name] = chosen
        heads_of[name] = [f.act_id for f, _ in heads]
    state["heads"] = heads_of


def _chosen(name: str, heads: list[tuple[Fact, Any]], conflicts: list[dict[str, Any]]) -> Any:
    members = sorted({f.subject for f, _ in heads})
    if name == "status" and len(members) > 1 and any(v == "confirmed" for _, v in heads):
        return "confirmed"
    result: Any = None
    for member in members:
        own = [(f, v) for f, v in heads if f.subject == member]
        local = [(f, v) for f, v in own if f.kind == Kind.CORRECTED]
        winner = max(local or own, key=lambda fv: fv[0].order)
        if len({canonical(v) for _, v in own}) > 1:
            conflicts.append(
                {"kind": "field_changed_twice", "field": name, "entries": sorted(f.act_id for f, _ in own)}
            )
        if result in (None, "", {}, []):
            result = winner[1]
    return result
