"""Paper in the place of the card: what it is for, a body, one verb, and the way out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.theme import px
from checkin.gui.widgets.act import Act
from checkin.gui.widgets.act_bar import ActBar, said_about
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.fit_name import FitName
from checkin.gui.widgets.key_cap import cap_width
from checkin.gui.widgets.paragraph import Paragraph
from checkin.gui.widgets.surface import Paper
from checkin.gui.widgets.text import Text
from checkin.gui.widgets.text_lines import break_lines
from checkin.gui.zooming import room

_ANY_WIDTH = 16_777_215
_VERB = 20
_GAP = 12
_PADS = 80
"""What a verb needs around its words beside the key cap: margins, icon, gaps."""


class Panel(Paper):
    """`closed()` when somebody wants out. A panel puts its body in by `set_body` and answers `request`."""

    closed = Signal()

    def __init__(self, title: str, about: str, verb: Act, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.metrics = NORMAL
        self._verb = verb
        self.title = FitName(title)
        self.about = Paragraph(about, fonts.font(15, 400))
        self.close_button = Button(self.tr("Close"), "", self.tr("Esc"), Kind.QUIET, 40)
        self.reason = Paragraph("", fonts.font(15, 500))
        self.verb = Button(kind=Kind.VERB, height=72)
        self.acts = ActBar(Kind.SECONDARY)
        self.aside = Text("", "small", "muted", elidable=True)
        self.aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._frame()
        self.verb.clicked.connect(lambda: self.request(self._verb.id))
        self.acts.act_requested.connect(self.request)
        self.close_button.clicked.connect(self.closed)
        self.set_acts(verb)

    def request(self, act: str = "") -> None:
        """Do what the button of `act` does, "" for the verb; a panel without acts of its own does nothing."""

    def set_acts(self, verb: Act, secondary: Sequence[Act] = ()) -> None:
        """The verb, which tells its reason above itself when it is shut, and the quieter ways."""
        self._verb = verb
        self.verb.set_words(verb.text, verb.icon, verb.key)
        self.verb.set_shut(verb.shut)
        self.reason.set_text(verb.shut)
        self.reason.setVisible(bool(verb.shut))
        self.acts.set_acts(secondary)
        self._fit_foot()

    def set_title(self, title: str, about: str) -> None:
        """Change the heading and the line below it."""
        self.title.set_name(title)
        self.close_button.set_name(said_about(self.tr("Close"), title))
        self.acts.set_about(title)
        self.about.set_text(about)
        self.about.setVisible(self.tells_about())

    def set_aside(self, words: str) -> None:
        """A word beside the quieter ways."""
        self.aside.set_text(words)
        self._fit_foot()

    def set_body(self, body: QWidget) -> None:
        """What stands between heading and verb."""
        self._rows.insertWidget(1, body, 1)

    def tells_about(self) -> bool:
        """Whether the line below the heading has room."""
        return self.metrics.roomy and bool(self.about.whole)

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        self.metrics = metrics
        edge = metrics.card
        top, foot = edge - 4 if metrics.roomy else 12, 12 if metrics.compact else edge
        room(self._rows, (edge, top, edge, foot), 12 if metrics.roomy else 8)
        self.about.setVisible(self.tells_about())
        self.title.set_metrics(28 if metrics.roomy else 22, 22 if metrics.roomy else 18)
        self.acts.set_metrics(metrics.verb if metrics.compact else 48, 15)
        self._fit_foot()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), px(240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_foot()

    def _fit_foot(self) -> None:
        """Quieter ways below the verb; in one column beside it, where two lines of the verb leave them room."""
        compact, natural = self.metrics.compact, self.acts.natural_width()
        size = self._size_beside(natural) if compact and not self.acts.empty else 0
        self.verb.set_metrics(self.metrics.verb, size or _VERB)
        way = QBoxLayout.Direction
        self._foot.setDirection(way.LeftToRight if compact else way.TopToBottom)
        told = bool(self.aside.whole) and not compact
        self._below.setVisible(bool(size) if compact else not self.acts.empty)
        self._below.setMaximumWidth(natural if compact else _ANY_WIDTH)
        self.aside.setVisible(told)
        self.acts.setFixedWidth(natural) if compact or told else self._free_width()
        self.acts.arrange()

    def _size_beside(self, taken: int) -> int:
        """Size of the verb's words with which they have two lines beside ways `taken` wide, 0 when they have not."""
        around = px(_PADS) + cap_width(self._verb.key)
        left = self.width() - 2 * px(self.metrics.card) - taken - px(_GAP) - around
        for size in (_VERB, 18, 16):
            font = fonts.font(size, 600)
            lines = break_lines(self.verb.words, font, left)
            if left > px(72) and len(lines) <= 2 and all(fonts.width(font, line) <= left for line in lines):
                return size
        return 0

    def _free_width(self) -> None:
        self.acts.setMinimumWidth(0)
        self.acts.setMaximumWidth(_ANY_WIDTH)

    def _frame(self) -> None:
        titles, head = QVBoxLayout(), QHBoxLayout()
        room(titles, (0, 0, 0, 0), 2)
        titles.addWidget(self.title)
        titles.addWidget(self.about)
        room(head, (0, 0, 0, 0), 12)
        head.addLayout(titles, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._below = QWidget()
        below = QHBoxLayout(self._below)
        room(below, (0, 0, 0, 0), 12)
        below.addWidget(self.acts)
        below.addWidget(self.aside, 1)
        self._foot = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        room(self._foot, (0, 0, 0, 0), _GAP)
        self._foot.addWidget(self.verb)
        self._foot.addWidget(self._below)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(head)
        self._rows.addWidget(self.reason)
        self._rows.addLayout(self._foot)
