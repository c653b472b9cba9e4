"""A notice: icon, word and the sentence that says what to do."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.domain.people import Notice
from checkin.gui import fonts, icons
from checkin.gui.theme import px, theme
from checkin.gui.widgets.chip import tone_colours
from checkin.gui.widgets.surface import box
from checkin.gui.widgets.text_lines import break_lines, clipped, paint_lines
from checkin.gui.words import NOTICE_ICONS

_ONE_LINE = 44
_TEXT_LEFT = 56


class NoticeStrip(QWidget):
    """Amber when somebody must act, grey when it is good to know. Wraps to two lines before its end is left out."""

    elidable = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._title, self._sentence, self._tone = "info", "", "", "look"
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_notice(self, notice: Notice) -> None:
        """Show a notice of a person."""
        tone = "hold" if notice.urgent else "look"
        self.set_words(NOTICE_ICONS.get(notice.kind, "info"), notice.title, notice.sentence, tone)

    def set_words(self, icon: str, title: str, sentence: str, tone: str = "look") -> None:
        """Show anything in the form of a notice."""
        self._icon, self._title, self._sentence, self._tone = icon, title, sentence, tone
        self.setAccessibleName(f"{title}: {sentence}" if sentence else title)
        self.setToolTip(self._left_out(self.width()))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        extra = len(self._lines(width)[1]) - 1
        return px(_ONE_LINE) + round(extra * fonts.line(self._sentence_font()))

    def sizeHint(self) -> QSize:
        wide = px(240)
        return QSize(wide, self.heightForWidth(self.width() or wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(_ONE_LINE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self._left_out(self.width()))

    def _left_out(self, width: int) -> str:
        """The whole sentence where its end has no room; else ""."""
        return self._sentence if len(self._lines(width)[1]) < len(self._broken(width)[1]) else ""

    def _sentence_font(self) -> QFont:
        return fonts.font(15, 400)

    def _broken(self, width: int) -> tuple[float, list[str]]:
        title = fonts.width(fonts.kind("row") if not self._title else fonts.font(15, 600), self._title)
        left = px(_TEXT_LEFT) + (title + px(12) if self._title else 0)
        return left, break_lines(self._sentence, self._sentence_font(), width - left - px(14))

    def _lines(self, width: int) -> tuple[float, list[str]]:
        left, lines = self._broken(width)
        return left, clipped(lines, self._sentence_font(), width - left - px(14), 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, colour = tone_colours(self._tone)
        outline = colour if theme().stark else None
        box(painter, QRectF(self.rect()), fill, outline, theme().radius("control"), theme().line(2))
        middle = px(_ONE_LINE) / 2
        icons.paint(painter, self._icon, colour, QPointF(px(28), middle), px(24))
        painter.setPen(colour)
        painter.setFont(fonts.font(15, 600))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(QRectF(px(_TEXT_LEFT), 0, 10, px(_ONE_LINE)), flags, self._title)
        left, lines = self._lines(self.width())
        painter.setPen(theme().color("text"))
        font = self._sentence_font()
        top = middle - fonts.line(font) / 2
        paint_lines(painter, lines, font, QPointF(left, top), self.width() - left - px(14))
