"""Chips: a word of state in a pill, with an icon where colour alone would tell too much."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.gui import fonts, icons
from checkin.gui.theme import px, theme
from checkin.gui.widgets.surface import box

HEIGHT = 28
_ICON = 16


def chip_width(word: str, icon: str = "") -> int:
    """Width of a chip of `word`."""
    return round(fonts.width(fonts.kind("label"), word)) + px(20) + (px(_ICON + 5) if icon else 0)


def tone_colours(tone: str) -> tuple[QColor, QColor]:
    """Fill and text of a tone: accent, quiet, or a family's colour (go, hold, stop, out, look)."""
    c = theme().color
    if tone == "accent":
        return c("accent_soft"), c("accent_text")
    if tone == "quiet":
        return c("sunken"), c("text_muted")
    return c(f"{tone}_soft"), c(f"{tone}_text")


def paint_chip(painter: QPainter, rect: QRectF, word: str, tone: str, icon: str = "") -> None:
    """Draw a chip into `rect`, which is `chip_width` wide."""
    fill, text = tone_colours(tone)
    box(painter, rect, fill, text if theme().stark else None, rect.height() / 2, theme().line(1))
    left = rect.left() + px(10)
    if icon:
        icons.paint(painter, icon, text, QPointF(left + px(_ICON) / 2, rect.center().y()), px(_ICON))
        left += px(_ICON + 5)
    painter.setPen(text)
    painter.setFont(fonts.kind("label"))
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    painter.drawText(QRectF(left, rect.top(), rect.right() - left, rect.height()), flags, word)


class Chip(QWidget):
    """A chip of its own."""

    def __init__(self, word: str = "", tone: str = "quiet", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(word, tone, icon)

    def set_state(self, word: str, tone: str, icon: str = "") -> None:
        """Change word, tone and icon."""
        self._word, self._tone, self._icon = word, tone, icon
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(chip_width(self._word, self._icon), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chip(painter, QRectF(self.rect()), self._word, self._tone, self._icon)
