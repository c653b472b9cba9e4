"""The picture of a PDF page, for previews and for printers that take dots."""

from __future__ import annotations

from io import BytesIO

from checkin.domain.errors import UserError
from checkin.domain.one_at_a_time import PDFIUM
from checkin.domain.translation import say

_OVERSAMPLING = 4
_NO_EXTRA_DOT = 1 - 1e-6
"""pypdfium2 rounds the page up to whole dots; a page of exactly 1181 dots would come out one wider, stretched."""
_MOST_DOTS = 60_000_000


def raster(pdf: bytes, *, dpi: float = 300, page: int = 0, one_bit: bool = False) -> bytes:
    """A PNG of page `page` (from 0) at `dpi`: of the very PDF that is printed.

    `one_bit` gives pure black and white: drawn four times as fine, averaged, and cut at half, which keeps
    every QR module on its dots and letters even.

    Raises:
        UserError: there is no such page, or the picture would be unreasonably large.
    """
    import pypdfium2

    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            if not 0 <= page < len(document):
                raise UserError(
                    say("The file has no page {page}.", page=page + 1),
                    say("It has {pages} pages.", pages=len(document)),
                )
            return _png(document[page], dpi, one_bit)
        finally:
            document.close()


def _png(page: object, dpi: float, one_bit: bool) -> bytes:
    import pypdfium2

    assert isinstance(page, pypdfium2.PdfPage)
    oversampling = _OVERSAMPLING if one_bit else 1
    scale = dpi / 72 * oversampling
    width, height = page.get_size()
    if scale <= 0 or width * height * scale * scale > _MOST_DOTS:
        raise UserError(
            say("A picture at {dpi:g} dots an inch cannot be made.", dpi=dpi), say("Choose between 30 and 600.")
        )
    # LCD smoothing and forms stay off: neither exists on paper.
    bitmap = page.render(scale=scale * _NO_EXTRA_DOT, grayscale=one_bit, may_draw_forms=False)
    image = bitmap.to_pil()
    if one_bit:
        image = image.reduce(oversampling).point(lambda value: 255 if value >= 128 else 0).convert("1")
    out = BytesIO()
    image.save(out, "PNG", dpi=(dpi, dpi), compress_level=1)
    bitmap.close()
    return out.getvalue()
