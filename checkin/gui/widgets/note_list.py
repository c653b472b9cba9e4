"""A titled list of notes, each with where it belongs and what is the matter; scrolls when long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.widgets.text import Text

_MOST = 200


class NoteList(QWidget):
    """Shows up to 200 notes and counts all of them in its heading; hidden when there are none."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._heading = Text(title, "lead", elidable=True)
        self._notes = QVBoxLayout()
        self._notes.setContentsMargins(0, 0, 12, 0)
        self._notes.setSpacing(2)
        inner = QWidget()
        inner.setObjectName("bare")
        inner.setLayout(self._notes)
        area = QScrollArea()
        area.setProperty("look", "bare")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setMinimumHeight(32)
        area.setAccessibleName(title)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self._heading)
        rows.addWidget(area, 1)

    def set_notes(self, notes: Sequence[tuple[str, str]]) -> None:
        """Show notes as (where, sentence)."""
        while (item := self._notes.takeAt(0)) is not None:
            if (note := item.widget()) is not None:
                note.deleteLater()
        for where, sentence in notes[:_MOST]:
            if where:
                self._notes.addWidget(Text(where, fonts.font(14, 600)))
            told = Text(sentence, "small", "muted", wraps=True)
            # A wrapped text's own hint is that of another width: as a limit it would cut lines off.
            told.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            self._notes.addWidget(told)
            self._notes.addSpacing(8)
        self._notes.addStretch(1)
        self._heading.set_text(f"{self._title}, {len(notes)}")
        self.setVisible(bool(notes))
