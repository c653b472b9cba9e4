"""A panel of the step "What changes": a heading with its number, a sentence, and what it holds or would hold."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.layout_metrics import Metrics
from checkin.gui.theme import px, theme
from checkin.gui.widgets.paragraph import Paragraph
from checkin.gui.widgets.surface import Paper
from checkin.gui.widgets.text import Text
from checkin.gui.zooming import room

_INSET = 8
"""Rows reach this far to the left of the words, so that a chosen row has an edge and words stand below words."""


class Panel(Paper):
    """`body` takes what it holds; while it is empty the sentence of `set_empty` stands there instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Text("", fonts.font(17, 700), elidable=True)
        self.beside = Text("", "small", "muted")
        self.sentence = Paragraph()
        self.empty = Paragraph()
        self.empty.hide()
        self.head = QHBoxLayout()
        room(self.head, (_INSET, 0, 12, 0), 12)
        self.head.addWidget(self.heading, 1)
        self.head.addWidget(self.beside)
        self.holder = QWidget()
        self.holder.setObjectName("bare")
        self.body = QVBoxLayout(self.holder)
        room(self.body, (0, 0, 0, 0), 8)
        self._rows = QVBoxLayout(self)
        room(self._rows, (20 - _INSET, 12, 8, 12), 8)
        self._rows.addLayout(self.head)
        self._rows.addWidget(Rule())
        words = QVBoxLayout()
        room(words, (_INSET, 0, 12, 0), 0)
        words.addWidget(self.sentence)
        words.addWidget(self.empty)
        self._rows.addLayout(words)
        self._rows.addWidget(self.holder, 1)
        self._rows.addStretch(0)
        self.sentence.hide()

    def set_head(self, title: str, beside: str = "", sentence: str = "") -> None:
        """What it is called, what stands at the right of that, and the sentence below."""
        self.heading.set_text(title)
        self.beside.set_text(beside)
        self.beside.setVisible(bool(beside))
        self.sentence.set_text(sentence)
        self.sentence.setVisible(bool(sentence))

    def set_empty(self, sentence: str) -> None:
        """Say what would stand here; with "" what is there is shown."""
        self.empty.set_text(sentence)
        self.empty.setVisible(bool(sentence))
        self.holder.setVisible(not sentence)

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        side, above = (20, 12) if metrics.roomy else (16, 8) if not metrics.compact else (12, 6)
        room(self._rows, (side - _INSET, above, 8, above), 8 if metrics.roomy else 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(96))


class Rule(QWidget):
    """The hairline below a heading; it ends where the rows end, before the place of their scroll bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(px(40), theme().border)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(px(_INSET), 0, self.width() - px(_INSET + 12), theme().border, theme().color("border"))
