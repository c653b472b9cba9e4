"""Who on the list is like the person being typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin.domain.people import Person
from checkin.gui import fonts
from checkin.gui.theme import theme
from checkin.gui.widgets.icon_label import Icon
from checkin.gui.widgets.person_row import PersonRow
from checkin.gui.widgets.surface import box
from checkin.gui.widgets.text import Text
from checkin.gui.words import belonging, row_chip
from checkin.gui.zooming import room

MOST = 3


class TwinsPanel(QWidget):
    """Hidden while nobody is alike. `person_chosen(attendee)`: it is this one."""

    person_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meaning = ""
        self._people: tuple[Person, ...] = ()
        self._title = Text(self.tr("Already on the list?"), "lead", "hold")
        self._count = Text("", fonts.font(14, 400), "text", elidable=True)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._rows = [self._new_row(place) for place in range(MOST)]
        head = QHBoxLayout()
        room(head, (0, 0, 0, 0), 12)
        head.addWidget(Icon("users-round", "hold_text", 22))
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        self._lines = QVBoxLayout(self)
        room(self._lines, (16, 12, 16, 12), 8)
        self._lines.addLayout(head)
        for row in self._rows:
            self._lines.addWidget(row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.hide()

    def set_people(self, people: Sequence[Person]) -> None:
        """Show up to three likely twins."""
        self._people = tuple(people[:MOST])
        one = self.tr("One person is like this one")
        count = len(people)
        alike = one if count == 1 else self.tr("%n people are like this one", "", count)
        self._count.set_text(self._meaning or alike)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(self._people))
            if place < len(self._people):
                person = self._people[place]
                key = self.tr("Ctrl {number}").format(number=place + 1)
                row.set_person(person.name, belonging(person), row_chip(person), key, self.tr("Use this one"))
        self.setVisible(bool(self._people))

    def set_meaning(self, words: str) -> None:
        """Say what it means to be on the list already, in place of how many are alike."""
        self._meaning = words

    def set_compact(self, compact: bool) -> None:
        """Smaller rows and margins."""
        room(self._lines, (12, 8, 12, 8) if compact else (16, 12, 16, 12))
        for row in self._rows:
            row.set_compact(compact)

    def choose(self, number: int) -> bool:
        """Choose the n-th, counted from 1; False when there is none."""
        if not 1 <= number <= len(self._people):
            return False
        self.person_chosen.emit(self._people[number - 1].attendee)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = theme().color("hold_text") if theme().stark else None
        box(
            painter,
            QRectF(self.rect()),
            theme().color("hold_soft"),
            outline,
            theme().radius("control"),
            theme().line(2),
        )

    def _new_row(self, place: int) -> PersonRow:
        row = PersonRow(self)
        row.clicked.connect(lambda: self.choose(place + 1))
        return row
