"""The last acts of this desk as rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from checkin.domain.outcome import STYLES, Family, Outcome
from checkin.domain.people import Entry
from checkin.gui.words import clock, outcome_word

_translate = QCoreApplication.translate
EntryRole = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex

_KINDS: dict[str, tuple[Family | None, str]] = {
    "checked_in": (Family.GO, "check"),
    "walk_in_registered": (Family.GO, "user-round-plus"),
    "checked_out": (Family.OUT, "log-out"),
    "badge_printed": (None, "printer"),
    "badge_handed_over": (None, "id-card"),
    "undone": (None, "undo-2"),
    "list_imported": (None, "file-up"),
    "corrected": (None, "pencil"),
}


def mark_of(entry: Entry) -> tuple[Family | None, str]:
    """Shape and icon of an act; an act that was taken back has no shape any more."""
    if entry.undone:
        return None, "undo-2"
    if entry.outcome in set(Outcome):
        style = STYLES[Outcome(entry.outcome)]
        return style.family, style.icon
    return _KINDS.get(entry.kind, (None, "circle-check"))


class ActListModel(QAbstractListModel):
    """Entries, newest first, as the service gives them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show these acts."""
        if list(entries) == self._entries:
            return
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def entry(self, row: int) -> Entry:
        """The act of a row."""
        return self._entries[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == EntryRole:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return line_of(entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _translate("words", "{name}, {text}, {time}").format(
                name=title_of(entry), text=line_of(entry), time=clock(entry.at)
            )
        return None


def title_of(entry: Entry) -> str:
    """Whom the act is about, or the verdict's word when nobody is known."""
    if entry.name:
        return entry.name
    if entry.outcome in set(Outcome):
        return outcome_word(Outcome(entry.outcome))
    if entry.kind == "list_imported":
        return _translate("words", "Attendee list")
    return _translate("words", "This desk")


_NOBODY: dict[Outcome, object] = {
    Outcome.UNKNOWN: QT_TRANSLATE_NOOP("words", "A code that is on no list"),
    Outcome.UNREADABLE: QT_TRANSLATE_NOOP("words", "Not one of our codes"),
    Outcome.WRONG_EVENT: QT_TRANSLATE_NOOP("words", "Not of this event"),
    Outcome.AMBIGUOUS: QT_TRANSLATE_NOOP("words", "A shared code"),
}


def line_of(entry: Entry) -> str:
    """What was done, below the name; an act that was taken back says so."""
    if entry.undone:
        return _translate("words", "Taken back: {text}").format(text=entry.text)
    if entry.kind == "list_imported":
        return _translate("words", "Brought in")
    if not entry.name and entry.outcome in set(_NOBODY):
        return _translate("words", str(_NOBODY[Outcome(entry.outcome)]))
    return entry.text
