"""One picture of a camera, and what every source of such pictures can do."""

from __future__ import annotations

from dataclasses import dataclass
from types import TracebackType
from typing import Any, Protocol, Self

Picture = Any
"""A numpy array of 8-bit values: height × width (grey) or height × width × 3 (blue, green, red)."""


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A picture, its number since the source was opened (from 0), and when it was taken (`time.monotonic`, seconds)."""

    pixels: Picture
    number: int
    at: float

    @property
    def grey(self) -> Picture:
        """The picture in grey; the same array when it is grey already."""
        if self.pixels.ndim == 2:
            return self.pixels
        from checkin.devices.opencv import opencv

        cv2 = opencv()
        return cv2.cvtColor(self.pixels, cv2.COLOR_BGR2GRAY)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.pixels.shape[1], self.pixels.shape[0]


class FrameSource(Protocol):
    """Where pictures come from: a camera, a film, a folder, or the simulated camera."""

    @property
    def name(self) -> str:
        """What people call it."""

    def open(self) -> None:
        """Begin; again after `close`. Raises EnvironmentFault with the cause and the way out."""

    def read(self) -> Frame | None:
        """The newest picture, or None when there is none (yet, or any more). May wait for one, at most half a second.

        Raises EnvironmentFault when the source is lost.
        """

    def close(self) -> None:
        """End; harmless when closed already."""


class OpenedByWith:
    """`with source:` opens and closes."""

    def open(self) -> None:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
