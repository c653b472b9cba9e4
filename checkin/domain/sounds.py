"""How a name sounds when it is written in Latin letters, so that its many romanisations are one.

Пётр Чайковский is Tchaikovsky, Chaykovskiy, Tschaikowski, Čajkovskij and Czajkowski; all of them are `caikovski` here.
A sound is a key to search by and is never shown.
"""

from __future__ import annotations

import re
from functools import lru_cache

_PIECES = {
    "schtsch": "sc", "schtch": "sc", "chtch": "sc", "szcz": "sc", "shch": "sc", "stsch": "sc", "tsch": "c", "tch": "c",
    "tsh": "c", "sch": "s", "dzh": "dz", "ch": "c", "cz": "c", "sh": "s", "sz": "s", "zh": "z", "kh": "h", "gh": "g",
    "ph": "f", "th": "t", "dh": "d", "rh": "r", "tz": "ts", "ck": "k", "qu": "k", "dj": "d", "ou": "u", "oo": "u",
    "w": "v", "x": "ks", "q": "k", "y": "i", "j": "i",
}  # fmt: skip
_PIECE = re.compile("|".join(sorted(_PIECES, key=len, reverse=True)))
_GU = re.compile(r"gu(?=[eiy])")
_ENDING_OFF = re.compile(r"(?<=..[oe])ff?$")
_TWICE = re.compile(r"(.)\1+")
_BEGUN = {"tsc": ("c",), "tc": ("c",), "ts": ("ts", "c"), "t": ("t", "c"), "o": ("o", "u"), "k": ("k", "h"),
          "p": ("p", "f"), "i": ("i", ""), "y": ("i", ""), "j": ("i", "")}  # fmt: skip
_BEGINNING = re.compile("(" + "|".join(_BEGUN) + ")$")


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """The sound of a folded word of Latin letters (a to z); many stay as they are."""
    if "gu" in word:
        word = _GU.sub("g", word)
    if word[-1:] == "f":
        word = _ENDING_OFF.sub("v", word)
    plain = _TWICE.sub(r"\1", _PIECE.sub(lambda found: _PIECES[found.group()], word))
    return _TWICE.sub(r"\1", plain.replace("ie", "e")) if "ie" in plain else plain


def sounds_begun(word: str) -> tuple[str, ...]:
    """The sounds that a word of which only the beginning is typed may begin with: `papadopo` goes on as `papadopou`,
    `mik` as `mikhail`, `andrey` as `andreyev`.
    """
    found = [sound(word)]
    last = _BEGINNING.search(word)
    if last:
        found += (sound(word[: last.start()]) + going_on for going_on in _BEGUN[last.group()])
    return tuple(dict.fromkeys(filter(None, found)))
