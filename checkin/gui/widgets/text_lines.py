"""Breaking text into lines with the very font that paints it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from checkin.gui import fonts

_PIECES = re.compile(r"[^\s\-‐]*[\-‐]+(?=\S)|\S+")


def break_lines(text: str, font: QFont, width: float) -> list[str]:
    """Lines of running text no wider than `width`; a word longer than a line breaks anywhere."""
    if not text:
        return [""]
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return lines


def break_name(name: str, font: QFont, width: float) -> list[str]:
    """Lines of a name: broken at spaces and after hyphens only, so a single long part may be wider than `width`."""
    lines: list[str] = []
    current = ""
    metrics = QFontMetricsF(font)
    for match in _PIECES.finditer(name):
        spaced = " " if match.start() and name[match.start() - 1].isspace() else ""
        candidate = current + spaced + match.group() if current else match.group()
        if current and metrics.horizontalAdvance(candidate) > width:
            lines.append(current)
            current = match.group()
        else:
            current = candidate
    return [*lines, current] if current or not lines else lines


def elided(text: str, font: QFont, width: float) -> str:
    """`text` with its end left out where it is wider than `width`; only for text marked as elidable."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, max(width, 0))


def clipped(lines: list[str], font: QFont, width: float, most: int) -> list[str]:
    """At most `most` lines; what would follow is left out at the end of the last."""
    if len(lines) <= most or not most:
        return lines[:most]
    return [*lines[: most - 1], elided(" ".join(lines[most - 1 :]), font, width)]


def paint_lines(painter: QPainter, lines: Iterable[str], font: QFont, top_left: QPointF, width: float) -> float:
    """Draw lines below each other, 1.24 of the font's size apart; returns the lower edge."""
    step, top = fonts.line(font), top_left.y()
    painter.setFont(font)
    for words in lines:
        where = QRectF(top_left.x(), top, width, step)
        painter.drawText(
            where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, words
        )
        top += step
    return top
