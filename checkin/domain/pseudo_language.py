"""The language `xx`: every text a third longer, with accents and brackets: shows what is cut or not translated."""

from __future__ import annotations

import math
import re

LONGER = 0.35
_ACCENTS = str.maketrans(
    "aceghijklnorstuwyzACEGHIJKLNORSTUWYZ", "áçéğĥíĵķľñóřšťúŵýžÁÇÉĞĤÍĴĶĽÑÓŘŠŤÚŴÝŽ"
)  # fmt: skip
_VOWELS = frozenset("aeiouAEIOU")
_KEPT = re.compile(
    r"\{[^{}]*\}|%n|`[^`]*`|\(\*[^)]*\)|;;|--[\w-]+"
    r"|\b(?:Ctrl|Alt|Shift)(?: (?:[A-Z0-9]\b|F\d{1,2}\b|Enter\b))?|\bF\d{1,2}\b|\bEnter\b|\bEsc\b"
)
"""Gaps, commands, patterns of file names and what stands on key caps: the same in every language."""


class PseudoLanguage:
    """Words for `checkin.domain.translation.use`."""

    def find(self, text: str, context: str = "") -> str:
        """The longer text; key caps and gaps alone stay as they are."""
        return pseudo(text)

    def find_count(self, one: str, many: str, n: int, context: str = "") -> str:
        """The longer form of the one or the many."""
        return pseudo(one if n == 1 else many)


def pseudo(text: str) -> str:
    """`text` about a third longer, its letters with accents, in brackets; gaps and key caps are kept whole."""
    words = _KEPT.split(text)
    if not any(c.isalpha() for word in words for c in word):
        return text
    bare = "(*" in text
    missing = math.ceil(sum(map(len, words)) * LONGER) - (0 if bare else 2)
    vowels = sum(c in _VOWELS for word in words for c in word)
    each, more = divmod(max(missing, 0), vowels) if vowels else (0, 0)
    made, seen = [], 0
    for word, kept in zip(words, [*_KEPT.findall(text), ""], strict=True):
        for c in word:
            times = 1
            if c in _VOWELS:
                # The rest is spread evenly, so that no word grows much more than the others.
                times += each + ((seen + 1) * more // vowels - seen * more // vowels)
                seen += 1
            made.append((c + c.lower() * (times - 1)).translate(_ACCENTS))
        made.append(kept)
    return "".join(made) if bare else f"[{''.join(made)}]"
