"""Key caps: the key that does the same, printed on the button."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from checkin.gui import fonts
from checkin.gui.theme import px, theme
from checkin.gui.widgets.surface import box

HEIGHT = 24
_PAD = 7


def cap_width(key: str) -> int:
    """Width of the cap of `key`, 0 when there is none."""
    return round(fonts.width(fonts.kind("caption"), key)) + 2 * px(_PAD) if key else 0


def paint_cap(painter: QPainter, left_middle: QPointF, key: str, text: QColor, outline: QColor) -> None:
    """Draw a cap with its left edge's middle at `left_middle`."""
    high = px(HEIGHT)
    rect = QRectF(round(left_middle.x()), round(left_middle.y()) - high / 2, cap_width(key), high)
    box(painter, rect, None, outline, theme().radius("key"), theme().border)
    painter.setPen(text)
    painter.setFont(fonts.kind("caption"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)
