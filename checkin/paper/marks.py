"""The badge's marks as filled and stroked paths: category shapes, photo marks, the QR code, bands."""

from __future__ import annotations

import math
from typing import Any

from checkin.paper.fonts import Weight, outline
from checkin.paper.layout import WHITE, PlacedBand, PlacedPhoto, PlacedQr, PlacedShape
from checkin.paper.templates import Template


class Marks:
    """Draws marks on a reportlab canvas, measuring in mm from the page's top left."""

    def __init__(self, canvas: Any, template: Template) -> None:
        self.canvas = canvas
        self.height = template.page_points[1]

    def band(self, band: PlacedBand) -> None:
        """A tag or a band; an outline lies inside its edge."""
        inset = band.outline / 2
        x, y, width, height = self._box(
            band.x + inset, band.y + inset, band.width - band.outline, band.height - band.outline
        )
        self.canvas.setFillColor(band.fill)
        if band.outline:
            self.canvas.setStrokeColor("#000000")
            self.canvas.setLineWidth(_points(band.outline))
        stroke = int(bool(band.outline))
        if band.radius:
            radius = _points(band.radius - inset)
            self.canvas.roundRect(x, y, width, height, radius, stroke=stroke, fill=1)
        else:
            self.canvas.rect(x, y, width, height, stroke=stroke, fill=1)

    def shape(self, shape: PlacedShape) -> None:
        """A category's shape."""
        self.canvas.setFillColor(shape.colour)
        path = self.canvas.beginPath()
        for polygon in shape.style.shapes:
            for index, (x, y) in enumerate(polygon):
                point = self._point(shape.x + x * shape.radius, shape.y + y * shape.radius)
                (path.lineTo if index else path.moveTo)(*point)
            path.close()
        self.canvas.drawPath(path, stroke=0, fill=1)

    def qr(self, qr: PlacedQr) -> None:
        """The QR code as one path of whole dots, pure black; the quiet zone is the white of the page."""
        module = qr.side / qr.symbol.modules
        self.canvas.setFillColor("#000000")
        path = self.canvas.beginPath()
        for row, column, length in qr.symbol.runs:
            path.rect(*self._box(qr.x + column * module, qr.y + row * module, length * module, module))
        self.canvas.drawPath(path, stroke=0, fill=1)

    def photo(self, mark: PlacedPhoto) -> None:
        """Solid disc with a camera cut out (yes), ring with a barred camera (no), open ring with "?" (not asked)."""
        if mark.kind == "yes":
            self._disc(mark.x, mark.y, mark.radius, mark.colour)
            self._camera(mark, WHITE, mark.colour)
            return
        if mark.kind == "no":
            self._camera(mark, mark.colour, WHITE)
            self._bar(mark, 0.34, WHITE)
            self._bar(mark, 0.16, mark.colour)
        else:
            self._question(mark)
        line = 0.16 * mark.radius
        self.canvas.setStrokeColor(mark.colour)
        self.canvas.setLineWidth(_points(line))
        x, y = self._point(mark.x, mark.y)
        self.canvas.circle(x, y, _points(mark.radius - line / 2), stroke=1, fill=0)

    def _camera(self, mark: PlacedPhoto, body: str, lens: str) -> None:
        r = mark.radius
        self.canvas.setFillColor(body)
        for left, top, width, height, corner in ((-0.55, -0.32, 1.1, 0.77, 0.1), (-0.21, -0.525, 0.42, 0.36, 0.07)):
            box = self._box(mark.x + left * r, mark.y + top * r, width * r, height * r)
            self.canvas.roundRect(*box, _points(corner * r), stroke=0, fill=1)
        self._disc(mark.x, mark.y + 0.063 * r, 0.237 * r, lens)

    def _bar(self, mark: PlacedPhoto, width: float, colour: str) -> None:
        reach = mark.radius * (1 - 0.12) * math.sqrt(0.5)
        self.canvas.setStrokeColor(colour)
        self.canvas.setLineWidth(_points(width * mark.radius))
        self.canvas.line(*self._point(mark.x - reach, mark.y - reach), *self._point(mark.x + reach, mark.y + reach))

    def _question(self, mark: PlacedPhoto) -> None:
        """The "?" as a path, so that it is no text that a reader of the PDF would meet."""
        moves = outline("?", Weight.BOLD)
        xs = [x for _, points in moves for x, _ in points]
        ys = [y for _, points in moves for _, y in points]
        em = 1.345 * mark.radius
        left, low = mark.x - em * (min(xs) + max(xs)) / 2, mark.y + em * (min(ys) + max(ys)) / 2
        self.canvas.setFillColor(mark.colour)
        path, here = self.canvas.beginPath(), (0.0, 0.0)
        for move, points in moves:
            placed = [self._point(left + x * em, low - y * em) for x, y in points]
            if move == "moveTo":
                path.moveTo(*placed[0])
            elif move == "lineTo":
                path.lineTo(*placed[0])
            elif move == "qCurveTo":
                path.curveTo(*_cubic(here, placed))
            else:
                path.close()
            here = placed[-1] if placed else here
        self.canvas.drawPath(path, stroke=0, fill=1)

    def _disc(self, x: float, y: float, radius: float, colour: str) -> None:
        self.canvas.setFillColor(colour)
        self.canvas.circle(*self._point(x, y), _points(radius), stroke=0, fill=1)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        return _points(x), self.height - _points(y)

    def _box(self, x: float, y: float, width: float, height: float) -> tuple[float, float, float, float]:
        left, bottom = self._point(x, y + height)
        return left, bottom, _points(width), _points(height)


def _points(mm: float) -> float:
    return mm * 72 / 25.4


def _cubic(start: tuple[float, float], points: list[tuple[float, float]]) -> tuple[float, ...]:
    """A quadratic curve of TrueType as the cubic one of PDF."""
    (sx, sy), (cx, cy), (ex, ey) = start, points[0], points[1]
    return (sx + (cx - sx) * 2 / 3, sy + (cy - sy) * 2 / 3, ex + (cx - ex) * 2 / 3, ey + (cy - ey) * 2 / 3, ex, ey)
