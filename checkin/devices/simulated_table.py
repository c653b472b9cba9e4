"""What the simulated camera sees when nobody holds a badge up, and its sensor's noise."""

from __future__ import annotations

from typing import Any

from checkin.devices.frame import Picture
from checkin.devices.opencv import opencv

_NOISE = 3.0
"""Standard deviation of a grey value, as of a cheap webcam in a hall."""


def draw_table(size: tuple[int, int], random: Any) -> Picture:
    """A wooden table top with its grain, darker towards the corners."""
    import numpy as np

    cv2 = opencv()
    width, height = size
    grain = cv2.resize(random.normal(0, 1, (height // 3, 8)).astype(np.float32), size, interpolation=cv2.INTER_CUBIC)
    cloud = cv2.resize(random.normal(0, 1, (6, 9)).astype(np.float32), size, interpolation=cv2.INTER_CUBIC)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    far = ((x / width - 0.5) ** 2 + (y / height - 0.5) ** 2)[..., None]
    wood = np.array([92, 120, 146], np.float32) + (7 * grain + 5 * cloud)[..., None]
    return np.clip(wood * (1.08 - 0.55 * far), 0, 255).astype(np.uint8)


class Sensor:
    """Adds noise. Its fields are made once and shifted at random: making one anew costs a whole frame's time."""

    def __init__(self, size: tuple[int, int], random: Any) -> None:
        import numpy as np

        self._size = size
        self._random = random
        shape = (size[1] + 64, size[0] + 64, 3)
        noise = random.normal(0, _NOISE, shape)
        self._more = np.clip(noise, 0, 40).astype(np.uint8)
        self._less = np.clip(-noise, 0, 40).astype(np.uint8)

    def take(self, picture: Picture) -> Picture:
        """The picture as the sensor gives it; `picture` is changed."""
        cv2 = opencv()
        x, y = (int(v) for v in self._random.integers(0, 64, 2))
        width, height = self._size
        cv2.add(picture, self._more[y : y + height, x : x + width], picture)
        return cv2.subtract(picture, self._less[y : y + height, x : x + width], picture)
