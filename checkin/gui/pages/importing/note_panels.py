"""Panels of sentences: rows set aside, one such row with its cells, and what is good to know."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin.gui.pages.importing.changes_shown import NoteShown
from checkin.gui.pages.importing.note_rows import NoteRows
from checkin.gui.pages.importing.panel import Panel
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.count_face import grouped
from checkin.gui.zooming import room


class AsidePanel(Panel):
    """Rows that were set aside. Signals: `note_pressed(place)`, `note_shown(place)`, `save_requested()`."""

    note_pressed = Signal(int)
    note_shown = Signal(int)
    save_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = NoteRows(self.tr("Rows set aside"))
        self.save = Button(self.tr("Save these rows"), "file-down")
        self.save.set_name(self.tr("Save the rows set aside as a spreadsheet with their reasons"))
        foot = QHBoxLayout()
        room(foot, (8, 0, 12, 0), 8)
        foot.addWidget(self.save)
        foot.addStretch(1)
        self.body.addWidget(self.rows, 1)
        self.body.addLayout(foot)
        self.rows.note_pressed.connect(self.note_pressed)
        self.rows.note_shown.connect(self.note_shown)
        self.save.clicked.connect(self.save_requested)
        self.setFocusProxy(self.rows)

    def set_notes(self, notes: Sequence[NoteShown]) -> None:
        """Show these rows with their reasons."""
        self.set_head(self.tr("Set aside, {count}").format(count=grouped(len(notes))))
        self.rows.set_notes(notes)
        nothing = self.tr("Every row was taken. A row that cannot be taken stands here with the reason.")
        self.set_empty("" if notes else nothing)


class RowPanel(Panel):
    """One row that was set aside: why, and its cells under their headers, the one that is the matter marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = NoteRows(self.tr("Cells of the row"), lines=1)
        self.body.addWidget(self.cells, 1)
        self.setFocusProxy(self.cells)
        self.show_row(None)

    def show_row(self, note: NoteShown | None) -> None:
        """Show a row, None for none."""
        if note is None:
            self.set_head(self.tr("The row"))
            self.cells.set_notes(())
            self.set_empty(self.tr("Choose a row: its cells stand here."))
            return
        self.set_head(note.title, "", note.text)
        self.cells.set_notes([NoteShown(c.header, c.value, at_fault=c.at_fault) for c in note.cells])
        self.set_empty("" if note.cells else self.tr("The row has no cells with anything in them."))


class KnowPanel(Panel):
    """What a person should know of the list. `row_requested(row, file)` for a sentence about a row."""

    row_requested = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = NoteRows(self.tr("Good to know"), lines=3)
        self.body.addWidget(self.rows, 1)
        self.rows.note_pressed.connect(self._pressed)
        self.setFocusProxy(self.rows)

    def set_notes(self, notes: Sequence[NoteShown]) -> None:
        """Show these sentences."""
        self.set_head(self.tr("Good to know, {count}").format(count=grouped(len(notes))))
        self.rows.set_notes(notes)
        self.set_empty("" if notes else self.tr("The list was read without anything to remark."))

    def _pressed(self, place: int) -> None:
        note = self.rows.notes.note(place)
        if note.row is not None:
            self.row_requested.emit(note.row, note.file)
