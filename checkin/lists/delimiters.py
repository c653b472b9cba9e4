"""Finds out what stands between the columns of a text file."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass

from checkin.domain.errors import UserError
from checkin.domain.translation import say
from checkin.lists.headers import is_known_header

SAMPLE_CHARACTERS = 65_536
_SAMPLE_RECORDS = 60
_CANDIDATES = (",", ";", "\t", "|")
# Tried only where none of the usual ones fits; signs that names, e-mails, dates and numbers hold are not among them.
_RARE = ("^", "~", "¦", "§", ":", "!", "#", "*", "%", "=", "\\", "·", "•", "¬", "\x1f", "\x1e", "\x1d", "\x1c", "\x01")
_NAMES = {
    "tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "caret": "^", "tilde": "~",
    "space": " ",
}  # fmt: skip
_SEP = re.compile(r"\ufeff?\"?sep=(.)\"?[,;\t| ]*", re.IGNORECASE)
_LINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text file is laid out.

    Attributes:
        delimiter: the sign between columns.
        told: whether the first line names it (`sep=;`) and is no row.
        wrapped: every row stands in quotation marks as a whole, as Excel writes a list that it took for one column.
    """

    delimiter: str
    told: bool = False
    wrapped: bool = False


def layout_of(sample: str, given: str | None) -> Layout:
    """The layout of a text by its beginning; `given` is what the caller knows of the delimiter.

    Raises:
        UserError: what is given is no single character, or one that cannot stand between columns.
    """
    lines = _LINE.split(sample, maxsplit=1)
    told = _SEP.fullmatch(lines[0])
    if given:
        return Layout(_given(given), bool(told))
    if told and told[1] not in "\"'\r\n":
        return Layout(told[1], True)
    if len(sample) >= SAMPLE_CHARACTERS:
        cut = max(sample.rfind("\n"), sample.rfind("\r")) + 1
        sample = sample[:cut] or sample
    sign, (known, fit) = _best(sample, _CANDIDATES)
    if known:
        return Layout(sign)
    # one of these has to part headers that are known; only what nobody can type needs nothing but to fit
    rare, (known, fits) = _best(sample, [c for c in _RARE if c in sample])
    if known or (not fit and fits and not rare.isprintable()):
        return Layout(rare)
    inner = _unwrapped(sample) if not fit else ""
    inner_sign, (known, _) = _best(inner, _CANDIDATES)
    return Layout(inner_sign, wrapped=True) if known else Layout(sign)


def _given(delimiter: str) -> str:
    sign = _NAMES.get(delimiter.lower(), delimiter)
    if len(sign) != 1 or sign in '"\r\n':
        raise UserError(
            say("“{delimiter}” cannot stand between columns.", delimiter=delimiter),
            say("Give one character, such as ; or TAB."),
        )
    return sign


def _best(sample: str, signs: tuple[str, ...] | list[str]) -> tuple[str, tuple[int, float]]:
    """The delimiter with which the rows have as many cells as each other, and known headers."""
    best, best_score = ",", (0, 0.0)
    for sign in signs:
        score = _score(sample, sign)
        if score > best_score:
            best, best_score = sign, score
    return best, best_score


def _records(sample: str, sign: str) -> list[list[str]]:
    records: list[list[str]] = []
    try:
        for record in csv.reader(io.StringIO(sample, newline=""), delimiter=sign, skipinitialspace=True):
            if any(record):
                records.append(record)
                if len(records) == _SAMPLE_RECORDS:
                    break
    except csv.Error:
        return []
    return records


def _score(sample: str, sign: str) -> tuple[int, float]:
    records = _records(sample, sign)
    widths = Counter(len(record) for record in records if len(record) > 1)
    if not widths:
        return (0, 0.0)
    # what stands alone in its row is a title
    width, hits = widths.most_common(1)[0]
    known = max((sum(map(is_known_header, record)) for record in records[:30] if len(record) > 1), default=0)
    return (known if known > 1 else 0, hits / len(records) * float((width - 1) ** 0.5))


def _unwrapped(sample: str) -> str:
    """The rows that stand in quotation marks as a whole, without them; "" when the text is not written so."""
    records = _records(sample, "\x00")
    lines = [line for line in _LINE.split(sample) if line.strip()][: len(records)]
    whole = sum(line.startswith('"') and line.rstrip(" ,;\t").endswith('"') for line in lines)
    if not records or whole * 2 < len(lines) or any(len(record) != 1 for record in records):
        return ""
    return "\n".join(record[0] for record in records)
