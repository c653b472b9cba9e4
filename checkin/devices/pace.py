"""Keeps a made or recorded source to the speed of a camera."""

from __future__ import annotations

import time


class Pace:
    """Waits so that pictures come at `per_second`; 0 means as fast as they are asked for."""

    def __init__(self, per_second: float) -> None:
        self._step = 1.0 / per_second if per_second else 0.0
        self._due = 0.0

    def wait(self) -> float:
        """Wait for the next picture's turn; the monotonic time in seconds."""
        now = time.monotonic()
        if self._step:
            if now < self._due:
                time.sleep(self._due - now)
                now = time.monotonic()
            # A reader that was late does not get the missed pictures in a rush.
            self._due = max(self._due + self._step, now)
        return now
