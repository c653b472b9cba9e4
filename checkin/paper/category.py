"""How a category looks: a shape, a ground and a colour, always beside its word."""

from __future__ import annotations

import math
import zlib
from dataclasses import dataclass

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class CategoryStyle:
    """`solid` is the label's tag: solid for people one looks for, outlined for guests. `ground` and `word` are the
    colours of the A6 band and of what stands on it. `shapes` are polygons around 0, 0 in radii, y down."""

    name: str
    solid: bool
    ground: str
    word: str
    shapes: tuple[Points, ...]

    @property
    def extent(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the shape in radii."""
        xs = [x for polygon in self.shapes for x, _ in polygon]
        ys = [y for polygon in self.shapes for _, y in polygon]
        return min(xs), min(ys), max(xs), max(ys)


def _ring(count: int, radius: float, turn: float, inner: float = 0.0, dy: float = 0.0) -> Points:
    """A regular polygon, or a star when `inner` is given; `turn` in degrees from twelve o'clock."""
    steps = count * 2 if inner else count
    points = []
    for i in range(steps):
        reach = inner if inner and i % 2 else radius
        angle = math.radians(turn + 360 * i / steps)
        points.append((reach * math.sin(angle), dy - reach * math.cos(angle)))
    return tuple(points)


def _plus(reach: float, half: float, turn: float = 0.0) -> Points:
    corners = [(half, -reach), (half, -half), (reach, -half), (reach, half), (half, half), (half, reach)]
    points = [*corners, *((-x, -y) for x, y in corners)]
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    return tuple((x * c - y * s, x * s + y * c) for x, y in points)


_SQUARE = ((-0.835, -0.835), (0.835, -0.835), (0.835, 0.835), (-0.835, 0.835))
_TRIANGLE = _ring(3, 1.22, 0, dy=0.22)
_DIAMOND = _ring(4, 1.1, 0)
_STAR = _ring(5, 1.14, 0, inner=0.47, dy=0.1)
_PLUS = _plus(1.02, 0.355)
_HEXAGON = _ring(6, 1.06, 30)
_BARS = tuple(((-0.95, y - 0.19), (0.95, y - 0.19), (0.95, y + 0.19), (-0.95, y + 0.19)) for y in (-0.72, 0.0, 0.72))
_HOURGLASS = ((-0.92, -1.0), (0.92, -1.0), (0.12, 0.0), (0.92, 1.0), (-0.92, 1.0), (-0.12, 0.0))
_CHEVRON = ((-0.9, -0.95), (-0.1, -0.95), (0.85, 0.0), (-0.1, 0.95), (-0.9, 0.95), (0.05, 0.0))

_KNOWN = {
    "policymaker": CategoryStyle("square", False, "#4A2C82", "#FFFFFF", (_SQUARE,)),
    "practitioner": CategoryStyle("triangle", False, "#00606B", "#FFFFFF", (_TRIANGLE,)),
    "changemaker": CategoryStyle("diamond", False, "#A8185A", "#FFFFFF", (_DIAMOND,)),
    "speaker": CategoryStyle("star", True, "#12161C", "#FFFFFF", (_STAR,)),
    "organiser": CategoryStyle("plus", True, "#84480A", "#FFFFFF", (_PLUS,)),
    "volunteer": CategoryStyle("hexagon", True, "#D3DE5A", "#12161C", (_HEXAGON,)),
}
_SAME_AS = {"organizer": "organiser"}
_FREE = (
    CategoryStyle("pentagon", False, "#34465C", "#FFFFFF", (_ring(5, 1.1, 0, dy=0.08),)),
    CategoryStyle("cross", False, "#1F4E9C", "#FFFFFF", (_plus(1.2, 0.33, 45),)),
    CategoryStyle("hourglass", False, "#5B4B00", "#FFFFFF", (_HOURGLASS,)),
    CategoryStyle("bars", False, "#7A2E2E", "#FFFFFF", _BARS),
    CategoryStyle("chevron", False, "#2F5230", "#FFFFFF", (_CHEVRON,)),
)
"""Shapes no known category has, for categories that an event makes up. No circle: circles mean photos."""


def category_style(word: str) -> CategoryStyle:
    """The look of a category by its word, whatever its case, blanks and hyphens; the same word looks the same on
    every desk and every day."""
    folded = "".join(c for c in word.casefold() if c.isalnum())
    singular = folded.removesuffix("s")
    for key in (folded, singular):
        style = _KNOWN.get(_SAME_AS.get(key, key))
        if style:
            return style
    return _FREE[zlib.crc32(folded.encode("utf-8", "surrogatepass")) % len(_FREE)]
