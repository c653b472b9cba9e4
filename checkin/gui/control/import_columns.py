"""What was read of a file, as the steps "File" and "Columns" show it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from checkin.domain.listing import ListReading, Sureness
from checkin.domain.people import Status
from checkin.gui.control.column_words import (
    encoding_choices,
    encoding_word,
    field_choices,
    sign_choices,
    sign_word,
)
from checkin.gui.control.import_choices import ASIDE, EXTRA, PERSON, Choices
from checkin.gui.pages.importing.columns_shown import ColumnShown, ColumnsShown, FileShown, QuestionShown, WayShown
from checkin.gui.widgets.count_face import grouped
from checkin.gui.words import status_chip
from checkin.services.import_run import ImportResult

WORD, PRODUCT = "word:", "product:"


def about(readings: Sequence[ListReading]) -> str:
    """File, rows, encoding, delimiter and header row, for the head of an import."""
    names = ", ".join(Path(reading.file).name for reading in readings)
    rows = sum(reading.rows for reading in readings)
    parts = [names, _say("one row") if rows == 1 else _say("{rows} rows").format(rows=grouped(rows))]
    if len(readings) == 1:
        first = readings[0]
        parts += [first.sheet or "", encoding_word(first.encoding) if first.encoding else ""]
        parts += [sign_word(first.delimiter) if first.delimiter else ""]
        parts += [_say("header in row {row}").format(row=first.header_row) if first.header_row else _say("no header")]
    return ", ".join(part for part in parts if part)


def file_shown(readings: Sequence[ListReading]) -> FileShown:
    """How a file was read where it can be read in several ways."""
    if len(readings) != 1:
        return FileShown()
    first, ways = readings[0], []
    if first.encoding:
        choices, chosen = encoding_choices(first.encoding)
        ways.append(WayShown("encoding", _say("Letters"), first.encoding_why, choices, chosen))
    if first.delimiter:
        between = _say("What stands between the values of a row.")
        ways.append(
            WayShown(
                "delimiter", _say("Columns are parted by"), between, sign_choices(first.delimiter), first.delimiter
            )
        )
    if first.sheet and len(first.sheets) > 1:
        sheets = tuple((sheet, sheet) for sheet in first.sheets)
        ways.append(WayShown("sheet", _say("Sheet"), _say("The others are not read."), sheets, first.sheet))
    return FileShown(tuple(ways))


def columns_shown(readings: Sequence[ListReading], choices: Choices) -> ColumnsShown:
    """What the columns were taken for, and what has to be asked."""
    columns = [_column(reading, place, len(readings) > 1) for reading, place in _places(readings)]
    several = len(readings) > 1
    return ColumnsShown(
        columns=tuple(columns),
        choices=field_choices(*dict.fromkeys(column.choice for column in columns)),
        questions=(*_words(choices), *_products(choices)),
        rows=() if several else tuple((number, tuple(cells)) for number, cells in readings[0].first_rows),
        shut=_say("Several lists are read together: bring one in alone to change its columns.") if several else "",
    )


def needs_a_look(result: ImportResult, choices: Choices) -> bool:
    """Whether somebody should see the columns before what changes: something is unsure, or nobody of it is known."""
    shown = columns_shown(result.readings, choices)
    return bool(shown.to_look_at) or not (result.unchanged or result.changed)


def _places(readings: Sequence[ListReading]) -> list[tuple[ListReading, int]]:
    return [(reading, place) for reading in readings for place in range(len(reading.columns))]


def _column(reading: ListReading, place: int, several: bool) -> ColumnShown:
    column = reading.columns[place]
    samples = ", ".join(column.samples) or _say("nothing")
    file = Path(reading.file).name if several else ""
    header = f"{file}: {column.header}" if file else column.header
    return ColumnShown(
        header, samples, column.field, Sureness(column.sureness).value, column.why, column.column, file
    )  # fmt: skip


def _words(choices: Choices) -> list[QuestionShown]:
    answers = [(status.value, status_chip(status)[0]) for status in Status]
    offered = (*answers, (ASIDE, _say("Set these rows aside")))
    shown = []
    for word, rows in choices.words.items():
        said = choices.options.statuses.get(word)
        told = said is not None or word in choices.aside
        about_rows = _say("in 1 row") if len(rows) == 1 else _say("in {n} rows").format(n=grouped(len(rows)))
        if not told:
            about_rows = f"{about_rows}, {_say('set aside until then')}"
        question = _say("“{word}”: what does it mean?").format(word=word)
        shown.append(
            QuestionShown(f"{WORD}{word}", question, about_rows, offered, said or (ASIDE if told else "?"), told)
        )
    return shown


def _products(choices: Choices) -> list[QuestionShown]:
    offered = ((PERSON, _say("People of their own")), (EXTRA, _say("Extras of whoever holds them")))
    about_rows = _say("an order and a name that stand on other rows too")
    shown = []
    for product in choices.products:
        extra, told = product in choices.options.extras, product in choices.people
        question = _say("“{product}”: what are these rows?").format(product=product)
        answer = EXTRA if extra else PERSON
        shown.append(QuestionShown(f"{PRODUCT}{product}", question, about_rows, offered, answer, extra or told))
    return shown


def _say(text: str) -> str:
    return QCoreApplication.translate("import_columns", text)
