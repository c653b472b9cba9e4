"""From a name in the settings to the printer it means on this computer."""

from __future__ import annotations

import sys
from pathlib import Path

from checkin.devices.cups_printer import CupsPrinter
from checkin.devices.printers import PdfFolderPrinter, Printer

FOLDER = "pdf"
"""The printer that is a folder of PDF files."""


def printer_named(name: str, folder: Path) -> Printer:
    """The printer called `name`: `pdf` is `folder`, anything else a print queue of the operating system."""
    if name in ("", FOLDER):
        return PdfFolderPrinter(folder)
    if sys.platform == "win32":
        from checkin.devices.qt.windows_printer import WindowsPrinter

        return WindowsPrinter(name)
    return CupsPrinter(name)
