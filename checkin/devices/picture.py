"""Says in words what is wrong with the camera's picture, so that the badge is held better."""

from __future__ import annotations

from checkin.devices.frame import Picture
from checkin.devices.opencv import opencv

COVERED, DARK, BRIGHT = 12.0, 45.0, 225.0
"""Mean grey values, 0 to 255, of the marked middle."""

MOVING = 9.0
"""Mean difference of grey values between two pictures of 160×90: a badge on its way gives 15 and more, sensor noise
below 4."""

BUSY, BLURRED = 28.0, 45.0
"""Spread of grey values above which something is held up, and the variance of the Laplacian below which it is blurred
(a plain table has little of both)."""


class PictureJudge:
    """Compares each picture with the one before."""

    def __init__(self) -> None:
        self._before: Picture = None

    def judge(self, grey: Picture) -> str:
        """A short hint, or the empty text when the picture is good enough."""
        cv2 = opencv()
        small = cv2.resize(grey, (160, 90), interpolation=cv2.INTER_AREA)
        before, self._before = self._before, small
        light = float(small[14:77, 32:128].mean())
        if light < COVERED:
            return "The camera is covered"
        if light < DARK:
            return "Too dark"
        if light > BRIGHT:
            return "Too bright"
        if before is not None and before.shape == small.shape and float(cv2.absdiff(before, small).mean()) > MOVING:
            return "Hold still"
        if is_blurred(grey):
            return "Hold it a little further away"
        return ""


def sharpness(grey: Picture) -> float:
    """The variance of the Laplacian of the picture at 640 pixels' width, of its middle: small when blurred."""
    cv2 = opencv()
    return float(cv2.Laplacian(_middle(grey), cv2.CV_16S).var())


def is_blurred(grey: Picture) -> bool:
    """Whether something is held up and none of its edges is sharp."""
    return float(_middle(grey).std()) > BUSY and sharpness(grey) < BLURRED


def _middle(grey: Picture) -> Picture:
    cv2 = opencv()
    height, width = grey.shape[:2]
    part = grey[height // 7 : height - height // 7, width // 5 : width - width // 5]
    return cv2.resize(part, (384, 384 * part.shape[0] // part.shape[1]), interpolation=cv2.INTER_AREA)
