"""The badge code as a QR symbol of whole printer dots."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

_SMALLEST_MODULE = 6
"""Dots: at 300 dpi 0.5 mm, below which webcams fail (badges-and-printers §2)."""


@dataclass(frozen=True, slots=True)
class QrSymbol:
    """A QR Code Model 2 symbol without quiet zone. `modules` counts the dark and light squares of an edge, `runs`
    are the dark stretches (row, column, length), `designator` is version and level, such as "2-H"."""

    payload: str
    modules: int
    runs: tuple[tuple[int, int, int], ...]
    designator: str


@lru_cache(maxsize=64)
def qr_symbol(payload: str) -> QrSymbol | None:
    """The symbol of a badge code; None when `payload` is empty or cannot be a QR code.

    At least version 2: version 1 has no alignment pattern and fails on blurred cameras. segno raises the
    error correction as far as the version holds it (11 characters: 2-H). Never a Micro QR: readers refuse it.
    """
    import segno

    if not payload:
        return None
    try:
        symbol = segno.make_qr(payload, error="M", version=2)
    except segno.DataOverflowError:
        try:
            symbol = segno.make_qr(payload, error="M")
        except segno.DataOverflowError:
            return None
    except UnicodeEncodeError:
        return None
    return QrSymbol(payload, len(symbol.matrix), tuple(_runs(symbol.matrix)), symbol.designator)


def module_dots(symbol: QrSymbol, side_dots: int) -> int:
    """Dots of one module when the symbol may be `side_dots` wide; 0 when they would be too few for a camera."""
    dots = side_dots // symbol.modules
    return dots if dots >= _SMALLEST_MODULE else 0


def _runs(matrix: tuple[bytearray, ...]) -> list[tuple[int, int, int]]:
    runs = []
    for y, row in enumerate(matrix):
        x = 0
        while x < len(row):
            start = x
            while x < len(row) and row[x]:
                x += 1
            if x > start:
                runs.append((y, start, x - start))
            x += 1
    return runs
