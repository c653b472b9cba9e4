"""The head of an import: which file it is and how it was read, and the way out."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.theme import px
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.surface import Surface
from checkin.gui.widgets.text import Text
from checkin.gui.zooming import room


class ImportHeader(Surface):
    """Signals: `cancelled()`."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "bottom", parent)
        self._metrics = NORMAL
        self.title = Text(self.tr("Import a list"), "title", elidable=True)
        self.about = Text("", "small", "muted", elidable=True)
        self.cancel = Button("", "", self.tr("Esc"), Kind.QUIET)
        self.cancel.clicked.connect(self.cancelled)
        words = QVBoxLayout()
        room(words, (0, 0, 0, 0), 2)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.about)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.cancel)
        self.set_done(False)
        self.set_metrics(NORMAL)

    def set_about(self, about: str) -> None:
        """Say which file it is, and how it was read."""
        self.about.set_text(about)
        self.about.setVisible(bool(about) and not self._metrics.compact)

    def set_done(self, done: bool) -> None:
        """Once the list is in there is nothing to cancel."""
        if done:
            self.cancel.set_words(self.tr("Close"), name=self.tr("Close the import"))
        else:
            self.cancel.set_words(self.tr("Cancel"), name=self.tr("Cancel the import"))

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        self._metrics = metrics
        side = 12 if metrics.compact else 16 if not metrics.roomy else 24
        room(self._row, (side + (0 if metrics.compact else 8), 0, side, 0))
        self.title.setFont(fonts.font(20 if metrics.compact else 24, 700))
        self.set_about(self.about.whole)
        self.fit_zoom()

    def fit_zoom(self) -> None:
        """Its height at the zoom in force."""
        self.setFixedHeight(px(80 if self._metrics.roomy else 64 if not self._metrics.compact else 56))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), px(56))
