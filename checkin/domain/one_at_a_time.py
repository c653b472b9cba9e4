"""Locks for what two threads must never use at once, in a room that all who use it may enter."""

from __future__ import annotations

import threading

PDFIUM = threading.Lock()
"""PDFium is not safe to use from two threads, not even for two documents."""
