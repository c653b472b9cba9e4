"""A soft coloured box that tells what just came of something: icon, a bold sentence, and more about it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.gui import fonts, icons
from checkin.gui.theme import px, theme
from checkin.gui.widgets.chip import tone_colours
from checkin.gui.widgets.surface import box
from checkin.gui.widgets.text_lines import break_lines, paint_lines

_LEFT, _SIDE, _TOP = 60, 16, 14


class ToldBox(QWidget):
    """`tone` is a family's colour (go, hold, stop, out, look) or "quiet". Every word is shown, in as many lines as
    it takes.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon, self.title, self.sentence, self.tone = "info", "", "", "quiet"
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, icon: str, title: str, sentence: str = "", tone: str = "quiet") -> None:
        """Tell something."""
        self.icon, self.title, self.sentence, self.tone = icon, title, sentence, tone
        self.setAccessibleName(f"{title} {sentence}".strip())
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room, high = width - px(_LEFT + _SIDE), 2.0 * px(_TOP)
        for words, font in self._texts():
            high += len(break_lines(words, font, room)) * fonts.line(font)
        return max(px(64), round(high) + 1)

    def sizeHint(self) -> QSize:
        return QSize(px(280), self.heightForWidth(self.width() or px(280)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(64))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink = tone_colours(self.tone)
        outline = ink if theme().stark else None
        box(painter, QRectF(self.rect()), fill, outline, theme().radius("control"), theme().line(2))
        room = self.width() - px(_LEFT + _SIDE)
        lines = [(break_lines(words, font, room), font) for words, font in self._texts()]
        top = (self.height() - sum(len(broken) * fonts.line(font) for broken, font in lines)) / 2
        icons.paint(painter, self.icon, ink, QPointF(px(_LEFT) / 2, self.height() / 2), px(26))
        for place, (broken, font) in enumerate(lines):
            painter.setPen(ink if place == 0 else theme().color("text"))
            top = paint_lines(painter, broken, font, QPointF(px(_LEFT), top), room)

    def _texts(self) -> list[tuple[str, QFont]]:
        bold, plain = fonts.font(17, 700), fonts.font(15, 400)
        return [(self.title, bold), *([(self.sentence, plain)] if self.sentence else [])]
