"""The operators that the lock screen offers, as rows: all, or those whose names go on as typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from checkin.domain.names import fold, words_of
from checkin.gui.models.result_list_model import matches

OperatorRole = Qt.ItemDataRole.UserRole + 1
KeyRole = Qt.ItemDataRole.UserRole + 2
MatchRole = Qt.ItemDataRole.UserRole + 3
LineRole = Qt.ItemDataRole.UserRole + 4
MOST_KEYS = 9
_Index = QModelIndex | QPersistentModelIndex
_translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Operator:
    """Who may sit at a desk. `remark` says that they are, or were last, at this one."""

    id: str
    name: str
    role: str
    remark: str = ""

    @property
    def initials(self) -> str:
        """First letters of the first and the last name."""
        words = self.name.split()
        return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def role_word(role: str) -> str:
    """A role as people read it; a word that is no role's id stays as it is."""
    return {
        "volunteer": _translate("roles", "Volunteer"), "desk": _translate("roles", "Desk"),
        "supervisor": _translate("roles", "Supervisor"), "organiser": _translate("roles", "Organiser"),
    }.get(role, role)  # fmt: skip


class OperatorModel(QAbstractListModel):
    """Keeps the order it was given; while letters are typed, names that begin with them come first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Operator, ...] = ()
        self._shown: tuple[Operator, ...] = ()
        self._typed = ""

    def set_operators(self, operators: Sequence[Operator]) -> None:
        """Offer these; what is typed goes on to hold."""
        self._all = tuple(operators)
        self.filter(self._typed)

    def filter(self, typed: str) -> None:
        """Show those who have a word beginning with each word typed."""
        wanted = fold(typed).split()
        found = [o for o in self._all if _answers(o.name, wanted)]
        if wanted:
            found.sort(key=lambda operator: not fold(operator.name).startswith(wanted[0]))
        self.beginResetModel()
        self._typed, self._shown = typed, tuple(found)
        self.endResetModel()

    def operator(self, row: int) -> Operator:
        """The operator of a row."""
        return self._shown[row]

    def row_of(self, operator: str) -> int:
        """The row of an operator's id, -1 when they are not shown."""
        return next((row for row, shown in enumerate(self._shown) if shown.id == operator), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        operator = self._shown[index.row()]
        key = _translate("lock", "Ctrl {number}").format(number=index.row() + 1) if index.row() < MOST_KEYS else ""
        line = " · ".join(part for part in (role_word(operator.role), operator.remark) if part)
        return {
            Qt.ItemDataRole.DisplayRole: operator.name, OperatorRole: operator, KeyRole: key, LineRole: line,
            MatchRole: matches(operator.name, self._typed),
            Qt.ItemDataRole.AccessibleTextRole: ", ".join(part for part in (operator.name, line, key) if part),
        }.get(role)  # fmt: skip


def _answers(name: str, wanted: Sequence[str]) -> bool:
    words = words_of(name)
    return all(any(word.startswith(part) for word in words) for part in wanted)
