"""A panel comes in from just below its place, within 140 ms; it is there, and takes keys, from the first moment."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QMargins, QVariantAnimation
from PySide6.QtWidgets import QLayout

from checkin.gui.theme import px, theme

_BELOW = 8


class Entrance(QVariantAnimation):
    """Moves what a layout holds, without changing its size, so nothing in it is laid out again on the way."""

    def __init__(self, layout: QLayout) -> None:
        super().__init__(layout)
        self._layout = layout
        self._rest = QMargins()
        self.setStartValue(1.0)
        self.setEndValue(0.0)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.valueChanged.connect(self._show)

    def begin(self) -> None:
        """Come in; with reduced motion it simply stands there."""
        self.settle()
        lasts = theme().lasts("panel")
        if lasts:
            self._rest = self._layout.contentsMargins()
            self.setDuration(lasts)
            self.start()

    def settle(self) -> None:
        """Be in place at once: call it before the margins are changed."""
        if self.state() == QVariantAnimation.State.Running:
            self.stop()
            self._layout.setContentsMargins(self._rest)

    def _show(self, left: float) -> None:
        below = min(round(px(_BELOW) * left), self._rest.bottom())
        self._layout.setContentsMargins(self._rest + QMargins(0, below, 0, -below))
