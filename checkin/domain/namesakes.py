"""Whether two names may be one person's: an initial, a second family name, other letters, a letter's difference; pure.

Names are given folded (see `checkin.domain.names.fold`), their words in any order.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import permutations

from checkin.domain.sounds import sound
from checkin.domain.transliteration import is_native, sounds_of

_SPELT_OUT = re.compile("([aou])e|aa")
_LEAST_LETTERS = 4
"""Of shorter names another letter makes another name: Li Na, Li Ma."""
_MOST_JOINED = 4
_ENDINGS = frozenset("aeio")
"""By which a man's name and a woman's differ: Martin and Martina, Mario and Maria."""


def sounds_alike(one_native: str, one: str, other_native: str, other: str) -> bool:
    """Whether two names are the same in other letters: Пётр Чайковский and Petr Tchaikovsky.

    Args:
        one_native, other_native: the names in Greek or Cyrillic letters, "" where they have none; one needs some.
        one, other: the names in Latin letters.
    """
    if not (one_native or other_native):
        return False
    left, right = sorted((one_native or one, other_native or other))
    return left.count(" ") == right.count(" ") and not any(_unlike(left.split(), right.split()))


def is_near(one: str, other: str) -> bool:
    """Whether two different names may be one person's, if these share more than a name."""
    first, second = sorted((one, other))
    left, right = _unlike(first.split(), second.split())
    shared = len(first.split()) - len(left)
    if not left or not right:
        # Spelt otherwise; or a second family name, or a middle name, that only one of them tells.
        return shared >= 2 or (not left and not right)
    if _joined(left, right):
        return True
    if not shared:
        return False
    few, many = sorted((left, right), key=len)
    return _are_initials(few, many) or _are_initials(many, few) or (
        len(left) == len(right) == 1 and _one_letter(left[0], right[0])
    )  # fmt: skip


def _unlike(left: list[str], right: list[str]) -> tuple[list[str], list[str]]:
    """The words of each that have none in the other that is the same, or the same spelt otherwise."""
    rest, others = [], list(right)
    for word in left:
        if word in others:
            others.remove(word)
        else:
            rest.append(word)
    if not rest or not others:
        return rest, others
    unlike = []
    for word in rest:
        twin = next((other for other in others if _is_respelt(word, other)), None)
        if twin is None:
            unlike.append(word)
        else:
            others.remove(twin)
    return unlike, others


def _is_respelt(one: str, other: str) -> bool:
    """Mueller and Müller, Nowak and Novak, Чайковский and Tchaikovsky."""
    return len(one) > 1 < len(other) and not _sounds(one).isdisjoint(_sounds(other))


@lru_cache(maxsize=20_000)
def _sounds(word: str) -> frozenset[str]:
    if is_native(word):
        return frozenset(sounds_of(word))
    return frozenset((sound(word), sound(_SPELT_OUT.sub(_first_letter, word))))


def _first_letter(found: re.Match[str]) -> str:
    return found.group()[0]


def _joined(left: list[str], right: list[str]) -> bool:
    """O Neill and ONeill, Anne Marie and Annemarie."""
    if len(left) == len(right) or max(len(left), len(right)) > _MOST_JOINED:
        return False
    few, many = sorted((left, right), key=len)
    return len(few) == 1 and any("".join(order) == few[0] for order in permutations(many))


def _are_initials(few: list[str], many: list[str]) -> bool:
    """Whether each of `few` is the initial of a name of its own among `many`."""
    rest = list(many)
    for letter in few:
        name = next((word for word in rest if word[0] == letter), None)
        if len(letter) != 1 or name is None:
            return False
        rest.remove(name)
    return True


def _one_letter(one: str, other: str) -> bool:
    """Whether one letter is wrong, missing, too many, or exchanged with its neighbour."""
    if min(len(one), len(other)) < _LEAST_LETTERS or abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    if len(a) < 2 and len(b) < 2 and _ENDINGS.issuperset(a + b):
        return False
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[:2][::-1] and a[2:] == b[2:])
