"""Reads the rows of one sheet of an Excel workbook, one after the other; values only, nothing is calculated."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checkin.lists.cell_values import FAULTS, bool_text, iso_text, number_text, serial_text
from checkin.lists.excel_formats import DATE, PLAIN, Format
from checkin.lists.limits import CELL_CHARACTERS
from checkin.lists.table import Row
from checkin.lists.xml_pieces import LocalNames

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_COLUMNS = 16_384
"""Most columns of a sheet (Excel's specifications and limits)."""


def unescaped(text: str) -> str:
    """A text with Excel's spelling of control characters (`_x000D_`) undone."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


class _Letters(dict[str, int]):
    """Columns by their letters, counted from 0."""

    def __missing__(self, letters: str) -> int:
        column = 0
        for letter in letters:
            column = column * 26 + ord(letter) - 64
        if not 0 < column <= _COLUMNS or not letters.isascii():
            raise ValueError(letters)
        self[letters] = column - 1
        return column - 1


_LETTERS = _Letters()


class SheetRows:
    """Hears of the elements of a sheet and gathers its rows; whoever feeds it takes them out of `rows`.

    Attributes:
        hidden: numbers of hidden rows that hold something; hidden_columns: as ranges counted from 0.
    """

    def __init__(self, strings: Sequence[str], formats: Sequence[Format], *, from_1904: bool) -> None:
        self.rows: list[Row] = []
        self.hidden: list[int] = []
        self.hidden_columns: list[tuple[int, int]] = []
        self._strings, self._formats, self._from_1904 = strings, formats, from_1904
        self._names = LocalNames()
        self._row, self._row_hidden = 0, False
        self._cells: list[str] = []
        self._column, self._type, self._style = -1, "", ""
        self._parts: list[str] | None = None
        self._raw, self._length, self._aside = "", 0, 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = self._names[tag]
        if name == "c":
            place = attributes.get("r")
            self._column = _LETTERS[place.rstrip("0123456789")] if place else self._column + 1
            self._type, self._style = attributes.get("t", "n"), attributes.get("s", "")
            self._raw = ""
        elif name == "v":
            self._parts, self._length = [], 0
        elif name == "t":
            if not self._aside:
                self._parts, self._length = [], 0
        elif name == "row":
            self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
            self._row_hidden = attributes.get("hidden") in ("1", "true")
            self._cells, self._column = [], -1
        elif name == "rPh":
            # how a name is read aloud, beside the name
            self._aside += 1
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            self.hidden_columns.append((int(attributes["min"]) - 1, min(int(attributes["max"]), _COLUMNS) - 1))

    def text(self, text: str) -> None:
        """Text of the cell that is open."""
        if self._parts is not None and self._length <= CELL_CHARACTERS:
            self._parts.append(text)
            self._length += len(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        name = self._names[tag]
        if name == "v" or (name == "t" and self._parts is not None):
            # the runs of a text with several fonts follow each other
            self._raw += "".join(self._parts or ())
            self._parts = None
        elif name == "c":
            if self._raw:
                self._put(self._value())
        elif name == "row":
            if self._cells:
                self.rows.append((self._row, self._cells))
                if self._row_hidden:
                    self.hidden.append(self._row)
                self._cells = []
        elif name == "rPh":
            self._aside -= 1

    def _put(self, value: str) -> None:
        cells, column = self._cells, self._column
        if not value:
            return
        if column == len(cells):
            cells.append(value)
        elif column > len(cells):
            cells.extend([""] * (column - len(cells)))
            cells.append(value)
        else:
            cells[column] = value

    def _value(self) -> str:
        kind, raw = self._type, self._raw
        if kind == "s":
            number = int(raw)
            if number < 0:
                raise IndexError(number)
            text = self._strings[number]
            return "" if text in FAULTS else text
        if kind == "n":
            style = self._formats[int(self._style)] if self._style else PLAIN
            if style is PLAIN:
                return raw if raw.isdigit() and raw.isascii() else number_text(raw)
            if style is DATE:
                return serial_text(raw, from_1904=self._from_1904)
            return style.shown(number_text(raw))
        if kind in ("str", "inlineStr"):
            text = unescaped(raw)
            return "" if text in FAULTS else text
        if kind == "b":
            return bool_text(raw)
        return iso_text(raw) if kind == "d" else ""
