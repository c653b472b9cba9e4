"""Takes apart cells that hold several things: guests, sessions and site visits."""

from __future__ import annotations

import re

# Indico: “Mon 18/05: 09:00–10:30 - Title; with a semicolon: Part 1; Tue 19/05: …”; only a day begins the next one.
_INDICO_SESSION = re.compile(r";\s+(?=\w{2,10}\.? \d{1,2}/\d{1,2}: )")
_IS_INDICO = re.compile(r"\w{2,10}\.? \d{1,2}/\d{1,2}: ")
_PARTS = re.compile(r"[;\n]\s*")
_PLACES = re.compile(r"^(.*\S)\s*\(\+(\d{1,3})\)$")
_NUMBER = re.compile(r"^\+?\s*(\d{1,3})$")
MOST_GUESTS = 50
"""More unnamed guests than this of one person are taken for a slip."""


def sessions_of(cell: str) -> tuple[str, ...]:
    """The sessions named in a cell, as the list spells them, each once."""
    parts = _INDICO_SESSION.split(cell) if _IS_INDICO.match(cell) else _PARTS.split(cell)
    return _each_once(parts)


def visits_of(cell: str) -> tuple[tuple[str, ...], bool]:
    """The site visits named in a cell, without “(+2)”, and whether further places were asked for."""
    names: list[str] = []
    more = False
    for part in _PARTS.split(cell):
        match = _PLACES.match(part.strip())
        more = more or bool(match and int(match[2]))
        names.append(match[1] if match else part)
    return _each_once(names), more


def guests_of(cell: str) -> tuple[list[str], int]:
    """The names of the guests in a cell, and how many more have no name.

    Raises:
        ValueError: a number that cannot be a number of guests.
    """
    match = _NUMBER.match(cell)
    if match:
        number = int(match[1])
        if number > MOST_GUESTS:
            raise ValueError(cell)
        return [], number
    return [" ".join(part.split()) for part in _PARTS.split(cell) if part.strip()], 0


def _each_once(parts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(part.split()) for part in parts if part.strip()))
