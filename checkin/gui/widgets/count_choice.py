"""A count to choose among others, which says what is shown."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from checkin.gui.theme import px, theme
from checkin.gui.widgets.count_face import CountFace, paint_count
from checkin.gui.widgets.surface import box


class CountChoice(QAbstractButton):
    """A count to choose among others: the chosen one shows what it counts. To a screen reader it is a radio button."""

    elidable = True

    def __init__(self, word: str, icon: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = CountFace(word, icon, role)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_count(0)

    @property
    def count(self) -> int:
        """The number shown."""
        return self._face.count

    def set_count(self, count: int) -> None:
        """Show a number."""
        self._face.count = count
        self.setAccessibleName(self._face.spoken)
        self.setToolTip(self._face.word)
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Leave the icon out and use less height."""
        self._face.narrow = narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(88), self._face.height)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(56), self._face.height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c, radius, chosen = theme().color, theme().radius("control"), self.isChecked()
        fill = c("accent_soft") if chosen else c("hover") if self.underMouse() else c("surface")
        outline, line = (c("accent"), theme().line(2)) if chosen else (c("border_strong"), theme().border)
        box(painter, QRectF(self.rect()), fill, outline, radius, line)
        if self.hasFocus():
            inset = theme().line(2) + px(1 if self._face.narrow else 2)
            ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            box(painter, ring, None, c("focus"), radius - px(2), theme().line(2))
        paint_count(painter, QRectF(self.rect()), self._face)
