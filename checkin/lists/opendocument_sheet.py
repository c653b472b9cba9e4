"""Reads the rows of one sheet of an OpenDocument workbook, one after the other; values only."""

from __future__ import annotations

import re

from checkin.lists.cell_values import FAULTS, bool_text, iso_text, number_text
from checkin.lists.limits import CELL_CHARACTERS, COLUMNS, ROWS
from checkin.lists.merged_cells import MergedCells
from checkin.lists.table import Row
from checkin.lists.xml_pieces import LocalNames

_FAULT = re.compile(r"#[A-Z]|Err:\d")
_DURATION = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
# A number that is shown with zeros or a plus before it is a code or a phone number.
_SHOWN = re.compile(r"\+?\d+")
_BREAKS = {"s": " ", "tab": " ", "line-break": "\n"}
# What lies in or beside cells and is none of their text.
_ASIDE = {"annotation", "shapes", "frame", "custom-shape", "tracked-changes", "named-expressions", "note", "dde-links"}


class SheetRows:
    """Hears of the elements of a workbook and gathers the rows of its sheet `wanted`, counted from 0.

    Attributes:
        hidden: numbers of hidden rows that hold something; hidden_columns: as ranges counted from 0.
        over: whether the sheet has ended.
    """

    def __init__(self, wanted: int, merged: MergedCells) -> None:
        self.rows: list[Row] = []
        self.hidden: list[int] = []
        self.hidden_columns: list[tuple[int, int]] = []
        self.over = False
        self._wanted, self._sheet, self._depth, self._aside = wanted, -1, 0, 0
        self._merged = merged
        self._names = LocalNames()
        self._row, self._times, self._row_hidden = 0, 1, False
        self._cells: list[str] = []
        self._column, self._repeat = 0, 1
        self._columns = 0
        self._cell: dict[str, str] | None = None
        self._parts: list[str] = []
        self._length = 0
        self._paragraphs, self._in_paragraph = 0, 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = self._names[tag]
        if self._aside or name in _ASIDE:
            self._aside += 1
        elif name == "table":
            self._depth += 1
            if self._depth == 1:
                self._sheet += 1
        elif self._depth != 1 or self._sheet != self._wanted:
            return
        elif self._cell is not None:
            self._inside_cell(name, attributes)
        elif name in ("table-cell", "covered-table-cell"):
            names = self._names
            self._cell = {names[key]: value for key, value in attributes.items()}
            self._repeat = max(int(self._cell.get("number-columns-repeated", "1")), 1)
            self._parts, self._length, self._paragraphs = [], 0, 0
        elif name == "table-row":
            local = {self._names[key]: value for key, value in attributes.items()}
            self._times = max(int(local.get("number-rows-repeated", "1")), 1)
            self._row_hidden = local.get("visibility", "visible") != "visible"
            self._cells, self._column = [], 0
        elif name == "table-column":
            self._note_columns(attributes)

    def _inside_cell(self, name: str, attributes: dict[str, str]) -> None:
        if name in ("p", "h"):
            if self._paragraphs:
                self._add("\n")
            self._paragraphs += 1
            self._in_paragraph += 1
        elif self._in_paragraph and name in _BREAKS:
            times = next((int(v) for k, v in attributes.items() if self._names[k] == "c"), 1)
            self._add(_BREAKS[name] * min(times, 1000))

    def _note_columns(self, attributes: dict[str, str]) -> None:
        local = {self._names[key]: value for key, value in attributes.items()}
        times = max(int(local.get("number-columns-repeated", "1")), 1)
        if local.get("visibility", "visible") != "visible":
            self.hidden_columns.append((self._columns, self._columns + times - 1))
        self._columns += times

    def text(self, text: str) -> None:
        """Text of the cell that is open."""
        if self._in_paragraph and not self._aside:
            self._add(text)

    def _add(self, text: str) -> None:
        # what no cell can hold is cut off here, and refused when its row is looked at
        if self._length <= CELL_CHARACTERS:
            self._parts.append(text)
            self._length += len(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        name = self._names[tag]
        if self._aside:
            self._aside -= 1
        elif name == "table":
            self._depth -= 1
            if self._depth == 0 and self._sheet == self._wanted:
                self.over = True
        elif self._depth != 1 or self._sheet != self._wanted:
            return
        elif name in ("p", "h") and self._in_paragraph:
            self._in_paragraph -= 1
        elif name in ("table-cell", "covered-table-cell") and self._cell is not None:
            self._end_cell(self._cell)
        elif name == "table-row":
            self._end_row()

    def _end_cell(self, cell: dict[str, str]) -> None:
        self._cell = None
        value = _value(cell, "".join(self._parts)) if cell or self._parts else ""
        if value:
            self._cells.extend([""] * (min(self._column, COLUMNS + 1) - len(self._cells)))
            self._cells.extend([value] * min(self._repeat, COLUMNS + 1 - len(self._cells)))
        wide, high = int(cell.get("number-columns-spanned", "1")), int(cell.get("number-rows-spanned", "1"))
        if wide > 1 or high > 1:
            self._merged.add(self._row + 1, self._column, self._column + wide - 1, self._row + high)
        self._column += self._repeat

    def _end_row(self) -> None:
        if self._cells:
            for number in range(self._row + 1, self._row + 1 + min(self._times, ROWS + 1)):
                self.rows.append((number, self._cells[:]))
                if self._row_hidden:
                    self.hidden.append(number)
        self._row += self._times


def _value(cell: dict[str, str], shown: str) -> str:
    """A cell's value as text."""
    kind = cell.get("value-type", "")
    if kind == "string" or not kind:
        text = shown or cell.get("string-value", "")
        return "" if text in FAULTS else text
    if kind in ("float", "percentage", "currency"):
        if _FAULT.match(shown):
            return ""
        number = number_text(cell.get("value", ""))
        is_code = shown[:1] in ("0", "+") and _SHOWN.fullmatch(shown) and shown.lstrip("+0") == number.lstrip("0")
        return shown if is_code else number
    if kind == "boolean":
        return bool_text(cell.get("boolean-value", ""))
    if kind == "date":
        return iso_text(cell.get("date-value", ""))
    if kind == "time" and (match := _DURATION.fullmatch(cell.get("time-value", ""))):
        return ":".join(part.zfill(2) for part in match.groups())
    return shown
