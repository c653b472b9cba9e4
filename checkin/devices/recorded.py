"""Films and folders of pictures in place of a camera."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from checkin.devices.frame import Frame, OpenedByWith
from checkin.devices.opencv import opencv
from checkin.devices.pace import Pace
from checkin.devices.picture_file import PICTURES, read_picture
from checkin.domain.errors import EnvironmentFault, UserError
from checkin.domain.translation import say


class VideoFile(OpenedByWith):
    """A film, played `per_second` pictures a second (0: as fast as they are asked for), once or for ever."""

    def __init__(self, path: Path, *, loop: bool = False, per_second: float = 0.0) -> None:
        self.path = path
        self.name = path.name
        self._loop = loop
        self._pace = Pace(per_second)
        self._film: Any = None
        self._number = 0

    def open(self) -> None:
        self.close()
        film = opencv().VideoCapture(str(self.path)) if self.path.is_file() else None
        if film is None or not film.isOpened():
            raise EnvironmentFault(
                say("The film {name} cannot be read.", name=self.path.name),
                say("Choose an .avi, .mp4 or .mkv file that plays elsewhere."),
            )
        self._film, self._number = film, 0

    def read(self) -> Frame | None:
        if self._film is None:
            return None
        at = self._pace.wait()
        there, pixels = self._film.read()
        if not there and self._loop:
            self._film.set(opencv().CAP_PROP_POS_FRAMES, 0)
            there, pixels = self._film.read()
        if not there:
            return None
        frame = Frame(pixels, self._number, at)
        self._number += 1
        return frame

    def close(self) -> None:
        if self._film is not None:
            self._film.release()
            self._film = None


class ImageFolder(OpenedByWith):
    """The pictures of a folder in the order of their names, one frame each; unreadable ones are passed over."""

    def __init__(self, folder: Path, *, loop: bool = False, per_second: float = 0.0) -> None:
        self.folder = folder
        self.name = folder.name
        self._loop = loop
        self._pace = Pace(per_second)
        self._paths: list[Path] = []
        self._number = self._next = 0

    def open(self) -> None:
        if not self.folder.is_dir():
            raise EnvironmentFault(
                say("There is no folder {folder}.", folder=self.folder), say("Choose a folder with pictures in it.")
            )
        self._paths = sorted(p for p in self.folder.iterdir() if p.suffix.lower() in PICTURES)
        self._number = self._next = 0

    def read(self) -> Frame | None:
        for _ in range(len(self._paths)):
            if self._next == len(self._paths):
                if not self._loop:
                    return None
                self._next = 0
            path = self._paths[self._next]
            self._next += 1
            try:
                pixels = read_picture(path)
            except (UserError, EnvironmentFault):
                continue
            frame = Frame(pixels, self._number, self._pace.wait())
            self._number += 1
            return frame
        return None

    def close(self) -> None:
        self._paths = []
