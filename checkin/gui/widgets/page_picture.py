"""A page as it will come out of the printer: the raster of the very PDF, on paper."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.gui.theme import px, theme

_PAPER = QColor("#FFFFFF")
"""Paper is white in every theme: so is what comes out."""


class PagePicture(QWidget):
    """Keeps the page's proportions within its box; empty until a picture was set."""

    def __init__(self, name: str, width: int = 320, height: int = 240, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image, self._box = QPixmap(), (width, height)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_picture(self, png: bytes) -> None:
        """Show a PNG; an empty one takes the picture away."""
        self._image = QPixmap()
        self._image.loadFromData(png)
        self.updateGeometry()
        self.update()

    @property
    def empty(self) -> bool:
        """True when no picture is shown."""
        return self._image.isNull()

    def sizeHint(self) -> QSize:
        whole = QSize(px(self._box[0]), px(self._box[1]))
        if self.empty:
            return whole
        return self._image.size().scaled(whole, Qt.AspectRatioMode.KeepAspectRatio)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), theme().color("border_strong"))
        inner = QRectF(self.rect()).adjusted(*(side * theme().line(1) for side in (1, 1, -1, -1)))
        painter.fillRect(inner, theme().color("sunken") if self.empty else _PAPER)
        if not self.empty:
            ratio = self.devicePixelRatio()
            sharp = self._image.scaled(
                (inner.size() * ratio).toSize(), Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )  # fmt: skip
            painter.drawPixmap(inner, sharp, QRectF(sharp.rect()))
