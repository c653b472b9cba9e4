"""A titled list of notes, each with where it belongs and what is the matter; scrolls when long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.theme import px
from checkin.gui.widgets.text import Text
from checkin.gui.zooming import room

MOST_NOTES = 200
_AT_ONCE = 10
"""Notes that are made before the window sees to other things: two hundred on end would take 100 ms."""


class NoteList(QWidget):
    """Shows up to 200 notes and counts all of them in its heading; hidden when there are none."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._heading = Text(title, "lead", elidable=True)
        self._notes = QVBoxLayout()
        room(self._notes, (0, 0, 12, 0), 10)
        inner = QWidget()
        inner.setObjectName("bare")
        inner.setLayout(self._notes)
        self._area = area = QScrollArea()
        area.setProperty("look", "bare")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setAccessibleName(title)
        rows = QVBoxLayout(self)
        room(rows, (0, 0, 0, 0), 6)
        rows.addWidget(self._heading)
        rows.addWidget(area, 1)
        self._coming: list[tuple[str, str]] = []
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._add_some)
        self.fit_zoom()

    def fit_zoom(self) -> None:
        """The least height at the zoom in force."""
        self._area.setMinimumHeight(px(32))

    def set_notes(self, notes: Sequence[tuple[str, str]], count: int | None = None) -> None:
        """Show notes as (where, sentence); `count` when there are more of them than are handed over."""
        while (item := self._notes.takeAt(0)) is not None:
            if (note := item.widget()) is not None:
                note.deleteLater()
        self._notes.addStretch(1)
        self._heading.set_text(f"{self._title}, {len(notes) if count is None else count}")
        self.setVisible(bool(notes))
        self._coming = list(notes[:MOST_NOTES])
        self._add_some()

    def _add_some(self) -> None:
        """Put the next notes above the stretch at the end."""
        now, self._coming = self._coming[:_AT_ONCE], self._coming[_AT_ONCE:]
        for where, sentence in now:
            self._notes.insertWidget(self._notes.count() - 1, _note(where, sentence))
        if self._coming:
            self._more.start()


def _note(where: str, sentence: str) -> QWidget:
    note = QWidget()
    note.setObjectName("bare")
    lines = QVBoxLayout(note)
    room(lines, (0, 0, 0, 0), 2)
    if where:
        lines.addWidget(Text(where, fonts.font(14, 600)))
    told = Text(sentence, "small", "muted", wraps=True)
    # A wrapped text's own hint is that of another width: as a limit it would cut lines off.
    told.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    lines.addWidget(told)
    return note
