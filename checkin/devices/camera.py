"""A camera of this machine, by OpenCV: the newest picture, and a plain reason when there is none."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from checkin.devices.camera_faults import camera_lost, why_not_opened
from checkin.devices.camera_list import CameraName, list_cameras
from checkin.devices.frame import Frame, FrameSource, OpenedByWith
from checkin.devices.opencv import opencv
from checkin.devices.recorded import ImageFolder, VideoFile
from checkin.devices.simulated_camera import SimulatedCamera
from checkin.domain.translation import say

__all__ = [
    "CameraName",
    "Frame",
    "FrameSource",
    "ImageFolder",
    "OpenCvCamera",
    "SimulatedCamera",
    "VideoFile",
    "list_cameras",
]

_MOST_STALE = 8
_FRESH_AFTER = 0.004


class OpenCvCamera(OpenedByWith):
    """A camera by its number, or by its device file (`/dev/v4l/by-id/...` keeps its name when it is plugged elsewhere).

    `capture` makes the object with OpenCV's VideoCapture interface; tests hand in their own.
    """

    def __init__(
        self,
        camera: int | str,
        *,
        size: tuple[int, int] = (1280, 720),
        name: str = "",
        capture: Callable[[int | str], Any] | None = None,
        devices: Path = Path("/dev"),
    ) -> None:
        self.camera = camera
        self.name = name or (say("Camera {number}", number=camera) if isinstance(camera, int) else Path(camera).name)
        self._size = size
        self._capture = capture or _opencv_capture
        self._devices = devices
        self._device: Any = None
        self._number = 0

    def open(self) -> None:
        """Start the camera and wait for its first picture.

        Raises:
            EnvironmentFault: no such camera, no permission, busy.
        """
        self.close()
        device = self._capture(self.camera)
        if not device.isOpened():
            device.release()
            raise why_not_opened(self.camera, self.name, self._devices)
        cv2 = opencv()
        # Uncompressed 720p fills a USB 2 line at 10 pictures a second; as JPEGs 30 fit.
        device.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter_fourcc(*"MJPG"))
        device.set(cv2.CAP_PROP_FRAME_WIDTH, self._size[0])
        device.set(cv2.CAP_PROP_FRAME_HEIGHT, self._size[1])
        device.set(cv2.CAP_PROP_BUFFERSIZE, 1)
        if not device.grab():
            device.release()
            raise why_not_opened(self.camera, self.name, self._devices)
        self._device, self._number = device, 0

    def read(self) -> Frame | None:
        """The newest picture: those that waited in the driver while the last one was read are passed over.

        Raises:
            EnvironmentFault: the camera was unplugged or stopped.
        """
        if self._device is None:
            return None
        for _ in range(_MOST_STALE):
            began = time.monotonic()
            if not self._device.grab():
                raise self._lost()
            # A picture that came without waiting had been lying in the driver's buffer.
            if time.monotonic() - began > _FRESH_AFTER:
                break
        there, pixels = self._device.retrieve()
        if not there or pixels is None:
            raise self._lost()
        frame = Frame(pixels, self._number, time.monotonic())
        self._number += 1
        return frame

    def close(self) -> None:
        if self._device is not None:
            self._device.release()
            self._device = None

    def _lost(self) -> Exception:
        self.close()
        return camera_lost(self.camera, self.name, self._devices)


def _opencv_capture(camera: int | str) -> Any:
    cv2 = opencv()
    # Without a choice OpenCV tries every backend in turn, each with its own warnings and waits.
    backend = cv2.CAP_V4L2 if sys.platform.startswith("linux") else cv2.CAP_ANY
    return cv2.VideoCapture(camera, backend)
