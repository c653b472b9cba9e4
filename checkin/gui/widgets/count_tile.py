"""A count with icon and word in a small frame."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.gui import fonts, icons
from checkin.gui.theme import px, theme
from checkin.gui.widgets.surface import box
from checkin.gui.widgets.text_lines import elided


class CountTile(QWidget):
    """Word above, number below; the icon's colour role says what kind of count it is."""

    elidable = True

    def __init__(self, word: str, icon: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word, self._icon, self._role, self._count, self._narrow = word, icon, role, 0, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int) -> None:
        """Show a number."""
        self._count = count
        self.setAccessibleName(f"{self._word}: {count}")
        self.setToolTip(self._word)
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Leave the icon out and use less height."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(88), px(64 if self._narrow else 88))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(64), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c, radius = theme().color, theme().radius("control")
        box(painter, QRectF(self.rect()), c("surface"), c("border"), radius, theme().border)
        left, top = (px(8), px(6)) if self._narrow else (px(14), px(12))
        if not self._narrow:
            icons.paint(painter, self._icon, theme().color(self._role), QPointF(left + px(10), top + px(12)), px(20))
            left += px(28)
        word = fonts.font(12 if self._narrow else 14, 600)
        painter.setPen(theme().color("text_muted"))
        painter.setFont(word)
        room = self.width() - left - px(4)
        painter.drawText(QRectF(left, top, room, px(22)), Qt.AlignmentFlag.AlignVCenter, elided(self._word, word, room))
        number = fonts.font(22 if self._narrow else 30, 700)
        painter.setPen(theme().color("text"))
        painter.setFont(number)
        high = self.height() - top - px(28)
        where = QRectF(px(8 if self._narrow else 14), top + px(22), self.width() - px(16), high)
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, f"{self._count:,}".replace(",", "\u202f"))
