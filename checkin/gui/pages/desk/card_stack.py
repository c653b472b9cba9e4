"""The place of the card: pages that exist from the start, one of them shown."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.pages.desk.correct_view import CorrectView
from checkin.gui.pages.desk.first_run_view import FirstRunView
from checkin.gui.pages.desk.group_view import GroupView
from checkin.gui.pages.desk.instead_of_view import InsteadOfView
from checkin.gui.pages.desk.note_view import NoteView
from checkin.gui.pages.desk.person_view import PersonView
from checkin.gui.pages.desk.ready_view import ReadyView
from checkin.gui.pages.desk.same_person_view import SamePersonView
from checkin.gui.pages.desk.verdict_view import VerdictView
from checkin.gui.pages.desk.walk_in_view import WalkInView
from checkin.gui.pages.help_page import HelpPage
from checkin.gui.theme import px
from checkin.gui.widgets.entrance import Entrance
from checkin.gui.widgets.surface import Surface
from checkin.gui.zooming import room

_AT_ONCE = ("ready", "person", "verdict")
"""What comes and goes with each scan and each letter never moves."""


class CardStack(Surface):
    """Pages `ready`, `person`, `verdict`, `walk_in`, `first_run`, `group`, `correct`, `instead_of`, `note`,
    `same_person` and `help`; `show_page` names one of them."""

    page_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("canvas", "", parent)
        self.ready, self.person, self.verdict = ReadyView(), PersonView(), VerdictView()
        self.walk_in, self.first_run = WalkInView(), FirstRunView()
        self.group, self.correct, self.instead_of = GroupView(), CorrectView(), InsteadOfView()
        self.note, self.same_person, self.help = NoteView(), SamePersonView(), HelpPage()
        self._pages: dict[str, QWidget] = {
            "ready": self.ready, "person": self.person, "verdict": self.verdict,
            "walk_in": self.walk_in, "first_run": self.first_run,
            "group": self.group, "correct": self.correct, "instead_of": self.instead_of,
            "note": self.note, "same_person": self.same_person, "help": self.help,
        }  # fmt: skip
        self._stack = QStackedLayout()
        for page in self._pages.values():
            self._stack.addWidget(page)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(self._stack)
        self._entrance = Entrance(self._rows)
        self.set_metrics(NORMAL)

    @property
    def page(self) -> str:
        """The name of the page shown."""
        shown = self._stack.currentWidget()
        return next(name for name, page in self._pages.items() if page is shown)

    def show_page(self, name: str) -> None:
        """Show a page at once; leaving a verdict stops its time."""
        if name != "verdict":
            self.verdict.stop()
        if name != self.page:
            self._stack.setCurrentWidget(self._pages[name])
            if name not in _AT_ONCE:
                self._entrance.begin()
            self.page_changed.emit(name)

    def choose(self, number: int) -> bool:
        """Choose the n-th candidate, twin or way of the page shown; False when it has none."""
        choose = getattr(self._pages[self.page], "choose", None)
        return bool(choose is not None and choose(number))

    def open_more(self) -> None:
        """What F10 does on the page shown."""
        if self.page == "person":
            self.person.open_more()
        elif self.page == "verdict":
            self.verdict.open_more()

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        self._entrance.settle()
        top = 0 if metrics.compact else metrics.page
        room(self._rows, (metrics.page, top, metrics.page, 8 if metrics.compact else metrics.page))
        for page in self._pages.values():
            page.set_metrics(metrics)  # type: ignore[attr-defined]

    def minimumSizeHint(self) -> QSize:
        return QSize(px(304), px(140))
