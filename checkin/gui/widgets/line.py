"""What one row of a list tells, and how it is painted: icon, title, a second line, and its state at the right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from checkin.gui import fonts, icons
from checkin.gui.theme import px, theme
from checkin.gui.widgets.chip import HEIGHT, chip_width, paint_chip
from checkin.gui.widgets.text_lines import elided

LEAD, _ICON, _GAP = 116, 40, 12


@dataclass(frozen=True, slots=True)
class Line:
    """`chip` is (word, tone, icon), `side` plain words in its place; `lead` stands first, such as a time."""

    title: str
    detail: str = ""
    icon: str = ""
    side: str = ""
    chip: tuple[str, str, str] | None = None
    lead: str = ""

    @property
    def spoken(self) -> str:
        """The whole row as one sentence."""
        parts = (self.lead, self.title, self.detail, self.side, self.chip[0] if self.chip else "")
        return ", ".join(part for part in parts if part)

    @property
    def height(self) -> int:
        """Its height in pixels of 100 %."""
        return 64 if self.detail else 48


def paint_line(painter: QPainter, row: QRectF, line: Line, ink: str = "text") -> bool:
    """Draw a row; whether some of its words had no room."""
    c, left = theme().color, row.left()
    if line.lead:
        painter.setPen(c("text"))
        painter.setFont(fonts.font(15, 600))
        where = QRectF(left, row.top(), px(LEAD), row.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, line.lead)
        left += px(LEAD)
    if line.icon:
        icons.paint(painter, line.icon, c("text_muted"), QPointF(left + px(11), row.center().y()), px(22))
        left += px(_ICON)
    right = row.right() - _paint_side(painter, row, line)
    return _paint_words(painter, QRectF(left, row.top(), max(0.0, right - left), row.height()), line, ink)


def _paint_side(painter: QPainter, row: QRectF, line: Line) -> float:
    """Draw what stands at the right; returns the width it takes with its gap."""
    if line.chip:
        word, tone, icon = line.chip
        wide, high = chip_width(word, icon), px(HEIGHT)
        paint_chip(painter, QRectF(row.right() - wide, row.center().y() - high / 2, wide, high), word, tone, icon)
        return wide + px(_GAP)
    if line.side:
        font = fonts.font(15, 500)
        painter.setPen(theme().color("text_muted"))
        painter.setFont(font)
        painter.drawText(row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, line.side)
        return fonts.width(font, line.side) + px(_GAP)
    return 0.0


def _paint_words(painter: QPainter, room: QRectF, line: Line, ink: str) -> bool:
    bold, small, middle = fonts.font(16, 600), fonts.font(14, 400), room.center().y()
    above = px(11) if line.detail else 0
    cut = False
    for font, role, words, centre in (
        (bold, ink, line.title, middle - above), (small, "text_muted", line.detail, middle + px(11)),
    ):  # fmt: skip
        shown = elided(words, font, room.width())
        cut = cut or shown != words
        painter.setPen(theme().color(role))
        painter.setFont(font)
        where = QRectF(room.left(), centre - px(12), room.width(), px(24))
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, shown)
    return cut
