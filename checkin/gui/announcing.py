"""Telling a screen reader at once what just appeared, wherever its cursor is."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(about: QWidget, words: str, *, assertive: bool = True) -> None:
    """Have `words` said now, or, when not `assertive`, once what is being said has ended. Free where nobody listens."""
    if not words or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(about, words)
    manner = QAccessible.AnnouncementPoliteness
    event.setPoliteness(manner.Assertive if assertive else manner.Polite)
    QAccessible.updateAccessibility(event)


def sentences(parts: list[str]) -> str:
    """`parts` as sentences in a row, each with its full stop."""
    return " ".join(part if part.endswith((".", "?", "!", ":")) else f"{part}." for part in parts if part)
