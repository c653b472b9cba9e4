"""Mends cells that a spreadsheet or a lost quotation mark damaged, or takes away what cannot be mended; says so."""

from __future__ import annotations

from checkin.domain.listing import RejectedRow
from checkin.domain.translation import mark, say, say_count
from checkin.lists.cell_values import FAULTS
from checkin.lists.codes import are_cut, is_cut, is_rounded, some_rows, whole
from checkin.lists.contents import values_of
from checkin.lists.plan import Plan
from checkin.lists.table import Table

_NUMBERS = ("phone", "ticket_code", "source_id", "order", "number", "box")
_TOLD_ROWS = 20
"""So many damaged phone numbers are told one by one, the others together."""
_PHONE = mark("“{text}” in “{header}” is a number that a spreadsheet rounded; the phone number was left out.")
_SWALLOWED = mark(
    "A quotation mark that is opened in column {column} is closed several lines further down: the rows between were "
    "taken for one cell."
)


def _cut(n: int, rows: str, header: str) -> str:
    return say_count(
        "The code of row {rows} in “{header}” ends in zeros behind its 15th digit, as a spreadsheet cuts long numbers; "
        "it was left out.",
        "The codes of {n} rows ({rows}) in “{header}” end in zeros behind their 15th digit, as a spreadsheet cuts long "
        "numbers; they were left out.",
        n,
        rows=rows,
        header=header,
    )


def _rounded(n: int, rows: str, header: str) -> str:
    return say_count(
        "A spreadsheet has rounded the code of row {rows} in “{header}”; it was left out.",
        "A spreadsheet has rounded the codes of {n} rows ({rows}) in “{header}”; they were left out.",
        n,
        rows=rows,
        header=header,
    )


def _more_phones(n: int) -> str:
    return say_count(
        "One more phone number was rounded by a spreadsheet and left out.",
        "{n} more phone numbers were rounded by a spreadsheet and left out.",
        n,
    )


def _kept_as_text(cell: str) -> str:
    """What stands in ="00123", by which systems keep a spreadsheet from taking the zeros off."""
    return cell[2:-1].replace('""', '"') if len(cell) > 2 and cell[-1] == '"' else cell


class DamagedCells:
    """Looks at rows that may hold damaged numbers or swallowed rows.

    Attributes:
        cut: whether codes of this list were cut, so that every row is to be looked at; else only odd ones.
    """

    def __init__(self, plan: Plan, table: Table) -> None:
        self._plan = plan
        self._columns = [(f, plan.at[f]) for f in _NUMBERS if f in plan.at]
        self._delimiter = table.delimiter or ""
        rows = [cells for _, cells in table.head[plan.index + 1 :]]
        cut = [f for f in ("ticket_code", "source_id") if f in plan.at and are_cut(values_of(rows, plan.at[f]))]
        self._cut_columns = cut
        self.cut = bool(cut)
        self._phones: list[tuple[str, int]] = []
        self._rounded: dict[str, list[int]] = {}
        self._cut: dict[str, list[int]] = {}

    def mend(self, row: int, raw: list[str], cells: list[str], rejected: list[RejectedRow]) -> bool:
        """Mend the cells of a row; False when the row was set aside."""
        for index, cell in enumerate(raw):
            if self._swallows(cell):
                rejected.append(RejectedRow(row, say(_SWALLOWED, column=index + 1), tuple(raw)))
                return False
            if cell in FAULTS and index < len(cells):
                cells[index] = ""
            elif cell[:2] == '="' and self._delimiter and index < len(cells):
                cells[index] = _kept_as_text(cells[index])
        for name, index in self._columns:
            cell = cells[index]
            if is_rounded(cell):
                cells[index] = ""
                if name == "phone":
                    self._phones.append((cell, row))
                else:
                    self._rounded.setdefault(name, []).append(row)
            elif name in self._cut_columns and is_cut(cell):
                cells[index] = ""
                self._cut.setdefault(name, []).append(row)
            elif cell[-2:] == ".0":
                cells[index] = whole(cell)
        return True

    def _swallows(self, cell: str) -> bool:
        """Whether a cell holds whole rows: at least two lines have as many delimiters as a row."""
        needed = self._plan.width - 1
        if needed < 2 or not self._delimiter or cell.count(self._delimiter) < needed:
            return False
        lines = cell.splitlines()
        return len(lines) > 1 and any(line.count(self._delimiter) >= needed for line in lines[1:])

    def warnings(self) -> list[tuple[str, int | None]]:
        """What was taken away."""
        header = self._plan.mapping
        told: list[tuple[str, int | None]] = [
            (say(_PHONE, text=text, header=header["phone"]), row) for text, row in self._phones[:_TOLD_ROWS]
        ]
        if len(self._phones) > _TOLD_ROWS:
            told.append((_more_phones(len(self._phones) - _TOLD_ROWS), self._phones[_TOLD_ROWS][1]))
        for name, rows in self._rounded.items():
            told.append((_rounded(len(rows), rows=some_rows(rows), header=header[name]), rows[0]))
        for name, rows in self._cut.items():
            told.append((_cut(len(rows), rows=some_rows(rows), header=header[name]), rows[0]))
        return told
