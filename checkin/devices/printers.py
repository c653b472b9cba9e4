"""What every printer can do, and the folder that stands for one."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from checkin.devices.cups_printer import CupsPrinter
from checkin.devices.printer_list import PrinterList, list_printers
from checkin.devices.printer_state import JobState, PrinterState
from checkin.domain.errors import EnvironmentFault, MaybePrinted, StorageFull
from checkin.domain.translation import say

__all__ = [
    "CupsPrinter",
    "JobState",
    "MaybePrinted",
    "PdfFolderPrinter",
    "Printer",
    "PrinterList",
    "PrinterState",
    "list_printers",
]


class Printer(Protocol):
    """A place that badges come out of."""

    @property
    def name(self) -> str:
        """What people call it."""

    def print_pdf(self, pdf: bytes, *, title: str, media_mm: tuple[float, float]) -> str:
        """Hand over pages of the size `media_mm` (width, height, millimetres), never scaled.

        Returns:
            what names the job to this printer. Handed over is not printed: see `job_state`.

        Raises:
            MaybePrinted: it is not known whether the printer took the job.
            EnvironmentFault: the printer did not take it.
        """

    def state(self) -> PrinterState:
        """How the printer is; asks it, at most some seconds."""

    def job_state(self, job: str) -> JobState:
        """What became of a job."""


@dataclass(frozen=True, slots=True)
class PdfFolderPrinter:
    """Writes each job as a PDF file into a folder, beside its name first and then renamed."""

    folder: Path

    @property
    def name(self) -> str:
        """What people call it."""
        return say("Folder {name}", name=self.folder.name)

    def print_pdf(self, pdf: bytes, *, title: str, media_mm: tuple[float, float]) -> str:
        """Write the file; its path is the job's name.

        Raises:
            StorageFull: the disk is full.
            EnvironmentFault: the folder cannot be written.
        """
        stem = re.sub(r"[^\w.-]+", "_", title).strip("._")[:80] or "badge"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            return str(_write_new(self.folder, stem, pdf))
        except OSError as error:
            if error.errno == 28:
                raise StorageFull(say("The disk is full."), say("Make room, then print again.")) from error
            raise EnvironmentFault(
                say("The folder {folder} cannot be written.", folder=self.folder),
                say("Choose another folder in Settings, Printers."),
            ) from error

    def state(self) -> PrinterState:
        """A folder is always ready; a full disk shows when writing."""
        return PrinterState("idle", (), say("Ready"))

    def job_state(self, job: str) -> JobState:
        """Ended when the file is there."""
        return "ended" if Path(job).is_file() else "unknown"


def _write_new(folder: Path, stem: str, pdf: bytes) -> Path:
    number = 1
    while True:
        path = folder / (f"{stem}.pdf" if number == 1 else f"{stem}-{number}.pdf")
        part = path.with_suffix(f".{os.getpid()}.part")
        if not path.exists():
            break
        number += 1
    try:
        with part.open("wb") as file:
            file.write(pdf)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return path
