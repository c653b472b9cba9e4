"""Writing something down about a person, for the card or for the next time they come."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.domain.people import Card, Note
from checkin.gui import fonts
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.pages.desk.acts import act
from checkin.gui.pages.desk.choice_row import ChoiceRow
from checkin.gui.pages.desk.note_field import NoteField
from checkin.gui.pages.desk.note_strip import NoteStrip
from checkin.gui.pages.desk.panel import Panel
from checkin.gui.pages.desk.scrolled import scrolled
from checkin.gui.widgets.free_height import free_height
from checkin.gui.widgets.text import Text
from checkin.gui.words import day_and_clock, operator_word
from checkin.gui.zooming import room

MOST = 500
_ALL_LINES = 40
NOTE, MESSAGE = "note", "message"


class NoteView(Panel):
    """`note_requested(text, at_scan)`, `delivered(entry)` for a message that was told, `closed()`."""

    note_requested = Signal(str, bool)
    delivered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", act("save_note"), parent)
        self.text, self.choice = NoteField(self.tr("Text of the note"), MOST), ChoiceRow(self.tr("What it is"))
        self.count = Text("", fonts.font(13, 400), "muted")
        self._hint = Text(self.tr("Shift Enter begins a new line."), fonts.font(13, 400), "muted", elidable=True)
        self._heading = Text(self.tr("Written down so far"), fonts.font(14, 600), "muted")
        self.strips: list[NoteStrip] = []
        self._lay_out()
        self.text.typed.connect(lambda _text: self._weigh())
        self.text.entered.connect(self.request)
        self.setFocusProxy(self.text)
        self.set_metrics(NORMAL)

    def begin(self, card: Card) -> None:
        """Start an empty note for this person, below it what was written down before."""
        title = self.tr("Note for {name}").format(name=card.person.name)
        self.set_title(title, self.tr("It stands on their card at every desk."))
        choices = ((NOTE, self.tr("Just a note")), (MESSAGE, self.tr("Tell them when they come")))
        self.choice.set_choices(choices, NOTE)
        self.text.set_value("")
        self.show_notes(card.notes)
        self.text.edit.setFocus()

    def show_notes(self, notes: Sequence[Note]) -> None:
        """What was written down before: open messages first, the oldest of them on top, then the newest first."""
        waiting = [note for note in notes if note.at_scan and not note.delivered]
        others = [note for note in notes if not note.at_scan or note.delivered]
        by_time = attrgetter("at")
        ordered = [*sorted(waiting, key=by_time), *sorted(others, key=by_time, reverse=True)]
        while len(self.strips) < len(ordered):
            self.strips.append(self._new_strip())
        for place, strip in enumerate(self.strips):
            strip.setVisible(place < len(ordered))
            if place < len(ordered):
                strip.show_note(ordered[place], first=place == 0, where=self._where(ordered[place]))
        self._heading.setVisible(bool(ordered))

    def choose(self, number: int) -> bool:
        """Choose the n-th kind of note; False when there is none."""
        return self.choice.choose(number)

    def deliver(self) -> bool:
        """Tick the first open message; False when there is none."""
        return any(strip.deliver() for strip in self.strips if not strip.isHidden())

    def request(self, act: str = "") -> None:
        """Save the note when something is written."""
        if self.text.value and self.verb.isEnabled():
            self.note_requested.emit(self.text.value, self.choice.chosen == MESSAGE)

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        super().set_metrics(metrics)
        self._hint.setVisible(not metrics.compact)
        self.text.set_height(120 if metrics.roomy else 88 if not metrics.compact else 60)

    def _weigh(self) -> None:
        self.count.set_text(self.tr("{n} of {most}").format(n=self.text.count, most=MOST))
        self.set_acts(act("save_note", shut="" if self.text.value else self.tr("Nothing is written yet.")))

    def _where(self, note: Note) -> str:
        return self.tr("{when}, {operator}").format(when=day_and_clock(note.at), operator=operator_word(note.operator))

    def _new_strip(self) -> NoteStrip:
        strip = free_height(NoteStrip(most=_ALL_LINES))
        strip.delivered.connect(self.delivered)
        self._list.insertWidget(len(self.strips), strip)
        return strip

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        room(below, (0, 0, 0, 0), 12)
        below.addWidget(self._hint, 1)
        below.addWidget(self.count, 0, Qt.AlignmentFlag.AlignRight)
        inner = QWidget()
        rows = QVBoxLayout(inner)
        room(rows, (0, 0, 0, 0), 8)
        rows.addWidget(self.text)
        rows.addLayout(below)
        rows.addWidget(self.choice)
        rows.addSpacing(8)
        rows.addWidget(self._heading)
        self._list = QVBoxLayout()
        room(self._list, (0, 0, 0, 0), 8)
        rows.addLayout(self._list)
        rows.addStretch(1)
        self.set_body(scrolled(inner))
