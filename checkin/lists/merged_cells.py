"""Cells of a workbook that were joined to one: what stands in them belongs to every row they span."""

from __future__ import annotations

from collections.abc import Iterator

from checkin.lists.table import Row

MOST = 200_000
"""More joined cells than this are passed over; no list of people has them."""


class MergedCells:
    """The joined cells of one sheet. `filled` and `titles` tell afterwards what was found among its rows.

    Attributes:
        filled: rows in which a cell got the value of the joined one above it.
        titles: rows whose only text stands in a cell that is joined over several columns.
    """

    def __init__(self) -> None:
        self._of_row: dict[int, list[tuple[int, int, int]]] = {}
        self._count = 0
        self.filled: list[int] = []
        self.titles: set[int] = set()

    def add(self, row: int, first: int, last: int, last_row: int) -> None:
        """Cells from `row` to `last_row` and from column `first` to `last` (counted from 0) are one."""
        self._count += 1
        if self._count <= MOST:
            self._of_row.setdefault(row, []).append((first, last, last_row))

    def wide(self, row: int) -> list[tuple[int, int]]:
        """The first and last columns of cells that are joined sideways in a row."""
        return [(first, last) for first, last, _ in self._of_row.get(row, ()) if last > first]

    def through(self, rows: Iterator[Row]) -> Iterator[Row]:
        """The rows with the values of joined cells in every row that they span."""
        reaching: list[tuple[int, int, str]] = []
        for number, cells in rows:
            if reaching:
                reaching = [r for r in reaching if r[1] >= number]
                if sum(self._put(cells, column, value) for column, _, value in reaching):
                    self.filled.append(number)
            joined = self._of_row.get(number)
            if joined:
                self._note_title(number, cells, joined)
                reaching += [
                    (first, last_row, cells[first])
                    for first, _, last_row in joined
                    if last_row > number and first < len(cells) and cells[first]
                ]
            yield number, cells

    @staticmethod
    def _put(cells: list[str], column: int, value: str) -> bool:
        if column >= len(cells):
            cells.extend([""] * (column + 1 - len(cells)))
        if cells[column]:
            return False
        cells[column] = value
        return True

    def _note_title(self, number: int, cells: list[str], joined: list[tuple[int, int, int]]) -> None:
        texts = [index for index, cell in enumerate(cells) if cell]
        if len(texts) == 1 and any(first == texts[0] and last > first for first, last, _ in joined):
            self.titles.add(number)
