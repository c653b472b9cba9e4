"""The cameras of this machine by name."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class CameraName:
    """A camera's number for `OpenCvCamera` and what people call it."""

    number: int
    name: str


def list_cameras(classes: Path = Path("/sys/class/video4linux"), platform: str = sys.platform) -> list[CameraName]:
    """The cameras in the order of their numbers.

    Linux tells their names; one camera often makes two nodes, the one that gives pictures has index 0. Elsewhere
    OpenCV knows numbers only, and asking each would switch its light on: the first four are offered by number.
    """
    if not platform.startswith("linux"):
        return [CameraName(n, f"Camera {n}") for n in range(4)]
    if not classes.is_dir():
        return []
    found = []
    for node in classes.glob("video*"):
        number = node.name.removeprefix("video")
        if number.isdigit() and _text(node / "index", "0") == "0":
            found.append(CameraName(int(number), _text(node / "name", f"Camera {number}")))
    return sorted(found, key=lambda camera: camera.number)


def _text(path: Path, instead: str) -> str:
    try:
        return path.read_text("utf-8", "replace").strip() or instead
    except OSError:
        return instead
