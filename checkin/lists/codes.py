"""Finds codes and phone numbers that a spreadsheet damaged: rounded, cut to 15 digits, robbed of their zeros."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from checkin.domain.listing import ListedPerson, ListWarning
from checkin.domain.translation import say_count

_ROUNDED = re.compile(r"[+-]?\d(?:[.,]\d+)?E\+?\d{1,3}")
_DIGITS = 15
"""So many digits a spreadsheet keeps of a number; those behind become zeros."""
_SHORTEST = 6
"""Codes of fewer digits count things, and are short because they are small."""
_TOLD = 10


def _zeros_lost(n: int, rows: str) -> str:
    return say_count(
        "The code in row {rows} is shorter than the others, as if a spreadsheet had taken zeros off its beginning; it "
        "was taken as it stands.",
        "{n} codes (rows {rows}) are shorter than the others, as if a spreadsheet had taken zeros off their "
        "beginning; they were taken as they stand.",
        n,
        rows=rows,
    )


def some_rows(rows: Sequence[int]) -> str:
    """The first of some rows, in words."""
    return ", ".join(map(str, rows[:_TOLD])) + (" …" if len(rows) > _TOLD else "")


def is_rounded(text: str) -> bool:
    """Whether a spreadsheet wrote a long number with an exponent (4.47912E+11): most of its digits are gone."""
    return bool(_ROUNDED.fullmatch(text))


def whole(number: str) -> str:
    """A number of a list without the “.0” that a spreadsheet put behind it; anything else as it is."""
    return number[:-2] if number[-2:] == ".0" and number[:-2].lstrip("+").isdigit() else number


def is_cut(code: str) -> bool:
    """Whether all digits of a code from the 16th on are zeros, as a spreadsheet leaves them."""
    return len(code) > _DIGITS and code.isdigit() and not code[_DIGITS:].strip("0")


def are_cut(codes: Sequence[str]) -> bool:
    """Whether a column of codes was cut to 15 digits: one code may end in a zero by chance, most of them do not."""
    long = [c for c in codes if len(c) > _DIGITS and c.isdigit()]
    cut = [c for c in long if is_cut(c)]
    chance = 10.0 ** -sum(len(c) - _DIGITS for c in cut)
    return bool(cut) and len(cut) >= 0.8 * len(long) and chance < 0.02


def lost_zeros(people: Sequence[ListedPerson]) -> list[ListWarning]:
    """What is told of codes that are shorter than the others."""
    numeric: list[ListedPerson] = []
    for person in people:
        if person.ticket_code:
            if not person.ticket_code.isdigit():
                return []
            numeric.append(person)
    if not numeric:
        return []
    usual, most = Counter(len(p.ticket_code) for p in numeric).most_common(1)[0]
    short = [p.row for p in numeric if len(p.ticket_code) < usual]
    has_zeros = any(p.ticket_code.startswith("0") for p in numeric)
    if usual < _SHORTEST or has_zeros or not short or most < 0.7 * len(numeric):
        return []
    return [ListWarning(_zeros_lost(len(short), rows=some_rows(short)), short[0])]
