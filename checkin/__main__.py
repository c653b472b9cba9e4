"""`checkin`: without words, or to show the demo, the window; every other word goes to the command line."""

from __future__ import annotations

import os
import sys


def main(words: list[str] | None = None) -> int:
    """Run the program; returns its exit code."""
    given = sys.argv[1:] if words is None else words
    for name in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR"):
        # A full OpenCV wheel somewhere in the environment must never choose Qt's plugins.
        if "cv2" in os.environ.get(name, ""):
            del os.environ[name]
    from checkin.cli import run

    return run(given)


if __name__ == "__main__":
    raise SystemExit(main())
