"""Pictures with QR codes for the tests of this folder."""

from __future__ import annotations

from typing import Any

import numpy as np
import segno

from checkin.devices.opencv import opencv


def code_picture(content: str | bytes, module: int = 6, size: tuple[int, int] = (640, 480), at: Any = None) -> Any:
    """A grey picture of a QR symbol on a grey table, its middle at `at`."""
    dark = np.array([list(row) for row in segno.make_qr(content).matrix_iter(scale=module, border=4)], bool)
    picture = np.full((size[1], size[0]), 128, np.uint8)
    place(picture, np.where(dark, 20, 235).astype(np.uint8), at or (size[0] // 2, size[1] // 2))
    return picture


def place(picture: Any, symbol: Any, at: tuple[int, int]) -> None:
    top, left = at[1] - symbol.shape[0] // 2, at[0] - symbol.shape[1] // 2
    picture[top : top + symbol.shape[0], left : left + symbol.shape[1]] = symbol


def save(path: Any, picture: Any) -> Any:
    opencv().imencode(path.suffix, picture)[1].tofile(str(path))
    return path
