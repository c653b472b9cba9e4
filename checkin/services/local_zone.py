"""The computer's own time zone by its IANA name."""

from __future__ import annotations

import os
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_FALLBACK = "UTC"


def local_zone() -> str:
    """The zone of TZ or of the system, UTC when neither names one that is known here."""
    for name in (os.environ.get("TZ", ""), _linked(), _written()):
        try:
            if name:
                return ZoneInfo(name).key
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return _FALLBACK


def _linked() -> str:
    target = str(Path("/etc/localtime").resolve())
    return target.rpartition("zoneinfo/")[2] if "zoneinfo/" in target else ""


def _written() -> str:
    file = Path("/etc/timezone")
    return file.read_text("utf-8").strip() if file.is_file() else ""
