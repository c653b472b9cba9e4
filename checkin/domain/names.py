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
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return _GAPS.sub(" ", plain.translate(_LETTERS)).strip()


def search_words(*texts: str) -> str:
    """The words under which `texts` are found, blank-separated: each word folded, hyphenated names joined as well as
    apart, German and Nordic vowels also spelt out (Müller: muller mueller).
    """
    words: dict[str, None] = {}
    for text in texts:
        if not text:
            continue
        for word in fold(text).split():
            words[word] = None
        if not text.isascii():
            spelt = unicodedata.normalize("NFC", text).translate(_SPELT_OUT)
            if spelt != text:
                words.update(dict.fromkeys(fold(spelt).split()))
        if "-" in text or "‑" in text or "–" in text:
            words.update(dict.fromkeys(fold(_HYPHENS.sub("", text)).split()))
        if "'" in text or "’" in text:
            words.update(dict.fromkeys(fold(text.replace("'", " ").replace("’", " ")).split()))
    return " ".join(words)


def query_words(text: str) -> list[str]:
    """The words of a typed search: folded; a hyphen inside a word joins it."""
    return fold(_HYPHENS.sub("", text)).split()


def full_name(given: str, family: str, name: str = "") -> str:
    """The name as it is shown: given and family name, else the name that the source has in one piece."""
    return f"{given} {family}".strip() or name
