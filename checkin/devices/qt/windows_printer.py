"""A printer of Windows by QPrinter. NOT RUN on Windows: written from Qt's source and documentation
(badges-and-printers.md §4); its painting is tested on Linux with QPrinter writing a PDF.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QMarginsF, QPoint, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from checkin.devices.printer_faults import no_such_printer
from checkin.devices.printer_state import JobState, PrinterState
from checkin.domain.errors import EnvironmentFault
from checkin.domain.one_at_a_time import PDFIUM
from checkin.domain.translation import mark, say

_STATES = {
    QPrinter.PrinterState.Idle: PrinterState("unknown", (), mark("Windows tells no more than that the queue is idle")),
    QPrinter.PrinterState.Active: PrinterState("printing", (), mark("Printing")),
    QPrinter.PrinterState.Aborted: PrinterState("stopped", (), mark("The queue gave a job up")),
    QPrinter.PrinterState.Error: PrinterState("stopped", (), mark("The printer needs somebody")),
}


@dataclass(frozen=True, slots=True)
class WindowsPrinter:
    """One printer, by its name: the page's raster at the device's resolution, dot for dot, nothing scaled.

    Call it from the print worker: with a dead network printer Windows takes up to two minutes to answer.
    """

    name: str

    def print_pdf(self, pdf: bytes, *, title: str, media_mm: tuple[float, float]) -> str:
        """Paint the pages. Returns the title: Windows' job number is not told by Qt.

        Raises:
            EnvironmentFault: no such printer, or it cannot be painted on.
        """
        info = QPrinterInfo.printerInfo(self.name)
        if info.isNull():
            raise no_such_printer(self.name)
        printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        paint_pages(printer, pdf, media_mm)
        return title

    def state(self) -> PrinterState:
        """What Windows tells: many label drivers report idle whatever happens, so idle counts as not known."""
        info = QPrinterInfo.printerInfo(self.name)
        if info.isNull():
            raise no_such_printer(self.name)
        found = _STATES[info.state()]
        return replace(found, sentence=say(found.sentence))

    def job_state(self, job: str) -> JobState:
        """Not told."""
        return "unknown"


def paint_pages(printer: QPrinter, pdf: bytes, media_mm: tuple[float, float]) -> None:
    """Draw each page at (0, 0), one pixel a dot. Full page without margins: Qt has taken the unprintable edge off by
    then, doing it again would shift the badge.
    """
    import pypdfium2

    width, height = media_mm
    size = QPageSize(QSizeF(width, height), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    painter = QPainter()
    if not painter.begin(printer):
        raise EnvironmentFault(
            say("The printer {name} cannot be used.", name=printer.printerName() or say("that was chosen")),
            say("Print a test page from Windows first."),
        )
    try:
        with PDFIUM, pypdfium2.PdfDocument(pdf) as document:
            for number in range(len(document)):
                if number:
                    printer.newPage()
                painter.drawImage(QPoint(0, 0), _raster(document[number], printer.resolution()))
    finally:
        painter.end()


def _raster(page: object, dots_per_inch: int) -> QImage:
    bitmap = page.render(scale=dots_per_inch / 72, rev_byteorder=False, prefer_bgrx=True)  # type: ignore[attr-defined]
    image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
    # Already in dots: without this Qt would scale it from the screen's resolution.
    image.setDevicePixelRatio(1.0)
    bitmap.close()
    return image
