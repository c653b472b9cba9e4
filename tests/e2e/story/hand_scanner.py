"""A scanner whose keys carry their own times, as an operating system gives them: a machine that is held up for a moment
does not pull a code apart.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow

EVERY_MS = 5


def scan_into(window: QWindow, code: str) -> None:
    """Send the keys of `code`, and Enter, to a window."""
    now = round(time.monotonic() * 1000)
    for place, letter in enumerate((*code, "\r")):
        key = Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter.upper()))
        shift = Qt.KeyboardModifier.ShiftModifier if letter.isupper() else Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, shift, letter)
            event.setTimestamp(now + place * EVERY_MS)
            QCoreApplication.sendEvent(window, event)
