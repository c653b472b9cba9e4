"""A row that only tells; a hairline parts it from the one above."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.gui.theme import px, theme
from checkin.gui.widgets.line import Line, paint_line


class LineRow(QWidget):
    """A text without room loses its end; the whole row is the tool tip then."""

    elidable = True

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_line(line)

    def set_line(self, line: Line) -> None:
        """Tell something else."""
        self.line = line
        self.setAccessibleName(line.spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(self.line.height))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cut = paint_line(painter, QRectF(self.rect()), self.line)
        self.setToolTip(self.line.spoken if cut else "")
        painter.fillRect(QRectF(0, 0, self.width(), theme().border), theme().color("border"))
