"""The measures by which a name block is fitted: one value per template, from badge-design §1 and §2."""

from __future__ import annotations

from dataclasses import dataclass

from checkin.paper.organisation import Detail


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of the given name's ladder: so many lines, at one of these sizes in pt (best first)."""

    lines: int
    sizes: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Pass:
    """One attempt at the whole block.

    `family` and `organisation` are the least sizes in pt; the attempt ends the search when the given name comes
    out at `accept` (pt with one line, with two). `gap` is the least distance in mm from the family's baseline to
    the organisation's capitals, `ink_gap` the least between their inks.
    """

    family: float
    organisation: float
    accept: tuple[float, float]
    detail: Detail
    gap: float
    ink_gap: float


@dataclass(frozen=True, slots=True)
class NameRules:
    """Where and how names are set; mm from the top left, sizes in pt, pitches in em.

    A line whose ink goes below `narrow_below` is at most `narrow` wide, the others `wide`. `cap_tops` are the
    tops of the first line's capitals with one line and with two; ink stays below `ink_top`.
    """

    left: float
    cap_tops: tuple[float, float]
    ink_top: float
    wide: float
    narrow: float
    narrow_below: float
    rungs: tuple[Rung, ...]
    given_pitch: float
    line_ink_gap: float
    family_sizes: tuple[float, ...]
    family_two_from: float
    family_one_to: float
    family_pitch: float
    gap_least: float
    gap_extra: float
    gap_ink: float
    passes: tuple[Pass, ...]

    def limit(self, bottom: float) -> float:
        """The greatest width of a line whose ink ends at `bottom`."""
        return self.narrow if bottom > self.narrow_below else self.wide
