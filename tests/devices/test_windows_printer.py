"""How the Windows printer paints, with QPrinter writing a PDF in place of the device."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from checkin.devices.qt.windows_printer import WindowsPrinter, paint_pages
from checkin.domain.errors import EnvironmentFault


def badge() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(144, 216))
    for _ in range(2):
        canvas.rect(0, 0, 36, 36, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_pages_are_painted_dot_for_dot_from_the_corner(qtbot: QtBot, tmp_path: Path) -> None:
    import pypdfium2

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(300)
    paint_pages(printer, badge(), (50.8, 76.2))
    del printer
    with pypdfium2.PdfDocument((tmp_path / "out.pdf").read_bytes()) as document:
        assert len(document) == 2
        assert document[0].get_size() == pytest.approx((144, 216), abs=1)
        picture = document[1].render(scale=1, grayscale=True).to_numpy().squeeze().copy()
    assert picture[184:212, 3:32].max() < 60
    assert picture[:176, :].min() > 200
    assert picture[:, 40:].min() > 200


def test_a_printer_that_is_not_there(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", "/tmp/no-such-cups.sock")
    with pytest.raises(EnvironmentFault, match="There is no printer"):
        WindowsPrinter("no such printer").print_pdf(badge(), title="x", media_mm=(50.8, 76.2))
