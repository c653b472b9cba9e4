"""Why a camera gives no picture, told to the person at the desk."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from checkin.devices.camera_list import CameraName, spoken_name
from checkin.domain.errors import EnvironmentFault
from checkin.domain.translation import say


def why_not_found(remembered: str, cameras: Sequence[CameraName]) -> EnvironmentFault:
    """Why the camera of the setting `camera.source` is not there, when `find_camera` answers None among `cameras`."""
    if not cameras:
        return EnvironmentFault(
            say("There is no camera on this machine."),
            say("Plug one in, or scan with a hand scanner or by typing."),
        )
    return EnvironmentFault(
        say("{name} is not plugged in.", name=spoken_name(remembered)),
        say(
            "Plug it in; it goes on by itself. Or choose another in Settings: {names}.",
            names=", ".join(c.label for c in cameras),
        ),
    )


def why_not_opened(
    camera: int | str,
    name: str,
    devices: Path,
    may_use: Callable[[Path], bool] | None = None,
    *,
    platform: str = sys.platform,
) -> EnvironmentFault:
    """The likeliest reason why `camera` did not open. Linux tells by its device file; elsewhere all are named."""
    if not _has_device_files(devices):
        return EnvironmentFault(say("{name} gives no picture.", name=name), _allow_it(platform))
    device = _device_file(camera, devices)
    if not device.exists():
        if isinstance(camera, int) and not list(devices.glob("video*")):
            return EnvironmentFault(
                say("There is no camera on this machine."),
                say("Plug one in, or scan with a hand scanner or by typing."),
            )
        return EnvironmentFault(
            say("{name} is not plugged in.", name=name), say("Plug it in, or choose another camera in Settings.")
        )
    if not (may_use or _may_use)(device):
        return EnvironmentFault(
            say("This user may not use {name}.", name=name),
            say(
                "Add the user to the group that owns {device} (usually: sudo usermod -aG video $USER), "
                "then sign in anew.",
                device=device,
            ),
        )
    return EnvironmentFault(
        say("{name} is in use by another program.", name=name),
        say("Close video calls and browser pages that show the camera."),
    )


def camera_lost(camera: int | str, name: str, devices: Path) -> EnvironmentFault:
    """A camera that worked gives no more pictures."""
    if _has_device_files(devices) and not _device_file(camera, devices).exists():
        return EnvironmentFault(say("{name} was unplugged.", name=name), say("Plug it in again; it goes on by itself."))
    return EnvironmentFault(
        say("{name} stopped giving pictures.", name=name), say("Unplug it and plug it in again; it goes on by itself.")
    )


def _allow_it(platform: str) -> str:
    """What to try where the system does not tell why: each has its own place for the permission."""
    if platform == "darwin":
        return say(
            "Plug it in, close other programs that use it, and allow this program the camera in System Settings, "
            "Privacy & Security, Camera."
        )
    return say(
        "Plug it in, close other programs that use it, and allow desktop programs the camera in Settings, "
        "Privacy & security, Camera."
    )


def _device_file(camera: int | str, devices: Path) -> Path:
    return devices / f"video{camera}" if isinstance(camera, int) else Path(camera)


def _has_device_files(devices: Path) -> bool:
    return devices.is_dir() and os.name == "posix" and os.uname().sysname == "Linux"


def _may_use(device: Path) -> bool:
    return os.access(device, os.R_OK | os.W_OK)
