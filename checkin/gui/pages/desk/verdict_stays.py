"""How long a verdict stays on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from checkin.domain.outcome import Outcome
from checkin.domain.people import Notice
from checkin.domain.results import ScanResult
from checkin.gui.theme import theme

UNTIL_THE_NEXT = "next"
_SHARES = {"short": 0.6, "normal": 1.0, "long": 2.0}


def usual_ms(outcome: Outcome, notices: Sequence[Notice] = (), more: bool = False) -> int:
    """Milliseconds by tokens.json, longer when there is a notice to read, or `more` of the kind."""
    family = theme().tokens["families"][outcome.style.family.value]
    long = family.get("shows_with_notice_ms", family["shows_ms"])
    return int(long if notices or more else family["shows_ms"])


def stays_ms(result: ScanResult, setting: str = "normal") -> int:
    """Milliseconds for `VerdictView.show_result`, 0 until the next scan; `setting` is that of `desk.verdict_stays`.

    Raises:
        KeyError: another word than short, normal, long, next.
    """
    # Whoever has to choose among several is not hurried.
    if setting == UNTIL_THE_NEXT or result.candidates:
        return 0
    return round(usual_ms(result.outcome, result.notices, result.handed_over) * _SHARES[setting])
