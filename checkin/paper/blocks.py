"""What both templates do alike: names with their last resorts, the QR code, the code line, lines that shrink."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from checkin.domain.badge import BadgeWarning
from checkin.domain.translation import say
from checkin.paper.cut import fitted_or_cut
from checkin.paper.fit import NameBlock, Seating, Stack, fit_names
from checkin.paper.fonts import Weight
from checkin.paper.ink import Line, line
from checkin.paper.layout import PlacedQr, PlacedText
from checkin.paper.qr import module_dots, qr_symbol
from checkin.paper.rules import NameRules
from checkin.paper.templates import Template
from checkin.paper.words import Words, spoken

Seat = TypeVar("Seat")

_SMALL = 28.0
"""pt below which a given name cannot be read from 2 m and a person should look at the badge."""


@dataclass(slots=True)
class Sheet:
    """What has been placed so far on one badge, and what is to be told about it."""

    template: Template
    colour: str
    texts: list[PlacedText] = field(default_factory=list)
    warnings: list[BadgeWarning] = field(default_factory=list)

    def put(self, name: str, one: Line, x: float, baseline: float, colour: str | None = None) -> None:
        """Places a line with its ink's left edge at `x`."""
        self.texts.append(PlacedText(name, one, x, baseline, colour or self.colour))

    def put_right(self, name: str, one: Line, right: float, baseline: float) -> None:
        """Places a line with its ink's right edge at `right`."""
        self.put(name, one, right - one.width, baseline)

    def warn(self, name: str, sentence: str) -> None:
        """Adds something a person should look at."""
        self.warnings.append(BadgeWarning(name, sentence))

    def shrunk(
        self, name: str, text: str, weight: Weight, ladder: Sequence[float], width: float, at_most: float = 0.0
    ) -> Line | None:
        """The line at the first size that fits `width`, else at the last size if it fits `at_most`, else cut with a
        warning; None for an empty text."""
        if not text:
            return None
        one, cut = fitted_or_cut(text, weight, ladder, width)
        if cut and at_most > width:
            one, cut = fitted_or_cut(text, weight, ladder[-1:], at_most)
        if cut:
            self.warn(name, say("The {field} is too long for this badge and is shortened.", field=spoken(name)))
        return one


def put_names(
    sheet: Sheet, words: Words, rules: NameRules, seating: Callable[[str], Seating[Seat]], empty: Stack
) -> Seat | None:
    """Places both names and returns what `seating` made of the rest.

    What is too long for every size is not printed: first the organisation goes, then the given name (the family
    name takes its place), then the family name. A name is never cut. `empty` stands for a block without names.
    """
    given, family, organisation = words.given, words.family, words.organisation
    given_field = "family" if words.promoted else "given"
    while given:
        for shown in (organisation, "") if organisation else ("",):
            block = fit_names(given, family, rules, seating(shown))
            if block:
                _put_block(sheet, block, rules.left, given_field)
                if organisation and not shown:
                    told = say("The {field} is too long for this badge and is left off.", field=spoken("organisation"))
                    sheet.warn("organisation", told)
                return block.below
        if family and fit_names(given, "", rules, seating("")):
            sheet.warn("family", say("The {field} is too long for this badge and is left off.", field=spoken("family")))
            family = ""
        else:
            told = say("The {field} is too long for this badge and is left off.", field=spoken(given_field))
            sheet.warn(given_field, told)
            given, family, given_field = family, "", "family"
    for attempt in rules.passes:
        below = seating(organisation)(attempt, empty)
        if below is not None:
            return below
    return None


def _put_block(sheet: Sheet, block: NameBlock[Seat], left: float, given_field: str) -> None:
    for name, stack in ((given_field, block.given), ("family", block.family)):
        for one, baseline in stack.lines:
            sheet.put(name, one, left, baseline)
    size = block.given.lines[0][0].size
    if size < _SMALL:
        told = say("The {field} is long: it is set small ({size:g} pt).", field=spoken(given_field), size=size)
        sheet.warn(given_field, told)


def put_qr(sheet: Sheet, payload: str, x: float, y: float, side_dots: int) -> PlacedQr | None:
    """The QR code in its square at `x`, `y`, as whole dots a module; a longer payload has smaller modules."""
    symbol = qr_symbol(payload)
    if not symbol or not module_dots(symbol, side_dots):
        told = say("The badge code is missing; no scanner will know this badge.")
        if payload:
            told = say(
                "The badge code cannot be made into a QR code that a camera reads; no scanner will know this badge."
            )
        sheet.warn("code", told)
        return None
    side = symbol.modules * module_dots(symbol, side_dots) * sheet.template.dot
    slack = side_dots * sheet.template.dot - side
    snapped = sheet.template.snapped
    return PlacedQr(symbol, snapped(x + slack), snapped(y + slack), side)


def code_line(text: str, size: float, width: float) -> Line | None:
    """The code in its groups, to be typed by hand; None when it is empty or too long to be a badge code."""
    one = line(text, Weight.SEMIBOLD, size) if text else None
    return one if one and one.width <= width else None
