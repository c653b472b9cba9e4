"""Duplicates: pairs that may be one person, to decide one by one, and what was merged or kept apart by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from checkin.gui.announcing import announce
from checkin.gui.models.pair_list_model import state_chip
from checkin.gui.pages.importing.changes_shown import NoteShown, PairShown
from checkin.gui.pages.importing.note_rows import NoteRows
from checkin.gui.pages.importing.pair_rows import PairRows
from checkin.gui.pages.importing.panel import Panel
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.count_face import grouped
from checkin.gui.widgets.segments import Segments
from checkin.gui.zooming import room

PAIRS, TOLD = "pairs", "told"


class PairPanel(Panel):
    """Signals: `decided(one attendee, other attendee, "same" | "apart" | "")`, `row_requested(row, file)`.

    Ctrl 1 and Ctrl 2 decide about the chosen pair; the same once more takes it back.
    """

    decided = Signal(str, str, str)
    row_requested = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts = Segments(self.tr("Duplicates"))
        self.rows = PairRows(self.tr("Pairs that may be one person"))
        self.notes = NoteRows(self.tr("Merged, or kept apart"))
        self.same = Button(self.tr("One person"), "user-round", self.tr("Ctrl 1"))
        self.apart = Button(self.tr("Two people"), "users-round", self.tr("Ctrl 2"))
        for button in (self.same, self.apart):
            button.setCheckable(True)
        self._acts = QWidget()
        self._acts.setObjectName("bare")
        acts = QHBoxLayout(self._acts)
        room(acts, (8, 0, 12, 0), 8)
        acts.addWidget(self.same)
        acts.addWidget(self.apart)
        acts.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self.notes)
        self.head.insertWidget(0, self.parts, 1)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._acts)
        self.parts.chosen_changed.connect(self._show_part)
        self.rows.pair_shown.connect(self._show_state)
        self.same.clicked.connect(lambda: self.decide("same"))
        self.apart.clicked.connect(lambda: self.decide("apart"))
        self.notes.note_pressed.connect(self._ask_for_row)

    def set_shown(self, pairs: Sequence[PairShown], told: Sequence[NoteShown]) -> None:
        """Show pairs to decide and sentences about what was decided by itself."""
        self.set_head(self.tr("Duplicates, {count}").format(count=grouped(len(pairs) + len(told))))
        self.rows.pairs.set_pairs(pairs)
        self.notes.set_notes(told)
        both = bool(pairs) and bool(told)
        to_decide = self.tr("To decide, {count}").format(count=grouped(len(pairs)))
        by_itself = self.tr("Merged or kept apart, {count}").format(count=grouped(len(told)))
        self.parts.set_choices([(PAIRS, to_decide), (TOLD, by_itself)])
        self.parts.setVisible(both)
        self.heading.setVisible(not both)
        nothing = self.tr("Nobody is on the list twice. People who may be one stand here side by side, to decide.")
        self.set_empty("" if pairs or told else nothing)
        part = PAIRS if pairs else TOLD
        self.parts.set_chosen(part)
        self._show_part(part)
        if pairs:
            first = next((at for at, pair in enumerate(pairs) if not pair.decided), 0)
            self.rows.setCurrentIndex(self.rows.pairs.index(first))

    @property
    def chosen(self) -> PairShown | None:
        """The pair chosen, None when pairs are not shown."""
        place = self.rows.currentIndex().row()
        return self.rows.pairs.pairs[place] if place >= 0 and self._stack.currentWidget() is self.rows else None

    def decide(self, decision: str) -> None:
        """Decide about the chosen pair; what was decided already is taken back."""
        pair = self.chosen
        if pair is None:
            return
        decision = "" if pair.decided == decision else decision
        self.rows.pairs.decide(self.rows.currentIndex().row(), decision)
        self._show_state(self.rows.currentIndex().row())
        announce(self.rows, state_chip(decision)[0])
        self.decided.emit(*pair.key, decision)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts = {Qt.Key.Key_1: "same", Qt.Key.Key_2: "apart"}
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in acts and self.chosen:
            self.decide(acts[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def _show_part(self, part: str) -> None:
        self._stack.setCurrentWidget(self.rows if part == PAIRS else self.notes)
        self._acts.setVisible(part == PAIRS)
        self.setFocusProxy(self.rows if part == PAIRS else self.notes)

    def _show_state(self, place: int) -> None:
        pair = self.rows.pairs.pairs[place]
        about = self.tr("{words}: {one} and {other}")
        for button, decision in ((self.same, "same"), (self.apart, "apart")):
            button.setChecked(pair.decided == decision)
            button.set_name(about.format(words=button.words, one=pair.one.name, other=pair.other.name))

    def _ask_for_row(self, place: int) -> None:
        note = self.notes.notes.note(place)
        if note.row is not None:
            self.row_requested.emit(note.row, note.file)
