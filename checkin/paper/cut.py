"""Making a line fit its width: by size first, then by cutting it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checkin.paper.breaks import cut_letters, cut_words
from checkin.paper.fonts import Weight
from checkin.paper.ink import Line, line


def sizes(largest: float, smallest: float, step: float = 0.5) -> tuple[float, ...]:
    """Type sizes in pt from `largest` down to `smallest`, both included."""
    return tuple(largest - i * step for i in range(int((largest - smallest) / step + 1e-9) + 1))


def fitted(text: str, weight: Weight, ladder: Sequence[float], width: float) -> Line | None:
    """The line at the first size of `ladder` at which its ink is no wider than `width` mm."""
    for size in ladder:
        candidate = line(text, weight, size)
        if candidate.width <= width:
            return candidate
    return None


def cut_line(text: str, weight: Weight, size: float, width: float) -> Line | None:
    """The line cut with "…" at a word, else anywhere, to `width` mm; None when not even one letter fits."""
    found = _longest_fitting(cut_words(text), lambda cut: line(cut, weight, size), width)
    return found or _longest_fitting(cut_letters(text), lambda cut: line(cut, weight, size), width)


def fitted_or_cut(text: str, weight: Weight, ladder: Sequence[float], width: float) -> tuple[Line | None, bool]:
    """The line fitted, else cut at the smallest size; and whether it was cut."""
    whole = fitted(text, weight, ladder, width)
    return (whole, False) if whole else (cut_line(text, weight, ladder[-1], width), True)


def _longest_fitting(cuts: Sequence[str], made: Callable[[str], Line], width: float) -> Line | None:
    """The first of `cuts` (longest first) that fits, found by halving."""
    low, high = 0, len(cuts)
    while low < high:
        middle = (low + high) // 2
        if made(cuts[middle]).width <= width:
            high = middle
        else:
            low = middle + 1
    return made(cuts[low]) if low < len(cuts) else None
