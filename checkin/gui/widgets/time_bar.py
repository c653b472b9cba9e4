"""The bar at the lower edge of a verdict: how long it stays."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from checkin.gui.theme import Motion, px, theme
from checkin.gui.widgets.button_look import faded

HEIGHT = 8
_STEP, _STEP_REDUCED = 50, 500


class TimeBar(QWidget):
    """Counts down once; `ran_out` says it is over. Paused while somebody points at the verdict."""

    ran_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = self._spent = 0
        self._ink = "on_go"
        self._clock, self._timer = QElapsedTimer(), QTimer(self)
        self._timer.timeout.connect(self._tick)
        self.fit_zoom()

    def fit_zoom(self) -> None:
        """The height at the zoom in force."""
        self.setFixedHeight(px(HEIGHT))

    def start(self, milliseconds: int, ink: str) -> None:
        """Begin anew. With 0 milliseconds the bar stays away: the verdict waits for the next scan.

        With reduced motion it shrinks in steps of half a second.
        """
        self._whole, self._spent, self._ink = milliseconds, 0, ink
        self._timer.setInterval(_STEP_REDUCED if theme().motion is Motion.REDUCED else _STEP)
        self.setVisible(milliseconds > 0)
        # The time of the verdict before must not run out on this one.
        self._timer.stop()
        self.resume()

    def stop(self) -> None:
        """Stop for good, without a word."""
        self._whole = 0
        self._timer.stop()

    def pause(self) -> None:
        """Hold the time."""
        if self._timer.isActive():
            self._spent += self._clock.elapsed()
            self._timer.stop()

    def resume(self) -> None:
        """Let the time go on."""
        if self._whole and not self._timer.isActive():
            self._clock.start()
            self._timer.start()

    @property
    def running(self) -> bool:
        """True while time passes."""
        return self._timer.isActive()

    def left(self) -> float:
        """Share of the time that is left, 0 to 1."""
        if not self._whole:
            return 0.0
        now = self._clock.elapsed() if self._timer.isActive() else 0
        return max(0.0, 1 - (self._spent + now) / self._whole)

    def _tick(self) -> None:
        self.update()
        if self.left() <= 0:
            self.stop()
            self.ran_out.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QPainterPath()
        radius = theme().radius("card")
        card.addRoundedRect(QRectF(0, -3 * radius, self.width(), self.height() + 3 * radius), radius, radius)
        painter.setClipPath(card)
        ink = theme().color(self._ink)
        painter.fillRect(self.rect(), faded(ink, 0.24))
        painter.fillRect(0, 0, round(self.width() * self.left()), self.height(), ink)
