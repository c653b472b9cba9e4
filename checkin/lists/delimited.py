"""Reads delimited text (CSV, TSV, TXT) as a table."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from checkin.domain.errors import UserError
from checkin.domain.translation import say
from checkin.lists.container import Source
from checkin.lists.encodings import find_encoding
from checkin.lists.headers import is_known_header
from checkin.lists.table import Row, Table, table_of

_CANDIDATES = (",", ";", "\t", "|")
_NAMES = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|"}
_SAMPLE_CHARACTERS = 65_536
_SAMPLE_RECORDS = 60
_SEP = re.compile(r"\ufeff?\"?sep=(.)\"?\s*", re.IGNORECASE)


def delimited_table(source: Source, encoding: str | None, delimiter: str | None) -> Table:
    """The table in a text file. Rows count as a spreadsheet counts them: a quoted line break makes no row, a blank
    line does, a first line `sep=;` does not.

    Raises:
        UserError: the text cannot be decoded, or the delimiter is no single character.
    """
    name, errors, warnings = find_encoding(source.file, source.opened, encoding)
    with io.TextIOWrapper(source.opened(), name, errors, newline="") as text:
        sample = text.read(_SAMPLE_CHARACTERS)
    told = _SEP.fullmatch(sample.split("\n", 1)[0])
    if delimiter:
        sign = _given(delimiter)
    else:
        sign = told[1] if told else _consistent(sample)
    rows = _rows(source, name, errors, sign, skip=bool(told))
    return table_of(source.file, rows, encoding=name, delimiter=sign, warnings=warnings)


def _given(delimiter: str) -> str:
    sign = _NAMES.get(delimiter.lower(), delimiter)
    if len(sign) != 1 or sign in '"\r\n':
        raise UserError(
            say("“{delimiter}” cannot stand between columns.", delimiter=delimiter),
            say("Give one character, such as ; or TAB."),
        )
    return sign


def _consistent(sample: str) -> str:
    """The delimiter with which the rows have as many cells as each other, and known headers."""
    if len(sample) == _SAMPLE_CHARACTERS:
        sample = sample[: sample.rfind("\n") + 1] or sample
    best, best_score = ",", (0, 0.0)
    for sign in _CANDIDATES:
        score = _score(sample, sign)
        if score > best_score:
            best, best_score = sign, score
    return best


def _score(sample: str, sign: str) -> tuple[int, float]:
    records: list[list[str]] = []
    try:
        for record in csv.reader(io.StringIO(sample, newline=""), delimiter=sign, skipinitialspace=True):
            if any(record):
                records.append(record)
                if len(records) == _SAMPLE_RECORDS:
                    break
    except csv.Error:
        return (0, 0.0)
    if not records:
        return (0, 0.0)
    width, hits = Counter(map(len, records)).most_common(1)[0]
    if width < 2:
        return (0, 0.0)
    known = max(sum(map(is_known_header, record)) for record in records[:30] if len(record) > 1) if width > 1 else 0
    return (known if known > 1 else 0, hits / len(records) * float((width - 1) ** 0.5))


def _rows(source: Source, encoding: str, errors: str, sign: str, *, skip: bool) -> Iterator[Row]:
    number = 0
    with io.TextIOWrapper(source.opened(), encoding, errors, newline="") as text:
        if skip:
            text.readline()
        try:
            for number, cells in enumerate(csv.reader(text, delimiter=sign, skipinitialspace=True), 1):
                yield number, cells
        except csv.Error as error:
            raise UserError(
                say(
                    "{file}: the row after row {number} cannot be read ({error}).",
                    file=source.file,
                    number=number,
                    error=error,
                ),
                say("Look for a quotation mark that is opened there and never closed."),
            ) from error
