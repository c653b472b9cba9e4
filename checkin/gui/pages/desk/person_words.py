"""What the card says of a person in words: where the badge is, what should be told, what happened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from checkin.domain.badge import spaced
from checkin.domain.people import Booking, Card, Entry, Note, Notice
from checkin.gui.pages.conflict_shown import ConflictShown
from checkin.gui.words import badge_word, day_and_clock, operator_word

Told = Notice | Note | ConflictShown
"""What a strip of the card says."""

_translate = QCoreApplication.translate
_ENTRIES = 8
"""How many acts of a person More shows: the newest."""


def badge_words(card: Card) -> str:
    """Where the badge is, with its place when it was printed before the event."""
    words = badge_word(card.person.badge)
    if not card.badge_place:
        return words
    return _translate("words", "{badge}, {place}").format(badge=words, place=card.badge_place)


def facts_of(card: Card) -> list[tuple[str, str]]:
    """Heading and value of what else is known, the list's own columns last."""
    own = [
        (_translate("words", "Badge"), badge_words(card)),
        (_translate("words", "Badge code"), spaced(card.person.badge_code)),
        (_translate("words", "Order"), card.order),
    ]
    return [*own, *((_heading(name), value) for name, value in card.fields.items())]


def told_of(card: Card, conflicts: Sequence[ConflictShown] = ()) -> list[Told]:
    """What the strips say: messages for the person, what somebody must do, what waits for a decision, what is good to
    know, notes.
    """
    messages = [note for note in card.notes if note.at_scan and not note.delivered]
    texts = {note.text for note in card.notes}
    # A scan tells messages as notices; here they are notes, which can be ticked.
    notices = [n for n in card.notices if not (n.kind in ("message", "note") and n.sentence in texts)]
    plain = [note for note in card.notes if not note.at_scan]
    urgent, rest = ([n for n in notices if n.urgent is wanted] for wanted in (True, False))
    return [*messages, *urgent, *conflicts, *rest, *plain]


def is_urgent(told: Told) -> bool:
    """Whether somebody must do something about it at once; what contradicts itself can wait."""
    if isinstance(told, ConflictShown):
        return False
    return told.urgent if isinstance(told, Notice) else told.at_scan and not told.delivered


def told_line(told: Told) -> str:
    """A notice, a conflict or a note in one line."""
    if isinstance(told, Notice | ConflictShown):
        return f"{told.title}: {told.sentence}"
    open_message = told.at_scan and not told.delivered
    words = _translate("words", "Tell them: {text}") if open_message else _translate("words", "Note: {text}")
    if told.delivered:
        words = _translate("words", "Delivered: {text}")
    return words.format(text=" ".join(told.text.split()))


def instead_line(card: Card) -> str:
    """The other side of a substitution, "" when there is none."""
    if card.replaced_by is not None:
        return _translate("words", "Replaced by {name}").format(name=card.replaced_by.name)
    if card.instead_of is not None:
        return _translate("words", "Instead of {name}").format(name=card.instead_of.name)
    return ""


def history_of(card: Card, today: date | None) -> list[str]:
    """The person's newest acts at every desk, newest first; what does not fit is counted."""
    newest = sorted(card.entries, key=lambda entry: entry.at, reverse=True)
    lines = [_entry_line(entry, today) for entry in newest[:_ENTRIES]]
    if len(newest) > _ENTRIES:
        lines.append(_translate("words", "%n older acts", "", len(newest) - _ENTRIES))
    return lines


def booking_lines(bookings: Sequence[Booking], today: date | None) -> list[str]:
    """Each booking in one line."""
    return [f"{day_and_clock(b.starts, today)} {b.name}".strip() for b in bookings]


def last_move(card: Card) -> datetime | None:
    """When they came in or left last."""
    moves = [e for e in card.entries if e.kind in ("checked_in", "checked_out") and not e.undone]
    return max((entry.at for entry in moves), default=None)


def _entry_line(entry: Entry, today: date | None) -> str:
    words = _translate("words", "{when}  {text} ({station}, {operator})")
    if not entry.operator:
        words = _translate("words", "{when}  {text} ({station})")
    when = day_and_clock(entry.at, today)
    return words.format(when=when, text=entry.text, station=entry.station, operator=operator_word(entry.operator))


def _heading(name: str) -> str:
    """A column of the list as a heading: "job_title" is a program's word for "Job title"."""
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:] if words.islower() else words
