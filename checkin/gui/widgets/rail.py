"""The rail at the left: the pages this person may open, each with icon and word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from checkin.gui import fonts, icons
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.theme import px, theme
from checkin.gui.widgets.surface import Surface, box
from checkin.gui.zooming import room

_GAP = 6
"""Between two buttons; with it an item is as high as tokens.json says."""


@dataclass(frozen=True, slots=True)
class RailPage:
    """A page of the rail: its key for signals, a lucide icon and one word."""

    key: str
    icon: str
    word: str


class RailButton(QAbstractButton):
    """One page on the rail. `number` is the digit that opens it with Alt, shown while Alt is held."""

    def __init__(self, page: RailPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page, self._number, self._metrics = page, "", NORMAL
        self.setText(page.word)
        self.setAccessibleName(self.tr("Go to {page}").format(page=page.word))
        self.setToolTip(page.word)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_number(self, number: str) -> None:
        """Show a digit, or none."""
        self._number = number
        self.update()

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        self._metrics = metrics
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        m = self._metrics
        return QSize(px(m.rail - (8 if m.compact else 12)), px(max(48, m.rail_item - _GAP)))

    def paintEvent(self, event: QPaintEvent) -> None:
        c, painter = theme().color, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        ink = c("rail_text_on" if chosen or (self.underMouse() and not theme().stark) else "rail_text")
        if chosen:
            box(painter, QRectF(self.rect()), c("rail_on"), None, px(10))
        if self.hasFocus():
            inset = px(1)
            ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            box(painter, ring, None, c("rail_text_on" if chosen else "rail_text"), px(9), theme().line(2))
        small = not self._metrics.roomy
        side = theme().size("icon_rail")
        middle = self.height() / 2 if self._metrics.compact else self.height() / 2 - px(9 if small else 10)
        if self._number:
            painter.setPen(ink)
            painter.setFont(fonts.font(17, 700, True))
            where = QRectF(0, middle - px(12), self.width(), px(24))
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, self._number)
        else:
            icons.paint(painter, self.page.icon, ink, QPointF(self.width() / 2, middle), side)
        if not self._metrics.compact:
            self._paint_word(painter, ink, middle + side / 2)

    def _paint_word(self, painter: QPainter, ink, top: float) -> None:  # type: ignore[no-untyped-def]
        painter.setPen(ink)
        painter.setFont(fonts.font(12 if not self._metrics.roomy else 13, 600))
        where = QRectF(0, top + px(1), self.width(), px(20))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, self.page.word)


class Rail(Surface):
    """Mark, pages, and help at the foot."""

    page_chosen = Signal(str)
    help_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("rail", "", parent)
        self._metrics = NORMAL
        self._buttons: list[RailButton] = []
        self._mark = _Mark()
        self._help = RailButton(RailPage("help", "circle-question-mark", self.tr("Help  F1")))
        self._help.setAccessibleName(self.tr("Help for this page"))
        self._help.clicked.connect(self.help_requested)
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        self._rows.addStretch(1)
        self._rows.addWidget(self._help, 0, Qt.AlignmentFlag.AlignHCenter)
        self.set_metrics(NORMAL)

    def set_pages(self, pages: Sequence[RailPage]) -> None:
        """Show these pages, in this order, and no others."""
        for button in self._buttons:
            self._rows.removeWidget(button)
            button.deleteLater()
        self._buttons = [RailButton(page, self) for page in pages]
        for place, button in enumerate(self._buttons):
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, key=button.page.key: self._choose(key))
            self._rows.insertWidget(1 + place, button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.set_metrics(self._metrics)

    def choose(self, number: int) -> bool:
        """Open the n-th page, counted from 1, as pressing it does; False when there are fewer."""
        if not 1 <= number <= len(self._buttons):
            return False
        self._choose(self._buttons[number - 1].page.key)
        return True

    def set_current(self, key: str) -> None:
        """Mark the page shown."""
        for button in self._buttons:
            button.setChecked(button.page.key == key)
            button.setAccessibleDescription(self.tr("This page is shown.") if button.isChecked() else "")

    def show_numbers(self, shown: bool) -> None:
        """Show the digits that open pages, while Alt is held."""
        for number, button in enumerate(self._buttons, start=1):
            button.set_number(str(number) if shown else "")

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point: 96, 80 or 56 wide."""
        self._metrics = metrics
        self.setFixedWidth(px(metrics.rail))
        top = 20 if metrics.roomy else 12 if not metrics.compact else 4
        room(self._rows, (0, top, 0, 10), _GAP)
        self._mark.setVisible(not metrics.compact)
        self._mark.setFixedSize(px(36), px(36 + (14 if metrics.roomy else 6)))
        self._help.setVisible(not metrics.compact)
        for button in (*self._buttons, self._help):
            button.set_metrics(metrics)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(self._metrics.rail), px(240))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if theme().stark:
            line = theme().border
            QPainter(self).fillRect(self.width() - line, 0, line, self.height(), theme().color("border"))

    def _choose(self, key: str) -> None:
        self.set_current(key)
        self.page_chosen.emit(key)


class _Mark(QWidget):
    """The program's mark: a tick in a square."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = px(36)
        box(painter, QRectF(0, 0, side, side), theme().color("accent"), None, px(9))
        icons.paint(painter, "check", theme().color("on_accent"), QPointF(side / 2, side / 2), px(20))
