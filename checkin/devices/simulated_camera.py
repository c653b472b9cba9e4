"""A camera that is not there: badges are brought into its picture, held, and taken away, one after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from checkin.devices.frame import Frame, OpenedByWith, Picture
from checkin.devices.pace import Pace
from checkin.devices.simulated_badge import draw_badge
from checkin.devices.simulated_table import Sensor, draw_table
from checkin.domain.translation import say

PER_SECOND = 30.0


@dataclass(frozen=True, slots=True)
class Timing:
    """How long a badge is brought in, held, taken away, and how long the table then stays empty, in seconds."""

    bring: float = 0.5
    hold: float = 1.0
    take: float = 0.4
    pause: float = 0.6

    @property
    def total(self) -> float:
        """One badge from the empty table to the empty table."""
        return self.bring + self.hold + self.take + self.pause


class SimulatedCamera(OpenedByWith):
    """Shows the badges of `codes` (and those given to `show` later), each once, or in turn for ever with `loop`.

    Where a badge is depends on the frame's number alone, 30 to the second: the same `seed` gives the same pictures.
    `per_second` is the speed at which they come; 0: as fast as they are asked for.
    """

    def __init__(
        self,
        codes: Iterable[str],
        size: tuple[int, int] = (1280, 720),
        seed: int = 1,
        *,
        loop: bool = False,
        per_second: float = PER_SECOND,
        timing: Timing | None = None,
    ) -> None:
        self.name = say("Simulated camera")
        self._size = size
        self._seed = seed
        self._loop = loop
        self._waiting = deque(codes)
        self._pace = Pace(per_second)
        self._timing = timing or Timing()
        self._opened = False
        self._number = self._shown_since = self._count = 0
        self._shown: tuple[str, Picture] | None = None

    def show(self, code: str) -> None:
        """Put one more badge at the end of the row; may be called from any thread."""
        self._waiting.append(code)

    @property
    def showing(self) -> str | None:
        """The code of the badge that is on its way or held, None while the table is empty."""
        return self._shown[0] if self._shown else None

    def open(self) -> None:
        import numpy as np

        self._random = np.random.default_rng(self._seed)
        self._table = draw_table(self._size, self._random)
        self._sensor = Sensor(self._size, self._random)
        self._number, self._opened = 0, True

    def read(self) -> Frame | None:
        if not self._opened:
            return None
        at = self._pace.wait()
        picture = self._table.copy()
        self._place(picture)
        frame = Frame(self._sensor.take(picture), self._number, at)
        self._number += 1
        return frame

    def close(self) -> None:
        self._opened = False

    def _place(self, picture: Picture) -> None:
        elapsed = (self._number - self._shown_since) / PER_SECOND
        if self._shown is not None and elapsed >= self._timing.total:
            self._shown = None
        if self._shown is None:
            if not self._waiting:
                return
            self._next_badge()
            elapsed = 0.0
        self._hand.put(picture, self._shown_card, *self._where(elapsed))

    def _next_badge(self) -> None:
        from checkin.devices.simulated_badge import Hand

        code = self._waiting.popleft()
        if self._loop:
            self._waiting.append(code)
        self._shown_card = draw_badge(code, self._count)
        self._shown = (code, self._shown_card)
        self._hand = Hand(self._size, self._random)
        self._shown_since = self._number
        self._count += 1

    def _where(self, elapsed: float) -> tuple[float, float]:
        """How far the badge is from its place (0: held there, 1: out of the picture), and its speed in both."""
        t = self._timing
        if elapsed < t.bring:
            rest = 1 - elapsed / t.bring
            return rest * rest, 2 * rest / t.bring
        if elapsed < t.bring + t.hold:
            return 0.0, 0.0
        gone = min(1.0, (elapsed - t.bring - t.hold) / t.take)
        return gone * gone, 2 * gone / t.take
