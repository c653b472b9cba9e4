"""OpenCV, loaded when first needed and set up so that it disturbs neither the screen nor the other core."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

from checkin.devices.read_ahead import read_ahead

MOST_PIXELS = 220_000_000
"""Larger pictures are refused before they are unpacked; the largest of telephones have 200 million."""

_SETTINGS = {
    "OPENCV_LOG_LEVEL": "ERROR",
    # Threads for matrices that nobody multiplies: they spin on the other core while the window starts the camera.
    "OPENBLAS_NUM_THREADS": "1",
    "OPENCV_IO_MAX_IMAGE_PIXELS": str(MOST_PIXELS),
    # A camera that hangs is given up after so many seconds instead of ten.
    "OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT": "2",
}


@cache
def opencv() -> Any:
    """The module `cv2`: quiet, one thread, and without the Qt folders that its full wheel leaves in the environment.

    A wheel with a window system of its own sets two Qt variables that every child process would inherit
    (feasibility.md §3); they are dropped when they point into it.
    """
    for name, value in _SETTINGS.items():
        os.environ.setdefault(name, value)
    read_ahead("cv2", ("opencv_python_headless.libs", "numpy.libs"))
    import cv2

    cv2.setNumThreads(1)
    drop_foreign_qt_folders()
    return cv2


def drop_foreign_qt_folders() -> None:
    """Forget Qt plugin and font folders that lie inside cv2."""
    for name in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR"):
        if "cv2" in os.environ.get(name, ""):
            del os.environ[name]
