"""Words and icons for the closed lists of the domain, as people read them on screen."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from checkin.domain.outcome import Outcome
from checkin.domain.people import BadgeState, Person, Presence, Status
from checkin.services.telling import weekday

_translate = QCoreApplication.translate

OUTCOME_WORDS = (
    QT_TRANSLATE_NOOP("Outcome", "Admitted"), QT_TRANSLATE_NOOP("Outcome", "Back in"),
    QT_TRANSLATE_NOOP("Outcome", "Left"), QT_TRANSLATE_NOOP("Outcome", "Already in"),
    QT_TRANSLATE_NOOP("Outcome", "Not paid"), QT_TRANSLATE_NOOP("Outcome", "Pending"),
    QT_TRANSLATE_NOOP("Outcome", "Waiting list"), QT_TRANSLATE_NOOP("Outcome", "Not booked"),
    QT_TRANSLATE_NOOP("Outcome", "Wrong time"), QT_TRANSLATE_NOOP("Outcome", "Too early"),
    QT_TRANSLATE_NOOP("Outcome", "Too late"), QT_TRANSLATE_NOOP("Outcome", "Full"),
    QT_TRANSLATE_NOOP("Outcome", "Cancelled"), QT_TRANSLATE_NOOP("Outcome", "Old badge"),
    QT_TRANSLATE_NOOP("Outcome", "Blocked"), QT_TRANSLATE_NOOP("Outcome", "Other event"),
    QT_TRANSLATE_NOOP("Outcome", "Not found"), QT_TRANSLATE_NOOP("Outcome", "Which one?"),
    QT_TRANSLATE_NOOP("Outcome", "Scan again"),
)  # fmt: skip
"""The verdicts' words, listed for translators: domain.outcome and the services hold them in English."""

NOTICE_ICONS = {
    "access": "accessibility", "diet": "utensils", "photo": "camera-off", "hand_over": "gift", "note": "sticky-note",
    "entitlement": "gift", "list": "list-plus", "message": "message-square-text", "validity": "calendar-clock",
}  # fmt: skip


def status_chip(status: Status) -> tuple[str, str, str]:
    """Word, tone and icon of a registration status."""
    return {
        Status.CONFIRMED: (_translate("words", "Confirmed"), "go", "check"),
        Status.UNPAID: (_translate("words", "Not paid"), "hold", "banknote"),
        Status.CANCELLED: (_translate("words", "Cancelled"), "stop", "x"),
        Status.PENDING: (_translate("words", "Pending"), "hold", "hourglass"),
        Status.WAITLISTED: (_translate("words", "Waiting list"), "hold", "list-ordered"),
    }[status]


def presence_chip(person: Person, since: datetime | None = None) -> tuple[str, str, str]:
    """Word, tone and icon of whether the person is in. `since` is when they came in or left, if known."""
    if person.presence is Presence.IN:
        return (
            _translate("words", "In since {time}").format(time=clock(since)) if since else _translate("words", "In"),
            "go",
            "check",
        )
    if person.presence is Presence.OUT:
        return (
            _translate("words", "Out since {time}").format(time=clock(since)) if since else _translate("words", "Out"),
            "out",
            "log-out",
        )
    return (_translate("words", "Not in yet"), "quiet", "")


def row_chip(person: Person) -> tuple[str, str, str]:
    """The one chip of a row: in beats everything, then what is the matter, then not in yet."""
    if person.presence is Presence.IN:
        return (_translate("words", "In"), "go", "check")
    if person.status is not Status.CONFIRMED:
        return status_chip(person.status)
    if person.presence is Presence.OUT:
        return (_translate("words", "Out"), "out", "log-out")
    return (_translate("words", "Not in yet"), "quiet", "")


def badge_word(state: BadgeState) -> str:
    """Where the badge is."""
    return {
        BadgeState.NONE: _translate("words", "Not printed yet"),
        BadgeState.PRE_PRINTED: _translate("words", "Pre-printed"),
        BadgeState.PRINTED: _translate("words", "Printed"),
        BadgeState.HANDED_OVER: _translate("words", "Handed over"),
        BadgeState.OWED: _translate("words", "Still to print"),
        BadgeState.KEPT: _translate("words", "Kept at the desk"),
    }[state]


def outcome_word(outcome: Outcome, word: str = "") -> str:
    """The verdict's word; `word` is what the service chose instead, such as "Too early"."""
    return QCoreApplication.translate("Outcome", word or outcome.style.word)


def operator_word(name: str) -> str:
    """Who did it, as people read it; "organiser" is whoever sits at a desk that has named nobody."""
    return _translate("words", "organiser") if name == "organiser" else name


def place(person: Person) -> str:
    """City and country, whichever are known."""
    return ", ".join(part for part in (person.city, person.country) if part)


def belonging(person: Person) -> str:
    """Organisation and city in one line, whichever are known."""
    return ", ".join(part for part in (person.organisation, person.city) if part)


def clock(at: datetime | None) -> str:
    """Hours and minutes of a time as it is given (the services give the event's local time); "" for None."""
    return at.strftime("%H:%M") if at else ""


def day_and_clock(at: datetime | None, today: date | None = None) -> str:
    """Short day and time, or "Today" and time; a booking without a time answers with an empty text."""
    if at is None:
        return ""
    if today is not None and at.date() == today:
        return _translate("words", "Today {time}").format(time=clock(at))
    return f"{weekday(at)} {clock(at)}"
