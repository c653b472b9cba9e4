"""Facts of a person in columns: what it is called above, what it is below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.gui import fonts
from checkin.gui.theme import px, theme
from checkin.gui.widgets.text_lines import elided

HEIGHT = 42
_GAP = 28


class FactRow(QWidget):
    """One row of label and value pairs; pairs that do not fit are left out whole, the first may lose its end."""

    elidable = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: list[tuple[str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these pairs; pairs without a value are passed over."""
        self._facts = [(label, value) for label, value in facts if value]
        said = "; ".join(f"{label}: {value}" for label, value in self._facts)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    @property
    def empty(self) -> bool:
        """True when there is nothing to show."""
        return not self._facts

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, left = QPainter(self), 0.0
        small, bold = fonts.font(14, 400), fonts.font(15, 600)
        for label, value in self._facts:
            wide = max(fonts.width(small, label), fonts.width(bold, value))
            if left and left + wide > self.width():
                continue
            half, rest = px(HEIGHT) / 2, self.width() - left
            self._paint(painter, QRectF(left, 0, rest, half), small, "text_muted", label)
            self._paint(painter, QRectF(left, half - px(1), rest, half), bold, "text", value)
            left += wide + px(_GAP)

    def _paint(self, painter: QPainter, where: QRectF, font: QFont, role: str, words: str) -> None:
        painter.setPen(theme().color(role))
        painter.setFont(font)
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, elided(words, font, where.width()))
