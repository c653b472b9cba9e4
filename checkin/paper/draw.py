"""Laid-out badges written as pages of a PDF."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from itertools import groupby
from typing import Any

from checkin.paper.fonts import Weight, pdf_width, registered_name
from checkin.paper.ink import MM_PER_PT
from checkin.paper.layout import Layout, PlacedText
from checkin.paper.marks import Marks

_HYPHENS = ("-", "\u2010")


def pages_to_pdf(layouts: Iterable[Layout]) -> bytes:
    """One page for each layout, the fonts embedded once; the same layouts give the same bytes."""
    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    # The stubs take the name of the first font for a number; without one, Helvetica is named and not embedded.
    options: dict[str, Any] = {"initialFontName": registered_name(Weight.EXTRABOLD)}
    canvas = Canvas(stream, invariant=1, pageCompression=1, **options)
    canvas.setTitle("Badges")
    canvas.setCreator("Check-in Desk")
    for layout in layouts:
        canvas.setPageSize(layout.template.page_points)
        _draw(canvas, layout)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _draw(canvas: Any, layout: Layout) -> None:
    marks = Marks(canvas, layout.template)
    if layout.band:
        marks.band(layout.band)
    if layout.shape:
        marks.shape(layout.shape)
    marks.photo(layout.photo)
    if layout.qr:
        marks.qr(layout.qr)
    height = layout.template.page_points[1]
    for _, group in groupby(layout.texts, key=lambda text: text.field):
        _write_field(canvas, list(group), height)


def _write_field(canvas: Any, lines: list[PlacedText], page_height: float) -> None:
    """The lines of one field, each with its spelling beside it (ActualText).

    Readers of PDFs guess words from gaps: they part letters that are kerned wide (ĩĩ) and swallow the hyphen at a
    line's end. A word divided at its hyphen therefore has one spelling for both lines.
    """
    groups: list[list[PlacedText]] = []
    for text in lines:
        if groups and groups[-1][-1].text.endswith(_HYPHENS):
            groups[-1].append(text)
        else:
            groups.append([text])
    for group in groups:
        spelling = "".join(text.text for text in group).encode("utf-16-be", "replace").hex()
        canvas._code.append(f"/Span <</ActualText <feff{spelling}>>> BDC")
        for text in group:
            _write(canvas, text, page_height)
        canvas._code.append("EMC")


def _write(canvas: Any, placed: PlacedText, page_height: float) -> None:
    """The line as one run of text whose letters carry their kerning and tracking (a single TJ operator)."""
    from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr

    line = placed.line
    ink, weight = line.ink, line.weight
    writer = canvas.beginText()
    writer.setFont(registered_name(weight), line.size)
    writer.setFillColor(placed.colour)
    writer.setTextOrigin(placed.x / MM_PER_PT - ink.left * line.size, page_height - placed.baseline / MM_PER_PT)
    shaped: Any = []
    for index, glyph in enumerate(ink.glyphs):
        after = ink.glyphs[index + 1].x if index + 1 < len(ink.glyphs) else ink.advance
        advance = (after - glyph.x) * 1000
        shaped.append(ShapeData(0, advance, 0.0, 0.0, glyph.y * 1000, pdf_width(weight, glyph.char)))
    writer.textOut(ShapedStr("".join(glyph.char for glyph in ink.glyphs), shaped))
    canvas.drawText(writer)
