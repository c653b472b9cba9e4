"""The cameras of this machine by name, each with what to remember it by."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from checkin.domain.translation import say

_CLASSES = Path("/sys/class/video4linux")
_LINKS = Path("/dev/v4l")
_OFFERED_BY_NUMBER = 4


@dataclass(frozen=True, slots=True)
class CameraName:
    """A camera's number for `OpenCvCamera`, what people call it, and its link under /dev/v4l, "" where it has none.

    A link of `by-id` holds maker, model and serial number: it is the same wherever the camera is plugged in.
    `alike`: another camera of this machine has the same name.
    """

    number: int
    name: str
    link: str = ""
    alike: bool = field(default=False, compare=False)

    @property
    def label(self) -> str:
        """The name to choose by; with the number where two cameras have one name."""
        return f"{self.name} ({self.number})" if self.alike else self.name

    @property
    def remembered(self) -> str:
        """What the setting `camera.source` keeps: the link, or else the number."""
        return self.link or str(self.number)


def list_cameras(classes: Path = _CLASSES, platform: str = sys.platform, *, links: Path = _LINKS) -> list[CameraName]:
    """The cameras in the order of their numbers.

    Linux tells their names; one camera often makes two nodes, the one that gives pictures has index 0. Elsewhere
    OpenCV knows numbers only, and asking each would switch its light on: the first four are offered by number.
    """
    if not platform.startswith("linux"):
        return [CameraName(n, _numbered(n)) for n in range(_OFFERED_BY_NUMBER)]
    if not classes.is_dir():
        return []
    linked = _links_by_number(links)
    found = []
    for node in classes.glob("video*"):
        number = node.name.removeprefix("video")
        if number.isdigit() and _text(node / "index", "0") == "0":
            n = int(number)
            found.append(CameraName(n, _text(node / "name", _numbered(n)), linked.get(n, "")))
    return _told_apart(sorted(found, key=lambda camera: camera.number))


def find_camera(
    remembered: str, cameras: Iterable[CameraName] | None = None, *, was: CameraName | None = None
) -> CameraName | None:
    """The camera that the setting `camera.source` means, wherever it is plugged in now; None when it is not there.

    Args:
        remembered: `CameraName.remembered`; a device's path; "" is the first camera.
        cameras: those to look among; by default the machine's.
        was: the camera found before. One that is remembered by its number only, and comes back under another number
            while the program runs, is known by its name then.
    """
    there = list(list_cameras() if cameras is None else cameras)
    if not remembered:
        return there[0] if there else None
    if not remembered.isdigit():
        return next((c for c in there if c.link == remembered), None) or _by_path(Path(remembered), there)
    found = next((c for c in there if c.number == int(remembered)), None)
    if was is None or (found is not None and found.name == was.name):
        return found
    alike = [c for c in there if c.name == was.name]
    return alike[0] if len(alike) == 1 else None


def names_a_camera(remembered: str) -> bool:
    """Whether the setting `camera.source` means a camera, and no film and not the simulated one."""
    return not remembered or remembered.isdigit() or remembered.startswith("/dev/")


def spoken_name(remembered: str) -> str:
    """What to call a camera that is not there, out of what was kept of it."""
    if not remembered:
        return say("The camera")
    if remembered.isdigit():
        return _numbered(int(remembered))
    text = re.sub(r"-video-index\d+$", "", Path(remembered).name)
    if not text.startswith("usb-"):
        return text
    words = text.removeprefix("usb-").split("_")
    # The maker as a number (046d) says nothing to people, nor does a serial number at the end.
    if len(words) > 1 and re.fullmatch(r"[0-9a-f]{4}", words[0]):
        words = words[1:]
    if len(words) > 1 and re.fullmatch(r"\d{4,}|[0-9A-Fa-f]{6,}", words[-1]):
        words = words[:-1]
    return " ".join(word for word in words if word)


def _numbered(number: int) -> str:
    return say("Camera {number}", number=number)


def _links_by_number(links: Path) -> dict[int, str]:
    """Of each camera the link by its identity; two of a kind without serial numbers share one, so the other keeps the
    link by its socket."""
    found: dict[int, str] = {}
    for kind in ("by-path", "by-id"):
        folder = links / kind
        for link in sorted(folder.iterdir()) if folder.is_dir() else ():
            number = _number_of(link)
            if number is not None:
                found[number] = str(link)
    return found


def _by_path(path: Path, cameras: list[CameraName]) -> CameraName | None:
    number = _number_of(path)
    return next((c for c in cameras if c.number == number), None)


def _number_of(path: Path) -> int | None:
    """The number of the device file that a path leads to; None when it leads nowhere."""
    try:
        target = path.resolve(strict=True).name
    except (OSError, RuntimeError):
        return None
    number = target.removeprefix("video")
    return int(number) if target.startswith("video") and number.isdigit() else None


def _told_apart(cameras: list[CameraName]) -> list[CameraName]:
    names = [c.name for c in cameras]
    return [replace(c, alike=names.count(c.name) > 1) for c in cameras]


def _text(path: Path, instead: str) -> str:
    try:
        return path.read_text("utf-8", "replace").strip() or instead
    except OSError:
        return instead
