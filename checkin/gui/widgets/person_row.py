"""A person to choose among several: name, belonging, state, and the key that chooses."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from checkin.gui import fonts
from checkin.gui.theme import px, theme
from checkin.gui.widgets.button_look import faded
from checkin.gui.widgets.chip import HEIGHT, chip_width, paint_chip
from checkin.gui.widgets.key_cap import cap_width, paint_cap
from checkin.gui.widgets.surface import box
from checkin.gui.widgets.text_lines import elided


class PersonRow(QAbstractButton):
    """The whole row is the target. `verb` are words such as "Use this one", left out where there is no room."""

    elidable = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = self._line = self._verb = self._key = ""
        self._chip = ("", "quiet", "")
        self._compact = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_person(self, name: str, line: str, chip: tuple[str, str, str], key: str, verb: str = "") -> None:
        """Show a person; `chip` is word, tone and icon."""
        self._name, self._line, self._chip, self._key, self._verb = name, line, chip, key, verb
        said = ", ".join(part for part in (name, line, chip[0]) if part)
        self.setAccessibleName(self.tr("Choose {person}").format(person=said))
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Rows of 48 instead of 58."""
        self._compact = compact
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(48 if self._compact else 58))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(48 if self._compact else 58))

    def paintEvent(self, event: QPaintEvent) -> None:
        c, painter = theme().color, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = c("selected") if self.isDown() else c("hover") if self.underMouse() else c("surface")
        box(painter, QRectF(self.rect()), fill, c("border"), theme().radius("control"), theme().border)
        if self.hasFocus():
            inset = px(2)
            ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            box(painter, ring, None, c("focus"), px(6), theme().line(2))
        middle = self.height() / 2
        right = float(self.width() - px(14)) - cap_width(self._key)
        paint_cap(painter, QPointF(right, middle), self._key, c("text_muted"), c("border_strong"))
        right = self._paint_verb(painter, right - px(10), middle)
        if self._chip[0]:
            wide = chip_width(self._chip[0], self._chip[2])
            right -= wide
            paint_chip(painter, QRectF(right, middle - px(HEIGHT) / 2, wide, px(HEIGHT)), *self._chip)
        self._paint_words(painter, right - px(28), middle)

    def _paint_verb(self, painter: QPainter, right: float, middle: float) -> float:
        font = fonts.font(15, 600)
        wide = fonts.width(font, self._verb)
        if not self._verb or self.width() < px(480):
            return right
        painter.setPen(theme().color("accent_text"))
        painter.setFont(font)
        where = QRectF(right - wide, middle - px(12), wide + 2, px(24))
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, self._verb)
        return right - wide - px(22)

    def _paint_words(self, painter: QPainter, room: float, middle: float) -> None:
        muted = faded(theme().color("text_muted"), 1.0)
        step = px(11) if self._line else 0
        for font, ink, words, centre in (
            (fonts.kind("row"), theme().color("text"), self._name, middle - step),
            (fonts.kind("small"), muted, self._line, middle + px(10)),
        ):
            painter.setPen(ink)
            painter.setFont(font)
            where = QRectF(px(16), centre - px(12), room, px(24))
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, elided(words, font, room))
