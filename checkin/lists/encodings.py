"""Finds out in which encoding a text file was written."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable
from typing import BinaryIO

from checkin.domain.errors import UserError
from checkin.domain.translation import say

_CHUNK = 1 << 20
_SAMPLE_LINES = 4_000
_LIKELY = ("cp1252", "mac_roman", "cp1250", "cp1251", "cp1253", "cp1254", "cp850")
_WORDS = re.compile(r"[^\W\d_]+")
_MIXED = "checkin_cp1252"


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return bad.decode("cp1252", "replace"), error.end


codecs.register_error(_MIXED, _as_cp1252)


def find_encoding(file: str, opened: Callable[[], BinaryIO], wanted: str | None) -> tuple[str, str, list[str]]:
    """The encoding, what to do with bytes that do not fit it, and warnings about guesses.

    A byte order mark decides, then strict UTF-8 over the whole file, then zero bytes (UTF-16 without a mark), then
    what reads most sensibly.

    Raises:
        UserError: `wanted` is no encoding, the file is not written in it, or it is no text at all.
    """
    with opened() as stream:
        start = stream.read(4096)
    if wanted:
        return _wanted(file, opened, wanted, start)
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if start.startswith(mark):
            _check(file, opened, name)
            return name, "strict", []
    if b"\x00" in start:
        return _without_mark(file, opened, start), "strict", []
    good, bad = _utf8_balance(opened)
    if not bad:
        return "utf-8", "strict", []
    if good > 5 * bad:
        text = say("{n} characters are not UTF-8 like the rest of the file; they were read as Windows-1252.", n=bad)
        return "utf-8", _MIXED, [text]
    name = _most_sensible(_sample(opened))
    told = say("The file does not say its encoding; it was read as {name}. Look at names with accents.", name=name)
    return name, "replace", [told]


def _wanted(file: str, opened: Callable[[], BinaryIO], wanted: str, start: bytes) -> tuple[str, str, list[str]]:
    try:
        name = codecs.lookup(wanted).name
        "".encode(name)
    except (LookupError, TypeError) as error:
        raise UserError(
            say("“{wanted}” is no encoding that is known here.", wanted=wanted), say("Try utf-8, cp1252 or utf-16.")
        ) from error
    if name == "utf-8" and start.startswith(codecs.BOM_UTF8):
        name = "utf-8-sig"
    _check(file, opened, name)
    return name, "strict", []


def _check(file: str, opened: Callable[[], BinaryIO], name: str) -> None:
    decoder = codecs.getincrementaldecoder(name)()
    breaks = 0
    with opened() as stream:
        try:
            while chunk := stream.read(_CHUNK):
                breaks += decoder.decode(chunk).count("\n")
            decoder.decode(b"", True)
        except UnicodeError as error:
            raise UserError(
                say(
                    "{file} is not written in {name}: after line {line} the bytes mean nothing in it.",
                    file=file,
                    name=name,
                    line=breaks + 1,
                ),
                say("Leave the encoding out, or save the file again as CSV UTF-8."),
            ) from error


def _without_mark(file: str, opened: Callable[[], BinaryIO], start: bytes) -> str:
    even, odd = start[0::2].count(0), start[1::2].count(0)
    half = len(start) // 2 or 1
    if odd > 0.4 * half > 4 * even:
        name = "utf-16-le"
    elif even > 0.4 * half > 4 * odd:
        name = "utf-16-be"
    else:
        raise UserError(
            say("{file} holds no text.", file=file), say("Choose the file that the registration system exported.")
        )
    _check(file, opened, name)
    return name


def _utf8_balance(opened: Callable[[], BinaryIO]) -> tuple[int, int]:
    """How many characters beyond ASCII are good UTF-8, and how many bytes are none."""
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    with opened() as stream:
        try:
            while chunk := stream.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", True)
        except UnicodeDecodeError:
            stream.seek(0)
            text = stream.read().decode("utf-8", "replace")
            bad = text.count("\ufffd")
            return sum(not c.isascii() for c in text) - bad, bad
    return 1, 0


def _sample(opened: Callable[[], BinaryIO]) -> bytes:
    lines: list[bytes] = []
    with opened() as stream:
        for line in stream:
            if not line.isascii():
                lines.append(line[:2000])
                if len(lines) >= _SAMPLE_LINES:
                    break
    return b"".join(lines)


def _most_sensible(sample: bytes) -> str:
    best, least = "cp1252", _oddness(sample, "cp1252")
    if not least:
        return best
    import charset_normalizer

    guess = charset_normalizer.from_bytes(sample[:50_000]).best()
    for name in (*_LIKELY, *([guess.encoding] if guess else [])):
        oddness = _oddness(sample, name)
        if oddness < 0.8 * least:
            best, least = name, oddness
    return best


def _oddness(sample: bytes, encoding: str) -> float:
    """How little `sample` looks like people's words when read in `encoding`; 0 is perfect."""
    try:
        text = unicodedata.normalize("NFC", sample.decode(encoding))
    except (UnicodeError, LookupError):
        return float("inf")
    odd = 0.0
    for before, c, after in zip(" " + text, text, text[1:] + " ", strict=False):
        if c.isascii():
            continue
        kind = unicodedata.category(c)
        if kind in ("Cc", "Cn", "Co"):
            odd += 5
        elif kind[0] in "SN" or kind == "Po":
            odd += 2 * (before.isalpha() and before != " ") + 2 * after.isalpha()
        elif kind == "Lu" and (before.islower() or (before.isalpha() and after.islower())):
            odd += 2
    for word in _WORDS.findall(text):
        latin = sum("LATIN" in unicodedata.name(c, "") for c in word)
        plain = sum(c.isascii() for c in word)
        if latin not in (0, len(word)) or (len(word) > 2 and latin and plain < 0.4 * len(word)):
            odd += 2
    return odd
