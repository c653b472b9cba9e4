"""Takes apart cells that hold several things: guests, sessions and site visits."""

from __future__ import annotations

import re

# Indico: “Mon 18/05: 09:00–10:30 - Title; with a semicolon: Part 1; Tue 19/05: …”; only a day begins the next one.
_INDICO_SESSION = re.compile(r";\s+(?=\w{2,10}\.? \d{1,2}/\d{1,2}: )")
_IS_INDICO = re.compile(r"\w{2,10}\.? \d{1,2}/\d{1,2}: ")
_PARTS = re.compile(r"[;\n]\s*")
# Google Forms: a comma joins choices, but one before a small letter stands inside of one, and so does one in brackets.
_COMMAS = re.compile(r",\s+(?=[^\Wa-zß-ÿ_]|[“\"'(])(?![^(]*\))")
_PLACES = re.compile(r"^(.*\S)\s*\(\+(\d{1,3})\)$")
_NUMBER = re.compile(
    r"^\+?\s*(\d{1,3})\s*(?:guests?|persons?|people|others?|more|personen?|gäste?|personnes?|accompagnants?|invités?"
    r"|personas?|acompañantes?|invitados?|persone|persona|ospiti?|accompagnator[ei]|pessoas?|acompanhantes?|gasten|gast"
    r"|personen|os[oó]b[ay]?|go[sś]ci)?$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+(?:and|und|et|y|e|en|i|&|\+)\s+|\s*[,/&]\s*", re.IGNORECASE)
MOST_GUESTS = 50
"""More unnamed guests than this of one person are taken for a slip."""


def sessions_of(cell: str, *, commas: bool = False) -> tuple[str, ...]:
    """The sessions named in a cell, as the list spells them, each once; `commas` join them in lists of Google Forms."""
    parts = _INDICO_SESSION.split(cell) if _IS_INDICO.match(cell) else _split(cell, commas)
    return _each_once(parts)


def visits_of(cell: str, *, commas: bool = False) -> tuple[tuple[str, ...], bool]:
    """The site visits named in a cell, without “(+2)”, and whether further places were asked for."""
    names: list[str] = []
    more = False
    for part in _split(cell, commas):
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
    names = [" ".join(part.split()) for part in _PARTS.split(cell) if part.strip()]
    if len(names) == 1:
        # “Bo Li, Cy Kim and Di Ho” are three; “Li, Bo” is one, and so is “Bo and Cy Li”
        several = [part.strip() for part in _AND.split(names[0])]
        if len(several) > 1 and all(len(part.split()) > 1 for part in several):
            names = several
    return names, 0


def _split(cell: str, commas: bool) -> list[str]:
    parts = _PARTS.split(cell)
    return _COMMAS.split(cell) if commas and len(parts) == 1 else parts


def _each_once(parts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(part.split()) for part in parts if part.strip()))
