"""What can be done for the person on the card: one verb, and the quieter acts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from checkin.domain.people import BadgeState, Card, Presence, Status
from checkin.gui.pages.desk.acts import act
from checkin.gui.widgets.act import Act

_translate = QCoreApplication.translate


def verbs_for(card: Card, *, prints: bool, admits_unpaid: bool = False) -> tuple[Act, list[Act]]:
    """The one big act for a person, and the smaller ones; `prints` when a check-in prints a badge,
    `admits_unpaid` when the event lets in people who have not paid.
    """
    person = card.person
    if person.presence is Presence.IN:
        if prints:
            return act("print_again", _translate("verbs", "Print badge again")), [act("check_out")]
        return act("check_in", shut=_translate("verbs", "They are in already.")), [act("check_out")]
    shut = "" if person.status is Status.UNPAID and admits_unpaid else _shut(person.status)
    if not prints:
        return act("check_in", shut=shut), []
    pre_printed = person.badge is BadgeState.PRE_PRINTED
    verb = act("check_in", shut=shut) if pre_printed else act("check_in_print", shut=shut)
    return verb, [act("check_in_only", shut=shut), act("print_only")]


def _shut(status: Status) -> str:
    """Why the desk cannot admit somebody, in a sentence with what to do; "" when it can."""
    if status is Status.CANCELLED:
        return _translate("verbs", "The registration was cancelled. Not a mistake? Add them as a walk-in with F4.")
    if status is Status.UNPAID:
        return _translate("verbs", "Not paid yet. Send them to the pay desk; once it is paid there, check them in.")
    if status is Status.PENDING:
        return _translate("verbs", "The registration waits for approval. An organiser can approve it.")
    if status is Status.WAITLISTED:
        return _translate("verbs", "They are on the waiting list. Ask them to wait until a place is free.")
    return ""
