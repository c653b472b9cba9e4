"""Facts that contradict each other, as the card and the settings show them: plain words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConflictShown:
    """One of them. `title` says what it is about, `sentence` what each side says.

    `of_field` when one of two values is chosen; of the others somebody only says that they have looked.
    """

    id: str
    attendee: str
    name: str
    title: str
    sentence: str
    of_field: bool = False


OURS, THEIRS, SEEN = "ours", "theirs", "seen"
"""What somebody says about a conflict."""
