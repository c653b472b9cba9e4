"""`checkin`: without words, or to show the demo, the window; every other word goes to the command line."""

from __future__ import annotations

import importlib
import os
import sys

OWN_PROCESSES = (
    "checkin.tour",
    "checkin.bench.window_shown",
    "checkin.bench.window_waits",
    "checkin.bench.verdict_paint",
)
"""Modules that the program starts as `sys.executable -m MODULE …`; packed, that executable is the program itself."""


def main(words: list[str] | None = None) -> int:
    """Run the program; returns its exit code."""
    given = sys.argv[1:] if words is None else words
    for name in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR"):
        # A full OpenCV wheel somewhere in the environment must never choose Qt's plugins.
        if "cv2" in os.environ.get(name, ""):
            del os.environ[name]
    if getattr(sys, "frozen", False) and given[:1] == ["-m"] and given[1:2] and given[1] in OWN_PROCESSES:
        return int(importlib.import_module(given[1]).main(given[2:]))
    from checkin.cli import run

    return run(given)


if __name__ == "__main__":
    raise SystemExit(main())
