"""The five shapes of the verdict families, each with the outcome's icon."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.domain.outcome import Family
from checkin.gui import icons
from checkin.gui.theme import px, theme

_ICON_SHARE = {"circle": 0.62, "diamond": 0.48, "triangle": 0.44, "octagon": 0.62, "rounded square": 0.64}


def shape_of(family: Family) -> str:
    """The shape of a family, as tokens.json names it."""
    return str(theme().tokens["families"][family.value]["shape"])


def colour_of(family: Family) -> str:
    """The colour role of a family; "already" and "hold" share amber."""
    return str(theme().tokens["families"][family.value]["colour"])


def paint_shape(
    painter: QPainter, rect: QRectF, family: Family, icon: str, fill: QColor, ink: QColor, stroke: float = 2.75
) -> None:
    """Draw the family's shape in `fill` with the icon in `ink`; `rect` is square."""
    shape, side = shape_of(family), rect.width()
    painter.setBrush(fill)
    painter.setPen(QPen(fill, side * 0.06, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(_path(shape, rect, side * 0.03))
    drop = side * 0.13 if shape == "triangle" else 0
    centre = rect.center() + QPointF(0, drop)
    icons.paint(painter, icon, ink, centre, round(side * _ICON_SHARE[shape]), stroke)


def _path(shape: str, rect: QRectF, inset: float) -> QPainterPath:
    r = rect.adjusted(inset, inset, -inset, -inset)
    path, c = QPainterPath(), r.center()
    if shape == "circle":
        path.addEllipse(r)
    elif shape == "rounded square":
        inner = r.adjusted(*(r.width() * n for n in (0.05, 0.05, -0.05, -0.05)))
        path.addRoundedRect(inner, r.width() * 0.1, r.width() * 0.1)
    else:
        for number, point in enumerate(_corners(shape, r, c)):
            path.moveTo(point) if number == 0 else path.lineTo(point)
        path.closeSubpath()
    return path


def _corners(shape: str, r: QRectF, c: QPointF) -> list[QPointF]:
    if shape == "diamond":
        return [
            QPointF(c.x(), r.top()),
            QPointF(r.right(), c.y()),
            QPointF(c.x(), r.bottom()),
            QPointF(r.left(), c.y()),
        ]
    if shape == "triangle":
        base = r.bottom() - r.height() * 0.06
        return [QPointF(c.x(), r.top() + r.height() * 0.02), QPointF(r.right(), base), QPointF(r.left(), base)]
    reach = r.width() / 2 / cos(pi / 8)
    return [
        QPointF(c.x() + reach * cos(pi / 8 + n * pi / 4), c.y() + reach * sin(pi / 8 + n * pi / 4)) for n in range(8)
    ]


class VerdictShape(QWidget):
    """The shape on its own: for lists and for settings that explain the colours."""

    def __init__(self, family: Family, icon: str, side: int = 64, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._family, self._icon, self._side = family, icon, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(self._side), px(self._side))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = colour_of(self._family)
        paint_shape(
            painter, QRectF(self.rect()), self._family, self._icon, theme().color(role), theme().color(f"on_{role}")
        )
