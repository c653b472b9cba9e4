"""Turns the pages of a PDF a quarter, in the page itself, so that no printer driver has a say in it."""

from __future__ import annotations

import io

from checkin.domain.one_at_a_time import PDFIUM


def turned(pdf: bytes) -> bytes:
    """The document with each page turned a quarter clockwise: what was its left edge is fed first as its top."""
    with PDFIUM:
        return _turned(pdf)


def _turned(pdf: bytes) -> bytes:
    import pypdfium2

    source = pypdfium2.PdfDocument(pdf)
    result = pypdfium2.PdfDocument.new()
    with source, result:
        for number in range(len(source)):
            width, height = source[number].get_size()
            form = source.page_as_xobject(number, result)
            page = result.new_page(height, width)
            placed = form.as_pageobject()
            # Clockwise by 90° puts the old left edge on top; then up by the old width into the page.
            placed.set_matrix(pypdfium2.PdfMatrix().rotate(90).translate(0, width))
            page.insert_obj(placed)
            page.gen_content()
            page.close()
        written = io.BytesIO()
        result.save(written)
    return written.getvalue()
