"""Why a camera gives no picture, told to the person at the desk."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from checkin.domain.errors import EnvironmentFault


def why_not_opened(
    camera: int | str, name: str, devices: Path, may_use: Callable[[Path], bool] | None = None
) -> EnvironmentFault:
    """The likeliest reason why `camera` did not open. Linux tells by its device file; elsewhere all are named."""
    if not _has_device_files(devices):
        return EnvironmentFault(
            f"{name} gives no picture.",
            "Plug it in, close other programs that use it, and allow this program to use the camera in the system's "
            "settings.",
        )
    device = _device_file(camera, devices)
    if not device.exists():
        if isinstance(camera, int) and not list(devices.glob("video*")):
            return EnvironmentFault(
                "There is no camera on this machine.", "Plug one in, or scan with a hand scanner or by typing."
            )
        return EnvironmentFault(f"{name} is not plugged in.", "Plug it in, or choose another camera in Settings.")
    if not (may_use or _may_use)(device):
        return EnvironmentFault(
            f"This user may not use {name}.",
            f"Add the user to the group that owns {device} (usually: sudo usermod -aG video $USER), then sign in anew.",
        )
    return EnvironmentFault(
        f"{name} is in use by another program.", "Close video calls and browser pages that show the camera."
    )


def camera_lost(camera: int | str, name: str, devices: Path) -> EnvironmentFault:
    """A camera that worked gives no more pictures."""
    if _has_device_files(devices) and not _device_file(camera, devices).exists():
        return EnvironmentFault(f"{name} was unplugged.", "Plug it in again; it goes on by itself.")
    return EnvironmentFault(f"{name} stopped giving pictures.", "Unplug it and plug it in again; it goes on by itself.")


def _device_file(camera: int | str, devices: Path) -> Path:
    return devices / f"video{camera}" if isinstance(camera, int) else Path(camera)


def _has_device_files(devices: Path) -> bool:
    return devices.is_dir() and os.name == "posix" and os.uname().sysname == "Linux"


def _may_use(device: Path) -> bool:
    return os.access(device, os.R_OK | os.W_OK)
