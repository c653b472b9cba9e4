"""Lines of type measured by their ink, not by their side bearings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from checkin.paper.fonts import CAP_HEIGHT, Glyph, Weight, shape

MM_PER_PT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Ink:
    """A tracked line in em: its glyphs, its advance, and the box of its ink (`rise` up and `fall` down from the
    baseline)."""

    glyphs: tuple[Glyph, ...]
    advance: float
    left: float
    right: float
    rise: float
    fall: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of type at a size in pt; all measures in mm."""

    text: str
    weight: Weight
    size: float
    ink: Ink

    @property
    def em(self) -> float:
        return self.size * MM_PER_PT

    @property
    def width(self) -> float:
        """From the left edge of the ink to its right edge."""
        return (self.ink.right - self.ink.left) * self.em

    @property
    def rise(self) -> float:
        """Ink above the baseline."""
        return self.ink.rise * self.em

    @property
    def fall(self) -> float:
        """Ink below the baseline."""
        return self.ink.fall * self.em

    @property
    def cap(self) -> float:
        """Height of a flat capital of this size, whether or not the line has one."""
        return CAP_HEIGHT * self.em


def tracking(size: float) -> float:
    """Letter spacing in em at a size in pt: large type is set tighter (badge-design §2)."""
    if size >= 40:
        return -0.024
    if size >= 26:
        return -0.020
    if size >= 18:
        return -0.014
    if size >= 12:
        return -0.006
    return 0.004


def cap_height(size: float) -> float:
    """Height in mm of a flat capital at a size in pt."""
    return CAP_HEIGHT * size * MM_PER_PT


def line(text: str, weight: Weight, size: float) -> Line:
    """The line `text` at `size` pt, tracked as its size asks."""
    return Line(text, weight, size, _measured(text, weight, tracking(size)))


@lru_cache(maxsize=4096)
def _measured(text: str, weight: Weight, spacing: float) -> Ink:
    glyphs, advance = shape(text, weight)
    placed = tuple(Glyph(g.char, g.x + i * spacing, g.y, g.left, g.right, g.low, g.high) for i, g in enumerate(glyphs))
    inked = [g for g in placed if g.high > g.low]
    if not inked:
        return Ink(placed, advance, 0.0, 0.0, 0.0, 0.0)
    return Ink(
        glyphs=placed,
        advance=advance + len(placed) * spacing,
        left=min(g.x + g.left for g in inked),
        right=max(g.x + g.right for g in inked),
        rise=max(g.y + g.high for g in inked),
        fall=-min(g.y + g.low for g in inked),
    )
