"""An act that a button offers: its id for signals, its words, icon and key."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Act:
    """`shut` is the reason why it cannot be done now, "" when it can. `key` as printed, such as "Ctrl Enter"."""

    id: str
    text: str
    icon: str = ""
    key: str = ""
    shut: str = ""
