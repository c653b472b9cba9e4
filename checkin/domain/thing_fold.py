"""The state of what belongs to the event (its programme, doors, operators, lists): what the newest act says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checkin.domain.act import Fact
from checkin.domain.kinds import Kind
from checkin.domain.person_fold import standing

THINGS = frozenset({Kind.EVENT_OPENED, Kind.PROGRAMME_CHANGED, Kind.OPERATOR_NAMED, Kind.LIST_IMPORTED})


def fold_thing(facts: Sequence[Fact]) -> dict[str, Any] | None:
    """The thing as its newest standing act that no other names tells it; None when it was removed or undone.

    Names and telephone numbers come from the personal part, all else from the body.
    """
    acts = [f for f in standing(facts) if f.kind in THINGS]
    named = {ref for f in acts for ref in f.body.get("refs", ())}
    heads = [f for f in acts if f.act_id not in named] or acts
    if not heads:
        return None
    newest = max(heads, key=lambda f: f.order)
    if newest.body.get("removed"):
        return None
    return {**newest.body.get("thing", {}), **newest.personal.get("thing", {}), "type": newest.body["type"]}


def is_acknowledged(facts: Sequence[Fact]) -> bool:
    """True when somebody has looked at the conflict that `facts` are about."""
    return any(f.kind == Kind.CONFLICT_ACKNOWLEDGED for f in standing(facts))


def fold_day(facts: Sequence[Fact]) -> int:
    """The clock from which on a day is closed: of the newest standing `day_closed`, 0 when there is none."""
    return max((f.hlc for f in standing(facts) if f.kind == Kind.DAY_CLOSED), default=0)
