"""The four steps of an import: those done with a tick, the one under way filled, those to come in outline."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.gui import fonts, icons
from checkin.gui.theme import px, theme
from checkin.gui.widgets.surface import box

_RING, _GAP, _SEAM, _SEAM_LEAST = 28, 10, 40, 12


class Step(StrEnum):
    """The steps in their order."""

    FILE = "file"
    COLUMNS = "columns"
    CHANGES = "changes"
    DONE = "done"


class StepBar(QWidget):
    """Only tells where one is; where it is narrow the words of the other steps go."""

    elidable = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = {
            Step.FILE: self.tr("File"), Step.COLUMNS: self.tr("Columns"), Step.CHANGES: self.tr("What changes"),
            Step.DONE: self.tr("Done"),
        }  # fmt: skip
        self._step = Step.FILE
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_step(Step.FILE)

    @property
    def step(self) -> Step:
        """The step one is at."""
        return self._step

    def set_step(self, step: Step) -> None:
        """Say which step one is at."""
        self._step = step
        told = self.tr("Step {number} of {count}: {step}")
        number = list(Step).index(step) + 1
        self.setAccessibleName(told.format(number=number, count=len(Step), step=self._words[step]))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(280), px(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at = list(Step).index(self._step)
        words = {step: word for step, word in self._words.items() if step is self._step}
        seam = px(_SEAM_LEAST)
        if self._wide(self._words, px(_SEAM)) <= self.width():
            words, seam = self._words, px(_SEAM)
        left = 0.0
        for number, step in enumerate(Step):
            left = self._paint_ring(painter, left, number, at)
            if step in words:
                painter.setPen(theme().color("text" if number == at else "text_muted"))
                painter.setFont(_font(number == at))
                room = QRectF(left, 0, px(400), self.height())
                painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words[step])
                left += fonts.width(_font(number == at), words[step]) + px(_GAP + 6)
            if number < len(Step) - 1:
                line = theme().line(2)
                painter.fillRect(QRectF(left, (self.height() - line) / 2, seam, line), theme().color("border_strong"))
                left += seam + px(_GAP + 6)

    def _paint_ring(self, painter: QPainter, left: float, number: int, at: int) -> float:
        """A ring with a tick or its number; returns where the words begin."""
        c, ring = theme().color, QRectF(left, (self.height() - px(_RING)) / 2, px(_RING), px(_RING))
        fill = c("go") if number < at else c("accent") if number == at else c("surface")
        outline = None if number <= at else c("border_strong")
        box(painter, ring, fill, outline, ring.height() / 2, theme().border)
        if number < at:
            icons.paint(painter, "check", c("on_go"), QPointF(ring.center()), px(18), icons.STROKE_ON_VERDICT)
        else:
            painter.setPen(c("on_accent" if number == at else "text_muted"))
            painter.setFont(fonts.font(14, 700))
            painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(number + 1))
        return ring.right() + px(_GAP)

    def _wide(self, words: dict[Step, str], seam: int) -> float:
        text = sum(fonts.width(_font(True), word) for word in words.values())
        return text + len(Step) * px(_RING + 2 * _GAP + 6) + (len(Step) - 1) * (seam + px(_GAP + 6))


def _font(now: bool) -> QFont:
    return fonts.font(15, 600 if now else 500)
