"""The badge typeface: where its files lie, which letters it has, and how its letters stand beside each other."""

from __future__ import annotations

import sys
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from checkin.domain.errors import EnvironmentFault
from checkin.domain.translation import say

FONTS = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parents[2])) / "resources" / "fonts"
"""The folder of fonts: in the source tree, or in the bundle that PyInstaller unpacked."""

CAP_HEIGHT = 1490 / 2048
"""Height of a flat capital of Inter in em (OS/2 sCapHeight; the same in all weights)."""

_FEATURES = {"kern": True, "mark": True, "mkmk": True, "liga": False, "clig": False, "calt": False, "ccmp": False}


class Weight(IntEnum):
    """The weights of Inter that paper uses, by their CSS number."""

    REGULAR = 400
    MEDIUM = 500
    SEMIBOLD = 600
    BOLD = 700
    EXTRABOLD = 800


_FILES = {
    Weight.REGULAR: "Inter_400Regular.ttf",
    Weight.MEDIUM: "Inter_500Medium.ttf",
    Weight.SEMIBOLD: "Inter_600SemiBold.ttf",
    Weight.BOLD: "Inter_700Bold.ttf",
    Weight.EXTRABOLD: "Inter_800ExtraBold.ttf",
}


@dataclass(frozen=True, slots=True)
class Glyph:
    """One letter of a shaped line, all in em: its place, its advance, and the box of its ink around the place.

    `char` is the character that draws it. A blank has no ink: `low` and `high` are then equal.
    """

    char: str
    x: float
    y: float
    left: float
    right: float
    low: float
    high: float


def font_path(weight: Weight) -> Path:
    """The font file of a weight.

    Raises:
        EnvironmentFault: the installation lacks it.
    """
    path = FONTS / "inter" / _FILES[weight]
    if not path.is_file():
        raise EnvironmentFault(
            say("The badge typeface {file} is missing.", file=path.name), say("Install Check-in Desk again.")
        )
    return path


def registered_name(weight: Weight) -> str:
    """The name reportlab knows the weight by; the first call of a process reads and registers the file (4 ms)."""
    _reportlab_font(weight)
    return f"Checkin-Inter-{weight.value}"


def pdf_width(weight: Weight, char: str) -> float:
    """The advance that reportlab declares for `char` in the PDF, in thousandths of an em."""
    return float(_reportlab_font(weight).face.getCharWidth(ord(char)))


@lru_cache(maxsize=1)
def letters_covered() -> frozenset[str]:
    """Every character the typeface can draw; control and format characters never count."""
    codes = set(_reportlab_font(Weight.REGULAR).face.charToGlyph)
    for weight in Weight:
        codes &= set(_reportlab_font(weight).face.charToGlyph)
    return frozenset(chr(c) for c in codes if c and unicodedata.category(chr(c))[0] != "C")


@lru_cache(maxsize=4096)
def shape(text: str, weight: Weight) -> tuple[tuple[Glyph, ...], float]:
    """The glyphs of one left-to-right line with kerning, and the line's advance in em.

    HarfBuzz kerns and sets combining marks; ligatures and contextual forms stay off, so that every glyph is
    the glyph of a character and the PDF's text can be read back.
    """
    import uharfbuzz

    font = _harfbuzz_font(weight)
    face = _reportlab_font(weight).face
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    uharfbuzz.shape(font, buffer, _FEATURES)
    upem = float(font.face.upem)
    pen, glyphs = 0.0, []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        glyph, char = info.codepoint, text[info.cluster]
        if face.charToGlyph.get(ord(char)) != glyph:
            char = chr(face.glyphToChar[glyph][0])
        left, right, low, high = _ink_box(weight, glyph)
        glyphs.append(Glyph(char, (pen + position.x_offset) / upem, position.y_offset / upem, left, right, low, high))
        pen += position.x_advance
    return tuple(glyphs), pen / upem


@lru_cache(maxsize=64)
def outline(char: str, weight: Weight) -> tuple[tuple[str, tuple[tuple[float, float], ...]], ...]:
    """The outline of a character as pen moves ("moveTo", "lineTo", "qCurveTo", "closePath") in em, y up."""
    font = _harfbuzz_font(weight)
    pen = _Pen(float(font.face.upem))
    font.draw_glyph_with_pen(font.get_nominal_glyph(ord(char)), pen)
    return tuple(pen.moves)


class _Pen:
    """Takes down what HarfBuzz draws."""

    def __init__(self, upem: float) -> None:
        self.upem = upem
        self.moves: list[tuple[str, tuple[tuple[float, float], ...]]] = []

    def __getattr__(self, name: str) -> Any:
        def take(*points: tuple[float, float]) -> None:
            self.moves.append((name, tuple((x / self.upem, y / self.upem) for x, y in points)))

        return take


@lru_cache(maxsize=4096)
def _ink_box(weight: Weight, glyph: int) -> tuple[float, float, float, float]:
    font = _harfbuzz_font(weight)
    box, upem = font.get_glyph_extents(glyph), float(font.face.upem)
    if box is None or not box.width:
        return 0.0, 0.0, 0.0, 0.0
    left, high = box.x_bearing / upem, box.y_bearing / upem
    return left, left + box.width / upem, high + box.height / upem, high


@lru_cache(maxsize=8)
def _reportlab_font(weight: Weight) -> Any:
    """Reads and registers one weight.

    Each gets a name of its own, and the PostScript names inside the files differ too: reportlab silently
    merges faces of one PostScript name (a test counts the embedded ones).
    """
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(f"Checkin-Inter-{weight.value}", str(font_path(weight)), asciiReadable=False)
    pdfmetrics.registerFont(font)
    return font


@lru_cache(maxsize=8)
def _harfbuzz_font(weight: Weight) -> Any:
    import uharfbuzz

    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(font_path(weight)))))
