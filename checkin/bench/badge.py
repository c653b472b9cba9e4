"""A badge from the database to a PDF in the spooler's hands, beside the bare reportlab and segno calls for its page."""

from __future__ import annotations

import io
import tempfile
import time
from pathlib import Path

from checkin.bench.figure import Figure, middle
from checkin.domain.badge import BadgeContent
from checkin.paper.badge import TEMPLATES
from checkin.paper.fonts import FONTS
from checkin.services.badges import DEFAULT_TEMPLATE, BadgeService, content_of
from checkin.services.desk import Desk
from db.queries import people

_BADGES = 60


class _Spool:
    """Takes PDFs as a print queue does and forgets them."""

    def print_pdf(self, pdf: bytes, *, title: str, media_mm: tuple[float, float]) -> str:
        """Write the page to a file, as `lp` would."""
        with tempfile.TemporaryFile() as file:
            file.write(pdf)
        return f"{title} {media_mm}"


def badge_figure(desk: Desk) -> Figure:
    """The median from a queued job to the PDF handed over."""
    service = BadgeService(desk, lambda _name: _Spool())
    with desk.database.read() as connection:
        event = desk.programme(connection).event
        states = [s for _, s in zip(range(_BADGES), people.states(connection), strict=False)]
    contents = [content_of(s, event) for s in states]
    _bare(contents[0])
    service.render(states[0]["attendee"])
    ours, bare = [], []
    for state, content in zip(states, contents, strict=True):
        service.queue(state["attendee"], "spool")
        started = time.perf_counter()
        service.step()
        ours.append(time.perf_counter() - started)
        started = time.perf_counter()
        _bare(content)
        bare.append(time.perf_counter() - started)
    told = "bare reportlab and segno calls for the same page, without queue, journal or database"
    return Figure("badge: queued to PDF handed over", middle(ours) * 1e3, "ms", middle(bare) * 1e3, told)


def _bare(content: BadgeContent) -> bytes:
    """The same words, weights and code on the same page by the libraries alone, without any fitting."""
    import segno
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    template = TEMPLATES[DEFAULT_TEMPLATE]
    for weight in ("500Medium", "600SemiBold", "700Bold", "800ExtraBold"):
        if f"bare-{weight}" not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(f"bare-{weight}", str(Path(FONTS) / "inter" / f"Inter_{weight}.ttf")))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=template.page_points, invariant=1)
    lines = ((content.given, "800ExtraBold", 40, 110), (content.family, "600SemiBold", 20, 85),
             (content.organisation, "500Medium", 12, 50), (content.city, "600SemiBold", 12, 20),
             (content.category, "700Bold", 12, 155), (content.code, "600SemiBold", 8, 10))  # fmt: skip
    for text, weight, size, height in lines:
        canvas.setFont(f"bare-{weight}", size)
        canvas.drawString(15, height, text)
    symbol = segno.make_qr(content.code, error="M", version=2)
    path = canvas.beginPath()
    for y, row in enumerate(symbol.matrix):
        for x, dark in enumerate(row):
            if dark:
                path.rect(215 + x * 2.16, 65 - y * 2.16, 2.16, 2.16)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    return out.getvalue()
