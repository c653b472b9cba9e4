"""The face of a count: icon and word above, the number below; and numbers as people read them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from checkin.gui import fonts, icons
from checkin.gui.theme import px, theme
from checkin.gui.widgets.text_lines import elided


@dataclass(slots=True)
class CountFace:
    """What a count looks like: word above, number below; the icon's colour role says what kind of count it is."""

    word: str
    icon: str
    role: str
    count: int = 0
    narrow: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return f"{self.word}: {self.count}"

    @property
    def height(self) -> int:
        """Its height at the zoom in force."""
        return px(64 if self.narrow else 88)


def paint_count(painter: QPainter, rect: QRectF, face: CountFace) -> None:
    """Draw icon, word and number into a frame."""
    left, top = (px(6), px(6)) if face.narrow else (px(14), px(12))
    if not face.narrow:
        icons.paint(painter, face.icon, theme().color(face.role), QPointF(left + px(10), top + px(12)), px(20))
        left += px(28)
    word = fonts.font(12 if face.narrow else 14, 600)
    painter.setPen(theme().color("text_muted"))
    painter.setFont(word)
    room = rect.width() - left - px(3 if face.narrow else 4)
    painter.drawText(QRectF(left, top, room, px(22)), Qt.AlignmentFlag.AlignVCenter, elided(face.word, word, room))
    number = fonts.font(22 if face.narrow else 30, 700)
    painter.setPen(theme().color("text"))
    painter.setFont(number)
    where = QRectF(px(6 if face.narrow else 14), top + px(22), rect.width() - px(16), rect.height() - top - px(28))
    painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, grouped(face.count))


def grouped(count: int) -> str:
    """A number with its thousands set apart."""
    return f"{count:,}".replace(",", "\u202f")
