"""Painting a verdict: fill, stripes, shape, word, name, and the plate with reason and way out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from checkin.domain.outcome import Family
from checkin.gui import fonts, icons
from checkin.gui.pages.desk.verdict_plan import Sizes, VerdictPlan, VerdictText
from checkin.gui.theme import px, theme
from checkin.gui.widgets.surface import box
from checkin.gui.widgets.text_lines import elided, paint_lines
from checkin.gui.widgets.verdict_shape import colour_of, paint_shape

STRIPES = 16
_PERIOD = 23.0
_DOT = 24
MARK = 22


@dataclass(frozen=True, slots=True)
class Face:
    """Shape and icon that a verdict is known by."""

    family: Family
    icon: str


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a verdict. `photo` are the words of the photo consent, "" when nobody asked."""

    door: str = ""
    time: str = ""
    photo: str = ""
    photo_icon: str = "camera"


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
    if theme().stark:
        box(painter, rect, None, theme().color("border"), radius, theme().border)


def _paint_stripes(painter: QPainter, rect: QRectF, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    y, wide, period = rect.top(), px(STRIPES), px(_PERIOD)
    while y < rect.bottom() + wide:
        x, right = rect.left(), rect.left() + wide
        corners = (
            QPointF(x, y),
            QPointF(right, y - wide * 0.7),
            QPointF(right, y - wide * 0.7 + period / 2),
            QPointF(x, y + period / 2),
        )
        painter.drawPolygon(QPolygonF(list(corners)))
        y += period


def paint_head(
    painter: QPainter, sizes: Sizes, where: QRectF, inks: tuple[QColor, QColor], words: Head
) -> None:  # fmt: skip
    """Door, photo consent and time of the scan above everything, in `inks`: of the words and of the card."""
    font = fonts.font(sizes.head, 600)
    painter.setPen(inks[0])
    painter.setFont(fonts.font(sizes.head, 600, True))
    painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words.time)
    painter.setFont(font)
    right = where.right() - fonts.width(font, words.time) - px(16)
    if words.photo:
        wide = px(_DOT + 8) + fonts.width(font, words.photo)
        right -= wide + px(8)
        _paint_dot(painter, QPointF(right + px(_DOT) / 2, where.center().y()), inks, words.photo_icon)
        painter.setPen(inks[0])
        beside = QRectF(right + px(_DOT + 8), where.top(), wide, where.height())
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, words.photo)
        right -= px(16)
    painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, elided(words.door, font, right - where.left()))


def _paint_dot(painter: QPainter, centre: QPointF, inks: tuple[QColor, QColor], icon: str) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks[0])
    painter.drawEllipse(centre, px(_DOT) / 2, px(_DOT) / 2)
    painter.restore()
    icons.paint(painter, icon, inks[1], centre, px(16))


def paint_verdict(
    painter: QPainter, plan: VerdictPlan, text: VerdictText, face: Face, sizes: Sizes, mark: Face | None = None
) -> None:
    """Everything between the head and the buttons. `mark` is a second shape, small, in the plate."""
    role = colour_of(face.family)
    fill, ink = theme().color(role), theme().color(f"on_{role}")
    paint_shape(painter, plan.shape, face.family, face.icon, ink, fill)
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
        if mark is not None:
            side = px(MARK)
            where = QRectF(plan.plate.left() + sizes.plate_side, plan.plate.top() + sizes.plate_top - px(2), side, side)
            paint_shape(painter, where, mark.family, mark.icon, ink, fill, icons.STROKE)


def _paint_plate(painter: QPainter, plan: VerdictPlan, sizes: Sizes, role: str, ink: QColor) -> None:
    radius = theme().radius("verb")
    if theme().stark:
        box(painter, plan.plate, None, ink, radius, theme().line(2))
    else:
        shade = QColor(255, 255, 255, 69) if role == "hold" else QColor(0, 0, 0, 41)
        box(painter, plan.plate, shade, None, radius)
    painter.setPen(QPen(ink))
    left = plan.plate.left() + sizes.plate_side + plan.indent
    width = plan.plate.right() - sizes.plate_side - left
    top = plan.plate.top() + sizes.plate_top
    top = paint_lines(painter, plan.reason_lines, plan.reason_font, QPointF(left, top), width)
    gap = px(8) if plan.reason_lines and plan.way_lines else 0
    paint_lines(painter, plan.way_lines, plan.way_font, QPointF(left, top + gap), width)
