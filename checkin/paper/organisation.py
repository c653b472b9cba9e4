"""Setting an organisation on at most two lines."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from checkin.paper.breaks import body_and_unit, two_lines
from checkin.paper.cut import cut_line, fitted, sizes
from checkin.paper.fonts import Weight
from checkin.paper.ink import Line, line

_PITCH = 1.235
"""Baseline to baseline of the two lines, in em of the second."""
_MOST_CONTRAST = 4.0
"""Points between body and unit; more looks like two different badges."""
_WRAPPED_SMALLER = 2.5
"""Points by which an organisation wrapped whole may be below a pass's least: it says more than a cut one."""


class Detail(Enum):
    """How much of the organisation must stand: all of it, what fits, or its body on one line."""

    WHOLE = 1
    SHORTENED = 2
    BODY = 3


@dataclass(frozen=True, slots=True)
class OrganisationType:
    """Sizes in pt: the largest of body and unit, and the floor of both."""

    body: float
    unit: float
    floor: float


@dataclass(frozen=True, slots=True)
class OrganisationSetting:
    """One or two lines, and whether something was left off. No lines at all for an empty organisation."""

    lines: tuple[Line, ...]
    shortened: bool = False

    @property
    def pitch(self) -> float:
        """mm from the first baseline to the last; 0 with one line."""
        return _PITCH * self.lines[1].em if len(self.lines) == 2 else 0.0


@lru_cache(maxsize=512)
def organisation_settings(
    text: str, width: float, kind: OrganisationType, least: float, detail: Detail
) -> tuple[OrganisationSetting, ...]:
    """The ways to set `text` within `width` mm, best first, body at `least` pt or more; none when it cannot be.

    Whole on one line; else body and unit; else wrapped whole on two lines; else, when `detail` allows, shortened.
    """
    if not text:
        return (OrganisationSetting(()),)
    ladder = sizes(kind.body, least)
    found = [OrganisationSetting((one,)) for s in ladder if (one := line(text, Weight.MEDIUM, s)).width <= width]
    if not found and detail is Detail.BODY:
        return _body_only(text, width, ladder)
    found = found or _parted(text, width, kind, ladder) or _wrapped(text, width, kind, least)
    if not found and detail is Detail.SHORTENED:
        found = _cut(text, width, kind, ladder)
    return tuple(found)


def _parted(text: str, width: float, kind: OrganisationType, ladder: tuple[float, ...]) -> list[OrganisationSetting]:
    body, unit = body_and_unit(text)
    found = []
    for size in ladder if unit else ():
        first = line(body, Weight.MEDIUM, size)
        second = fitted(unit, Weight.REGULAR, _unit_sizes(kind, size), width)
        if first.width <= width and second:
            found.append(OrganisationSetting((first, second)))
    return found


def _unit_sizes(kind: OrganisationType, body: float) -> tuple[float, ...]:
    largest = max(kind.floor, min(kind.unit, body - 1.5))
    return sizes(largest, max(kind.floor, body - _MOST_CONTRAST))


def _wrapped(text: str, width: float, kind: OrganisationType, least: float) -> list[OrganisationSetting]:
    good, poor = two_lines(text)
    found = []
    for size in sizes(kind.body, max(kind.floor, least - _WRAPPED_SMALLER)):
        for first, second in (*sorted(good, key=_first_length, reverse=True), *poor):
            pair = line(first, Weight.MEDIUM, size), line(second, Weight.MEDIUM, size)
            if max(pair[0].width, pair[1].width) <= width:
                found.append(OrganisationSetting(pair))
                break
    return found


def _cut(text: str, width: float, kind: OrganisationType, ladder: tuple[float, ...]) -> list[OrganisationSetting]:
    body, unit = body_and_unit(text)
    second = cut_line(unit, Weight.REGULAR, kind.floor, width) if unit else None
    found = []
    for size in ladder if second else ():
        first = line(body, Weight.MEDIUM, size)
        if second and first.width <= width and size - kind.floor <= _MOST_CONTRAST:
            found.append(OrganisationSetting((first, second), shortened=True))
    return found or _wrapped_and_cut(text, width, kind)


def _wrapped_and_cut(text: str, width: float, kind: OrganisationType) -> list[OrganisationSetting]:
    """The longest first line that fits at the floor, and what fits of the rest."""
    good, poor = two_lines(text)
    for first, second in sorted((*good, *poor), key=_first_length, reverse=True):
        upper = line(first, Weight.MEDIUM, kind.floor)
        lower = cut_line(second, Weight.MEDIUM, kind.floor, width) if upper.width <= width else None
        if lower:
            return [OrganisationSetting((upper, lower), shortened=True)]
    only = cut_line(text, Weight.MEDIUM, kind.floor, width)
    return [OrganisationSetting((only,), shortened=True)] if only else []


def _body_only(text: str, width: float, ladder: tuple[float, ...]) -> tuple[OrganisationSetting, ...]:
    body = body_and_unit(text)[0]
    found = [one for size in ladder if (one := line(body, Weight.MEDIUM, size)).width <= width]
    cut = None if found else cut_line(body, Weight.MEDIUM, ladder[-1], width)
    if cut:
        found = [cut]
    return tuple(OrganisationSetting((one,), shortened=True) for one in found)


def _first_length(pair: tuple[str, str]) -> int:
    return len(pair[0])
