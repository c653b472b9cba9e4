"""Names folded for comparing and searching: case, accents and punctuation do not count."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ß": "ss", "ẞ": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d",
        "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th", "ı": "i", "İ": "i", "ħ": "h", "Ħ": "h",
        "ŋ": "n", "Ŋ": "n", "ĸ": "k", "ŧ": "t", "Ŧ": "t",
        "'": "", "’": "", "‘": "", "ʼ": "", "`": "", "´": "", "ʹ": "",
    }
)  # fmt: skip
_MARKS: dict[int, None] = dict.fromkeys(
    c
    for first, last in (
        (0x300, 0x36F), (0x483, 0x489), (0x591, 0x5C7), (0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670), (0x6D6, 0x6ED),
        (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0x3099, 0x309A), (0xFE20, 0xFE2F),
    )
    for c in range(first, last + 1)
)  # fmt: skip
"""Combining marks of the scripts in use, for one quick translation instead of a look at every character."""
_PLAIN = {**_LETTERS, **_MARKS}
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "ae", "Ö": "oe", "Ü": "ue"})
_GAPS = re.compile(r"[\W_]+")
_HYPHENS = re.compile(r"(?<=\w)[-‐‑–](?=\w)")
_ASCII_GAPS = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """`text` without case, accents, apostrophes; letters that do not decompose (ß ø ł đ æ œ þ ð ı) spelt plainly,
    everything else that is no letter or digit made one blank.
    """
    if text.isascii():
        return _ASCII_GAPS.sub(" ", text.lower().replace("'", "").replace("`", "")).strip()
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS)).casefold()
    return _GAPS.sub(" ", plain.translate(_PLAIN)).strip()


def search_words(*texts: str) -> str:
    """The words under which `texts` are found, blank-separated: each word folded, hyphenated names joined as well as
    apart, German and Nordic vowels also spelt out (Müller: muller mueller).
    """
    text = " ".join(filter(None, texts))
    words = fold(text).split()
    if not text.isascii():
        spelt = unicodedata.normalize("NFC", text).translate(_SPELT_OUT)
        if spelt != text:
            words += fold(spelt).split()
    if "-" in text or "‑" in text or "–" in text:
        words += fold(_HYPHENS.sub("", text)).split()
    if "'" in text or "’" in text:
        words += fold(text.replace("'", " ").replace("’", " ")).split()
    return " ".join(dict.fromkeys(words))


def query_words(text: str) -> list[str]:
    """The words of a typed search: folded; a hyphen inside a word joins it."""
    return fold(_HYPHENS.sub("", text)).split()


def full_name(given: str, family: str, name: str = "") -> str:
    """The name as it is shown: given and family name, else the name that the source has in one piece."""
    return f"{given} {family}".strip() or name
