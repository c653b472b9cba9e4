"""Break points of the window and the sizes that hold in each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BreakPoint(StrEnum):
    """Four widths of thought, from a laptop at 200 % to a wide screen."""

    COMPACT = "compact"
    SMALL = "small"
    NORMAL = "normal"
    WIDE = "wide"


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes of one break point in logical pixels at 100 %; values of tokens.json where it has them.

    Attributes:
        pane: width of the left pane, 0 when it takes the whole width.
        gutter: margin inside the left pane.
        page: margin around the card.
        card: margin inside the card.
        verdict: key of tokens › type › verdict, or XS for the compact card.
        name, name_least: the name on the card and how far it may shrink before a second line.
    """

    point: BreakPoint
    rail: int
    rail_item: int
    strip: int
    pane: int
    gutter: int
    page: int
    card: int
    search: int
    verb: int
    org: int
    name: int
    name_least: int
    verdict: str

    @property
    def compact(self) -> bool:
        """True when there is one column only."""
        return self.point is BreakPoint.COMPACT

    @property
    def roomy(self) -> bool:
        """True when the card shows facts and the buttons in its head."""
        return self.point in (BreakPoint.NORMAL, BreakPoint.WIDE)


COMPACT = Metrics(BreakPoint.COMPACT, 56, 48, 40, 0, 12, 12, 16, 48, 56, 17, 38, 38, "XS")
SMALL = Metrics(BreakPoint.SMALL, 80, 58, 40, 336, 16, 12, 20, 52, 64, 17, 46, 38, "S")
NORMAL = Metrics(BreakPoint.NORMAL, 96, 72, 44, 400, 20, 24, 28, 56, 72, 20, 46, 38, "M")
WIDE = Metrics(BreakPoint.WIDE, 96, 72, 44, 440, 20, 24, 28, 56, 72, 20, 46, 38, "L")


def metrics_for(width: int, height: int, zoom: int = 100) -> Metrics:
    """The metrics that fit a window of this size in pixels, where everything is `zoom` percent large."""
    width, height = width * 100 // zoom, height * 100 // zoom
    if width < 900:
        return COMPACT
    if width < 1200 or height < 700:
        return SMALL
    return WIDE if width >= 1600 else NORMAL
