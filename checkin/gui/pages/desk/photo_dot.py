"""The consent to be photographed, as a dot."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.gui import fonts
from checkin.gui.theme import px, theme
from checkin.gui.widgets.surface import box

HEIGHT = 28
_DOT, _GAP = 14, 6


class PhotoDot(QWidget):
    """Green for yes, red with a bar and a word beside it for no, hollow while nobody asked; its name says it in words.

    `set_brief` leaves the word out where it has no room.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photo, self._brief = "", False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_photo("")

    def set_photo(self, photo: str) -> None:
        """Show the consent: yes, no, or "" when nobody asked."""
        self._photo = photo
        said = {
            "yes": self.tr("May be photographed"),
            "no": self.tr("Must not be photographed"),
        }.get(photo, self.tr("Nobody asked about photos"))
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.updateGeometry()
        self.update()

    @property
    def word(self) -> str:
        """The word beside the dot."""
        return self.tr("No photos") if self._photo == "no" and not self._brief else ""

    def set_brief(self, brief: bool) -> None:
        """Leave the word out, or show it again."""
        self._brief = brief
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        word = round(fonts.width(fonts.kind("label"), self.word)) + px(_GAP) + 2 if self.word else 0
        return QSize(px(_DOT + 4) + word, px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, c = QPainter(self), theme().color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = px(_DOT)
        dot = QRectF(px(2), (self.height() - side) / 2, side, side)
        fill = {"yes": c("go"), "no": c("stop")}.get(self._photo)
        box(painter, dot, fill, None if fill else c("text_muted"), side / 2, theme().line(2))
        if self._photo == "no":
            bar = QRectF(dot.left() + px(3), dot.center().y() - px(1), dot.width() - 2 * px(3), 2 * px(1))
            painter.fillRect(bar, c("on_stop"))
        if self.word:
            painter.setPen(c("stop_text"))
            painter.setFont(fonts.kind("label"))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
            painter.drawText(QRectF(dot.right() + px(_GAP), 0, 10, self.height()), flags, self.word)
