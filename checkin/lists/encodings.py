"""Finds out in which encoding a text file was written."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO

from checkin.domain.errors import UserError
from checkin.domain.translation import mark, say
from checkin.lists.encoding_guess import guess

_CHUNK = 1 << 20
_SAMPLE_BYTES = 400_000
_MANY_BYTES = {"gb18030", "gbk", "gb2312", "big5", "big5hkscs", "cp932", "shift_jis", "euc_jp", "cp949", "euc_kr"}
_MIXED = "checkin_cp1252"
_SURE = mark(
    "The file does not say its encoding; it was read as {name}, because of words such as “{word}” (in {other} it would "
    "be “{instead}”). Look at names with accents."
)
_NO_REASON = mark("The file does not say its encoding; it was read as {name}. Look at names with accents.")
_UNSURE = mark(
    "The file does not say its encoding and few of its letters tell; it was read as {name} (“{word}”), but {other} "
    "(“{instead}”) is possible. Look at names with accents."
)


_MARK = mark("The file begins with a mark that says so.")
_ZEROS = mark("Each letter stands in several bytes, as {name} has it.")
_PLAIN = mark("The file holds no letter beyond A to Z; nearly all encodings read it alike.")
_FITS = mark("Every letter beyond A to Z fits UTF-8, which does not happen by chance.")
_NEARLY = mark("Nearly every letter beyond A to Z fits UTF-8, which does not happen by chance.")
_BY_LETTERS = mark("“{word}” looks like a word in {name}; in {other} it would be “{instead}”.")
_PERHAPS = mark("“{word}” looks like a word in {name}, but {other} (“{instead}”) is possible too.")
_NOTHING_BETTER = mark("No other encoding makes words of the file.")


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a text file is written: the encoding's name, what to do with bytes that do not fit it, why it was taken (one
    sentence), and what is to be told of it.
    """

    name: str
    why: str
    errors: str = "strict"
    warnings: list[str] = field(default_factory=list)


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return bad.decode("cp1252", "replace"), error.end


codecs.register_error(_MIXED, _as_cp1252)


def find_encoding(file: str, opened: Callable[[], BinaryIO], wanted: str | None) -> Encoding:
    """The encoding of a text file, and why it was taken.

    A byte order mark decides, then zero bytes (UTF-16 without a mark), then strict UTF-8 over the whole file, then
    the letters of the languages.

    Raises:
        UserError: `wanted` is no encoding, the file is not written in it, or it is no text at all.
    """
    with opened() as stream:
        start = stream.read(4096)
    if wanted:
        return _wanted(file, opened, wanted, start)
    for bom, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if start.startswith(bom):
            _check(file, opened, name)
            return Encoding(name, say(_MARK))
    if b"\x00" in start:
        name = _without_mark(file, opened, start)
        return Encoding(name, say(_ZEROS, name=name))
    good, bad = _utf8_balance(opened)
    if not bad:
        return Encoding("utf-8", say(_FITS if good else _PLAIN))
    if good > 5 * bad:
        text = say("{n} characters are not UTF-8 like the rest of the file; they were read as Windows-1252.", n=bad)
        return Encoding("utf-8", say(_NEARLY), _MIXED, [text])
    return _by_letters(file, opened)


def _wanted(file: str, opened: Callable[[], BinaryIO], wanted: str, start: bytes) -> Encoding:
    try:
        name = codecs.lookup(wanted).name
        "".encode(name)
    except (LookupError, TypeError, ValueError) as error:
        raise UserError(
            say("“{wanted}” is no encoding that is known here.", wanted=wanted), say("Try utf-8, cp1252 or utf-16.")
        ) from error
    if name == "utf-8" and start.startswith(codecs.BOM_UTF8):
        name = "utf-8-sig"
    _check(file, opened, name)
    return Encoding(name, say("You said so."))


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
    """UTF-16 or UTF-32 that does not begin with a mark: read so, nearly all of it is text."""
    sizes = {"utf-32-le": 4, "utf-32-be": 4, "utf-16-le": 2, "utf-16-be": 2}
    best = max(sizes, key=lambda name: _textual(start[: len(start) // 4 * 4], name))
    if _textual(start[: len(start) // 4 * 4], best) < 0.9:
        raise UserError(
            say("{file} holds no text.", file=file), say("Choose the file that the registration system exported.")
        )
    _check(file, opened, best)
    return best


def _textual(data: bytes, encoding: str) -> float:
    """The share of characters that text is made of: letters, digits, blanks and the signs of ASCII."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(data)
    except UnicodeError:
        return 0.0
    plain = sum(c.isascii() and (c.isprintable() or c in "\t\r\n") for c in text)
    letters = sum(c.isalpha() and not c.isascii() for c in text)
    # bytes read in the wrong order give letters too, but hardly ever a comma, a blank or a line break
    return (plain + letters) / len(text) if text and plain * 20 > len(text) else 0.0


def _utf8_balance(opened: Callable[[], BinaryIO]) -> tuple[int, int]:
    """How many characters beyond ASCII are good UTF-8 (1 for any number where all are), how many bytes are none."""
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    beyond = False
    with opened() as stream:
        try:
            while chunk := stream.read(_CHUNK):
                decoder.decode(chunk)
                beyond = beyond or not chunk.isascii()
            decoder.decode(b"", True)
        except UnicodeDecodeError:
            stream.seek(0)
            text = stream.read().decode("utf-8", "replace")
            bad = text.count("\ufffd")
            return sum(not c.isascii() for c in text) - bad, bad
    return int(beyond), 0


def _sample(opened: Callable[[], BinaryIO]) -> bytes:
    """The first lines that hold bytes beyond ASCII."""
    found: list[bytes] = []
    size = 0
    with opened() as stream:
        while size < _SAMPLE_BYTES and (chunk := stream.read(_CHUNK)):
            lines = [line[:2000] for line in chunk.splitlines() if not line.isascii()]
            found += lines
            size += sum(map(len, lines))
    return b"\n".join(found)[:_SAMPLE_BYTES]


def _by_letters(file: str, opened: Callable[[], BinaryIO]) -> Encoding:
    """The encoding whose words look like names, and why."""
    sample = _sample(opened)
    found = guess(sample)
    name = found.encoding
    if not found.sensible:
        name = _of_many_bytes(sample) or name
    try:
        _check(file, opened, name)
        errors = "strict"
    except UserError:
        errors = "replace"
    if name != found.encoding:
        told, why = [say(_NO_REASON, name=name)], say(_ZEROS, name=name)
    elif not found.other:
        told, why = [say(_NO_REASON, name=name)], say(_NOTHING_BETTER)
    else:
        gaps = {"name": name, "word": found.word, "other": found.other, "instead": found.instead}
        told = [say(_SURE if found.sure else _UNSURE, **gaps)]
        why = say(_BY_LETTERS if found.sure else _PERHAPS, **gaps)
    if errors == "replace":
        told.append(say("Some characters mean nothing in {name}; they were read as �.", name=name))
    return Encoding(name, why, errors, told)


def _of_many_bytes(sample: bytes) -> str:
    """An encoding with several bytes for a letter (Chinese, Japanese, Korean), "" when none fits."""
    import charset_normalizer

    found = charset_normalizer.from_bytes(sample[:50_000]).best()
    return found.encoding if found is not None and found.encoding in _MANY_BYTES else ""
