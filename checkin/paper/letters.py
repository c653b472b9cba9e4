"""Which letters of a text the badge can show, and what is told of the others."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from checkin.paper.fonts import letters_covered

_LONGEST = 1000
"""Characters looked at; more than this is no field of a badge, and is reported as left out."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A text ready to be set: what can be drawn, and the characters that cannot, in their order.

    `plain` is true when letters were replaced by the plain ones Unicode gives for them (full-width, styled).
    """

    text: str
    missing: str = ""
    plain: bool = False


@lru_cache(maxsize=2048)
def shown(text: str) -> Shown:
    """`text` in NFC, blanks folded to one space, without what the typeface has no glyph for.

    A text of which no letter or digit remains, only signs, is not shown at all. Never raises: control
    characters become blanks, format characters vanish, lone surrogates count as missing.
    """
    kept: list[str] = []
    missing: list[str] = []
    plain = False
    for char in unicodedata.normalize("NFC", text[:_LONGEST]):
        drawn = _drawn(char)
        if drawn is None:
            missing.append(char)
        else:
            plain = plain or (drawn != char and unicodedata.category(char)[0] in "LN")
            kept.append(drawn)
    result = " ".join("".join(_few_marks("".join(kept))).split())
    if missing and not any(c.isalnum() for c in result):
        result, plain = "", False
    return Shown(result, "".join(missing), plain)


def _drawn(char: str) -> str | None:
    """What to draw for one character: itself, a blank, nothing (""), its plain form; None when it has no glyph."""
    if char in letters_covered():
        return " " if char.isspace() else char
    category = unicodedata.category(char)
    if category in ("Cc", "Zs", "Zl", "Zp"):
        return " "
    if category == "Cf" or 0xFE00 <= ord(char) <= 0xFE0F:
        return ""
    for form in ("NFD", "NFKD"):
        pieces = unicodedata.normalize(form, char)
        if pieces != char and all(piece in letters_covered() for piece in pieces):
            return pieces
    return None


def _few_marks(text: str) -> Iterator[str]:
    """`text` with at most two combining marks on a letter: no script of the typeface needs more, and a tower of
    marks would run into the lines around."""
    run = 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        if run <= 2:
            yield char
