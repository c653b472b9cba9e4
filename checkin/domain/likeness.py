"""Whether two registrations look like one person, and what they share; pure, and the same whichever comes first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
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

    Of one name are two people when their organisations differ, or where one has none their cities or addresses, or city
    and address at one organisation. A delegation that gave one address for all of its people is as many as names.
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
    addresses = bool(one.email and other.email)
    cities = bool(one.city and other.city) and one.city != other.city
    if one.organisation and other.organisation:
        two = not _is_part(one.organisation, other.organisation) or (addresses and cities)
        return "" if two else SAME_PLACE
    if one.city and one.city == other.city:
        return SAME_CITY
    return "" if addresses or cities else SAME_NAME


def _is_part(one: str, other: str) -> bool:
    """Whether one organisation's name is the other's, or has a word more: Acme, Acme Ltd."""
    if one == other:
        return True
    left, right = set(one.split()), set(other.split())
    return left <= right or right <= left


def _blocks(registrations: Sequence[Registration]) -> Iterator[Sequence[Registration]]:
    """Those who share a name, an e-mail or a telephone: only these can be one."""
    yield from _sharing(((one.name, one) for one in registrations), _where)
    yield from _sharing(((one.email, one) for one in registrations), _words)
    yield from _sharing(((one.phone, one) for one in registrations), _words)
    if any(one.native for one in registrations):
        yield from _sharing(((key, one) for one in registrations for key in _heard(one)), _where)


def _sharing(
    keyed: Iterable[tuple[str, Registration]], more: Callable[[Registration], Iterable[str]] | None = None
) -> Iterator[Sequence[Registration]]:
    """Those of one key. Of large ones only those who share one of `more`, too."""
    first: dict[str, Registration] = {}
    blocks: dict[str, list[Registration]] = {}
    for key, one in keyed:
        if key and (other := first.setdefault(key, one)) is not one:
            blocks.setdefault(key, [other]).append(one)
    first.clear()
    for block in blocks.values():
        if len(block) <= _MOST_OF_A_KIND:
            yield block
        elif more:
            yield from _sharing((key, one) for one in block for key in dict.fromkeys(more(one)))


def _where(one: Registration) -> Iterable[str]:
    return (one.organisation, one.city and f"in {one.city}")


def _words(one: Registration) -> Iterable[str]:
    return one.name.split()


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
