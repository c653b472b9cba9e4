"""City and country on one line: two weights, one baseline."""

from __future__ import annotations

from dataclasses import dataclass

from checkin.domain.translation import say
from checkin.paper.cut import cut_line, sizes
from checkin.paper.fonts import Weight
from checkin.paper.ink import Line, line
from checkin.paper.words import spoken

_SMALLEST = 9.0


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """Pieces as (field, line, mm from the left edge to their ink), and warnings as (field, sentence)."""

    lines: tuple[tuple[str, Line, float], ...]
    size: float
    told: tuple[tuple[str, str], ...] = ()

    @property
    def rise(self) -> float:
        return max((one.rise for _, one, _ in self.lines), default=0.0)

    @property
    def fits(self) -> tuple[float, float]:
        """Its width and its depth below the baseline in mm."""
        return max(x + one.width for _, one, x in self.lines), max(one.fall for _, one, _ in self.lines)


def place_line(city: str, country: str, largest: float, width: float, depth: float) -> PlaceLine:
    """The line at `largest` pt or smaller, within `width` and `depth` mm; first the country goes, then the city is
    cut."""
    if not city and not country:
        return PlaceLine((), largest)
    for size in sizes(largest, min(_SMALLEST, largest)):
        pieces = _pieces(city, country, size)
        if pieces.fits[0] <= width and pieces.fits[1] <= depth:
            return pieces
    if city and country:
        alone = place_line(city, "", largest, width, depth)
        told = ("country", say("The country is left off: the city fills the line."))
        return PlaceLine(alone.lines, alone.size, (told, *alone.told))
    name, weight = ("city", Weight.SEMIBOLD) if city else ("country", Weight.REGULAR)
    one = cut_line(city or country, weight, _SMALLEST, width)
    shortened = ((name, say("The {field} is too long for this badge and is shortened.", field=spoken(name))),)
    return PlaceLine(((name, one, 0.0),) if one else (), _SMALLEST, shortened)


def _pieces(city: str, country: str, size: float) -> PlaceLine:
    if not city:
        return PlaceLine((("country", line(country, Weight.REGULAR, size), 0.0),), size)
    first = line(city, Weight.SEMIBOLD, size)
    if not country:
        return PlaceLine((("city", first, 0.0),), size)
    second = line(f", {country}", Weight.REGULAR, size)
    x = (first.ink.advance - first.ink.left + second.ink.left) * first.em
    return PlaceLine((("city", first, 0.0), ("country", second, x)), size)
