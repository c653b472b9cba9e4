"""People with what becomes of them, line by line: a name, then what stands below it, each line a row of one height."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from checkin.gui.pages.importing.changes_shown import Chip, FieldShown, NewBelow, PeopleShown, PersonShown

LineRole = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One line: `below` is None for the name itself. `last` ends the person."""

    person: PersonShown
    below: str | tuple[Chip, ...] | FieldShown | NewBelow | None
    last: bool

    @property
    def spoken(self) -> str:
        """The line as a sentence; the name's line says where the person stands too."""
        if self.below is None:
            return f"{self.person.name}, {row_words(self.person.row)}" if self.person.row else self.person.name
        if isinstance(self.below, FieldShown):
            return self.below.spoken
        if isinstance(self.below, NewBelow):
            return self.below.field.new
        return self.below if isinstance(self.below, str) else ", ".join(word for word, *_ in self.below)


class PersonLinesModel(QAbstractListModel):
    """Rows of one height, so that a view needs none of a hundred thousand people to know how long it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: Sequence[PersonShown] = ()
        self._ends: list[int] = []
        self._kept: tuple[int, PersonShown] | None = None

    def set_people(self, shown: PeopleShown) -> None:
        """Show these people."""
        self.beginResetModel()
        self._people, self._kept = shown.people, None
        self._ends = list(accumulate(below + 1 for below in shown.lines))
        self.endResetModel()

    def line(self, row: int) -> PersonLine:
        """What stands in a row."""
        at = bisect_right(self._ends, row)
        if self._kept is None or self._kept[0] != at:
            self._kept = at, self._people[at]
        person = self._kept[1]
        place = row - (self._ends[at - 1] if at else 0)
        return PersonLine(person, person.below[place - 1] if place else None, row + 1 == self._ends[at])

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or not self._ends else self._ends[-1]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == LineRole:
            return self.line(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.line(index.row()).spoken
        return None


def row_words(row: int) -> str:
    """Where in the file somebody stands."""
    return QCoreApplication.translate("words", "row {row}").format(row=row)
