"""Tells whether a window can be shown."""

import sys
from collections.abc import Mapping


def has_display(env: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a window can be shown to somebody."""
    if platform in ("win32", "darwin"):
        return True
    return env.get("QT_QPA_PLATFORM") != "offscreen" and bool(env.get("DISPLAY") or env.get("WAYLAND_DISPLAY"))
