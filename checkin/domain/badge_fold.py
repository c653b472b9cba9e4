"""Where a person's badge is: the last thing that happened to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from checkin.domain.act import Fact
from checkin.domain.kinds import Kind
from checkin.domain.people import BadgeState

_AFTER = {
    Kind.BADGE_PRINTED: BadgeState.PRINTED,
    Kind.BADGE_HANDED_OVER: BadgeState.HANDED_OVER,
    Kind.BADGE_KEPT: BadgeState.KEPT,
    # The badge that there was opens nothing any more, also one that lies pre-printed in a box.
    Kind.BADGE_REVOKED: BadgeState.NONE,
}


def badge_state(state: Mapping[str, Any], alive: Sequence[Fact]) -> str:
    """The badge's state from standing acts in their order.

    A list that says in which box a badge lies makes it pre-printed. A check-in that promised a badge (`badge: owed` in
    its body) leaves it owed until one was printed.
    """
    now = BadgeState.PRE_PRINTED if state.get("box") or state.get("number") else BadgeState.NONE
    for f in alive:
        if f.kind == Kind.CHECKED_IN:
            if f.body.get("badge") == BadgeState.OWED and now is BadgeState.NONE:
                now = BadgeState.OWED
        elif f.kind in _AFTER:
            now = _AFTER[Kind(f.kind)]
    return now.value


def badge_place(state: Mapping[str, Any]) -> str:
    """Where a pre-printed badge lies, in words of the list: "box 2, no. 117"; "" when the list does not say."""
    box, number = str(state.get("box") or "").strip(), str(state.get("number") or "").strip()
    if box and box.casefold().split()[0] not in ("box", "tray", "crate"):
        box = f"box {box}"
    if number and number[0].isdigit():
        number = f"no. {number}"
    return ", ".join(part for part in (box, number) if part)
