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

MOST = 3


class TwinsPanel(QWidget):
    """Hidden while nobody is alike. `person_chosen(attendee)`: it is this one."""

    person_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[Person, ...] = ()
        self._title = Text(self.tr("Already on the list?"), "lead", "hold")
        self._count = Text("", fonts.font(14, 400), "text", elidable=True)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._rows = [self._new_row(place) for place in range(MOST)]
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(12)
        head.addWidget(Icon("users-round", "hold_text", 22))
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(16, 12, 16, 12)
        self._lines.setSpacing(8)
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
        self._count.set_text(one if count == 1 else self.tr("%n people are like this one", "", count))
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(self._people))
            if place < len(self._people):
                person = self._people[place]
                key = self.tr("Ctrl {number}").format(number=place + 1)
                row.set_person(person.name, belonging(person), row_chip(person), key, self.tr("Use this one"))
        self.setVisible(bool(self._people))

    def set_compact(self, compact: bool) -> None:
        """Smaller rows and margins."""
        self._lines.setContentsMargins(12, 8, 12, 8) if compact else self._lines.setContentsMargins(16, 12, 16, 12)
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
        outline = theme().color("hold_text") if theme().border > 1 else None
        box(painter, QRectF(self.rect()), theme().color("hold_soft"), outline, theme().radius("control"), 2)

    def _new_row(self, place: int) -> PersonRow:
        row = PersonRow(self)
        row.clicked.connect(lambda: self.choose(place + 1))
        return row
