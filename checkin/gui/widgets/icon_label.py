"""An icon on its own, with or without a soft tile behind it; never read aloud."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.gui import icons
from checkin.gui.theme import px, theme
from checkin.gui.widgets.surface import box


class Icon(QWidget):
    """An icon in a colour role. `tile` draws a rounded soft square of that many pixels behind it."""

    def __init__(
        self, name: str, role: str = "text_muted", size: int = 20, tile: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._role, self._size, self._tile = name, role, size, tile
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, role: str | None = None) -> None:
        """Show another icon."""
        self._name, self._role = name, role or self._role
        self.update()

    def set_metrics(self, size: int, tile: int = 0) -> None:
        """Change the sizes of icon and tile."""
        self._size, self._tile = size, tile
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        side = px(self._tile or self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._tile:
            box(painter, QRectF(self.rect()), theme().color("accent_soft"), None, px(self._tile) * 0.22)
        centre = QPointF(self.width() / 2, self.height() / 2)
        stroke = icons.STROKE_ON_VERDICT if self._tile else icons.STROKE
        icons.paint(painter, self._name, theme().color(self._role), centre, px(self._size), stroke)
