"""The ways in which one column holds a whole name, and names in capitals turned to the case people write them in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from checkin.lists.contents import named_email

COMMA = "comma"
"""“Family, Given”."""
FAMILY_CAPITALS = "capitals"
"""“FAMILY Given” or “Given FAMILY”."""
FAMILY_FIRST = "family first"
"""“Family Given”; parted only where there are two words."""
WITH_EMAIL = "with e-mail"
"""“Given Family <address>”."""

BEHIND = "behind"
"""In a column of family names, particles behind a comma: “Berg, van den”."""

# Words that a family name begins with and that are no capitals in it, as far as languages agree.
_SMALL = """van von vom der den de del della dell degli dei du des dos das do da e y i i. zu zum zur af av aus ter ten
    te tot op het 't 's bin ibn bint ben abu et und en"""
_PARTICLES = frozenset(_SMALL.split())
# These begin a name with a capital, and are small behind another particle: “La Rue”, “de la Rue”.
_ARTICLES = frozenset({"la", "le", "les", "las", "los", "lo", "l", "el", "al"})
_BEHIND = re.compile(
    r"(?P<before>.*?\S)[\s,]+(?P<particle>(?:(?:van|von|vom|der|den|de|del|della|du|des|dos|das|do|da|di|ter|ten|te|zu"
    r"|zur|af|av|la|le|het|'t|’t)\s*)+)"
)
_SUFFIXES = {"JR": "Jr", "JR.": "Jr.", "SR": "Sr", "SR.": "Sr.", "II": "II", "III": "III", "IV": "IV", "PHD": "PhD"}
_PARTS = re.compile(r"([-‐'’ʼ.])")
_TURKISH = frozenset("İŞĞ")


def are_capitals(values: Sequence[str]) -> bool:
    """Whether a column of names is written in capitals throughout; three names at least, as one may just be short."""
    cased = [v for v in values if v.upper() != v.lower()]
    return len(cased) >= 3 and all(map(str.isupper, cased)) and any(len(v) > 3 for v in cased)


def has_family_capitals(name: str) -> bool:
    """Whether one part of a name, at its beginning or end, stands in capitals and the other does not."""
    return _split_capitals(name) is not None


def _is_capital(word: str) -> bool:
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 1 and word == word.upper() != word.lower() and not word.endswith(".")


@lru_cache(maxsize=20_000)
def _split_capitals(name: str) -> tuple[str, str] | None:
    words = name.split()
    capital = [_is_capital(w) for w in words]
    if not any(capital) or all(capital):
        return None
    first, last = capital.index(True), len(words) - 1 - capital[::-1].index(True)
    # small particles belong to the capitals behind them: “Anna van den BERG”
    while first > 0 and words[first - 1].casefold() in _PARTICLES and words[first - 1].islower():
        first -= 1
    given = words[last + 1 :] if first == 0 else words[:first]
    together = all(capital[i] or words[i].islower() for i in range(first, last + 1))
    if not given or (first > 0 and last < len(words) - 1) or not together:
        return None
    return " ".join(given), name_case(" ".join(words[first : last + 1]))


def parted(form: str, name: str) -> tuple[str, str] | None:
    """Given and family name out of a whole one that is written in `form`, None where it is written otherwise."""
    if form == COMMA and name.count(",") == 1:
        family, given = (part.strip() for part in name.split(","))
        return joined_particle(given, family)
    if form == FAMILY_CAPITALS:
        return _split_capitals(name)
    if form == FAMILY_FIRST and name.count(" ") == 1:
        family, given = name.split(" ")
        return given, family
    return None


def has_particle_behind(family: str) -> bool:
    """Whether a family name is written with its particle behind a comma."""
    return "," in family and bool(_BEHIND.fullmatch(family))


def joined_particle(given: str, family: str) -> tuple[str, str]:
    """“Vries” and “Bo de”, or “Vries, de” and “Bo”: the particle goes before the family name."""
    behind_family = _BEHIND.fullmatch(family) if has_particle_behind(family) else None
    if behind_family:
        return given, f"{behind_family['particle'].strip()} {behind_family['before'].rstrip(', ')}"
    behind_given = _BEHIND.fullmatch(given) if " " in given else None
    if behind_given and family:
        return behind_given["before"], f"{behind_given['particle'].strip()} {family}"
    return given, family


def with_email(name: str) -> tuple[str, str]:
    """The name and the address in a cell of a column that holds both; the address is "" where there is none."""
    return named_email(name) or (name, "")


def name_of_email(email: str) -> str:
    """What an address says of a name: “ann.lee@a.example” is Ann Lee, “info@a.example” stays info."""
    local = email.partition("@")[0].partition("+")[0]
    words = [word for word in re.split(r"[._\-]+", local) if word]
    if len(words) > 1 and all(word.isalpha() for word in words):
        return " ".join(word[:1].upper() + word[1:] if word.islower() else word for word in words)
    return local or email


@lru_cache(maxsize=20_000)
def name_case(name: str) -> str:
    """A name in capitals as people write it: “VAN DEN BERG” is van den Berg, “O'NEIL-MCKAY” is O'Neil-McKay."""
    turkish = not _TURKISH.isdisjoint(name)
    words = name.split(" ")
    found: list[str] = []
    for at, word in enumerate(words):
        small = _small(word, turkish)
        last = at == len(words) - 1
        behind = bool(found) and found[-1] in _PARTICLES
        if word in _SUFFIXES and at:
            found.append(_SUFFIXES[word])
        elif not last and (small in _PARTICLES or (small in _ARTICLES and behind)):
            found.append(small)
        else:
            found.append(_word_case(small, turkish))
    return " ".join(found)


def _small(word: str, turkish: bool) -> str:
    if turkish:
        word = word.replace("I", "ı")
    return word.replace("İ", "i").lower()


def _word_case(small: str, turkish: bool) -> str:
    parts = _PARTS.split(small)
    found = []
    for at, part in enumerate(parts):
        alone_before = at >= 2 and parts[at - 1] in "'’ʼ" and len(part) == 1 and at == len(parts) - 1
        if alone_before:
            found.append(part)
        elif part.startswith("mc") and len(part) > 3:
            found.append("Mc" + part[2:3].upper() + part[3:])
        elif part.startswith("ij") and len(part) > 3:
            found.append("IJ" + part[2:])
        else:
            initial = "İ" if turkish and part[:1] == "i" else part[:1].upper()
            found.append(initial + part[1:])
    return "".join(found)
