"""Flat areas of the window: paper with a border, panes, the canvas."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from checkin.gui.theme import theme


class Surface(QWidget):
    """A filled area. `edge` is the side that carries a hairline: "right", "top", "bottom", "left" or ""."""

    def __init__(self, role: str = "surface", edge: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role, self._edge = role, edge

    def set_role(self, role: str, edge: str = "") -> None:
        """Change colour role and hairline."""
        self._role, self._edge = role, edge
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color(self._role))
        line, colour = theme().border, theme().color("border")
        w, h = self.width(), self.height()
        boxes = {"right": (w - line, 0, line, h), "left": (0, 0, line, h),
                 "top": (0, 0, w, line), "bottom": (0, h - line, w, line)}  # fmt: skip
        if self._edge:
            painter.fillRect(*boxes[self._edge], colour)


class Paper(QWidget):
    """A card: surface on canvas with a border, no shadow. `dashed` outlines a place to drop files."""

    def __init__(self, parent: QWidget | None = None, dashed: bool = False) -> None:
        super().__init__(parent)
        self._dashed = dashed

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = theme().line(2) if self._dashed else theme().border
        outline = theme().color("border_strong" if self._dashed else "border")
        radius = theme().radius("card")
        box(painter, QRectF(self.rect()), theme().color("surface"), outline, radius, line, self._dashed)


def box(
    painter: QPainter, rect: QRectF, fill: QColor | None, outline: QColor | None, radius: float,
    line: float = 1, dashed: bool = False,
) -> None:  # fmt: skip
    """Draw a rounded rectangle whose outline lies wholly inside `rect`."""
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if outline is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
        return
    pen = QPen(outline, line)
    if dashed:
        pen.setDashPattern([5, 2.5])
    painter.setPen(pen)
    half = line / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)
