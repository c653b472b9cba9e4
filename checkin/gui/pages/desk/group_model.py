"""The people of a group: who is ticked, and why somebody cannot be."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from checkin.domain.people import Person, Presence
from checkin.gui.models.result_list_model import PersonRole
from checkin.gui.words import belonging, row_chip

_Index = QModelIndex | QPersistentModelIndex


class GroupModel(QAbstractListModel):
    """People, who of them is ticked, and why somebody cannot be."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.people: list[Person] = []
        self.ticked: set[str] = set()
        self.shut: Callable[[Person], str] = lambda _person: ""

    def set_people(self, people: Sequence[Person], ticked: set[str], shut: Callable[[Person], str]) -> None:
        """Show these; whoever cannot go in is not ticked."""
        self.beginResetModel()
        self.people, self.shut = list(people), shut
        self.ticked = {person.attendee for person in people if person.attendee in ticked and self.may(person)}
        self.endResetModel()

    def may(self, person: Person) -> bool:
        """Whether a person can be ticked."""
        return not self.reason(person)

    def reason(self, person: Person) -> str:
        """Why a person cannot be ticked, "" when they can."""
        return self.tr("They are in already.") if person.presence is Presence.IN else self.shut(person)

    def tick(self, attendees: set[str]) -> None:
        """Tick those of these who may go in, and nobody else."""
        self.ticked = {person.attendee for person in self.people if person.attendee in attendees and self.may(person)}
        if self.people:
            self.dataChanged.emit(self.index(0), self.index(len(self.people) - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.people)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        person = self.people[index.row()]
        ticked = person.attendee in self.ticked
        if role == PersonRole:
            return person
        if role == Qt.ItemDataRole.DisplayRole:
            return person.name
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.reason(person) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = self.tr("ticked") if ticked else self.tr("not ticked")
            parts = (person.name, belonging(person), row_chip(person)[0], state, self.reason(person))
            return ", ".join(part for part in parts if part)
        return None
