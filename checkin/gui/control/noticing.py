"""Which notices a verdict shows: what is to be handed over is told once, when somebody comes in for the first time."""

from __future__ import annotations

from collections.abc import Sequence

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


def gathered(notices: Sequence[Notice]) -> tuple[Notice, ...]:
    """For the card: everything that is given with the badge in one notice, where the first of it stood."""
    given = [n for n in notices if n.kind in _ONCE]
    if len(given) < 2:
        return tuple(notices)
    items = [n.sentence.rstrip(".") for n in given]
    title = next((n.title for n in given if n.kind == "hand_over"), given[0].title)
    joined = Notice("hand_over", title, "\u00a0· ".join(items), any(n.urgent for n in given))
    made: list[Notice] = []
    for notice in notices:
        if notice.kind not in _ONCE:
            made.append(notice)
        elif joined not in made:
            made.append(joined)
    return tuple(made)


def _said_by(outcome: Outcome, notice: Notice) -> bool:
    """The verdict itself says that it is not paid; who leaves needs no help on the way in."""
    leaves = outcome is Outcome.LEFT and notice.kind == "access"
    return leaves or (outcome is Outcome.UNPAID and notice.kind == "validity")
