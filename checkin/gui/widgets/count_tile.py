"""A count with icon and word in a small frame."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.gui import fonts, icons
from checkin.gui.theme import theme
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
        return QSize(88, 64 if self._narrow else 88)

    def minimumSizeHint(self) -> QSize:
        return QSize(64, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box(painter, QRectF(self.rect()), theme().color("surface"), theme().color("border"), 8, theme().border)
        left, top = (8.0, 6.0) if self._narrow else (14.0, 12.0)
        if not self._narrow:
            icons.paint(painter, self._icon, theme().color(self._role), QPointF(left + 10, top + 12), 20)
            left += 28
        word = fonts.font(12 if self._narrow else 14, 600)
        painter.setPen(theme().color("text_muted"))
        painter.setFont(word)
        room = self.width() - left - 4
        painter.drawText(QRectF(left, top, room, 22), Qt.AlignmentFlag.AlignVCenter, elided(self._word, word, room))
        number = fonts.font(22 if self._narrow else 30, 700)
        painter.setPen(theme().color("text"))
        painter.setFont(number)
        where = QRectF(8 if self._narrow else 14, top + 22, self.width() - 16, self.height() - top - 28)
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, f"{self._count:,}".replace(",", "\u202f"))
