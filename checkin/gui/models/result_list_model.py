"""People found by the search as rows."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from checkin.domain.people import Person
from checkin.gui.words import belonging, row_chip

PersonRole = Qt.ItemDataRole.UserRole + 1
MatchRole = Qt.ItemDataRole.UserRole + 2
_Index = QModelIndex | QPersistentModelIndex
_LONE = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "a", "œ": "o", "ß": "s", "þ": "t", "ð": "d"})


class ResultListModel(QAbstractListModel):
    """People, best match first, and what was searched for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: list[Person] = []
        self._query = ""

    def set_people(self, people: Sequence[Person], query: str) -> None:
        """Show these people found for `query`."""
        self.beginResetModel()
        self._people, self._query = list(people), query
        self.endResetModel()

    def person(self, row: int) -> Person:
        """The person of a row."""
        return self._people[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._people)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        person = self._people[index.row()]
        if role == PersonRole:
            return person
        if role == MatchRole:
            return matches(person.name, self._query)
        if role == Qt.ItemDataRole.DisplayRole:
            return person.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (person.name, belonging(person), row_chip(person)[0])
            return ", ".join(part for part in parts if part)
        return None


def folded(text: str) -> str:
    """`text` without case and accents, letter for letter, so that places in it are places in the original."""
    plain = []
    for letter in text:
        base = unicodedata.normalize("NFD", letter)[0].lower()
        plain.append(base[:1].translate(_LONE) or letter)
    return "".join(plain)


def matches(name: str, query: str) -> list[tuple[int, int]]:
    """Places (start, end) of the query's words in the name, at the beginning of the name's words."""
    found, plain = [], folded(name)
    for word in folded(query).split():
        at = plain.find(word)
        while at > 0 and plain[at - 1].isalnum():
            at = plain.find(word, at + 1)
        if at >= 0:
            found.append((at, at + len(word)))
    return sorted(found)
