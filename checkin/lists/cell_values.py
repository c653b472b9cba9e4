"""Typed cells of workbooks as texts, as people mean them: whole numbers without “.0”, moments as ISO 8601."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

FAULTS = {"#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "Err:502", "Err:508"}
"""What a cell holds whose formula failed; read as nothing."""

_WHOLE = 1e15
"""Numbers of a spreadsheet are exact below this."""
_EPOCH_1900, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
_FALSE_LEAP_DAY = 60
"""Excel counts a 29 February 1900 that never was; days before it are one less."""


def number_text(raw: str) -> str:
    """A number as a workbook stores it: digits as they stand, else without “.0”; large ones that are not exact keep
    their exponent, by which they are known for damaged.

    Raises:
        ValueError: it is no number.
    """
    if raw.isdigit() and raw.isascii():
        return raw
    value = float(raw)
    if value != value or value in (float("inf"), float("-inf")):
        return ""
    if value.is_integer() and abs(value) < _WHOLE:
        return str(int(value))
    return repr(value).replace("e", "E")


def bool_text(raw: str) -> str:
    """Truth as Yes and No."""
    return "Yes" if raw.strip().casefold() in ("1", "true") else "No"


def moment_text(moment: datetime) -> str:
    """A moment as ISO 8601 to the second; midnight is a bare date."""
    moment = (moment + timedelta(milliseconds=500)).replace(microsecond=0)
    return moment.date().isoformat() if moment.time() == time() else moment.isoformat(" ", "seconds")


def serial_text(raw: str, *, from_1904: bool = False) -> str:
    """A spreadsheet's count of days as a date, a moment, or (below 1) a time of day; a count beyond the calendar as
    the number it is.

    Raises:
        ValueError: it is no number.
    """
    days = float(raw)
    if 0 <= days < 1:
        return moment_text(datetime(2000, 1, 1) + timedelta(days=days)).partition(" ")[2] or "00:00:00"
    if not from_1904 and 0 < days < _FALSE_LEAP_DAY:
        days += 1
    try:
        return moment_text((_EPOCH_1904 if from_1904 else _EPOCH_1900) + timedelta(days=days))
    except (OverflowError, ValueError):
        return number_text(raw)


def iso_text(raw: str) -> str:
    """A moment that the workbook itself stores as ISO 8601, with a blank between date and time; else as it stands."""
    try:
        if "T" in raw or " " in raw.strip():
            found = datetime.fromisoformat(raw.strip())
            return moment_text(found.replace(tzinfo=None))
        return date.fromisoformat(raw.strip()).isoformat()
    except (ValueError, OverflowError):
        return raw.strip()
