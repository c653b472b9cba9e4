"""Pictures of the window as small files whose large areas keep their very colours."""

from __future__ import annotations

from PIL import Image

EXACT, MIXED = 160, 96
"""Of the 256 colours of a palette: so many are the picture's most frequent ones, the rest stand for all others."""


def with_few_colours(picture: Image.Image) -> Image.Image:
    """As a PNG keeps it in a third of the room. A usual palette would shift surfaces to neighbouring colours, and a
    picture beside its reference would show differences that the window does not have.
    """
    counted = sorted(picture.getcolors(1 << 24) or (), key=lambda entry: (-entry[0], entry[1]))
    frequent, rest = counted[:EXACT], counted[EXACT:]
    palette = [value for _, colour in frequent for value in colour]  # type: ignore[union-attr]
    if rest:
        palette += _mixed([(colour, min(n, 64)) for n, colour in rest])  # type: ignore[misc]
    palette += palette[:3] * (EXACT + MIXED - len(palette) // 3)
    holder = Image.new("P", (1, 1))
    holder.putpalette(palette)
    return picture.quantize(palette=holder, dither=Image.Dither.NONE)


def _mixed(colours: list[tuple[tuple[int, int, int], int]]) -> list[int]:
    """The colours that stand for these, each weighing as often as told."""
    pixels = bytes(value for colour, n in colours for _ in range(n) for value in colour)
    strip = Image.frombytes("RGB", (len(pixels) // 3, 1), pixels)
    made = strip.quantize(MIXED, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    return list(made.getpalette() or ())[: 3 * MIXED]
