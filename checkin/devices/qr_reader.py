"""Finds the QR codes of a stream of pictures within the time that a camera gives for each."""

from __future__ import annotations

from dataclasses import replace

from checkin.devices.code_files import FileRead, read_file
from checkin.devices.engines import ENGINES, Engine, Found
from checkin.devices.frame import Picture
from checkin.devices.middle import Box, is_inside

__all__ = ["FileRead", "Found", "QrReader", "read_file"]

_TURNS = (("zxing2x",), ("threshold",), ("zxing2x",), ("zbar",))
"""What a frame without a finding gets after plain zxing, by its number modulo 4: one patient engine a frame, so that
the slowest frame stays within its time. A badge is held for dozens of frames, so each engine has its turn at it."""


class QrReader:
    """Reads frame after frame of one camera: zxing-cpp on each, and one more engine in turn while nothing is found.

    `engines` limits and orders the engines by name.
    """

    def __init__(self, engines: tuple[str, ...] = tuple(ENGINES)) -> None:
        self._engines: dict[str, Engine] = {name: ENGINES[name] for name in engines}
        self._number = 0

    def read(self, grey: Picture, middle: Box | None = None) -> list[Found]:
        """The codes of the next frame; corners in its pixels.

        The engines that follow plain zxing look at `middle` only, where it is given: a code counts nowhere else, and
        the time that the edges would take is spent where the badge is.
        """
        turn = _TURNS[self._number % len(_TURNS)]
        self._number += 1
        found = ENGINES["zxing"](grey) if "zxing" in self._engines else []
        # A poster at the edge must not keep the patient engines from the badge in the middle.
        if any(middle is None or is_inside(f.centre, middle) for f in found):
            return found
        for name in turn:
            if name in self._engines:
                found += _within(self._engines[name], grey, middle)
        return found


def _within(engine: Engine, grey: Picture, middle: Box | None) -> list[Found]:
    if middle is None:
        return engine(grey)
    left, top, width, height = middle
    part = grey[top : top + height, left : left + width]
    return [_moved(found, left, top) for found in engine(part.copy())]


def _moved(found: Found, left: int, top: int) -> Found:
    (a, b, c, d) = ((x + left, y + top) for x, y in found.quad)
    return replace(found, quad=(a, b, c, d))
