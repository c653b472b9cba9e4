"""Where the parts of a verdict stand and how large they are, measured before anything is painted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from checkin.gui import fonts
from checkin.gui.theme import px, theme
from checkin.gui.widgets.fit_name import fit_name
from checkin.gui.widgets.text_lines import break_lines, clipped

_SMALL = 14


@dataclass(frozen=True, slots=True)
class Sizes:
    """One verdict size.

    Type sizes (tokens › type › verdict) and the height of buttons are pixels of 100 %; the distances, from `shape`
    on, are those of the zoom in force.
    """

    word: int
    name: int
    reason: int
    way: int
    org: int
    head: int
    button: int
    button_px: int
    shape: int
    side: int
    shape_top: int
    head_middle: int
    word_gap: int
    name_gap: int
    plate_gap: int
    plate_side: int
    plate_top: int
    foot: int


def sizes_for(key: str) -> Sizes:
    """The sizes of "S", "M" or "L", or of "XS", the compact card, for which tokens has no entry."""
    if key == "XS":
        return Sizes(56, 26, 16, 14, 15, 14, 48, 15, *(px(n) for n in (64, 16, 28, 15, 16, 2, 6, 14, 6, 16)))
    tokens = theme().tokens["type"]["verdict"][key]
    type_sizes = (tokens["word"], tokens["name"], tokens["reason"], tokens["way"])
    (org, head, button, button_px), distances = {
        "S": ((17, 15, 52, 16), (24, 45, 29, 28, 12, 10, 16, 12, 28)),
        "M": ((20, 15, 56, 16), (40, 57, 37, 27, 20, 16, 24, 18, 36)),
        "L": ((28, 16, 64, 20), (64, 84, 54, 33, 30, 20, 24, 24, 52)),
    }[key]
    return Sizes(*type_sizes, org, head, button, button_px, *(px(n) for n in (tokens["shape"], *distances)))


def discreet_sizes(sizes: Sizes) -> Sizes:
    """The same card with reason and way out as small as whoever sits at the desk can read, and nobody opposite."""
    return replace(sizes, reason=_SMALL, way=_SMALL)


@dataclass(frozen=True, slots=True)
class VerdictText:
    """The words of a verdict."""

    word: str
    name: str
    organisation: str
    reason: str
    way_out: str


@dataclass(frozen=True, slots=True)
class VerdictPlan:
    """Fonts, lines and rectangles to paint; `below` is where notices or candidates start.

    `indent` is where the text in the plate begins, from its padding on: a mark may stand before it.
    """

    shape: QRectF
    word_font: QFont
    word: QRectF
    name_font: QFont
    name_lines: tuple[str, ...]
    name_top: float
    org_font: QFont
    org: str
    org_top: float
    plate: QRectF
    indent: float
    reason_font: QFont
    reason_lines: list[str]
    way_font: QFont
    way_lines: list[str]
    below: float


def plan_verdict(text: VerdictText, s: Sizes, width: float, room: float, left: float, indent: float = 0) -> VerdictPlan:
    """Measure a verdict for a card of `width`, with `room` from the top to what stands below the plate.

    What does not fit gives way in this order: the organisation, the size of the name, the size of shape and word, the
    size of reason and way out, the end of the way out. The word, the reason and the shape always stay.
    """
    small = round(s.name * 0.7)
    tries: list[tuple[Any, ...]] = [(True, s.name, 9, 1.0), (False, s.name, 9, 1.0)]
    tries += [(False, small, 9, 1.0), (False, small, 9, 0.7)]
    tries += [(False, small, 9, 0.7, 0.85), (False, small, 9, 0.7, 0.75)]
    tries += [(False, small, lines, 0.7, 0.75) for lines in (3, 2, 1, 0)]
    for tried in tries:
        plan = _measure(text, s, (width, left, indent), _Try(*tried))
        if plan.below <= room:
            break
    return plan


@dataclass(frozen=True, slots=True)
class _Try:
    """How much of a verdict is shown, and how large."""

    org: bool
    name: int
    way_lines: int
    scale: float
    words: float = 1.0


def _measure(text: VerdictText, s: Sizes, card: tuple[float, float, float], tried: _Try) -> VerdictPlan:
    width, left, indent = card
    inner = width - left - s.side
    side = s.shape * tried.scale
    shape = QRectF(left, s.shape_top, side, side)
    word_left = shape.right() + s.word_gap
    word_font = _word_font(text.word, round(s.word * tried.scale), width - s.side - word_left + px(4))
    word = QRectF(word_left, shape.top(), width - word_left, shape.height())
    name_font, name_lines = (
        fit_name(text.name, int(inner), tried.name, round(tried.name * 0.85)) if text.name else (word_font, ())
    )
    name_top = shape.bottom() + s.name_gap
    top = name_top + fonts.line(name_font) * len(name_lines)
    org_font = fonts.font(s.org, 500)
    org = text.organisation if tried.org and text.name else ""
    top += px(s.org) * 0.2 if org else 0
    org_top = top
    top += (fonts.line(org_font) if org else 0) + s.plate_gap
    text_width = inner - 2 * s.plate_side - indent
    reason_font, way_font = (
        fonts.font(max(round(size * tried.words), min(size, _SMALL)), weight)
        for size, weight in ((s.reason, 700), (s.way, 500))
    )
    reason = break_lines(text.reason, reason_font, text_width) if text.reason else []
    way = break_lines(text.way_out, way_font, text_width) if text.way_out and tried.way_lines else []
    way = clipped(way, way_font, text_width, tried.way_lines)
    height = len(reason) * fonts.line(reason_font) + len(way) * fonts.line(way_font) + 2 * s.plate_top
    height += px(8) if reason and way else 0
    plate = QRectF(left, top, inner, height if reason or way else 0)
    return VerdictPlan(
        shape, word_font, word, name_font, tuple(name_lines), name_top, org_font, org, org_top, plate, indent,
        reason_font, reason, way_font, way, plate.bottom(),
    )  # fmt: skip


def _word_font(word: str, px: int, room: float) -> QFont:
    """The word as large as it fits, down to tokens' least; only a narrower window than any laid out goes below."""
    least = int(theme().tokens["type"]["verdict"]["least_word"])
    for size in (*range(px, least, -1), *range(least, 23, -1)):
        font = fonts.font(size, 800)
        if fonts.width(font, word) <= room:
            return font
    return fonts.font(24, 800)
