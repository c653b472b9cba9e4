"""What the last step of an import tells: what was done, and what is left to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from checkin.domain.list_diff import PersonChange, Touched
from checkin.gui.pages.importing.columns_shown import DoneShown
from checkin.gui.widgets.count_face import grouped
from checkin.services.import_run import ImportResult

MOST_NAMED = 8
Decisions = Mapping[tuple[str, str], str]


def out_of_date(result: ImportResult) -> list[str]:
    """Those whose badge says something else than the list does now."""
    return [change.attendee for change in result.altered if Touched.BADGE_PRINTED in change.touched]


def done_shown(result: ImportResult, decisions: Decisions, prints: bool, taken_back: bool = False) -> DoneShown:
    """What was done, with the badges to print again where this desk prints."""
    if taken_back:
        return DoneShown(_say("The list was taken back as a whole."), can_take_back=False, taken_back=True)
    badges = [change for change in result.altered if Touched.BADGE_PRINTED in change.touched]
    more = []
    if badges:
        one, several = _say("1 badge is out of date: {names}."), _say("{n} badges are out of date: {names}.")
        more.append((one if len(badges) == 1 else several).format(n=len(badges), names=_named(badges)))
    left = [pair for pair in result.likely if not decisions.get((pair.one.attendee, pair.other.attendee))]
    if left:
        one = _say("1 pair may be one person: {names}. Decide it on their card with “Same person”.")
        several = _say("{n} pairs may be one person each: {names}. Decide them on their cards with “Same person”.")
        names = ", ".join(dict.fromkeys(pair.one.name for pair in left[:MOST_NAMED]))
        more.append((one if len(left) == 1 else several).format(n=len(left), names=names))
    if result.vanished:
        one = _say("1 person is not on the newest list any more. Nobody was removed.")
        several = _say("{n} people are not on the newest list any more. Nobody was removed.")
        more.append((one if result.vanished == 1 else several).format(n=grouped(result.vanished)))
    aside = sum(len(reading.rejected) for reading in result.readings)
    if aside:
        more.append(_say("Mend the rows set aside in a spreadsheet and drop that file on the window again."))
    can = result.entry is not None
    return DoneShown(_sentence(result), tuple(more), len(badges) if prints else 0, aside, can)


def _sentence(result: ImportResult) -> str:
    parts = [
        (result.new, _say("{count} new")), (result.changed, _say("{count} changed")),
        (result.unchanged, _say("{count} unchanged")),
    ]  # fmt: skip
    summed = ", ".join(words.format(count=grouped(count)) for count, words in parts if count)
    if not summed:
        return _say("The list is in.")
    return _say("The list is in: {sum}.").format(sum=summed)


def _named(changes: Sequence[PersonChange]) -> str:
    told = [
        _say("{name} ({place})").format(name=c.name, place=c.badge_place) if c.badge_place else c.name
        for c in changes[:MOST_NAMED]
    ]
    return ", ".join(told) + (" …" if len(changes) > MOST_NAMED else "")


def _say(text: str) -> str:
    return QCoreApplication.translate("import_ending", text)
