"""Pictures for a camera that is not there: one badge held still, two badges at once, films."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from checkin.devices.frame import Frame, OpenedByWith
from checkin.devices.opencv import opencv
from checkin.devices.simulated_badge import draw_badge
from checkin.devices.simulated_camera import SimulatedCamera, Timing
from checkin.devices.simulated_table import draw_table

SIZE = (1280, 720)
_HELD_AFTER = 20
"""Frames until a badge of the usual timing lies still."""


def held(code: str, seed: int = 1) -> Any:
    """The picture of a badge held into the camera."""
    with SimulatedCamera([code], seed=seed, per_second=0) as camera:
        for _ in range(_HELD_AFTER):
            camera.read()
        frame = camera.read()
        assert frame is not None
        return frame.pixels


def together(codes: Sequence[str]) -> Any:
    """The picture of badges held up beside each other, all in the marked middle."""
    import numpy as np

    cv2 = opencv()
    picture = draw_table(SIZE, np.random.default_rng(1))
    wide, high = 350, 248
    left = (SIZE[0] - len(codes) * (wide + 10)) // 2
    for place, code in enumerate(codes):
        card = cv2.resize(draw_badge(code, place), (wide, high), interpolation=cv2.INTER_AREA)
        x, y = left + place * (wide + 10), (SIZE[1] - high) // 2
        picture[y : y + high, x : x + wide] = card
    return picture


def film(path: Path, codes: Sequence[str]) -> Path:
    """A film of badges held up one after the other; written with OpenCV's own encoder."""
    cv2 = opencv()
    timing = Timing(bring=0.2, hold=0.6, take=0.2, pause=0.6)
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), 30.0, SIZE)
    assert writer.isOpened()
    with SimulatedCamera(codes, per_second=0, timing=timing) as camera:
        for _ in range(round(len(codes) * timing.total * 30)):
            frame = camera.read()
            assert frame is not None
            writer.write(frame.pixels)
    writer.release()
    return path


class StillCamera(OpenedByWith):
    """Gives one picture again and again, ten times a second; `look_at` puts another in its place."""

    name = "Front camera"

    def __init__(self, pixels: Any) -> None:
        self._pixels, self._number = pixels, 0

    def look_at(self, pixels: Any) -> None:
        """Show another picture from now on."""
        self._pixels = pixels

    def open(self) -> None:
        self._number = 0

    def read(self) -> Frame | None:
        time.sleep(0.1)
        self._number += 1
        return Frame(self._pixels, self._number, time.monotonic())

    def close(self) -> None:
        self._number = 0
