"""What was written down about a person: notes, and messages that wait for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checkin.domain.act import Fact
from checkin.domain.kinds import Kind


def notes_of(alive: Sequence[Fact]) -> list[dict[str, Any]]:
    """[{entry, text, at, op, at_scan, delivered}] of standing acts, in their order. `text` is None once erased."""
    delivered = {ref for f in alive if f.kind == Kind.MESSAGE_DELIVERED for ref in f.body.get("refs", ())}
    return [
        {
            "entry": f.act_id, "text": f.personal.get("text"), "at": f.body.get("at", 0), "op": f.body.get("op", ""),
            "at_scan": bool(f.body.get("at_scan")), "delivered": f.act_id in delivered,
        }
        for f in alive
        if f.kind == Kind.NOTED
    ]  # fmt: skip
