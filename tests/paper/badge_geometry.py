"""What touches what on a laid-out badge, and what leaves its safe area; used by the badge tests."""

from __future__ import annotations

from itertools import combinations

from checkin.paper.layout import Layout

QUIET = 4
"""Modules of white that a QR code needs on every side."""


def boxes(layout: Layout) -> dict[str, tuple[float, float, float, float]]:
    """Every mark that must touch no other, by name."""
    found = {f"{text.field} {i}": text.box for i, text in enumerate(layout.texts) if text.field != "category"}
    if layout.qr:
        qr = layout.qr
        quiet = QUIET * qr.side / qr.symbol.modules
        found["qr"] = (qr.x - quiet, qr.y - quiet, qr.x + qr.side + quiet, qr.y + qr.side + quiet)
    if layout.band:
        band = layout.band
        found["band"] = (band.x, band.y, band.x + band.width, band.y + band.height)
    mark = layout.photo
    found["photo"] = (mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius)
    return found


def overlaps(layout: Layout) -> list[tuple[str, str]]:
    """Pairs of marks whose boxes share more than 0.01 mm.

    Not counted: the code line, which the design lets 0.1 mm into the foot of the quiet zone (a test of its own keeps
    it 2 mm from the symbol), and city and country of the label, which are one running line.
    """
    clashes = []
    for (a, first), (b, second) in combinations(boxes(layout).items(), 2):
        if {a, b} & {"qr"} and any(name.startswith("code") for name in (a, b)):
            continue
        if layout.template.name != "a6" and {a.split()[0], b.split()[0]} == {"city", "country"}:
            continue
        across = min(first[2], second[2]) - max(first[0], second[0])
        along = min(first[3], second[3]) - max(first[1], second[1])
        if across > 0.01 and along > 0.01:
            clashes.append((a, b))
    return clashes


def outside(layout: Layout) -> list[str]:
    """Lines whose ink leaves the safe area: 3 mm on the label; on A6 9 mm at the sides and the punch zone."""
    left, top, right, bottom = (3.0, 3.0, 97.0, 59.0) if layout.template.name != "a6" else (8.95, 17.0, 96.05, 143.8)
    return [
        text.text
        for text in layout.texts
        if text.box[0] < left or text.box[1] < top or text.box[2] > right or text.box[3] > bottom
    ]
