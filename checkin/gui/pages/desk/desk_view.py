"""The Desk page: left pane and card beside each other, or below each other where there is one column."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.pages.desk.card_stack import CardStack
from checkin.gui.pages.desk.left_pane import LeftPane
from checkin.gui.theme import px
from checkin.gui.widgets.strip_question import Asks
from checkin.gui.widgets.surface import Surface

_UNLIMITED = 16777215
_BESIDE_RESULTS = ("ready", "person")
"""Pages that are about whom the typed words find."""


class DeskView(Surface):
    """Looks only: `left` and `cards` are driven by the page's controller."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("canvas", "", parent)
        self._metrics = NORMAL
        self.left, self.cards = LeftPane(), CardStack()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self.left)
        self._box.addWidget(self.cards, 1)
        self.left.results_shown.connect(lambda _shown: self._share())
        self.cards.page_changed.connect(self._page_changed)
        self.set_metrics(NORMAL)

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        self._metrics = metrics
        self.left.set_metrics(metrics)
        self.cards.set_metrics(metrics)
        compact = metrics.compact
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if compact else QBoxLayout.Direction.LeftToRight)
        self.left.setMinimumWidth(0 if compact else px(metrics.pane))
        self.left.setMaximumWidth(_UNLIMITED if compact else px(metrics.pane))
        self._share()

    def minimumSizeHint(self) -> QSize:
        # Of the compact form, whatever is shown now: else the window could never be made smaller than this one.
        return QSize(px(320), px(216))

    def _page_changed(self, page: str) -> None:
        """In one column there is no room for a verdict below the question why something was taken back; the one about
        a badge that is out there stays.
        """
        if self._metrics.compact and self.left.undo_strip.asks is not Asks.BADGE:
            self.left.undo_strip.hide()
        self.left.set_covered(page not in _BESIDE_RESULTS)
        self._share()

    def _share(self) -> None:
        """In one column the people found take the card's place."""
        compact = self._metrics.compact
        results = self.left.searching and self.cards.page in _BESIDE_RESULTS
        self.cards.setVisible(not (compact and results))
        down = QSizePolicy.Policy.Expanding if not compact or results else QSizePolicy.Policy.Maximum
        self.left.setSizePolicy(QSizePolicy.Policy.Preferred, down)
