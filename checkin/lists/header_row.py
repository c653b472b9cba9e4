"""Finds the header of a table: one line below titles, two lines, or none at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from checkin.domain.errors import UserError
from checkin.domain.translation import say
from checkin.lists.contents import is_email, is_name, is_phone, named_email, share
from checkin.lists.headers import GROUP, header_key, header_weight
from checkin.lists.plan import labels_of
from checkin.lists.table import Row, Table

_ROWS = 40
"""The header stands in one of so many first rows."""
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b.*")


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands: `index` of its last line in the table's head (of the row before the first one of people
    when there is none), its `number` as a spreadsheet counts (0 when there is none), and its cells.
    """

    index: int
    number: int
    cells: list[str]


def find_header(table: Table, wanted: set[str]) -> Header:
    """The header of a table; `wanted` are keys of headers that the caller named.

    Raises:
        UserError: the table has no cells.
    """
    rows = table.head[:_ROWS]
    weights = _weights(rows, wanted)
    best = max(range(len(rows)), key=lambda i: (weights[i], -i), default=-1)
    if best < 0 or not any(any(c.strip() for c in cells) for _, cells in rows):
        raise UserError(say("{file} is empty.", file=table.file), say("Export the list again."))
    if weights[best] > 0:
        best = _first_like(rows, best)
        return _two_lines(table, rows, weights, best) or _one_line(rows, weights, best)
    rows = _one_by_one(table) or rows
    first = _first_of_people(rows)
    if first >= 0 and not wanted - _letters(rows):
        return Header(first - 1, 0, [])
    widest = _widest(rows)
    return Header(widest, rows[widest][0], rows[widest][1])


def _first_like(rows: Sequence[Row], best: int) -> int:
    """The first row that is the header in `best`, though written otherwise: what stands between them are people."""
    keys = [header_key(cell) for cell in rows[best][1]]
    for index in range(best):
        if same_header(rows[index][1], keys) and sum(map(bool, rows[index][1])) > 1:
            return index
    return best


def same_header(cells: Sequence[str], keys: Sequence[str]) -> bool:
    """Whether a row repeats the header with these keys, as far as it is filled."""
    filled = [(header_key(cell), key) for cell, key in zip(cells, keys, strict=False) if cell and len(cell) < 200]
    return bool(filled) and all(key == own for key, own in filled)


def _one_by_one(table: Table) -> list[Row]:
    """A list of addresses on one line, as mail programs copy it, with each of them in a row; [] for other tables."""
    filled = [(number, texts) for number, cells in table.head if (texts := [c for c in cells if c.strip()])]
    if len(filled) != 1 or len(filled[0][1]) < 2 or not all("@" in c for c in filled[0][1]):
        return []
    number, cells = filled[0]
    table.head = [(number, [cell]) for cell in cells]
    return table.head


def _letters(rows: Sequence[Row]) -> set[str]:
    """Keys of the names that columns without a header have."""
    width = max((len(cells) for _, cells in rows), default=0)
    return set(map(header_key, labels_of(("",) * width)))


def _is_datum(cell: str) -> bool:
    cell = cell.strip()
    return is_email(cell) or is_phone(cell) or bool(_DATE.fullmatch(cell)) or named_email(cell) is not None


def _weights(rows: Sequence[Row], wanted: set[str]) -> list[float]:
    """How much each row reads like a header. A word that stands in several rows of one column is no header, unless
    the whole rows are the same.
    """
    different = {tuple(cells) for _, cells in rows}
    seen = Counter((i, c) for cells in different for i, c in enumerate(cells) if c)
    found = []
    for _, cells in rows:
        told = [header_weight(c) for i, c in enumerate(cells) if c and seen[i, c] == 1]
        # a title that stands alone may read like a question
        known = sum(told) if sum(map(bool, cells)) > 1 else sum(weight for weight in told if weight > 0.8)
        if any(map(_is_datum, cells)) and (known < 2 or any("@" in c for c in cells)):
            known = 0.0
        found.append(known + 3 * sum(header_key(c) in wanted for c in cells if c and len(c) < 200))
    return found


def _one_line(rows: Sequence[Row], weights: Sequence[float], best: int) -> Header:
    """The header in a row, with the next row too when that says the same in another language."""
    number, cells = rows[best]
    if best + 1 < len(rows) and weights[best] < 3 * len(cells):
        below, texts = rows[best + 1]
        filled = [c for c in texts if c.strip()]
        known = sum(header_weight(c) > 0 for c in filled)
        if below == number + 1 and weights[best + 1] and known >= 2 and known * 2 >= len(filled):
            width = max(len(cells), len(texts))
            pairs = zip(_padded(cells, width), _padded(texts, width), strict=True)
            return Header(best + 1, below, [t if header_weight(t) or not header_weight(b) else b for t, b in pairs])
    return Header(best, number, cells)


def _padded(cells: Sequence[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]


def _two_lines(table: Table, rows: Sequence[Row], weights: Sequence[float], best: int) -> Header | None:
    """A header whose upper line joins columns of the lower one (“Site visits” above “Harbour” and “Castle”)."""
    for top in (best, best - 1):
        if top < 0 or top + 1 >= len(rows) or rows[top + 1][0] != rows[top][0] + 1:
            continue
        number, below = rows[top + 1]
        filled = [i for i, c in enumerate(below) if c.strip()]
        above = [i for i, c in enumerate(rows[top][1]) if c.strip()]
        # a text that stands alone at the left is a title
        if any(map(_is_datum, below)) or not filled or above in ([], [0]):
            continue
        spread, grouped = _spread(rows[top][1], len(below), table.wide.get(rows[top][0], []))
        known = sum(header_weight(c) > 0 for c in below if c.strip())
        if known * 2 < len(filled) and not all(i in grouped for i in filled):
            continue
        labels = [_label(above, cell) for above, cell in zip(spread, _padded(below, len(spread)), strict=True)]
        if sum(map(header_weight, labels)) > max(weights[top], weights[top + 1]) + 0.5:
            return Header(top + 1, number, labels)
    return None


def _spread(cells: Sequence[str], width: int, wide: Sequence[tuple[int, int]]) -> tuple[list[str], set[int]]:
    """The upper line with each text above every column that it joins, and which columns those are: cells that the
    workbook joined, else (in text) a cell with blanks behind it.
    """
    spread = _padded([c.strip() for c in cells], max(width, len(cells)))
    groups = list(wide)
    if not groups:
        starts = [i for i, c in enumerate(spread) if c]
        ends = [*(i - 1 for i in starts[1:]), len(spread) - 1]
        groups = [(start, end) for start, end in zip(starts, ends, strict=True) if end > start]
    grouped: set[int] = set()
    for first, last in groups:
        columns = range(first, min(last + 1, len(spread)))
        grouped.update(columns)
        for i in columns:
            spread[i] = spread[i] or spread[first]
    return spread, grouped


def _label(above: str, below: str) -> str:
    below = below.strip()
    if not above or not below or above == below:
        return below or above
    # “Contact” above “E-mail” adds nothing; “Workshops” above “Morning” does
    return below if header_weight(below) >= 0.9 else f"{above}{GROUP}{below}"


def _first_of_people(rows: Sequence[Row]) -> int:
    """Where the people begin in a table without header, behind titles; -1 when these rows are no people."""
    filled = [(i, cells) for i, (_, cells) in enumerate(rows) if any(c.strip() for c in cells)]
    start = 0
    numbers = [rows[i][0] for i, _ in filled]
    for at in range(1, min(4, len(filled))):
        # titles stand alone above an empty row
        alone = all(sum(bool(c.strip()) for c in cells) == 1 for _, cells in filled[:at])
        if alone and numbers[at] > numbers[at - 1] + 1:
            start = at
    people = [cells for _, cells in filled[start:]]
    if not people:
        return -1
    first, begin = people[0], filled[start][0]
    with_email = share(people, lambda cells: any("@" in c for c in cells))
    if with_email >= 0.6 and any(map(_is_datum, first)):
        return begin
    width = max(map(len, people))
    enough = 2 if width == 1 else 3
    columns = [[cells[i].strip() for cells in people if i < len(cells)] for i in range(min(width, len(first)))]
    of_names = any(share(column, is_name) >= 0.8 and is_name(column[0]) for column in columns)
    return begin if of_names and len(people) >= enough else -1


def _widest(rows: Sequence[Row]) -> int:
    return max(range(len(rows)), key=lambda i: (sum(bool(c.strip()) for c in rows[i][1]), -i))
