"""The pages of a PDF as grey pictures, large enough for the codes on them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checkin.devices.frame import Picture
from checkin.devices.opencv import opencv
from checkin.domain.errors import UserError
from checkin.domain.one_at_a_time import PDFIUM
from checkin.domain.translation import say

DOTS_PER_INCH = 200
_LONGEST_SIDE = 5000
"""Dots; a poster is drawn coarser instead of filling the memory."""


def pdf_pages(path: Path, most: int | None = None) -> Iterator[Picture]:
    """Each page in turn.

    Args:
        most: a document with more pages is refused.

    Raises:
        UserError: the file cannot be read, is locked with a password, or has too many pages.
    """
    import pypdfium2

    try:
        with PDFIUM:
            document = pypdfium2.PdfDocument(path)
            count = len(document)
    except (pypdfium2.PdfiumError, OSError) as error:
        raise _why(path, error) from error
    try:
        if most is not None and count > most:
            raise UserError(
                say(
                    "The PDF {file} has {count} pages; at most {most} are read.", file=path.name, count=count, most=most
                ),
                say("Choose a PDF with the tickets of one group, or a picture of one ticket."),
            )
        for number in range(count):
            try:
                with PDFIUM:
                    grey = _drawn(document[number])
            except (pypdfium2.PdfiumError, ValueError, MemoryError) as error:
                raise _why(path, error) from error
            yield grey
    finally:
        with PDFIUM:
            document.close()


def _drawn(page: Any) -> Picture:
    longest = max(*page.get_size(), 1.0)
    bitmap = page.render(scale=min(DOTS_PER_INCH / 72, _LONGEST_SIDE / longest), grayscale=True)
    grey = bitmap.to_numpy()
    if grey.ndim == 3:
        grey = grey[:, :, 0] if grey.shape[2] == 1 else opencv().cvtColor(grey, opencv().COLOR_BGR2GRAY)
    # What numpy shows belongs to PDFium, and is gone with the bitmap.
    grey = grey.copy()
    bitmap.close()
    page.close()
    return grey


def _why(path: Path, error: Exception) -> UserError:
    if "password" in str(error).lower():
        return UserError(
            say("The PDF {file} is locked with a password.", file=path.name),
            say("Open it elsewhere and save or print it without the password."),
        )
    return UserError(say("The file {file} cannot be read.", file=path.name), say("Choose a PDF that opens elsewhere."))
