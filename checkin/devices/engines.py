"""The four engines that find QR codes in a grey picture, from the cheapest to the most patient."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from checkin.devices.frame import Picture
from checkin.devices.opencv import opencv

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]

_MOST_ENLARGED = 2_600_000
"""Pixels; above, a picture has details enough and doubling it costs more than it finds."""


@dataclass(frozen=True, slots=True)
class Found:
    """A code in a picture.

    `text` is faithful to the bytes: UTF-8 where they are, each other byte a surrogate (surrogateescape).
    `quad` are its corners in pixels, `engine` the name of what found it.
    """

    text: str
    quad: Quad
    engine: str

    @property
    def centre(self) -> Point:
        """The middle of the code in pixels."""
        return sum(x for x, _ in self.quad) / 4, sum(y for _, y in self.quad) / 4


def zxing(grey: Picture, name: str = "zxing", scale: float = 1.0) -> list[Found]:
    """zxing-cpp on the plain picture: about 2 ms at 1280×720, reads inverted codes too.

    Model 2 only: the format named QRCode includes Micro QR, which saw a false text inside a large symbol
    (feasibility.md §4).
    """
    import numpy as np
    import zxingcpp

    found = []
    for code in zxingcpp.read_barcodes(
        np.ascontiguousarray(grey),
        formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2),
        text_mode=zxingcpp.TextMode.Plain,
    ):
        p = code.position
        corners = [(c.x / scale, c.y / scale) for c in (p.top_left, p.top_right, p.bottom_right, p.bottom_left)]
        found.append(Found(_faithful(code.bytes), _quad(corners), name))
    return found


def zxing_enlarged(grey: Picture) -> list[Found]:
    """zxing-cpp on the picture doubled by cubic interpolation: small and far codes."""
    if grey.size > _MOST_ENLARGED:
        return []
    cv2 = opencv()
    return zxing(cv2.resize(grey, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC), "zxing2x", 2.0)


def zxing_threshold(grey: Picture) -> list[Found]:
    """zxing-cpp on the picture after an adaptive threshold: glare, shadows, low contrast."""
    cv2 = opencv()
    mean, binary = cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY
    return zxing(cv2.adaptiveThreshold(grey, 255, mean, binary, 31, 5), "threshold")


def zbar(grey: Picture) -> list[Found]:
    """zbar: slow, but it reads some blurred and curved codes that zxing-cpp does not. Empty where libzbar is missing.

    zbar guesses an encoding and rewrites what is not UTF-8; texts beyond ASCII are left to the other engines.
    """
    try:
        from pyzbar import pyzbar
    except (ImportError, OSError):
        # OSError: the library is there and cannot be loaded, as on Windows without the Visual C++ runtime.
        return []
    found = []
    for code in pyzbar.decode(grey, symbols=[pyzbar.ZBarSymbol.QRCODE]):
        if code.data.isascii() and len(code.polygon) == 4:
            corners = [(float(p.x), float(p.y)) for p in code.polygon]
            found.append(Found(code.data.decode("ascii"), _quad(corners), "zbar"))
    return found


Engine = Callable[[Picture], list[Found]]
ENGINES: dict[str, Engine] = {
    "zxing": zxing,
    "zxing2x": zxing_enlarged,
    "threshold": zxing_threshold,
    "zbar": zbar,
}
"""By the names that `--engines` takes, in the order of the cascade."""


def _faithful(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _quad(corners: list[Point]) -> Quad:
    return corners[0], corners[1], corners[2], corners[3]
