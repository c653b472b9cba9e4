"""What the formats of an Excel workbook mean for a number: a date, a code with leading zeros, or just a number."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Built-in formats of dates and times (ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are those of East Asia).
_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DATE_LETTERS = re.compile(r"[dmhys]", re.IGNORECASE)
_ZEROS = re.compile(r'(?P<plus>"\+"|\\\+|\+)?(?P<zeros>0+)')


@dataclass(frozen=True, slots=True)
class Format:
    """How a number is shown: with so many digits at least, and perhaps with a plus before it."""

    digits: int = 0
    plus: bool = False

    def shown(self, number: str) -> str:
        """A whole number as the workbook shows it; any other as it is."""
        return ("+" if self.plus else "") + number.zfill(self.digits) if number.isdigit() else number


PLAIN = Format()
DATE = Format(-1)


def format_of(number: int, code: str | None) -> Format:
    """What the format with this number and, if it is the workbook's own, this code means."""
    if code is None:
        return DATE if number in _DATES else PLAIN
    shown = code.partition(";")[0]
    zeros = _ZEROS.fullmatch(shown)
    if zeros:
        plus = bool(zeros["plus"])
        return Format(len(zeros["zeros"]), plus) if plus or len(zeros["zeros"]) > 1 else PLAIN
    return DATE if _DATE_LETTERS.search(_LITERAL.sub("", shown)) and "general" not in shown.casefold() else PLAIN
