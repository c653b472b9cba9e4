"""Makes values safe and readable in the cells of an export."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from enum import Enum

from checkin.lists.limits import CELL_CHARACTERS

# What a spreadsheet would calculate, and an apostrophe that our own reader would take for a guard.
_DANGEROUS = re.compile(r"[=+\-@\t\r]|'+[-+=@|%\t\r]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def guarded(text: str) -> str:
    """`text` with an apostrophe before it if a spreadsheet would calculate it. The reader of lists takes exactly this
    apostrophe away again, so that +44 … comes back as it was.
    """
    return f"'{text}" if _DANGEROUS.match(text) else text


def visible(text: str) -> str:
    """`text` with control characters made visible (␀ for a zero byte, \\xff for a byte that was no UTF-8)."""
    return text if text.isprintable() else _CONTROL.sub(_sign, text)


def _sign(match: re.Match[str]) -> str:
    number = ord(match[0])
    if number < 0x20:
        return chr(0x2400 + number)
    if number == 0x7F:
        return "\u2421"
    return f"\\x{number - 0xDC00:02x}" if 0xDC80 <= number <= 0xDCFF else "\ufffd"


def fitting(text: str) -> str:
    """`text` cut, visibly, to what a spreadsheet's cell can hold."""
    return text if len(text) <= CELL_CHARACTERS else text[: CELL_CHARACTERS - 1] + "…"


def plain_text(value: object) -> str:
    """A value as text: yes and no, times in ISO 8601 (with their zone, if they have one), lists joined by “; ”."""
    if value is None:
        return ""
    if isinstance(value, str):
        return str(value.value) if isinstance(value, Enum) else value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Iterable):
        return "; ".join(plain_text(part) for part in value)
    return str(value)


def json_value(value: object) -> object:
    """A value as JSON knows it: times in ISO 8601, lists as lists, everything unknown as text."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return visible(plain_text(value))
    if isinstance(value, dict):
        return {str(key): json_value(part) for key, part in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [json_value(part) for part in value]
    return plain_text(value)
