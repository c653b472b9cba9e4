"""The moment in which a button takes a press: its colours pass into each other within 80 ms, the act never waits."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton

from checkin.gui.theme import theme


class Pressing(QObject):
    """Follows a button; `share` is 1 while it is held down, 0 while it is not, and something between for an instant."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        self._button, self.share = button, 0.0
        self._motion: QVariantAnimation | None = None
        button.pressed.connect(lambda: self._go(1.0))
        button.released.connect(lambda: self._go(0.0))

    def _go(self, share: float) -> None:
        lasts = theme().lasts("press")
        if not lasts:
            self._show(share)
            return
        if self._motion is None:
            self._motion = QVariantAnimation(self)
            self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
            self._motion.valueChanged.connect(self._show)
        self._motion.stop()
        self._motion.setDuration(lasts)
        self._motion.setStartValue(self.share)
        self._motion.setEndValue(share)
        self._motion.start()

    def _show(self, share: float) -> None:
        self.share = share
        self._button.update()


def between(one: QColor | None, other: QColor | None, share: float) -> QColor | None:
    """The colour that lies `share` of the way from `one` to `other`; None is the other one's colour, unseen."""
    if share <= 0 or share >= 1 or (one is None and other is None):
        return one if share <= 0 else other
    first, second = one or _unseen(other), other or _unseen(one)
    parts = (first.redF(), first.greenF(), first.blueF(), first.alphaF())
    others = (second.redF(), second.greenF(), second.blueF(), second.alphaF())
    red, green, blue, alpha = (a + (b - a) * share for a, b in zip(parts, others, strict=True))
    return QColor.fromRgbF(red, green, blue, alpha)


def _unseen(colour: QColor | None) -> QColor:
    made = QColor(colour) if colour is not None else QColor(0, 0, 0)
    made.setAlpha(0)
    return made
