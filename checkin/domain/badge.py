"""What stands on a badge, and the badge code's form."""

from __future__ import annotations

from dataclasses import dataclass

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U, so that a code read aloud or typed is not mistaken."""

CODE_LENGTH = 11
_VALUE = {c: n for n, c in enumerate(ALPHABET)}
_PAIRS = [one + other for one in ALPHABET for other in ALPHABET]
_TYPED = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V"})


@dataclass(frozen=True, slots=True)
class BadgeContent:
    """The words of one badge.

    `photo` is "yes", "no" or "" (not asked). `category` decides shape and colour. `code` is the badge
    code; it is also the QR code's whole payload.
    """

    given: str
    family: str
    organisation: str
    city: str
    country: str
    category: str
    code: str
    photo: str = ""
    event_title: str = ""
    event_subtitle: str = ""


@dataclass(frozen=True, slots=True)
class BadgeWarning:
    """Something on a badge that a person should look at before it is handed over."""

    field: str
    text: str


def _powers() -> list[list[int]]:
    """For each place of a code's body, every value times that place's power of x in GF(32) (modulus x^5 + x^2 + 1)."""
    rows = [list(range(32))]
    for _ in range(CODE_LENGTH - 1):
        rows.append([(v << 1) ^ (0b100101 if v & 16 else 0) for v in rows[-1]])
    return rows[1:]


_POWERS = _powers()


def check_character(body: str) -> str:
    """The check character of ten code characters: every single mistyped character and every swap of two neighbours
    is noticed. The weights are powers in GF(32): no modulus below 32 tells all 32 characters apart.

    Raises:
        ValueError: a character outside the alphabet.
    """
    total = 0
    try:
        for row, c in zip(_POWERS, body, strict=True):
            total ^= row[_VALUE[c]]
    except KeyError as error:
        raise ValueError(f"{error.args[0]!r} is no character of a badge code") from None
    return ALPHABET[total]


def make_code(event: str, number: int) -> str:
    """A badge code: two characters of the event (of the alphabet), eight from `number` (40 bits), one to check."""
    pairs = _PAIRS
    high = pairs[number >> 30 & 1023] + pairs[number >> 20 & 1023]
    body = event + high + pairs[number >> 10 & 1023] + pairs[number & 1023]
    return body + check_character(body)


def normal_code(text: str) -> str | None:
    """The badge code that `text` spells, whatever its case, blanks and hyphens; None when it is none."""
    body = "".join(c for c in text.upper() if c.isalnum()).translate(_TYPED)
    if len(body) != CODE_LENGTH or any(c not in ALPHABET for c in body):
        return None
    return body if check_character(body[:-1]) == body[-1] else None


def spaced(code: str) -> str:
    """The code in groups of 4, 3 and 4, as it stands under the QR code."""
    return f"{code[:4]} {code[4:7]} {code[7:]}" if len(code) == CODE_LENGTH else code
