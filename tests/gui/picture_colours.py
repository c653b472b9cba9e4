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
    bits = np.asarray(picture.convert("RGB"), dtype=np.int32)
    packed = (bits[..., 0] << 16) | (bits[..., 1] << 8) | bits[..., 2]
    found, place, count = np.unique(packed, return_inverse=True, return_counts=True)
    colours = np.stack([found >> 16, (found >> 8) & 255, found & 255], axis=1)
    order = np.argsort(-count, kind="stable")
    frequent, rest = order[:EXACT], order[EXACT:]
    palette = colours[frequent]
    if rest.size:
        palette = np.concatenate([palette, _mixed(colours[rest], count[rest])])
    nearest = np.argmin(((colours[:, None, :] - palette[None, :, :]) ** 2).sum(axis=2), axis=1)
    made = Image.fromarray(nearest[place].reshape(packed.shape).astype(np.uint8), "P")
    made.putpalette(palette.astype(np.uint8).tobytes())
    return made


def _mixed(colours: np.ndarray, count: np.ndarray) -> np.ndarray:
    """The colours that stand for these, each weighing as often as it occurs."""
    pixels = np.repeat(colours, np.minimum(count, _MOST), axis=0).astype(np.uint8)
    made = Image.fromarray(pixels[None, :, :], "RGB").quantize(MIXED, Image.Quantize.MEDIANCUT)
    return np.asarray(made.getpalette() or (), dtype=np.int32).reshape(-1, 3)[:MIXED]
