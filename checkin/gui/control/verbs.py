"""What can be done for the person on the card: one verb, the quieter acts, and what only More offers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from checkin.domain.kinds import Kind
from checkin.domain.people import BadgeState, Card, Presence, Status
from checkin.gui.pages.desk.acts import act
from checkin.gui.widgets.act import Act

_translate = QCoreApplication.translate


def verbs_for(card: Card, *, prints: bool, admits_unpaid: bool = False, door: str = "") -> tuple[Act, list[Act]]:
    """The one big act for a person, and the smaller ones; `prints` when a check-in prints a badge, `admits_unpaid` when
    the event lets in people who have not paid, `door` the name of a door that is not the event's own.
    """
    person = card.person
    together = [act("group", group_words(card))]
    shut = shut_for(card, admits_unpaid=admits_unpaid)
    if card.replaced_by is not None:
        return act("check_in", shut=shut), [act("walk_in")]
    if door:
        return act("check_in", _translate("verbs", "Let in: {door}").format(door=door), shut), together
    if person.presence is Presence.IN:
        return _verb_inside(card), [act("check_out"), *together]
    if card.person.badge in (BadgeState.PRE_PRINTED, BadgeState.KEPT):
        return act("check_in", _hand_over_words(card), shut), together
    if person.badge in (BadgeState.PRINTED, BadgeState.HANDED_OVER):
        return act("check_in", shut=shut), together
    if not prints:
        return act("check_in", shut=shut), [act("print_only"), *together]
    return act("check_in_print", shut=shut), [act("check_in_only", shut=shut), act("print_only"), *together]


def more_for(card: Card) -> tuple[Act, ...]:
    """What only More offers."""
    if card.replaced_by is not None:
        return act("note"), act("export_list"), act("export_scans")
    badge = card.person.badge
    made = [act("instead_of"), act("note"), act("same_person")]
    if was_joined(card):
        made.append(act("part_again"))
    if any(note.at_scan and not note.delivered for note in card.notes):
        made.append(act("delivered"))
    if badge in (BadgeState.PRINTED, BadgeState.PRE_PRINTED, BadgeState.KEPT, BadgeState.OWED):
        made.append(act("hand_over"))
    if badge in (BadgeState.PRINTED, BadgeState.HANDED_OVER):
        made += [act("keep_badge"), act("lost_badge")]
    return (*made, act("export_list"), act("export_scans"))


def was_joined(card: Card) -> bool:
    """Whether a second registration was joined with this one and not parted from it since."""
    standing = [entry.kind for entry in card.entries if not entry.undone]
    return standing.count(Kind.MERGED) > standing.count(Kind.UNMERGED)


def group_words(card: Card) -> str:
    """“Group of 4” for an order of four; else the plain word."""
    if card.same_order < 2:
        return ""
    return _translate("verbs", "Group of {n}").format(n=card.same_order)


def shut_for(card: Card, *, admits_unpaid: bool = False) -> str:
    """Why the desk cannot admit somebody, in a sentence with what to do; "" when it can."""
    if card.replaced_by is not None:
        told = _translate("verbs", "{name} comes instead. Did both come? Add this one as a walk-in with F4.")
        return told.format(name=card.replaced_by.name)
    return shut_by(card.person.status, admits_unpaid=admits_unpaid)


def shut_by(status: Status, *, admits_unpaid: bool = False) -> str:
    """The same by the registration alone."""
    if status is Status.CANCELLED:
        return _translate("verbs", "The registration was cancelled. Not a mistake? Add them as a walk-in with F4.")
    if status is Status.UNPAID and not admits_unpaid:
        return _translate("verbs", "Not paid yet. Send them to the pay desk; once it is paid there, check them in.")
    if status is Status.PENDING:
        return _translate("verbs", "The registration waits for approval. An organiser can approve it.")
    if status is Status.WAITLISTED:
        return _translate("verbs", "They are on the waiting list. Ask them to wait until a place is free.")
    return ""


def _verb_inside(card: Card) -> Act:
    """Whoever is in may still need their badge."""
    if card.person.badge in (BadgeState.OWED, BadgeState.NONE):
        return act("print_only", _translate("verbs", "Print badge"), key=_translate("acts", "Enter"))
    if card.person.badge is BadgeState.KEPT:
        return act("hand_over", key=_translate("acts", "Enter"))
    return act("print_again", _translate("verbs", "Print badge again"), key=_translate("acts", "Enter"))


def _hand_over_words(card: Card) -> str:
    if card.person.badge is BadgeState.KEPT:
        return _translate("verbs", "Check in, hand over the badge that lies here")
    if card.badge_place:
        return _translate("verbs", "Check in, hand over {place}").format(place=card.badge_place)
    return _translate("verbs", "Check in, hand over the badge")
