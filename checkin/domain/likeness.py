"""Whether two registrations look like one person, and what they share; pure, and the same whichever comes first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, islice, product
from typing import NamedTuple

from checkin.domain.names import fold, full_name
from checkin.domain.namesakes import is_near, sounds_alike
from checkin.domain.search_keys import MOST_DIGITS
from checkin.domain.sounds import sound
from checkin.domain.translation import mark
from checkin.domain.transliteration import is_native, sounds_of, spellings

LEAST_DIGITS = 7
"""A telephone number of fewer digits is an extension, or none."""
_MOST_OF_A_KIND = 12
"""Among so many with one e-mail, telephone or name only those are compared who share one more thing."""
_MOST_HEARD = 16
_fold_place = lru_cache(maxsize=20_000)(fold)
"""Organisations and cities repeat."""


class Registration(NamedTuple):
    """What two registrations are compared by, folded; `id` tells them apart.

    `name` has its words in alphabetical order, as one list has the family name first and another one last, and in Latin
    letters; `native` is the name in Greek or Cyrillic ones, "" where it has none.
    """

    id: str
    name: str
    email: str = ""
    phone: str = ""
    organisation: str = ""
    city: str = ""
    native: str = ""

    @classmethod
    def of(
        cls, id_: str, given: str, family: str, name: str, email: str, phone: str, organisation: str, city: str
    ) -> Registration:
        """Folded, so that case, accents and blanks do not count."""
        folded, native = fold(full_name(given, family, name)), ""
        words = folded.split()
        if not folded.isascii() and is_native(folded):
            native = folded
            words = [_in_latin(word) for word in words]
        words.sort()
        place, city = _fold_place(organisation) if organisation else "", _fold_place(city) if city else ""
        return cls(
            id_, " ".join(words), email.strip().casefold(), _number(phone) if phone else "", place, city, native
        )  # fmt: skip


SAME_EMAIL = mark("The same e-mail and nearly the same name")
SAME_PHONE = mark("The same telephone and nearly the same name")
SAME_NAME = mark("The same name, and nothing that tells them apart")
SAME_PLACE = mark("The same name and organisation")
SAME_CITY = mark("The same name and city")
WHYS = (SAME_EMAIL, SAME_PHONE, SAME_NAME, SAME_PLACE, SAME_CITY)


def why_alike(one: Registration, other: Registration) -> str:
    """What two registrations share that one person would, as a sentence; "" when they look like two people.

    Two people of one name are two when two of their address, organisation and city differ; a delegation that gave one
    address for all of its people is as many people as names.
    """
    same = one.name == other.name or sounds_alike(one.native, one.name, other.native, other.name)
    if not same and not is_near(one.native or one.name, other.native or other.name):
        return ""
    if one.email and one.email == other.email:
        return SAME_EMAIL
    if one.phone and one.phone == other.phone:
        return SAME_PHONE
    return _of_one_name(one, other) if same else ""


def pairs(
    registrations: Iterable[Registration], fresh: frozenset[str] | None = None
) -> Iterator[tuple[Registration, Registration, str]]:
    """Every two that look like one person, each pair once, with why; with `fresh` only those of whom one is in it."""
    told: set[tuple[str, str]] = set()
    for block in _blocks([one for one in registrations if one.name]):
        if fresh is not None and not any(one.id in fresh for one in block):
            continue
        for one, other in combinations(block, 2):
            first, second = (one, other) if one.id < other.id else (other, one)
            pair = first.id, second.id
            if first.id == second.id or pair in told or not (fresh is None or first.id in fresh or second.id in fresh):
                continue
            why = why_alike(first, second)
            if why:
                told.add(pair)
                yield first, second, why


def _of_one_name(one: Registration, other: Registration) -> str:
    place = bool(one.organisation and other.organisation) and _is_part(one.organisation, other.organisation)
    city = bool(one.city) and one.city == other.city
    differ = (
        bool(one.email and other.email),
        bool(one.organisation and other.organisation) and not place,
        bool(one.city and other.city) and not city,
    )
    if sum(differ) > 1:
        return ""
    if place or city:
        return SAME_PLACE if place else SAME_CITY
    return "" if any(differ) else SAME_NAME


def _is_part(one: str, other: str) -> bool:
    """Whether one organisation's name is the other's, or has a word more: Acme, Acme Ltd."""
    left, right = set(one.split()), set(other.split())
    return left <= right or right <= left


def _blocks(registrations: Sequence[Registration]) -> Iterator[Sequence[Registration]]:
    """Those who share an e-mail, a telephone or a name: only these can be one."""
    heard = any(one.native for one in registrations)
    blocks: defaultdict[str, list[Registration]] = defaultdict(list)
    for one in registrations:
        blocks[f"n{one.name}"].append(one)
        if one.email:
            blocks[f"e{one.email}"].append(one)
        if one.phone:
            blocks[f"p{one.phone}"].append(one)
        if heard:
            for key in _heard(one):
                blocks[f"h{key}"].append(one)
    for key, block in blocks.items():
        if len(block) > _MOST_OF_A_KIND:
            yield from _parted(key[0], block)
        elif len(block) > 1:
            yield block


def _parted(kind: str, block: Sequence[Registration]) -> Iterator[Sequence[Registration]]:
    """A large block by one more thing that is shared: of one name organisation or city, else a word of the name."""
    smaller: defaultdict[str, list[Registration]] = defaultdict(list)
    for one in block:
        more = (f"o{one.organisation}", f"c{one.city}") if kind in "nh" else one.name.split()
        for key in dict.fromkeys(more):
            if len(key) > 1:
                smaller[key].append(one)
    for part in smaller.values():
        if 1 < len(part) <= _MOST_OF_A_KIND:
            yield part


def _heard(one: Registration) -> Iterable[str]:
    """How the name may sound, so that it meets the same one in other letters."""
    if not one.native:
        return (" ".join(sorted(map(sound, one.name.split()))),)
    words = [sounds_of(word) or (sound(word),) for word in one.native.split()]
    return dict.fromkeys(" ".join(sorted(way)) for way in islice(product(*words), _MOST_HEARD))


def _number(phone: str) -> str:
    """The end of a telephone number; none of one of which a spreadsheet kept the beginning only (4.47912E+11)."""
    digits = "" if "E+" in phone else "".join(filter(str.isdigit, phone))
    return digits[-MOST_DIGITS:] if len(digits) >= LEAST_DIGITS else ""


def _in_latin(word: str) -> str:
    return next(iter(spellings(word)), word) if is_native(word) else word
