"""One item of the status strip: a word with its icon, and how fresh or how bad it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from checkin.gui import fonts, icons
from checkin.gui.theme import px, theme
from checkin.gui.widgets.surface import box

_ICONS = {"grey": "circle-dashed", "green": "circle-check", "amber": "clock", "red": "circle-alert"}
_TONES = {"amber": "hold", "red": "stop"}


@dataclass(frozen=True, slots=True)
class StripState:
    """What an item says. `state` is grey (not set up), green (happened in its time), amber (late, waiting) or red.

    `key` names the page it opens, `word` is short ("Hub"), `detail` the second text ("2 s ago").
    """

    key: str
    state: str
    word: str
    detail: str = ""
    icon: str = ""

    @property
    def ailing(self) -> bool:
        """True when somebody should look."""
        return self.state in _TONES


class StripItem(QAbstractButton):
    """A pressable item; `terse` leaves its second text out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = StripState("", "grey", "")
        self.terse, self.opens = False, True
        self._more = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_state(self, state: StripState) -> None:
        """Show a state; a change of nothing costs nothing."""
        if state != self.state:
            self.state = state
            self._say()
            self.update()

    def set_opens(self, opens: bool) -> None:
        """Whether pressing it leads anywhere; an item that only tells is no stop for Tab."""
        self.opens = opens
        self._more = self.tr("Show more: {state}") if opens else ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if opens else Qt.FocusPolicy.NoFocus)
        self._say()

    def _say(self) -> None:
        state = self.state
        told = f"{state.word}, {state.detail}" if state.detail else state.word
        self.setAccessibleName(self._more.format(state=told) if self._more else told)
        self.setToolTip(told)

    def width_for(self, terse: bool) -> int:
        """Width with or without the second text."""
        wide = px(20 + 6 + 14) + fonts.width(_word_font(), self.state.word)
        if self.state.detail and not terse:
            wide += px(6) + fonts.width(_detail_font(), self.state.detail)
        return round(wide)

    def sizeHint(self) -> QSize:
        return QSize(self.width_for(self.terse), theme().size("strip_small"))

    def paintEvent(self, event: QPaintEvent) -> None:
        c, painter, state = theme().color, QPainter(self), self.state
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone, middle = _TONES.get(state.state), self.height() / 2
        plate, radius = QRectF(0, middle - px(16), self.width(), px(32)), theme().radius("control")
        if tone:
            edge = c(f"{tone}_text") if theme().stark else None
            box(painter, plate, c(f"{tone}_soft"), edge, radius, theme().line(1))
        elif self.underMouse() and self.opens:
            box(painter, plate, c("hover"), None, radius)
        if self.hasFocus():
            box(painter, plate, None, c("focus"), radius, theme().line(2))
        ink = c(f"{tone}_text") if tone else c("go_text" if state.state == "green" else "text_muted")
        icons.paint(painter, state.icon or _ICONS[state.state], ink, QPointF(px(17), middle), px(18))
        self._paint_words(painter, c(f"{tone}_text") if tone else None, middle)

    def _paint_words(self, painter: QPainter, tone, middle: float) -> None:  # type: ignore[no-untyped-def]
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.setPen(tone or theme().color("text"))
        painter.setFont(_word_font())
        left = float(px(32))
        painter.drawText(QRectF(left, middle - px(12), 10, px(24)), flags, self.state.word)
        if self.state.detail and not self.terse:
            left += fonts.width(_word_font(), self.state.word) + px(6)
            painter.setPen(tone or theme().color("text_muted"))
            painter.setFont(_detail_font())
            painter.drawText(QRectF(left, middle - px(12), 10, px(24)), flags, self.state.detail)


def _word_font() -> QFont:
    return fonts.kind("label")


def _detail_font() -> QFont:
    return fonts.font(13, 400)
