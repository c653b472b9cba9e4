"""Help for a page: its keys, and what to do when something does not go as it should."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.pages.help.key_columns import KeyColumns
from checkin.gui.pages.help.what_to_do import what_to_do
from checkin.gui.theme import px, theme
from checkin.gui.widgets.act_bar import said_about
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.free_height import free_height
from checkin.gui.widgets.icon_label import Icon
from checkin.gui.widgets.surface import Paper, box
from checkin.gui.widgets.text import Text
from checkin.gui.zooming import room


class HelpPage(Paper):
    """Paper in the place of the card: search, scanner and acts go on beside it. Signal: `closed()`, also by Esc.

    It scrolls by Up, Down, Page and wheel; there is nothing in it to press but Close.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = free_height(Text(self.tr("Help"), "panel", wraps=True))
        self.close_button = Button(self.tr("Close"), "", self.tr("Esc"), Kind.QUIET, 40)
        self.keys = KeyColumns()
        self.area = self._scrolled()
        head = QHBoxLayout()
        room(head, (0, 0, 0, 0), 12)
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(head)
        self._rows.addWidget(self.area, 1)
        self.close_button.clicked.connect(self.closed)
        self.setFocusProxy(self.area)
        self.set_metrics(NORMAL)

    def show_keys(self, title: str, groups: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> None:
        """Show the keys of a page in groups of (heading, [(keys, words)]); keys that do the same as "F8, Ctrl Z"."""
        self._title.set_text(title)
        self.close_button.set_name(said_about(self.tr("Close"), title))
        self.keys.set_keys(groups)
        self.area.verticalScrollBar().setValue(0)

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        edge = metrics.card
        top, foot = edge - 4 if metrics.roomy else 12, 12 if metrics.compact else edge
        room(self._rows, (edge, top, edge, foot), 12 if not metrics.compact else 8)
        self._title.setFont(fonts.font(28 if metrics.roomy else 22, 700))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), px(240))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.area.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box(painter, QRectF(self.rect()), None, theme().color("focus"), theme().radius("card"), theme().line(2))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def _scrolled(self) -> QScrollArea:
        inner = QWidget()
        inner.setObjectName("bare")
        rows = QVBoxLayout(inner)
        room(rows, (0, 0, 12, 0), 12)
        rows.addWidget(self.keys)
        rows.addWidget(free_height(Text(self.tr("What to do when"), fonts.font(17, 700), wraps=True)))
        rows.addLayout(self._advice())
        rows.addStretch(1)
        area = QScrollArea()
        # The ring stands around the whole page, which is as large as this area.
        area.setProperty("look", "page")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        area.setAccessibleName(self.tr("Keys of this page, and what to do when"))
        area.setWidget(inner)
        area.installEventFilter(self)
        return area

    def _advice(self) -> QGridLayout:
        grid = QGridLayout()
        room(grid, (0, 0, 0, 0), 12)
        grid.setColumnStretch(1, 1)
        for row, (icon, happened, helps) in enumerate(what_to_do()):
            lines = QVBoxLayout()
            room(lines, (0, 0, 0, 0), 2)
            lines.addWidget(free_height(Text(happened, "row", wraps=True)))
            lines.addWidget(free_height(Text(helps, fonts.font(15, 400), "muted", wraps=True)))
            grid.addWidget(Icon(icon, "text_muted", 24), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(lines, row, 1)
        return grid
