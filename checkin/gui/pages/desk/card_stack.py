"""The place of the card: one of six pages that exist from the start."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.pages.desk.first_run_view import FirstRunView
from checkin.gui.pages.desk.import_view import ImportView
from checkin.gui.pages.desk.person_view import PersonView
from checkin.gui.pages.desk.ready_view import ReadyView
from checkin.gui.pages.desk.verdict_view import VerdictView
from checkin.gui.pages.desk.walk_in_view import WalkInView
from checkin.gui.widgets.surface import Surface


class CardStack(Surface):
    """Pages `ready`, `person`, `verdict`, `walk_in`, `first_run`, `imported`; `show_page` names one of them."""

    page_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("canvas", "", parent)
        self.ready, self.person, self.verdict = ReadyView(), PersonView(), VerdictView()
        self.walk_in, self.first_run, self.imported = WalkInView(), FirstRunView(), ImportView()
        self._pages: dict[str, QWidget] = {
            "ready": self.ready, "person": self.person, "verdict": self.verdict,
            "walk_in": self.walk_in, "first_run": self.first_run, "imported": self.imported,
        }  # fmt: skip
        self._stack = QStackedLayout()
        for page in self._pages.values():
            self._stack.addWidget(page)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(self._stack)
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
            self.page_changed.emit(name)

    def choose(self, number: int) -> bool:
        """Choose the n-th candidate or twin of the page shown; False when it has none."""
        if self.page == "verdict":
            return self.verdict.choose(number)
        return self.page == "walk_in" and self.walk_in.choose(number)

    def open_more(self) -> None:
        """What F10 does on the page shown."""
        if self.page == "person":
            self.person.open_more()
        elif self.page == "verdict":
            self.verdict.open_more()

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        top = 0 if metrics.compact else metrics.page
        self._rows.setContentsMargins(metrics.page, top, metrics.page, 8 if metrics.compact else metrics.page)
        for page in self._pages.values():
            page.set_metrics(metrics)  # type: ignore[attr-defined]

    def minimumSizeHint(self) -> QSize:
        return QSize(304, 140)
