"""Sentences with where they belong as rows: what was set aside, what is good to know, the cells of a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from checkin.gui.pages.importing.changes_shown import NoteShown

NoteRole = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class NoteListModel(QAbstractListModel):
    """Notes in the order of the file."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notes: Sequence[NoteShown] = ()

    def set_notes(self, notes: Sequence[NoteShown]) -> None:
        """Show these."""
        self.beginResetModel()
        self._notes = notes
        self.endResetModel()

    def note(self, row: int) -> NoteShown:
        """The note of a row."""
        return self._notes[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._notes)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        note = self._notes[index.row()]
        if role == NoteRole:
            return note
        if role == Qt.ItemDataRole.ToolTipRole:
            return note.text
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ": ".join(part for part in (note.title, note.text) if part)
        return None
