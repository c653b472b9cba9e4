"""The marked middle of the camera's picture: only a code held there counts."""

from __future__ import annotations

from checkin.devices.engines import Point

Box = tuple[int, int, int, int]
"""Left, top, width, height in pixels."""

WIDTH_SHARE = 0.60
HEIGHT_SHARE = 0.70


def marked_middle(width: int, height: int) -> Box:
    """The centred rectangle that the preview draws, 60 % wide and 70 % high."""
    w, h = round(width * WIDTH_SHARE), round(height * HEIGHT_SHARE)
    return (width - w) // 2, (height - h) // 2, w, h


def with_margin(box: Box, width: int, height: int, share: float = 0.05) -> Box:
    """`box` widened by `share` of the picture on each side: a code whose centre is inside may reach beyond the mark."""
    left, top, w, h = box
    dx, dy = round(width * share), round(height * share)
    x, y = max(0, left - dx), max(0, top - dy)
    return x, y, min(width, left + w + dx) - x, min(height, top + h + dy) - y


def is_inside(point: Point, box: Box) -> bool:
    """Whether a point lies in the box."""
    left, top, w, h = box
    return left <= point[0] < left + w and top <= point[1] < top + h
