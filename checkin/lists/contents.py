"""Tells what a column holds by the cells themselves: e-mails, phone numbers, countries, names, codes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from checkin.domain.names import fold
from checkin.lists.countries import is_country
from checkin.lists.words import is_no, is_yes

_EMAIL = re.compile(r"[^\s@,;<>\"]+@[^\s@,;<>\"]+\.[^\s@,;<>\"]{2,}")
_NAMED_EMAIL = re.compile(r"\s*\"?(?P<name>[^\"<>@]*?)\"?\s*[<(](?P<email>[^\s@<>]+@[^\s@<>]+\.[^\s@<>)]{2,})[>)]\s*")
_PHONE = re.compile(r"(?:\+|\(|00?)[\d\s().\-/–]{6,22}(?:\s?(?:ext|x)\.?\s?\d{1,5})?")
_DATE = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{2,4}\b")
_CODE = re.compile(r"(?=.*\d)[A-Za-z0-9][A-Za-z0-9_\-]{5,63}")
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\-‐])*,?")
_SMALL = "van|von|der|den|de|del|della|di|da|du|des|dos|das|do|la|le|les|el|al|bin|ibn|ben|ter|ten|te|zu|zur|af|av|y|e"
_PARTICLES = frozenset(_SMALL.split("|"))
_NO_PERSON = re.compile(
    r"\b(gmbh|ltd|inc|llc|plc|ag|kg|bv|nv|sa|sarl|srl|spa|sas|university|universit\w+|institut\w*|school|college|council"
    r"|ministry|department|association|foundation|company|group|centre|center|hospital|city|street|ticket|pass|day"
    r"|workshop|session|tour|dinner|participant|attendee|speaker|guest|manager|director|engineer|officer|professor)\b",
    re.IGNORECASE,
)
_T = TypeVar("_T")
ENOUGH = 0.7
"""A column holds something when this share of its cells does."""


def values_of(rows: Sequence[Sequence[str]], index: int) -> list[str]:
    """The cells of a column that hold something, trimmed."""
    return [text for row in rows if index < len(row) and (text := row[index].strip())]


def share(values: Sequence[_T], fits: Callable[[_T], bool]) -> float:
    """The share of values that fit, 0 where there are none."""
    return sum(map(fits, values)) / len(values) if values else 0.0


def is_email(text: str) -> bool:
    """Whether a cell is one e-mail address."""
    return "@" in text and bool(_EMAIL.fullmatch(text))


def named_email(text: str) -> tuple[str, str] | None:
    """The name and the address of “Ann Lee <ann@a.example>”, None when the cell is written otherwise."""
    match = _NAMED_EMAIL.fullmatch(text) if "@" in text else None
    return (match["name"].strip(), match["email"]) if match else None


def bare_address(text: str) -> str:
    """The address alone of “Ann Lee <ann@a.example>” or “mailto:ann@a.example”; anything else as it is."""
    named = named_email(text)
    if named is not None:
        return named[1]
    return text[7:].strip() if text[:7].casefold() == "mailto:" else text


def is_phone(text: str) -> bool:
    """Whether a cell is a phone number as people write it: with a plus or a zero before it."""
    # the eighth of May begins with a zero too
    return bool(_PHONE.fullmatch(text)) and sum(c.isdigit() for c in text) >= 7 and not _DATE.match(text)


def is_name(text: str) -> bool:
    """Whether a cell looks like the whole name of a person."""
    words = text.split()
    if not 2 <= len(words) <= 6 or len(text) > 60 or _NO_PERSON.search(text):
        return False
    if not all(map(_NAME_WORD.fullmatch, words)):
        return False
    told = [word for word in words if word.casefold() not in _PARTICLES]
    return len(told) >= 2 and all(not word[0].islower() for word in told)


def is_name_word(text: str) -> bool:
    """Whether a cell looks like one part of a name."""
    return len(text) < 40 and not text[:1].islower() and all(map(_NAME_WORD.fullmatch, text.split())) and bool(text)


def is_answer(text: str) -> bool:
    """Whether a cell is a bare yes or no."""
    return is_yes(text) or is_no(text)


def are_codes(values: Sequence[str]) -> bool:
    """Whether the cells are codes of tickets: all different, about equally long, and no words or running numbers."""
    if len(values) < 3 or len(set(values)) < len(values) or share(values, lambda v: bool(_CODE.fullmatch(v))) < 1:
        return False
    lengths = {len(v) for v in values}
    if max(lengths) - min(lengths) > 2 or min(lengths) < 6:
        return False
    if all(v.isdigit() for v in values):
        numbers = sorted(map(int, values))
        return min(lengths) >= 8 and numbers[-1] - numbers[0] > 50 * len(values)
    return sum(any(c.isdigit() for c in v) and any(c.isalpha() for c in v) for v in values) >= 0.8 * len(values)


def are_countries(values: Sequence[str]) -> bool:
    """Whether the cells are names or codes of countries."""
    return len(values) >= 2 and share(values, is_country) >= ENOUGH


def speaks_of(email: str, text: str) -> bool:
    """Whether an e-mail address holds a part of a name."""
    local = fold(email.partition("@")[0].replace(".", " ").replace("_", " ").replace("-", " "))
    return any(len(word) > 1 and word in local for word in fold(text).split())
