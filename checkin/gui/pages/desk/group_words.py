"""What is said of a group: who stays behind and why, what the verb does, how it is taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from checkin.domain.people import BadgeState, Person, Presence, Status
from checkin.gui.words import status_chip

_translate = QCoreApplication.translate


def prints_badge(person: Person) -> bool:
    """Whether a check-in prints this person's badge: one that was printed before is not printed twice."""
    return person.badge in (BadgeState.NONE, BadgeState.OWED)


def verb_words(people: Sequence[Person], *, prints: bool) -> str:
    """What Enter does for those who are ticked; at least one."""
    count, badges = len(people), sum(map(prints_badge, people)) if prints else 0
    if count == 1:
        one = _translate("group", "Check in 1 person and print the badge")
        return one if badges else _translate("group", "Check in 1 person")
    if not badges:
        return _translate("group", "Check in {n} people").format(n=count)
    some = _translate("group", "Check in {n} people and print {badges} badges")
    if badges == 1:
        some = _translate("group", "Check in {n} people and print 1 badge")
    return some.format(n=count, badges=badges)


def undo_words(count: int) -> str:
    """How all of it is taken back, "" while nobody is ticked."""
    if count <= 1:
        return _translate("group", "One undo takes it back") if count else ""
    if count == 2:
        return _translate("group", "One act: one undo takes both back")
    return _translate("group", "One act: one undo takes all {n} back").format(n=count)


def behind_words(
    people: Sequence[Person], shut: Callable[[Person], str], *, others: bool
) -> tuple[str, str, str]:  # fmt: skip
    """Icon, title and sentence about those who may not come in, all "" when everybody may; people who are in are not
    behind. `others` when somebody goes in.
    """
    behind = [person for person in people if person.presence is not Presence.IN and shut(person)]
    if not behind:
        return "", "", ""
    alike = len({person.status for person in behind}) == 1
    one = _translate("group", "1 stays behind")
    title = one if len(behind) == 1 else _translate("group", "{n} stay behind").format(n=len(behind))
    told = [_of_status(status, [p for p in behind if p.status is status], shut) for status in Status]
    if others:
        told.append(_translate("group", "The others go in."))
    icon = status_chip(behind[0].status)[2] if alike and behind[0].status is not Status.CONFIRMED else "hand"
    return icon, title, " ".join(sentence for sentence in told if sentence)


def _of_status(status: Status, people: Sequence[Person], shut: Callable[[Person], str]) -> str:
    if not people:
        return ""
    if status is Status.CONFIRMED:
        words = _translate("group", "{name}: {reason}")
        return " ".join(words.format(name=person.name, reason=shut(person)) for person in people)
    one, many = {
        Status.UNPAID: (_translate("group", "{name} has not paid."), _translate("group", "{name} have not paid.")),
        Status.CANCELLED: (_translate("group", "{name} is cancelled."), _translate("group", "{name} are cancelled.")),
        Status.PENDING: (
            _translate("group", "{name} waits for approval."),
            _translate("group", "{name} wait for approval."),
        ),
        Status.WAITLISTED: (
            _translate("group", "{name} is on the waiting list."),
            _translate("group", "{name} are on the waiting list."),
        ),
    }[status]
    return (one if len(people) == 1 else many).format(name=", ".join(person.name for person in people))
