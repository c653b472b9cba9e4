"""What an admitted person is given, in one line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from checkin.domain.people import Notice
from checkin.domain.results import ScanResult

KIND = "hand_over"


def things_to_hand_over(result: ScanResult) -> tuple[str, ...]:
    """The pre-printed badge by its place when this act gives it out, then what the rules of the event say."""
    place = (result.badge_place,) if result.handed_over and result.badge_place else ()
    things = (*place, *(n.sentence.rstrip(".") for n in result.notices if n.kind == KIND))
    return tuple(dict.fromkeys(thing for thing in things if thing))


def hand_over_line(result: ScanResult) -> str:
    """One line for the desk, "" when there is nothing to give."""
    things = " · ".join(things_to_hand_over(result))
    return QCoreApplication.translate("desk", "Hand over: {things}").format(things=things) if things else ""


def other_notices(result: ScanResult) -> tuple[Notice, ...]:
    """The notices that are not in that line, urgent ones first."""
    return tuple(sorted((n for n in result.notices if n.kind != KIND), key=lambda notice: not notice.urgent))
