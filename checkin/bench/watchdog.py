"""How long the window's thread was away from its event loop, and how much of that the machine is to blame for."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

BEAT_MS = 10


@dataclass(frozen=True, slots=True)
class Beat:
    """Milliseconds since the beat before; `queued` of them the thread was ready and got no core."""

    gap: float
    queued: float

    @property
    def own(self) -> float:
        """What is left when a free core is always there: our own work, and waiting for the interpreter."""
        return self.gap - self.queued


class Watchdog:
    """A timer of ten milliseconds on the window's thread; a beat that comes late tells that the window waited.

    Linux alone tells for how long a thread waited for a core; elsewhere `queued` is 0.
    """

    def __init__(self) -> None:
        self.beats: list[Beat] = []
        self._queue = _open_schedstat()
        self._last, self._queued = time.perf_counter(), self._queued_ms()
        self._timer = QTimer(interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def stop(self) -> None:
        """No more beats."""
        self._timer.stop()
        if self._queue >= 0:
            os.close(self._queue)
            self._queue = -1

    @property
    def longest(self) -> float:
        """The longest gap between two beats, in milliseconds."""
        return max(beat.gap for beat in self.beats)

    @property
    def longest_own(self) -> float:
        """The same without the time for which no core was free."""
        return max(beat.own for beat in self.beats)

    def _beat(self) -> None:
        now, queued = time.perf_counter(), self._queued_ms()
        self.beats.append(Beat((now - self._last) * 1000, queued - self._queued))
        self._last, self._queued = now, queued

    def _queued_ms(self) -> float:
        if self._queue < 0:
            return 0.0
        return int(os.pread(self._queue, 100, 0).split()[1]) / 1e6


def _open_schedstat() -> int:
    """The kernel's account of this thread (sched(7), sched-stats): run time, run delay, slices; -1 without one."""
    path = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
    with contextlib.suppress(OSError):
        return os.open(path, os.O_RDONLY)
    return -1
