"""Pictures of the window as small files whose large areas keep their very colours."""

from __future__ import annotations

import numpy as np
from PIL import Image

EXACT, MIXED = 160, 96
"""Of the 256 colours of a palette: so many are the picture's most frequent ones, the rest stand for all others."""
_MOST = 64
"""A colour weighs no more than so many pixels when the others are mixed."""


def with_few_colours(picture: Image.Image) -> Image.Image:
    """As a PNG keeps it in a third of the room.

    A usual palette shifts surfaces to neighbouring colours (#F3F4F7 became #F4F4F4): a picture beside its reference
    would show differences that the window does not have.
    """
    picture = picture.convert("RGB")
    counted = sorted(picture.getcolors(picture.width * picture.height) or (), key=lambda each: (-each[0], each[1]))
    count, colours = np.array([n for n, _ in counted]), np.array([colour for _, colour in counted], dtype=np.int32)
    palette = colours[:EXACT]
    if len(counted) > EXACT:
        palette = np.concatenate([palette, _mixed(colours[EXACT:], count[EXACT:])])
    nearest = np.argmin(((colours[:, None, :] - palette[None, :, :]) ** 2).sum(axis=2), axis=1)
    place = np.zeros(1 << 24, dtype=np.uint8)
    place[_packed(colours)] = nearest
    made = Image.fromarray(place[_packed(np.asarray(picture, dtype=np.int32))], "P")
    made.putpalette(palette.astype(np.uint8).tobytes())
    return made


def _packed(colours: np.ndarray) -> np.ndarray:
    """Each colour as one number."""
    packed: np.ndarray = (colours[..., 0] << 16) | (colours[..., 1] << 8) | colours[..., 2]
    return packed


def _mixed(colours: np.ndarray, count: np.ndarray) -> np.ndarray:
    """The colours that stand for these, each weighing as often as it occurs."""
    pixels = np.repeat(colours, np.minimum(count, _MOST), axis=0).astype(np.uint8)
    made = Image.fromarray(pixels[None, :, :], "RGB").quantize(MIXED, Image.Quantize.MEDIANCUT)
    return np.asarray(made.getpalette() or (), dtype=np.int32).reshape(-1, 3)[:MIXED]
