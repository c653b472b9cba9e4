"""Which sizes a queue has, from the names that CUPS gives them."""

from __future__ import annotations

import re

from checkin.devices.cups_command import run_cups
from checkin.domain.errors import EnvironmentFault

_NAMED = {
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "A6": (105.0, 148.0),
    "A7": (74.0, 105.0),
    "Letter": (215.9, 279.4),
}
_POINTS = re.compile(r"w(\d+)h(\d+)", re.I)
_PWG = re.compile(r"_([\d.]+)x([\d.]+)(mm|in)\Z", re.I)
_NUMBERS = re.compile(r"(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)(mm|in)?", re.I)
_CLOSE_MM = 1.5


def media_size(name: str) -> tuple[float, float] | None:
    """Width and height in millimetres that a size's name tells: A6, w288h432, custom_62x100mm_62x100mm, Label62x100."""
    if name in _NAMED:
        return _NAMED[name]
    if points := _POINTS.match(name):
        return float(points[1]) * 25.4 / 72, float(points[2]) * 25.4 / 72
    match = _PWG.search(name) or _NUMBERS.search(name)
    if match is None:
        return None
    unit = 25.4 if (match[3] or "mm").lower() == "in" else 1.0
    return float(match[1]) * unit, float(match[2]) * unit


def lands_across(queue: str, media_mm: tuple[float, float], limit_s: float) -> bool:
    """Whether the queue has this landscape size as it is and not turned: a wide label fed by its long edge.

    A queue that does not tell its sizes is taken to feed along the long side, as label printers do.
    """
    try:
        options = run_cups(["lpoptions", "-p", queue, "-l"], limit_s).out
    except EnvironmentFault:
        return False
    line = next((row for row in options.splitlines() if row.startswith("PageSize")), "")
    sizes = [size for name in line.partition(":")[2].split() if (size := media_size(name.lstrip("*")))]
    width, height = media_mm
    return any(_close(size, (width, height)) for size in sizes) and not any(
        _close(size, (height, width)) for size in sizes
    )


def _close(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return all(abs(a - b) <= _CLOSE_MM for a, b in zip(one, other, strict=True))
