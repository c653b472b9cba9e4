"""The people found: how many, the list, and what to do when the one in front is not among them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.domain.people import Person
from checkin.gui import fonts
from checkin.gui.announcing import announce
from checkin.gui.theme import px, theme
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.result_list_view import ResultListView
from checkin.gui.widgets.row_list_view import SCROLL_BAR
from checkin.gui.widgets.text import Text
from checkin.gui.zooming import room

_LONGEST = 24


class ResultsPanel(QWidget):
    """Replaces the acts while somebody searches."""

    person_highlighted = Signal(str)
    person_pressed = Signal(str)
    walk_in_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = ResultListView()
        self._count = Text("", fonts.font(14, 600), "muted", elidable=True)
        self._keys = Text(self.tr("Up and Down choose"), fonts.font(14, 400), "muted", elidable=True)
        self._keys.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._advice = Text("", fonts.font(14, 400), "muted", wraps=True)
        self._walk_in = Button("", "user-round-plus", self.tr("F4"))
        self._people, self._told = 0, ""
        self._lay_out()
        self.list.person_highlighted.connect(self.person_highlighted)
        self.list.person_pressed.connect(self.person_pressed)
        self.list.person_pressed.connect(lambda _attendee: self._say(self._told))
        self._walk_in.clicked.connect(self.walk_in_requested)

    def show_people(self, people: Sequence[Person], query: str, *, more: bool = False) -> None:
        """Show who was found for `query`, the first chosen; `more` when there may be others."""
        self._people = len(people)
        self.list.set_people(people, query)
        self.list.setVisible(bool(people))
        shown = query.strip() if len(query.strip()) <= _LONGEST else query.strip()[:_LONGEST] + "…"
        if people:
            one = self.tr("1 person found")
            several = self.tr("%n people, best match first", "", len(people))
            if more:
                several = self.tr("{n} people or more, best match first").format(n=len(people))
            self._told = one if len(people) == 1 else several
            self._advice.set_text(self.tr("Not here? Search also finds organisations, cities, order and badge codes."))
        else:
            self._told = self.tr("Nobody found")
            self._advice.set_text(
                self.tr("Nobody called “{words}”. Try fewer letters, or add a walk-in.").format(words=shown)
            )
        self._walk_in.set_words(self.tr("New walk-in “{words}”").format(words=shown))
        if self._walk_in.sizeHint().width() > self.width() - px(SCROLL_BAR):
            self._walk_in.set_words(self.tr("New walk-in"))
        self._say(self._told)

    def ask_which(self) -> None:
        """Enter was pressed and nobody of several is chosen: say how to choose; the next letter takes it back."""
        self._say(self.tr("Which one? Up and Down, or Ctrl 1 to 9"), "hold")
        announce(self, self._count.text())

    def fit_zoom(self) -> None:
        """The list's height at the zoom in force."""
        self._limit()

    def step(self, by: int) -> None:
        """Move the choice."""
        self.list.step(by)
        self._say(self._told)

    def current_attendee(self) -> str:
        """The person chosen, "" when nobody was found."""
        return self.list.current_attendee()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._limit()

    def _say(self, words: str, tone: str = "muted") -> None:
        """The line above the people."""
        self._count.set_tone(tone)
        self._count.set_text(words)
        self._limit()

    def _limit(self) -> None:
        """The list is as high as its rows, so that the advice stands right below them."""
        heads = self._count.sizeHint().width() + self._keys.sizeHint().width() + 2 * px(SCROLL_BAR)
        self._keys.setVisible(self._people > 1 and heads <= self.width())
        self.list.setMaximumHeight(self._people * theme().size("row_result") + px(2))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        room(head, (0, 0, SCROLL_BAR, 0), 8)
        head.addWidget(self._count)
        head.addWidget(self._keys, 1)
        foot = QVBoxLayout()
        room(foot, (0, 8, SCROLL_BAR, 0), 10)
        foot.addWidget(self._advice)
        foot.addWidget(self._walk_in)
        rows = QVBoxLayout(self)
        room(rows, (0, 0, 0, 0), 8)
        rows.addLayout(head)
        rows.addWidget(self.list, 1)
        rows.addLayout(foot)
        rows.addStretch(0)
