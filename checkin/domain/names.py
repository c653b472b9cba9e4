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
_SPELT_OUT = {
    "ä": "ae",
    "ö": "oe",
    "ü": "ue",
    "ø": "oe",
    "å": "aa",
    "Ø": "oe",
    "Å": "aa",
    "Ä": "ae",
    "Ö": "oe",
    "Ü": "ue",
}


class _Folder(dict[int, str]):
    """A translation that learns each character once: a list of names asks for few, a hundred thousand times."""

    def __missing__(self, code: int) -> str:
        whole = unicodedata.normalize("NFKD", chr(code).translate(_LETTERS)).casefold().translate(_LETTERS)
        found = "".join(c if c.isalnum() else "" if unicodedata.combining(c) else " " for c in whole)
        self[code] = found
        return found


_FOLDER = _Folder({ord(c): "" for c in "'’‘ʼ`´ʹ"})
_SPELLER = _Folder({**_FOLDER, **str.maketrans(_SPELT_OUT)})
_SPELT = re.compile(f"[{''.join(_SPELT_OUT)}]")
_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), " ")
_HYPHENS = re.compile(r"(?<=\w)[-‐‑–](?=\w)")


def fold(text: str) -> str:
    """`text` without case, accents, apostrophes; letters that do not decompose (ß ø ł đ æ œ þ ð ı) spelt plainly,
    everything else that is no letter or digit made one blank.
    """
    return " ".join(text.translate(_FOLDER).split())


def words_of(text: str) -> tuple[str, ...]:
    """The words under which `text` is found: folded, and otherwise spelt. A word may stand twice."""
    return (*fold(text).split(), *spelt_otherwise(text))


def spelt_otherwise(text: str) -> list[str]:
    """Further words of `text`: hyphenated names joined as well as apart, German and Nordic vowels also spelt out
    (Müller: muller mueller), what stands around an apostrophe (O'Neill: oneill, o neill).
    """
    words: list[str] = []
    plain = text.isascii()
    if not plain and _SPELT.search(text):
        words += text.translate(_SPELLER).split()
    if "-" in text or not plain:
        joined = unhyphenated(text)
        if joined != text:
            words += fold(joined).split()
    if "'" in text or "’" in text:
        words += fold(text.replace("'", " ").replace("’", " ")).split()
    return words


def unhyphenated(text: str) -> str:
    """`text` with the parts of hyphenated words joined."""
    return _HYPHENS.sub("", text)


def query_words(text: str) -> list[str]:
    """The words of a typed search: folded; a hyphen inside a word joins it."""
    return fold(unhyphenated(text)).split()


def plain_text(text: str) -> str:
    """Typed text with single blanks and without control characters, which a terminal or a printer would obey; bytes
    that were no UTF-8 (lone surrogates), which no database column takes, made question marks.
    """
    return " ".join(text.translate(_CONTROLS).split()).encode("utf-8", "replace").decode("utf-8")


def full_name(given: str, family: str, name: str = "") -> str:
    """The name as it is shown: given and family name, else the name that the source has in one piece."""
    return f"{given} {family}".strip() or name
