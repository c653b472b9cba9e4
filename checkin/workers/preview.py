"""A camera's picture made small for the window."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QImage

from checkin.devices.engines import Quad
from checkin.devices.frame import Frame
from checkin.devices.opencv import opencv

WIDTH = 640


@dataclass(frozen=True, slots=True)
class Preview:
    """The picture, the codes' corners in its pixels, and a hint in words."""

    image: QImage
    quads: list[Quad]
    hint: str


def preview_of(frame: Frame, quads: list[Quad], hint: str) -> Preview:
    """The frame at most 640 pixels wide, in memory of its own."""
    cv2 = opencv()
    scale = min(1.0, WIDTH / frame.size[0])
    pixels = frame.pixels
    if scale < 1.0:
        pixels = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    height, width = pixels.shape[:2]
    colours = QImage.Format.Format_Grayscale8 if pixels.ndim == 2 else QImage.Format.Format_BGR888
    image = QImage(pixels.tobytes(), width, height, pixels.size // height, colours).copy()
    return Preview(image, [_scaled(quad, scale) for quad in quads], hint)


def _scaled(quad: Quad, scale: float) -> Quad:
    a, b, c, d = ((x * scale, y * scale) for x, y in quad)
    return a, b, c, d
