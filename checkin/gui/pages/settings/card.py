"""A card of a settings page: a heading, a sentence, what belongs to it at the right, and rows below."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.layout_metrics import Metrics
from checkin.gui.theme import px
from checkin.gui.widgets.paragraph import Paragraph
from checkin.gui.widgets.surface import Paper
from checkin.gui.zooming import room


class SettingsCard(Paper):
    """`rows` takes what stands below the head. Without a title there is no head."""

    def __init__(self, title: str = "", about: str = "", beside: QWidget | None = None) -> None:
        super().__init__()
        self._outer = QVBoxLayout(self)
        room(self._outer, (24, 14, 24, 14), 8)
        self.title = Paragraph(title, fonts.font(17, 700), "text")
        self.about = Paragraph(about)
        if not about:
            self.about.hide()
        self._beside = beside
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        room(self._head, (0, 0, 0, 0), 12)
        words = QVBoxLayout()
        room(words, (0, 2, 0, 0), 2)
        words.addWidget(self.title)
        words.addWidget(self.about)
        words.addStretch(1)
        if title:
            self._head.addLayout(words, 1)
            self._outer.addLayout(self._head)
        if beside is not None:
            self._head.addWidget(beside)
        self.rows = QVBoxLayout()
        room(self.rows, (0, 0, 0, 0), 0)
        self._outer.addLayout(self.rows)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_about(self, sentence: str) -> None:
        """Change the sentence below the heading."""
        self.about.set_text(sentence)
        self.about.setVisible(bool(sentence))

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        side = 12 if metrics.compact else 20 if not metrics.roomy else 24
        room(self._outer, (side, 10 if metrics.compact else 14, side, 10 if metrics.compact else 14), 8)
        if self._beside is not None:
            narrow = metrics.compact and self._beside.sizeHint().width() > px(180)
            down = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
            self._head.setDirection(down)
