"""Pairs of registrations that may be one person as rows, and what was decided of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from checkin.gui.pages.importing.changes_shown import Chip, PairShown, SideShown

PairRole = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_translate = QCoreApplication.translate


class PairListModel(QAbstractListModel):
    """Pairs in the order in which they were found; a decision changes its row alone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pairs: list[PairShown] = []

    def set_pairs(self, pairs: Sequence[PairShown]) -> None:
        """Show these."""
        self.beginResetModel()
        self.pairs = list(pairs)
        self.endResetModel()

    def decide(self, row: int, decided: str) -> None:
        """Mark what was decided of a row's pair: "same", "apart", or "" for nothing yet."""
        self.pairs[row] = replace(self.pairs[row], decided=decided)
        self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.pairs)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        pair = self.pairs[index.row()]
        if role == PairRole:
            return pair
        if role == Qt.ItemDataRole.ToolTipRole:
            return pair.why
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words = _translate("PairListModel", "{one}; and {other}. {why} {state}.")
            state = state_chip(pair.decided)[0]
            return words.format(one=_side(pair, pair.one), other=_side(pair, pair.other), why=pair.why, state=state)
        return None


def state_chip(decided: str) -> Chip:
    """Word, tone and icon of what was decided."""
    return {
        "same": (_translate("PairListModel", "One person"), "go", "check"),
        "apart": (_translate("PairListModel", "Two people"), "out", "users-round"),
    }.get(decided, (_translate("PairListModel", "To decide"), "hold", "circle-question-mark"))


def place_words(pair: PairShown, side: SideShown) -> str:
    """Where one of the two stands, and whether the other has the same e-mail: the e-mail itself is not shown."""
    email = {
        "same": _translate("PairListModel", "the same e-mail"),
        "other": _translate("PairListModel", "another e-mail"),
    }.get(pair.email, "")
    return ", ".join(part for part in (side.where, email) if part)


def _side(pair: PairShown, side: SideShown) -> str:
    parts = (side.name, side.organisation, side.city, side.category, place_words(pair, side))
    return ", ".join(part for part in parts if part)
