"""A committed answer of each outcome, with names, sentences and buttons as long as a day brings them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from checkin.domain.outcome import Family, Outcome
from checkin.domain.people import BadgeState, Notice, Person, Presence, Status
from checkin.domain.results import ScanResult
from checkin.gui.pages.desk.acts import act
from checkin.gui.widgets.act import Act

NAMES = ("Aoife Ní Bhraonáin-O’Sullivan", "Jürgen Müller", "Þórunn Ægisdóttir", "Мария Коваленко", "Ő Nagy")
_AT = datetime(2026, 3, 9, 8, 47, 12, tzinfo=UTC)
_REASON = "Since 08:31 at Desk 1, 16 minutes ago"
_WAY_OUT = (
    "Admitted by Callum Reid. Same person? Let them pass: nothing is counted twice. Somebody else? Keep the badge and "
    "press F3."
)
_ORGANISATION = "Dublin City Council, Directorate for Inclusive Neighbourhoods and Social Innovation"
_NOTICES = (
    Notice("access", "Step-free", "Place held on coach B. Give the coach B card.", True),
    Notice("photo", "No photos", "Give the lanyard with the red clip."),
)


def sample(outcome: Outcome, turn: int) -> ScanResult:
    """The answer of that outcome to somebody; every other turn has notices."""
    person = _person(NAMES[turn % len(NAMES)])
    nobody = outcome.style.family is Family.LOOK
    several = tuple(_person(name) for name in NAMES[:4]) if outcome is Outcome.AMBIGUOUS else ()
    return ScanResult(
        outcome, None if nobody else person.attendee, "" if nobody else person.name, "main", "Main entrance", _REASON,
        _WAY_OUT, "entry", _AT, None, () if nobody or turn % 2 else _NOTICES, None if nobody else person, several,
    )  # fmt: skip


def acts_of(outcome: Outcome) -> Sequence[Act]:
    """Buttons as the desk offers them: two on a pass, up to three else."""
    if outcome.passes:
        return (act("undo"), act("print_again"))
    if outcome.style.family is Family.LOOK:
        return (act("type_name"), act("walk_in"))
    return (act("show_person"), act("check_out"), act("different_person"))


def _person(name: str) -> Person:
    given, _, family = name.partition(" ")
    return Person(
        name, name, given, family, _ORGANISATION, "Dublin", "Ireland", "Policy-maker", Status.CONFIRMED, False,
        Presence.EXPECTED, "GX7K4M2Q00A", "", BadgeState.PRE_PRINTED,
    )  # fmt: skip
