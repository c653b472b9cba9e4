"""One figure on paper: what it counts, the number, and what stands behind it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.gui import fonts
from checkin.gui.theme import px, theme
from checkin.gui.widgets.surface import Paper
from checkin.gui.widgets.text_lines import break_lines, clipped, elided, paint_lines

_LEAST = 18


class Figure(Paper):
    """A number with its heading and a line below, such as "84 of 130". The number shrinks, it is never cut."""

    elidable = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = self._number = self._foot = ""
        self._small = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_figure(self, heading: str, number: str, foot: str = "") -> None:
        """Show a figure."""
        self._heading, self._number, self._foot = heading, number, foot
        self.setAccessibleName(", ".join(part for part in (heading, number, foot) if part))
        self.setToolTip(foot)
        self.update()

    def set_small(self, small: bool) -> None:
        """Less margin and smaller type; the line below may take two lines."""
        self._small = small
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(px(160), px(118 if not self._small else 104))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(96), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side, top = (px(14), float(px(10))) if self._small else (px(21), float(px(17)))
        room = self.width() - 2 * side
        label, small = fonts.font(13 if self._small else 14, 600), fonts.font(13 if self._small else 14, 400)
        painter.setPen(theme().color("text_muted"))
        top = paint_lines(painter, [elided(self._heading, label, room)], label, QPointF(side, top), room)
        painter.setPen(theme().color("text"))
        number = self._number_font(room)
        top = paint_lines(painter, [self._number], number, QPointF(side, top + px(2)), room)
        painter.setPen(theme().color("text_muted"))
        lines = clipped(break_lines(self._foot, small, room), small, room, 2 if self._small else 1)
        paint_lines(painter, lines, small, QPointF(side, top + px(1 if self._small else 4)), room)

    def _number_font(self, room: float) -> QFont:
        for size in range(24 if self._small else 34, _LEAST, -1):
            font = fonts.font(size, 700)
            if fonts.width(font, self._number) <= room:
                return font
        return fonts.font(_LEAST, 700)
