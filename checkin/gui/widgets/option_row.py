"""A row that can be chosen among others: the whole of it is the target."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from checkin.gui import icons
from checkin.gui.theme import px, theme
from checkin.gui.widgets.line import Line, paint_line
from checkin.gui.widgets.surface import box

_MARK, _PAD = 40, 12


class OptionRow(QAbstractButton):
    """A ring with a tick when chosen, then the row. Click, Space or Enter choose it; moving past it does not."""

    elidable = True

    def __init__(self, line: Line, chosen: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line = line
        self.set_chosen(chosen)

    def set_chosen(self, chosen: bool) -> None:
        """Tick the row or not."""
        self.setChecked(chosen)
        told = self.tr("{row}, chosen") if chosen else self.tr("Choose {row}")
        self.setAccessibleName(told.format(row=self.line.spoken))

    def nextCheckState(self) -> None:
        # Whoever owns the rows ticks one; a press on the chosen row must not take its tick away.
        return

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(max(self.line.height, 52)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            # The list of rows goes from one to the next.
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c, chosen = theme().color, self.isChecked()
        row = QRectF(self.rect()).adjusted(0, px(2), 0, -px(2))
        fill = c("accent_soft") if chosen else c("hover") if self.underMouse() else None
        outline = c("accent") if chosen else c("border")
        box(painter, row, fill, outline, theme().radius("control"), theme().line(2) if chosen else theme().border)
        if self.hasFocus():
            ring = row.adjusted(px(3), px(3), -px(3), -px(3))
            box(painter, ring, None, c("focus"), theme().radius("control") - px(2), theme().line(2))
        middle = QPointF(px(_PAD + 12), row.center().y())
        mark = QRectF(middle.x() - px(11), middle.y() - px(11), px(22), px(22))
        rim = c("accent" if chosen else "border_strong")
        box(painter, mark, c("accent") if chosen else c("surface"), rim, px(11), theme().line(2))
        if chosen:
            icons.paint(painter, "check", c("on_accent"), middle, px(16), icons.STROKE_ON_VERDICT)
        inner = row.adjusted(px(_PAD + _MARK), 0, -px(_PAD), 0)
        cut = paint_line(painter, inner, self.line)
        self.setToolTip(self.line.spoken if cut else "")
