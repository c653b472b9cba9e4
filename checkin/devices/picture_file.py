"""Reads a picture from a file, as a reader of codes needs it: grey, upright, on white."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from checkin.devices.frame import Picture
from checkin.devices.opencv import opencv
from checkin.domain.errors import UserError

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".webp", ".pgm", ".ppm", ".pbm", ".gif"})


def read_picture(path: Path) -> Picture:
    """The picture in grey; the way up that its camera noted; what is transparent becomes white.

    Raises:
        UserError: the file cannot be read or is no picture.
    """
    import numpy as np

    cv2 = opencv()
    fault = UserError(f"The picture {path.name} cannot be read.", "Choose a PNG or JPEG file that opens elsewhere.")
    try:
        data = np.frombuffer(path.read_bytes(), np.uint8)
    except OSError as error:
        raise fault from error
    if not data.size:
        raise fault
    try:
        pixels = cv2.imdecode(data, cv2.IMREAD_UNCHANGED)
        if pixels is None:
            raise fault
        if pixels.ndim == 3 and pixels.shape[2] == 4:
            return _on_white(pixels)
        return cv2.imdecode(data, cv2.IMREAD_GRAYSCALE)
    except cv2.error as error:
        raise fault from error


def _on_white(pixels: Any) -> Picture:
    import numpy as np

    cv2 = opencv()
    if pixels.dtype != np.uint8:
        pixels = (pixels >> 8).astype(np.uint8)
    grey = cv2.cvtColor(pixels, cv2.COLOR_BGRA2GRAY).astype(np.uint16)
    opaque = pixels[:, :, 3].astype(np.uint16)
    return ((grey * opaque + 255 * (255 - opaque)) // 255).astype(np.uint8)
