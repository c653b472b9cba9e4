"""How a line about a person is painted: the name, chips, a field with its old value struck through and the new one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from checkin.gui import fonts, icons
from checkin.gui.models.person_lines_model import PersonLine, row_words
from checkin.gui.pages.importing.changes_shown import Chip, FieldShown, NewBelow, stacked
from checkin.gui.theme import px, theme
from checkin.gui.widgets.chip import chip_width, paint_chip, tone_colours
from checkin.gui.widgets.surface import box
from checkin.gui.widgets.text_lines import elided

_LABEL, _ARROW, _PAD, _CHIP = 104, 34, 8, 26


def paint_line(painter: QPainter, row: QRectF, line: PersonLine) -> None:
    """Draw a line into `row`; what has no room loses its end."""
    if line.below is None:
        _paint_name(painter, row, line)
    elif isinstance(line.below, FieldShown):
        _paint_field(painter, row, line.below)
    elif isinstance(line.below, NewBelow):
        _paint_below(painter, row, line.below.field)
    elif isinstance(line.below, str):
        _paint_words(painter, row.adjusted(0, -px(6), 0, -px(6)), fonts.kind("small"), "text_muted", line.below)
    else:
        _paint_chips(painter, row, line.below)


def _paint_name(painter: QPainter, row: QRectF, line: PersonLine) -> None:
    where = row_words(line.person.row) if line.person.row else ""
    small = fonts.kind("label")
    wide = fonts.width(small, where)
    row = row.adjusted(0, px(4), 0, 0)
    room = row.width() - wide - px(12)
    font = fonts.font(16, 600)
    for size in (16, 15, 14):
        font = fonts.font(size, 600)
        if fonts.width(font, line.person.name) <= room:
            break
    _paint_words(painter, QRectF(row.left(), row.top(), room, row.height()), font, "text", line.person.name)
    painter.setPen(theme().color("text_muted"))
    painter.setFont(small)
    painter.drawText(row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, where)


def _paint_chips(painter: QPainter, row: QRectF, chips: tuple[Chip, ...]) -> None:
    left, high = row.left(), px(_CHIP)
    row = row.adjusted(0, -px(4), 0, -px(4))
    for word, tone, icon in chips:
        spare = row.right() - left - chip_width("", icon)
        if spare < px(24):
            return
        shown = elided(word, fonts.kind("label"), spare)
        wide = chip_width(shown, icon)
        paint_chip(painter, QRectF(left, row.center().y() - high / 2, wide, high), shown, tone, icon)
        left += wide + px(8)


def _paint_field(painter: QPainter, row: QRectF, field: FieldShown) -> None:
    row = row.adjusted(0, -px(4), 0, -px(4))
    label = _label(row)
    where = QRectF(row.left(), row.top(), label - px(6), row.height())
    _paint_words(painter, where, fonts.kind("small"), "text_muted", field.label)
    room = QRectF(row.left() + label, row.top(), row.width() - label, row.height())
    if stacked(field.old, field.new):
        _paint_value(painter, room.left(), room, _wide(field.old, room.width()), field.old, "stop")
        return
    old, new = _shares(field, room.width() - px(_ARROW))
    left = room.left()
    if field.old:
        left += _paint_value(painter, left, room, old, field.old, "stop")
    else:
        left += _paint_nothing(painter, left, room, old)
    left += _paint_arrow(painter, left + px(8), row)
    if field.new:
        _paint_value(painter, left, room, new, field.new, "go")
    else:
        _paint_nothing(painter, left, room, new)


def _paint_below(painter: QPainter, row: QRectF, field: FieldShown) -> None:
    """The new value below the old one, behind its arrow."""
    row = row.adjusted(0, -px(8), 0, -px(8))
    left = row.left() + _label(row)
    left += _paint_arrow(painter, left, row) - px(8)
    _paint_value(painter, left, row, _wide(field.new, row.right() - left), field.new, "go")


def _paint_arrow(painter: QPainter, left: float, row: QRectF) -> float:
    centre = QPointF(left + px(9), row.center().y())
    icons.paint(painter, "arrow-right", theme().color("text_muted"), centre, px(18))
    return px(_ARROW)


def _label(row: QRectF) -> float:
    return min(px(_LABEL), row.width() * 0.3)


def _wide(value: str, most: float) -> float:
    return min(fonts.width(fonts.font(14, 600), value) + px(2 * _PAD) + 1, most)


def _shares(field: FieldShown, room: float) -> tuple[float, float]:
    """How wide old and new may be: each gets half, and what the other leaves."""
    font = fonts.font(14, 600)
    old, new = (fonts.width(font, value) + px(2 * _PAD) + 1 for value in (field.old or "—", field.new or "—"))
    if old + new <= room:
        return old, new
    half = room / 2
    return (old, room - old) if old <= half else (room - new, new) if new <= half else (half, half)


def _paint_value(painter: QPainter, left: float, row: QRectF, wide: float, value: str, tone: str) -> float:
    fill, ink = tone_colours(tone)
    font = QFont(fonts.font(14, 600))
    font.setStrikeOut(tone == "stop")
    high = px(_CHIP)
    where = QRectF(left, row.center().y() - high / 2, wide, high)
    box(painter, where, fill, ink if theme().stark else None, theme().radius("key"), theme().line(1))
    _paint_words(painter, where.adjusted(px(_PAD), 0, -px(_PAD) + 1, 0), font, f"{tone}_text", value)
    return wide


def _paint_nothing(painter: QPainter, left: float, row: QRectF, wide: float) -> float:
    _paint_words(painter, QRectF(left, row.top(), wide, row.height()), fonts.font(14, 600), "text_muted", "—")
    return wide


def _paint_words(painter: QPainter, where: QRectF, font: QFont, role: str, words: str) -> None:
    painter.setPen(theme().color(role))
    painter.setFont(font)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    painter.drawText(where, flags, elided(words, font, where.width()))
