"""The camera that this desk remembers, looked for anew each time it is opened."""

from __future__ import annotations

from collections.abc import Callable

from checkin.devices.camera import OpenCvCamera
from checkin.devices.camera_faults import why_not_found
from checkin.devices.camera_list import CameraName, find_camera, list_cameras, spoken_name
from checkin.devices.frame import Frame, OpenedByWith


class RememberedCamera(OpenedByWith):
    """The camera of the setting `camera.source` as a source of pictures.

    Unplugged and plugged in again it may have another number: `open` finds it by what is remembered of it.
    `cameras` and `make` tests hand in.
    """

    def __init__(
        self,
        remembered: str = "",
        *,
        cameras: Callable[[], list[CameraName]] = list_cameras,
        make: Callable[[CameraName], OpenCvCamera] = lambda found: OpenCvCamera(found.number, name=found.name),
    ) -> None:
        self._remembered = remembered
        self._cameras = cameras
        self._make = make
        self._found: CameraName | None = None
        self._camera: OpenCvCamera | None = None

    @property
    def name(self) -> str:
        """What the camera is called: by itself once it was found."""
        found = self._found or find_camera(self._remembered, self._cameras())
        return found.label if found else spoken_name(self._remembered)

    def open(self) -> None:
        """Find the camera and start it.

        Raises:
            EnvironmentFault: it is not there, may not be used, or is busy; there is no camera at all.
        """
        self.close()
        cameras = self._cameras()
        found = find_camera(self._remembered, cameras, was=self._found)
        if found is None:
            raise why_not_found(self._remembered, cameras)
        self._found = found
        camera = self._make(found)
        camera.open()
        self._camera = camera

    def read(self) -> Frame | None:
        """The newest picture. Raises EnvironmentFault when the camera was unplugged or stopped."""
        return self._camera.read() if self._camera is not None else None

    def close(self) -> None:
        camera, self._camera = self._camera, None
        if camera is not None:
            camera.close()
