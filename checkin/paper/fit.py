"""The autofit ladder: the largest given name for which everything below it still fits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from checkin.paper.breaks import two_lines
from checkin.paper.fonts import Weight
from checkin.paper.ink import Line, cap_height, line
from checkin.paper.rules import NameRules, Pass

Seat = TypeVar("Seat")

_GAP_EM = 0.19
"""Part of the given name's em that stands between it and the family name."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Lines with their baselines in mm; `base` is the last baseline, `bottom` the end of the lowest ink."""

    lines: tuple[tuple[Line, float], ...]
    base: float
    bottom: float


@dataclass(frozen=True, slots=True)
class NameBlock(Generic[Seat]):
    """Given name, family name and what was seated below them."""

    given: Stack
    family: Stack
    below: Seat


Seating = Callable[[Pass, Stack], Seat | None]
"""Seats what follows the names under a stack as a pass asks, or says that it does not fit there."""


def fit_names(given: str, family: str, rules: NameRules, seating: Seating[Seat]) -> NameBlock[Seat] | None:
    """The best block by the ladder and its passes (badge-design §2); None when none fits.

    A later pass is tried only while the given name is below the pass's accepted size, and is taken only when it
    sets the given name larger: the family name and the organisation are not made smaller for less.
    """
    places = list(_given_places(given, rules))
    best: NameBlock[Seat] | None = None
    for attempt in rules.passes:
        block = _first_complete(places, family, rules, attempt, seating)
        if block:
            best = block
            places = [place for place in places if _size(place) > _size(block.given)]
        if best and _size(best.given) >= attempt.accept[len(best.given.lines) - 1]:
            return best
    return best


def _size(stack: Stack) -> float:
    return stack.lines[0][0].size


def _first_complete(
    places: list[Stack], family: str, rules: NameRules, attempt: Pass, seating: Seating[Seat]
) -> NameBlock[Seat] | None:
    for place in places:
        block = _complete(place, family, rules, attempt, seating)
        if block:
            return block
    return None


def _complete(
    given: Stack, family: str, rules: NameRules, attempt: Pass, seating: Seating[Seat]
) -> NameBlock[Seat] | None:
    for stack in _family_places(given, family, rules, attempt.family):
        below = seating(attempt, stack)
        if below is not None:
            return NameBlock(given, stack, below)
    return None


def _given_places(text: str, rules: NameRules) -> Iterator[Stack]:
    """Every place the given name's width allows, best first."""
    splits = two_lines(text)
    for rung in rules.rungs:
        choices = (((text,),),) if rung.lines == 1 else splits
        for size in rung.sizes:
            place = _first_fitting(choices, Weight.EXTRABOLD, size, rules, rules.given_pitch, None)
            if place:
                yield place


def _family_places(given: Stack, text: str, rules: NameRules, least: float) -> Iterator[Stack]:
    """Every place of the family name under the given one, largest first, down to `least` pt."""
    if not text:
        yield Stack((), given.base, given.bottom)
        return
    for size in rules.family_sizes:
        if size < least:
            return
        one = size >= rules.family_one_to or size <= rules.family_two_from
        choices = (((text,),),) if one else ()
        if size <= rules.family_two_from:
            choices = (*choices, *two_lines(text))
        place = _first_fitting(choices, Weight.SEMIBOLD, size, rules, rules.family_pitch, given)
        if place:
            yield place


def _first_fitting(
    choices: tuple[tuple[tuple[str, ...], ...], ...],
    weight: Weight,
    size: float,
    rules: NameRules,
    pitch: float,
    above: Stack | None,
) -> Stack | None:
    for group in choices:
        for texts in group:
            lines = tuple(line(text, weight, size) for text in texts)
            if max(one.width for one in lines) > rules.wide:
                continue
            stack = _stacked(lines, _first_baseline(lines, rules, above), pitch, rules.line_ink_gap)
            if all(one.width <= rules.limit(base + one.fall) for one, base in stack.lines):
                return stack
    return None


def _first_baseline(lines: tuple[Line, ...], rules: NameRules, above: Stack | None) -> float:
    first = lines[0]
    if above is None or not above.lines:
        return max(rules.cap_tops[len(lines) - 1] + first.cap, rules.ink_top + first.rise)
    gap = max(rules.gap_least, _GAP_EM * above.lines[-1][0].em + rules.gap_extra)
    return max(above.base + gap + cap_height(first.size), above.bottom + rules.gap_ink + first.rise)


def _stacked(lines: tuple[Line, ...], baseline: float, pitch: float, ink_gap: float) -> Stack:
    placed = [(lines[0], baseline)]
    for upper, lower in pairwise(lines):
        baseline = max(baseline + pitch * lower.em, baseline + upper.fall + ink_gap + lower.rise)
        placed.append((lower, baseline))
    return Stack(tuple(placed), baseline, max(base + one.fall for one, base in placed))
