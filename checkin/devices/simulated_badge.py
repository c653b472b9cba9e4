"""A badge as the simulated camera sees it: printed card, QR code, tilted in a hand that is not quite still."""

from __future__ import annotations

from typing import Any

from checkin.devices.frame import Picture
from checkin.devices.opencv import opencv

_CARD = (620, 440)
_BANDS = ((120, 60, 30), (60, 110, 20), (30, 60, 150), (110, 40, 110))


def draw_badge(code: str, number: int) -> Picture:
    """A card of 620×440 pixels (105 mm wide) with the code's QR symbol of some 26 mm, band and lines of text."""
    import numpy as np

    cv2 = opencv()
    width, height = _CARD
    card = np.full((height, width, 3), 246, np.uint8)
    cv2.rectangle(card, (0, 0), (width, 56), _BANDS[number % len(_BANDS)], -1)
    for text, y, scale, weight in (
        ("Guest", 150, 2.0, 4),
        (f"number {number + 1}", 215, 1.3, 3),
        ("Glasgow", 270, 0.9, 2),
    ):
        cv2.putText(card, text, (30, y), cv2.FONT_HERSHEY_SIMPLEX, scale, (25, 25, 25), weight, cv2.LINE_AA)
    symbol = _symbol(code)
    module = max(2, round(172 / symbol.shape[0]))
    big = cv2.resize(symbol, None, fx=module, fy=module, interpolation=cv2.INTER_NEAREST)
    left, top = width - big.shape[1] - 24, max(60, height - big.shape[0] - 24)
    big = big[: height - top, : width - max(0, left)]
    card[top : top + big.shape[0], max(0, left) : max(0, left) + big.shape[1]] = big[..., None]
    return card


def _symbol(code: str) -> Picture:
    import numpy as np
    import segno

    dark = np.array([list(row) for row in segno.make_qr(code).matrix_iter(scale=1, border=4)], bool)
    return np.where(dark, 20, 246).astype(np.uint8)


class Hand:
    """One way to hold one badge up: its place, size, turn and tilt, by chance; it shakes a little."""

    def __init__(self, size: tuple[int, int], random: Any) -> None:
        self._random = random
        self._size = size
        self._scale = size[0] / 1280 * random.uniform(0.8, 1.05)
        self._turn = random.uniform(-12, 12)
        self._tilt = random.uniform(-0.09, 0.09, (4, 2))
        self._place = random.uniform(-0.04, 0.04, 2)
        self._from = random.choice([-1.0, 1.0])
        self._blur = random.uniform(0.5, 1.1)

    def put(self, picture: Picture, card: Picture, distance: float, speed: float) -> None:
        """Draw the card into the picture, `distance` of the way out of it, smeared by its `speed`."""
        import numpy as np

        cv2 = opencv()
        width, height = self._size
        x = width * (0.5 + self._place[0]) + self._from * distance * width * 0.45
        y = height * (0.5 + self._place[1]) + distance * height * 0.95
        corners = self._corners(card.shape) + np.array([x, y]) + self._random.normal(0, 0.4, 2)
        source = np.array([[0, 0], [1, 0], [1, 1], [0, 1]]) * (card.shape[1], card.shape[0])
        matrix = cv2.getPerspectiveTransform(source.astype(np.float32), corners.astype(np.float32))
        left, top, w, h = self._bounds(corners)
        if w < 2 or h < 2:
            return
        shift = np.array([[1, 0, -left], [0, 1, -top], [0, 0, 1]], np.float64) @ matrix
        seen = cv2.warpPerspective(_smeared(card, self._blur, speed), shift, (w, h), flags=cv2.INTER_LINEAR)
        mask = cv2.warpPerspective(np.full(card.shape[:2], 255, np.uint8), shift, (w, h))
        cv2.copyTo(seen, mask, picture[top : top + h, left : left + w])

    def _corners(self, shape: tuple[int, ...]) -> Any:
        import numpy as np

        half = np.array([shape[1], shape[0]]) * self._scale / 2
        square = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * (1 + self._tilt) * half
        a = np.radians(self._turn + self._random.normal(0, 0.15))
        return square @ np.array([[np.cos(a), np.sin(a)], [-np.sin(a), np.cos(a)]])

    def _bounds(self, corners: Any) -> tuple[int, int, int, int]:
        width, height = self._size
        left, top = max(0, int(corners[:, 0].min()) - 2), max(0, int(corners[:, 1].min()) - 2)
        right, bottom = min(width, int(corners[:, 0].max()) + 3), min(height, int(corners[:, 1].max()) + 3)
        return left, top, right - left, bottom - top


def _smeared(card: Picture, blur: float, speed: float) -> Picture:
    cv2 = opencv()
    soft = cv2.GaussianBlur(card, (0, 0), blur)
    length = round(speed * 8)
    return cv2.blur(soft, (1, length)) if length > 1 else soft
