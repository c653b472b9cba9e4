"""Runs first in the packed program: pyzbar asks the system for libzbar, which may have none; the packed one is told.

On Windows pyzbar looks beside itself and asks nobody.
"""

from __future__ import annotations

import ctypes.util
import sys
from pathlib import Path


def tell_of_packed_zbar(bundle: Path) -> None:
    """From now on `find_library("zbar")` answers with the libzbar in `bundle`, if one is there."""
    packed = next((str(path) for path in sorted(bundle.glob("libzbar.*")) if path.is_file()), None)
    if packed is None:
        return
    ask_system = ctypes.util.find_library

    def find_library(name: str) -> str | None:
        return packed if name == "zbar" else ask_system(name)

    ctypes.util.find_library = find_library


if __name__ == "__main__":
    tell_of_packed_zbar(Path(sys._MEIPASS))  # type: ignore[attr-defined]
