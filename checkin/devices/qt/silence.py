"""Tells when no key has come for a while, and does not mistake a busy window for silence."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer, Signal

_LATE_MS = 8.0
_MOST_WAITS = 3


class Silence(QObject):
    """`came` tells once, `ms` after the last `wait(ms)`."""

    came = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)
        self._due = 0.0
        self._waits = 0

    def wait(self, ms: float) -> None:
        """Begin anew."""
        self._waits = 0
        self._due = time.monotonic() + ms / 1000
        self._timer.start(round(ms))

    def stop(self) -> None:
        """Tell nothing."""
        self._timer.stop()

    def _on_timeout(self) -> None:
        late_ms = (time.monotonic() - self._due) * 1000
        if late_ms > _LATE_MS and self._waits < _MOST_WAITS:
            # The window was busy: keys of the same burst may lie in the system's queue behind this timer.
            self._waits += 1
            self._due = time.monotonic()
            self._timer.start(1)
            return
        self.came.emit()
