"""Judges the camera's picture: too little or too much light, and whether what is held up is sharp enough to be read."""

from __future__ import annotations

from checkin.devices.frame import Picture
from checkin.devices.hint import LONGEST_STEP_S, Hint, HintSettler
from checkin.devices.middle import marked_middle
from checkin.devices.opencv import opencv

COVERED_MEAN, COVERED_BRIGHTEST = 16.0, 40.0
"""Grey values, 0 to 255, of a picture that shows nothing: a shutter, a cap, a finger. A sensor's noise stays below."""

DARK_MEAN, DARK_BRIGHTEST = 50.0, 100.0
"""A dark cloth in good light has bright spots on it as soon as a hand or a badge comes; a dark room has none."""

CLIPPED, CLIPPED_SHARE = 250, 0.5
"""A grey value at the sensor's upper end, and the share of the middle that may lie there."""

NEW, NEW_SHARE = 22.0, 0.06
"""A grey value's change against the view without a badge, and the share of the middle that must have changed for
something to be held up. A badge covers a quarter and more."""

CONTRAST = 50
"""Edges with less between their two sides are left out: noise and shadows have no sharpness."""

COARSE_CONTRAST = 80
"""What a badge far out of focus still shows on a quarter of the size, where its edges are too wide for the other."""

SHARP = 0.24
"""An edge's steepest step between neighbouring pixels as a share of its height, at half of 1280×720. A held badge gives
0.37 and more at any angle, blurred until no engine reads its code 0.27 and less (on the simulated camera)."""

MOVING = 9.0
"""Mean difference of grey values between two pictures: a badge on its way gives 15 and more, sensor noise below 4."""

SETTLES_S = 1.0
"""A camera needs so long for its exposure; before, nothing can be said of what is new in its view."""

FORGETS_S = 10.0
"""What stays in the view for so long belongs to it."""

_WIDTH = 640
_CELL = 4
_WINDOW = 9


class PictureJudge:
    """Follows the pictures of one camera. Only what is new in its view is asked to be sharp: a hall out of focus behind
    the desk is no matter, a badge out of focus is."""

    def __init__(self) -> None:
        self._hint = HintSettler()
        self._view: Picture = None
        self._before: Picture = None
        self._began = self._last = 0.0

    def judge(self, grey: Picture, at: float) -> Hint:
        """The hint to show after this picture without a readable code, taken at `at` (seconds, any steady clock)."""
        return self._hint.settle(self.look(grey, at), at)

    def clear(self) -> Hint:
        """A picture with a readable code in the middle: all is well."""
        self._hint.clear()
        return Hint.NONE

    def look(self, grey: Picture, at: float) -> Hint:
        """What is wrong with this picture by itself and those before it; flickers."""
        middle = _middle(grey)
        small = _small(middle)
        moved, new = self._compare(small, at)
        light = judge_light(small)
        if light is not Hint.NONE:
            return light
        if new is None or float(new.mean()) / 255 < NEW_SHARE:
            return Hint.NONE
        soft = [each < SHARP for each in edge_steepness(middle, _enlarged(new, middle))]
        if moved > MOVING and soft and (any(soft) or len(soft) < 2):
            # Smeared along its way, a badge is sharp or has edges across it only.
            return Hint.MOVING
        return Hint.BLURRED if soft and all(soft) else Hint.NONE

    def _compare(self, small: Picture, at: float) -> tuple[float, Picture]:
        """How much changed since the picture before; and where the picture differs from the view without a badge (255),
        None while that is not known."""
        cv2 = opencv()
        if self._view is None or self._view.shape != small.shape:
            self._view, self._before = small.astype("float32"), small
            self._began = self._last = at
        moved = float(cv2.absdiff(self._before, small).mean())
        step, self._before, self._last = min(max(at - self._last, 0.0), LONGEST_STEP_S), small, at
        if at - self._began < SETTLES_S:
            self._view = small.astype("float32")
            return moved, None
        new = _new_in(small, self._view)
        cv2.accumulateWeighted(small, self._view, min(step / FORGETS_S, 1.0))
        return moved, new


def judge_light(grey: Picture) -> Hint:
    """Whether a picture, in any size, is covered, too dark or too bright."""
    import numpy as np

    mean, brightest = float(grey.mean()), float(np.percentile(grey, 98))
    if mean < COVERED_MEAN and brightest < COVERED_BRIGHTEST:
        return Hint.COVERED
    if mean < DARK_MEAN and brightest < DARK_BRIGHTEST:
        return Hint.DARK
    if float((grey >= CLIPPED).mean()) > CLIPPED_SHARE:
        return Hint.BRIGHT
    return Hint.NONE


def edge_steepness(grey: Picture, where: Picture = None) -> list[float]:
    """How sharp the sharpest edges are, whatever their contrast, across and down: `SHARP` says by which measure. A
    direction without edges is left out; [0.0] when there is contrast and no edge at all.

    `where` is a mask (255) of the part to look at.
    """
    cv2 = opencv()
    soft = cv2.GaussianBlur(grey, (3, 3), 0)
    found = [_steepness(soft, where, *direction) for direction in ((1, 0), (0, 1))]
    there = [each for each in found if each is not None]
    if there:
        return there
    coarse = _height(_small(grey), _WINDOW, _WINDOW) >= COARSE_CONTRAST
    return [0.0] if float(coarse.mean()) > NEW_SHARE else []


def _steepness(soft: Picture, where: Picture, across: int, down: int) -> float | None:
    import numpy as np

    cv2 = opencv()
    height = _height(soft, *((_WINDOW, 1) if across else (1, _WINDOW)))
    edges = height >= CONTRAST
    if where is not None:
        edges &= where > 0
    if int(edges.sum()) < soft.size // 400:
        return None
    # Central differences span two pixels.
    step = np.abs(cv2.Sobel(soft, cv2.CV_16S, across, down, ksize=1)[edges]) / 2
    return float(np.percentile(step / height[edges], 97))


def _height(picture: Picture, wide: int, high: int) -> Picture:
    """The difference of the lightest and the darkest around each pixel."""
    import numpy as np

    cv2 = opencv()
    around = np.ones((high, wide), np.uint8)
    return cv2.subtract(cv2.dilate(picture, around), cv2.erode(picture, around))


def _new_in(small: Picture, view: Picture) -> Picture:
    """Where the picture is not the view, its exposure set aside."""
    import numpy as np

    difference = small - view
    return (np.abs(difference - np.median(difference)) > NEW).astype(np.uint8) * 255


def _middle(grey: Picture) -> Picture:
    """The marked middle as of a picture 640 pixels wide."""
    cv2 = opencv()
    left, top, width, height = marked_middle(grey.shape[1], grey.shape[0])
    part = grey[top : top + height, left : left + width]
    scale = _WIDTH / grey.shape[1]
    return cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else part


def _small(middle: Picture) -> Picture:
    cv2 = opencv()
    size = (max(1, middle.shape[1] // _CELL), max(1, middle.shape[0] // _CELL))
    return cv2.resize(middle, size, interpolation=cv2.INTER_AREA)


def _enlarged(mask: Picture, middle: Picture) -> Picture:
    """The mask in the middle's size, a cell wider on each side so that it holds its own edges."""
    import numpy as np

    cv2 = opencv()
    wide = cv2.dilate(mask, np.ones((3, 3), np.uint8))
    return cv2.resize(wide, (middle.shape[1], middle.shape[0]), interpolation=cv2.INTER_NEAREST)
