"""Which notices a verdict shows: what is to be handed over is told once, when somebody comes in for the first time."""

from __future__ import annotations

from checkin.domain.outcome import Outcome
from checkin.domain.people import Notice
from checkin.domain.results import ScanResult

_ONCE = frozenset({"hand_over", "diet", "photo"})
"""What is given with the badge."""


def notices_on(result: ScanResult) -> tuple[Notice, ...]:
    """All of them on the first admission; else those that still matter, and none that says "give" to who may not in."""
    if result.outcome is Outcome.ADMITTED:
        return result.notices
    return tuple(n for n in result.notices if n.kind not in _ONCE and not _said_by(result.outcome, n))


def _said_by(outcome: Outcome, notice: Notice) -> bool:
    """The verdict itself says that it is not paid; who leaves needs no help on the way in."""
    leaves = outcome is Outcome.LEFT and notice.kind == "access"
    return leaves or (outcome is Outcome.UNPAID and notice.kind == "validity")
