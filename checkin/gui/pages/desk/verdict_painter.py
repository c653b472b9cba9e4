"""Painting a verdict: fill, stripes, shape, word, name, and the plate with reason and way out."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from checkin.domain.outcome import Family
from checkin.gui import fonts
from checkin.gui.pages.desk.verdict_plan import Sizes, VerdictPlan, VerdictText
from checkin.gui.theme import theme
from checkin.gui.widgets.surface import box
from checkin.gui.widgets.text_lines import elided, paint_lines
from checkin.gui.widgets.verdict_shape import colour_of, paint_shape

STRIPES = 16
_PERIOD = 23.0


def paint_ground(painter: QPainter, rect: QRectF, family: Family) -> None:
    """The card in the family's colour; red has hazard stripes along its left edge."""
    role, radius = colour_of(family), theme().radius("card")
    card = QPainterPath()
    card.addRoundedRect(rect, radius, radius)
    painter.fillPath(card, theme().color(role))
    if family is Family.STOP:
        painter.save()
        painter.setClipPath(card)
        _paint_stripes(painter, rect, theme().color(f"on_{role}"))
        painter.restore()
    if theme().border > 1:
        box(painter, rect, None, theme().color("border"), radius, theme().border)


def _paint_stripes(painter: QPainter, rect: QRectF, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    y = rect.top()
    while y < rect.bottom() + STRIPES:
        x, right = rect.left(), rect.left() + STRIPES
        corners = (
            QPointF(x, y),
            QPointF(right, y - STRIPES * 0.7),
            QPointF(right, y - STRIPES * 0.7 + _PERIOD / 2),
            QPointF(x, y + _PERIOD / 2),
        )
        painter.drawPolygon(QPolygonF(list(corners)))
        y += _PERIOD


def paint_head(painter: QPainter, rect: QRectF, sizes: Sizes, left: float, ink: QColor, door: str, time: str) -> None:
    """Door and time of the scan above everything."""
    font = fonts.font(sizes.head, 600)
    painter.setPen(ink)
    where = QRectF(left, sizes.head_middle - 10, rect.width() - left - sizes.side, 20)
    painter.setFont(fonts.font(sizes.head, 600, True))
    painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, time)
    painter.setFont(font)
    room = where.width() - fonts.width(font, time) - 16
    painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, elided(door, font, room))


def paint_verdict(
    painter: QPainter, plan: VerdictPlan, text: VerdictText, family: Family, icon: str, sizes: Sizes
) -> None:
    """Everything between the head and the buttons."""
    role = colour_of(family)
    fill, ink = theme().color(role), theme().color(f"on_{role}")
    paint_shape(painter, plan.shape, family, icon, ink, fill)
    painter.setPen(ink)
    painter.setFont(plan.word_font)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    painter.drawText(plan.word, flags, text.word)
    paint_lines(painter, plan.name_lines, plan.name_font, QPointF(plan.plate.left(), plan.name_top), plan.plate.width())
    if plan.org:
        words = elided(plan.org, plan.org_font, plan.plate.width())
        paint_lines(painter, [words], plan.org_font, QPointF(plan.plate.left(), plan.org_top), plan.plate.width())
    if plan.plate.height():
        _paint_plate(painter, plan, sizes, role, ink)


def _paint_plate(painter: QPainter, plan: VerdictPlan, sizes: Sizes, role: str, ink: QColor) -> None:
    if theme().border > 1:
        box(painter, plan.plate, None, ink, 10, 2)
    else:
        shade = QColor(255, 255, 255, 69) if role == "hold" else QColor(0, 0, 0, 41)
        box(painter, plan.plate, shade, None, 10)
    painter.setPen(QPen(ink))
    left, width = plan.plate.left() + sizes.plate_side, plan.plate.width() - 2 * sizes.plate_side
    top = plan.plate.top() + sizes.plate_top
    top = paint_lines(painter, plan.reason_lines, plan.reason_font, QPointF(left, top), width)
    gap = 8 if plan.reason_lines and plan.way_lines else 0
    paint_lines(painter, plan.way_lines, plan.way_font, QPointF(left, top + gap), width)
