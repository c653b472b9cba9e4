"""Reads the ways in which lists of eight languages write a moment."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta

from checkin.domain.names import fold

_CLOCK = r"(?:(?:,?\s+(?:um |at |à |a las |alle |às |om |o )?|,|T)(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)?)?"
_CLOCK += r"(?::(?P<second>\d\d)(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\.?)?\s*(?:Uhr|uur|h)?)?$"
_WEEKDAY = r"^(?:[^\W\d_]{2,12}\.?,?\s+)?"
_NUMBERS = re.compile(
    _WEEKDAY + r"(?P<first>\d{1,2})(?P<sign>[./-])\s?(?P<second_>\d{1,2})(?P=sign)\s?(?P<year>\d{4}|\d\d)" + _CLOCK,
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"^(?P<year>\d{4})[./](?P<month>\d{1,2})[./](?P<day>\d{1,2})" + _CLOCK, re.IGNORECASE)
_MONTH_WORD = r"(?P<month>[^\W\d_]{3,12})\.?"
_DAY_NAMED = re.compile(
    _WEEKDAY + r"(?P<day>\d{1,2})(?:\.|st|nd|rd|th|er|º|ª)?[\s-]+(?:de |di |d')?" + _MONTH_WORD
    + r",?[\s-]+(?:de |del )?(?P<year>\d{4})" + _CLOCK,
    re.IGNORECASE,
)  # fmt: skip
_MONTH_NAMED = re.compile(
    _WEEKDAY + _MONTH_WORD + r"\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})" + _CLOCK, re.IGNORECASE
)
_SERIAL = re.compile(r"[3-6]\d{4}(?:[.,]\d+)?")
_EPOCH = datetime(1899, 12, 30)
_MONTHS = """january januar janvier enero gennaio janeiro januari stycznia styczen jan janv ene gen sty
february februar fevrier febrero febbraio fevereiro februari lutego luty feb fevr fev lut
march marz maerz mars marzo marco maart marca marzec mar mrz mrt
april avril abril aprile kwietnia kwiecien apr avr abr kwi
may mai mayo maggio maio mei maja maj mag
june juni juin junio giugno junho czerwca czerwiec jun giu cze
july juli juillet julio luglio julho lipca lipiec jul juil lug lip
august aout agosto augustus sierpnia sierpien aug ago sie
september septembre septiembre settembre setembro wrzesnia wrzesien sep sept set wrz
october oktober octobre octubre ottobre outubro pazdziernika pazdziernik oct okt ott out paz
november novembre noviembre novembro listopada listopad nov lis
december dezember decembre diciembre dicembre dezembro grudnia grudzien dec dez dic gru"""
_MONTH_OF = {word: number for number, line in enumerate(_MONTHS.splitlines(), 1) for word in line.split()}
_DAY_FIRST = """vorname|nachname|firma|prenom|nom|entreprise|apellidos|nombre|cognome|nome|azienda|sobrenome|apelido
    voornaam|achternaam|imie|nazwisko|bedrijf|gultig ab|gultig bis|valable jusqu a|valido desde|valido hasta
    valido dal|valido fino al|valido ate|geldig vanaf|geldig tot|wazny od|wazny do|imie i nazwisko|nom et prenom
    telefonnummer"""
_DAY_FIRST_HEADERS = frozenset(word for line in _DAY_FIRST.splitlines() for word in line.split("|"))
# Where a day is written after its month.
_AMERICA = "us|usa|united states|united states of america|ph|philippines"
_MONTH_FIRST = frozenset(_AMERICA.split("|"))


def moment(text: str, *, utc: bool, end: bool, day_first: bool | None = None) -> datetime | None:
    """The moment that `text` tells, None when it cannot be told (also when day and month could be exchanged).

    Args:
        utc: a moment without a zone is UTC (pretix's check-in lists); else it stays naive: the event's own time.
        end: a bare date means the end of that day, not its beginning.
        day_first: whether 03/04 is the third of April; None when nobody knows.
    """
    found = _read(" ".join(text.split()), day_first)
    if found is None:
        return None
    if end and found.time() == time() and ":" not in text:
        found = datetime.combine(found.date(), time(23, 59, 59), found.tzinfo)
    return found.replace(tzinfo=UTC) if utc and found.tzinfo is None else found


def order_told(text: str) -> bool | None:
    """Whether a date of three numbers has its day first (True) or its month (False); None when it may be either."""
    match = _NUMBERS.match(" ".join(text.split()))
    if not match or match["sign"] == ".":
        # with dots the day always comes first, which says nothing of dates with other signs
        return None
    first, second = int(match["first"]), int(match["second_"])
    if first > 12 >= second:
        return True
    return False if second > 12 >= first else None


def is_day_first_header(key: str) -> bool:
    """Whether a header is of a language in which the day comes first."""
    return key in _DAY_FIRST_HEADERS


def is_month_first_country(country: str) -> bool:
    """Whether people of a country write the month first."""
    return fold(country) in _MONTH_FIRST


def _read(text: str, day_first: bool | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    if _SERIAL.fullmatch(text):
        return _to_second(_EPOCH + timedelta(days=float(text.replace(",", "."))))
    for pattern in (_NUMBERS, _YEAR_FIRST, _DAY_NAMED, _MONTH_NAMED):
        match = pattern.match(text)
        if match:
            return _built(match, day_first)
    return None


def _to_second(found: datetime) -> datetime:
    return (found + timedelta(milliseconds=500)).replace(microsecond=0)


def _built(match: re.Match[str], day_first: bool | None) -> datetime | None:
    parts = match.groupdict()
    if "first" in parts:
        one, two = int(parts["first"]), int(parts["second_"])
        if parts["sign"] == "." or one > 12:
            day, month = one, two
        elif two > 12:
            day, month = two, one
        elif one == two:
            day = month = one
        elif day_first is None:
            return None
        else:
            day, month = (one, two) if day_first else (two, one)
    else:
        day = int(parts["day"])
        month = int(parts["month"]) if parts["month"].isdigit() else _MONTH_OF.get(fold(parts["month"]), 0)
    year = int(parts["year"])
    hour = int(parts["hour"] or 0)
    half = (parts["half"] or "").replace(".", "").casefold()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        return datetime(
            year + 2000 if year < 100 else year, month, day, hour, int(parts["minute"] or 0), int(parts["second"] or 0)
        )
    except ValueError:
        return None
