"""Reads a picture from a file, as a reader of codes needs it: grey, upright, on white."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from checkin.devices.frame import Picture
from checkin.devices.opencv import opencv
from checkin.domain.errors import EnvironmentFault, UserError
from checkin.domain.translation import say

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".webp", ".pgm", ".ppm", ".pbm", ".gif"})


MOST_BYTES = 200_000_000
"""A file larger than this is no ticket."""

_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")


def read_picture(path: Path) -> Picture:
    """The picture in grey; the way up that its camera noted; what is transparent becomes white.

    Raises:
        UserError: the file is no picture, damaged, too large, or of a kind that cannot be read (HEIC).
        EnvironmentFault: the system does not let it be read.
    """
    import numpy as np

    data = np.frombuffer(_bytes_of(path), np.uint8)
    cv2 = opencv()
    try:
        picture = _decoded(data) if data.size else None
    except cv2.error as error:
        if "MAX_IMAGE_PIXELS" in str(error):
            raise _too_large(path) from error
        raise _unreadable(path, data) from error
    if picture is None:
        raise _unreadable(path, data)
    return picture


def is_pdf(path: Path) -> bool:
    """Whether the file says of itself that it is a PDF, whatever its name is.

    Raises:
        UserError: the file is too large.
        EnvironmentFault: the system does not let it be read.
    """
    return b"%PDF-" in _bytes_of(path, 1024)


def _bytes_of(path: Path, most: int = -1) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_large(path)
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise EnvironmentFault(
            say("The file {file} cannot be opened.", file=path.name),
            say("Check that you may read it, and that its disk or network is there."),
        ) from error


def _decoded(data: Any) -> Picture:
    cv2 = opencv()
    if data[:2].tobytes() != b"\xff\xd8":
        # All but JPEG may be transparent.
        pixels = cv2.imdecode(data, cv2.IMREAD_UNCHANGED)
        if pixels is None:
            return None
        if pixels.ndim == 3 and pixels.shape[2] == 4:
            return _on_white(pixels)
    return cv2.imdecode(data, cv2.IMREAD_GRAYSCALE)


def _too_large(path: Path) -> UserError:
    return UserError(
        say("The file {file} is too large to be read.", file=path.name),
        say("Take a screenshot of the code, or a picture of it with a smaller size."),
    )


def _unreadable(path: Path, data: Any) -> UserError:
    head = data[:12].tobytes()
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC:
        return UserError(
            say("{file} is a HEIC picture of a telephone, which cannot be read here.", file=path.name),
            say("Take a screenshot of it on the telephone, or save it as JPEG or PNG."),
        )
    return UserError(
        say("The picture {file} cannot be read.", file=path.name),
        say("Choose a PNG or JPEG file that opens elsewhere."),
    )


def _on_white(pixels: Any) -> Picture:
    import numpy as np

    cv2 = opencv()
    if pixels.dtype != np.uint8:
        pixels = (pixels >> 8).astype(np.uint8)
    grey = cv2.cvtColor(pixels, cv2.COLOR_BGRA2GRAY).astype(np.uint16)
    opaque = pixels[:, :, 3].astype(np.uint16)
    return ((grey * opaque + 255 * (255 - opaque)) // 255).astype(np.uint8)
