"""Whether two registrations look like one person, and what they share; pure, and the same whichever comes first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from checkin.domain.names import fold, full_name
from checkin.domain.translation import mark
from checkin.domain.transliteration import is_native, spellings

LEAST_DIGITS = 7
_MOST_DIGITS = 9
_NO_DIGIT = re.compile(r"\D+")
_MOST_OF_A_KIND = 12
"""So many with one e-mail or one name are a delegation's address or no name at all: none of them are compared."""


class Registration(NamedTuple):
    """What two registrations are compared by; `id` tells them apart."""

    id: str
    name: str
    email: str = ""
    phone: str = ""
    organisation: str = ""
    city: str = ""

    @classmethod
    def of(
        cls, id_: str, given: str, family: str, name: str, email: str, phone: str, organisation: str, city: str
    ) -> Registration:
        """Folded, so that case, accents and blanks do not count; a Greek or Cyrillic name in Latin letters."""
        digits = _NO_DIGIT.sub("", phone)
        words = sorted(_in_latin(word) for word in fold(full_name(given, family, name)).split())
        number = digits[-_MOST_DIGITS:] if len(digits) >= LEAST_DIGITS else ""
        return cls(id_, " ".join(words), email.strip().casefold(), number, fold(organisation), fold(city))


SAME_EMAIL = mark("The same e-mail and nearly the same name")
SAME_PHONE = mark("The same telephone and nearly the same name")
SAME_NAME = mark("The same name, and nothing that tells them apart")
SAME_PLACE = mark("The same name and organisation")
WHYS = (SAME_EMAIL, SAME_PHONE, SAME_NAME, SAME_PLACE)


def why_alike(one: Registration, other: Registration) -> str:
    """What two registrations share that one person would, as a sentence; "" when they look like two people.

    Two people of one name are two when both their addresses and their organisations differ; a delegation that gave one
    address for all of its people is as many people as names.
    """
    if one.name != other.name:
        if not _near(one.name, other.name):
            return ""
        if one.email and one.email == other.email:
            return SAME_EMAIL
        return SAME_PHONE if one.phone and one.phone == other.phone else ""
    if one.email and one.email == other.email:
        return SAME_EMAIL
    if one.phone and one.phone == other.phone:
        return SAME_PHONE
    if one.organisation and one.organisation == other.organisation:
        return SAME_PLACE
    differ = one.organisation and other.organisation
    return "" if differ or (one.city and other.city and one.city != other.city) else SAME_NAME


def pairs(
    registrations: Iterable[Registration], fresh: frozenset[str] | None = None
) -> Iterator[tuple[Registration, Registration, str]]:
    """Every two that look like one person, each pair once, with why; with `fresh` only those of whom one is in it."""
    blocks: dict[str, list[Registration]] = {}
    for one in registrations:
        if not one.name:
            continue
        keys = (f"n{one.name}", one.email and f"e{one.email}", one.phone and f"p{one.phone}")
        for key in filter(None, keys):
            blocks.setdefault(key, []).append(one)
    told: set[tuple[str, str]] = set()
    for block in blocks.values():
        if not 1 < len(block) <= _MOST_OF_A_KIND:
            continue
        for n, one in enumerate(block):
            for other in block[n + 1 :]:
                first, second = (one, other) if one.id < other.id else (other, one)
                if fresh is not None and not (first.id in fresh or second.id in fresh):
                    continue
                if first.id == second.id or (first.id, second.id) in told:
                    continue
                why = why_alike(first, second)
                if why:
                    told.add((first.id, second.id))
                    yield first, second, why


def _in_latin(word: str) -> str:
    return next(iter(spellings(word)), word) if is_native(word) else word


def _near(one: str, other: str) -> bool:
    """Whether two names, as folded words in order, may be one: an initial, a name more, a letter's difference."""
    left, right = Counter(one.split()), Counter(other.split())
    rest_left, rest_right = list((left - right).elements()), list((right - left).elements())
    shared = (left & right).total()
    if not rest_left or not rest_right:
        # A second family name, or a middle name, that only one of them tells.
        return shared >= 2
    if len(rest_left) != 1 or len(rest_right) != 1 or not shared:
        return False
    a, b = rest_left[0], rest_right[0]
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return _one_letter(a, b)


def _one_letter(one: str, other: str) -> bool:
    """Whether one letter is wrong, missing, too many, or exchanged with its neighbour."""
    if min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[:2][::-1] and a[2:] == b[2:])
