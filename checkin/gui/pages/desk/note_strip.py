"""A notice, a note, or a message with the tick that says it was delivered."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from checkin.domain.people import Note, Notice
from checkin.gui import fonts, icons
from checkin.gui.pages.desk.acts import act
from checkin.gui.theme import px, theme
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.chip import tone_colours
from checkin.gui.widgets.notice_strip import NoticeStrip
from checkin.gui.widgets.surface import box
from checkin.gui.widgets.text_lines import break_lines, clipped, paint_lines

_LEAST, _TICKED = 44, 56
_TEXT_LEFT = 56


class NoteStrip(NoticeStrip):
    """Amber while somebody must be told, grey when it is good to know. `delivered(entry)` when the tick was pressed.

    `most` is how many lines of a sentence are shown, on the card two.
    """

    delivered = Signal(str)

    def __init__(self, parent: QWidget | None = None, most: int = 2) -> None:
        self._entry, self._most = "", most
        super().__init__(parent)
        done = act("delivered")
        self.tick = Button(done.text, done.icon, done.key, parent=self)
        self.tick.clicked.connect(self.deliver)
        self.tick.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice of the person; nothing is to be ticked."""
        self._set_entry("", "")
        self.set_notice(notice)

    def show_note(self, note: Note, *, first: bool = False, where: str = "") -> None:
        """Show a note, with a tick while it is an open message; `first` prints the key on it. `where` tells who wrote
        it and when.
        """
        opened = note.at_scan and not note.delivered
        self._set_entry(note.entry if opened else "", act("delivered").key if first else "")
        title = self.tr("Tell them") if opened else self.tr("Delivered") if note.at_scan else self.tr("Note")
        icon = "check-check" if note.delivered else "message-square-text" if note.at_scan else "sticky-note"
        text = " ".join(note.text.split())
        told = self.tr("{text} ({where})").format(text=text, where=where) if where else text
        self.set_words(icon, title, told, "hold" if opened else "look")
        self.tick.setAccessibleName(self.tr("Delivered: {text}").format(text=text))

    def set_most(self, lines: int) -> None:
        """Show so many lines of the sentence at most."""
        self._most = lines
        self.setToolTip(self._left_out(self.width()))
        self.update()

    def deliver(self) -> bool:
        """Tick the message; False when there is none here."""
        if self._entry:
            self.delivered.emit(self._entry)
        return bool(self._entry)

    def heightForWidth(self, width: int) -> int:
        least = px(_TICKED if self._entry else _LEAST)
        lines = len(self._lines(width)[1])
        return max(least, px(_LEAST) + round((lines - 1) * fonts.line(self._sentence_font())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _set_entry(self, entry: str, key: str) -> None:
        self._entry = entry
        done = act("delivered")
        self.tick.set_words(done.text, done.icon, key)
        self.tick.setVisible(bool(entry))
        self._place()

    def _place(self) -> None:
        size = self.tick.sizeHint()
        self.tick.setGeometry(self.width() - size.width() - px(4), (self.height() - size.height()) // 2,
                              size.width(), size.height())  # fmt: skip

    def _sentence_font(self) -> QFont:
        return fonts.font(15, 400)

    def _room(self, width: int) -> tuple[float, float]:
        """Where the sentence begins, and how wide it may be."""
        title = fonts.width(fonts.font(15, 600), self._title)
        left = px(_TEXT_LEFT) + (title + px(12) if self._title else 0)
        inset = self.tick.sizeHint().width() + px(8) if self._entry else 0
        return left, width - left - px(14) - inset

    def _broken(self, width: int) -> tuple[float, list[str]]:
        left, room = self._room(width)
        return left, break_lines(self._sentence, self._sentence_font(), room)

    def _lines(self, width: int) -> tuple[float, list[str]]:
        left, room = self._room(width)
        return left, clipped(self._broken(width)[1], self._sentence_font(), room, self._most)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, colour = tone_colours(self._tone)
        outline = colour if theme().stark else None
        box(painter, QRectF(self.rect()), fill, outline, theme().radius("control"), theme().line(2))
        left, lines = self._lines(self.width())
        font, step = self._sentence_font(), fonts.line(self._sentence_font())
        top = (self.height() - step * len(lines)) / 2
        icons.paint(painter, self._icon, colour, QPointF(px(28), top + step / 2), px(24))
        painter.setPen(colour)
        painter.setFont(fonts.font(15, 600))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(QRectF(px(_TEXT_LEFT), top, px(10), step), flags, self._title)
        painter.setPen(theme().color("text"))
        paint_lines(painter, lines, font, QPointF(left, top), self._room(self.width())[1])
