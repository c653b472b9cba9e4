"""Words and icons for the closed lists of the domain, as people read them on screen."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from checkin.domain.outcome import Outcome
from checkin.domain.people import BadgeState, Person, Presence, Status

NOTICE_ICONS = {
    "access": "accessibility", "diet": "utensils", "photo": "camera-off", "note": "sticky-note",
    "entitlement": "gift", "list": "list-plus", "message": "message-square-text", "validity": "calendar-clock",
}  # fmt: skip


def tr(text: str) -> str:
    """`text` in the language of the window."""
    return QCoreApplication.translate("words", text)


def status_chip(status: Status) -> tuple[str, str, str]:
    """Word, tone and icon of a registration status."""
    return {
        Status.CONFIRMED: (tr("Confirmed"), "go", "check"),
        Status.UNPAID: (tr("Not paid"), "hold", "banknote"),
        Status.CANCELLED: (tr("Cancelled"), "stop", "x"),
        Status.PENDING: (tr("Pending"), "hold", "hourglass"),
        Status.WAITLISTED: (tr("Waiting list"), "hold", "list-ordered"),
    }[status]


def presence_chip(person: Person, since: datetime | None = None) -> tuple[str, str, str]:
    """Word, tone and icon of whether the person is in. `since` is when they came in or left, if known."""
    if person.presence is Presence.IN:
        return (tr("In since {time}").format(time=clock(since)) if since else tr("In"), "go", "check")
    if person.presence is Presence.OUT:
        return (tr("Out since {time}").format(time=clock(since)) if since else tr("Out"), "out", "log-out")
    return (tr("Not checked in yet"), "quiet", "")


def row_chip(person: Person) -> tuple[str, str, str]:
    """The one chip of a row: in beats everything, then what is the matter, then not in yet."""
    if person.presence is Presence.IN:
        return (tr("In"), "go", "check")
    if person.status is not Status.CONFIRMED:
        return status_chip(person.status)
    if person.presence is Presence.OUT:
        return (tr("Out"), "out", "log-out")
    return (tr("Not in yet"), "quiet", "")


def badge_word(state: BadgeState) -> str:
    """Where the badge is."""
    return {
        BadgeState.NONE: tr("Not printed yet"),
        BadgeState.PRE_PRINTED: tr("Pre-printed"),
        BadgeState.PRINTED: tr("Printed"),
        BadgeState.HANDED_OVER: tr("Handed over"),
        BadgeState.OWED: tr("Still to print"),
        BadgeState.KEPT: tr("Kept at the desk"),
    }[state]


def outcome_word(outcome: Outcome, word: str = "") -> str:
    """The verdict's word; `word` is what the service chose instead, such as "Too early"."""
    return QCoreApplication.translate("Outcome", word or outcome.style.word)


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
        return tr("Today {time}").format(time=clock(at))
    day = QLocale().toString(QDate(at.year, at.month, at.day), "ddd")
    return f"{day} {clock(at)}"
