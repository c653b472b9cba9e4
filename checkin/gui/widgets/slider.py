"""A share of a hundred on a line, with its number beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QWidget

from checkin.gui import fonts
from checkin.gui.theme import px, theme
from checkin.gui.widgets.stepper import SETTLES_MS
from checkin.gui.widgets.surface import box
from checkin.gui.widgets.text import Text
from checkin.gui.zooming import room

_THUMB, _LINE = 24, 8


class NumberSlider(QWidget):
    """0 to 100. `value_changed` carries the number once it rests or the thumb is let go."""

    value_changed = Signal(int)

    def __init__(self, name: str, step: int = 5) -> None:
        super().__init__()
        self.line = _Line(step)
        self.line.setAccessibleName(name)
        self._number = Text("", fonts.font(15, 600))
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        room(row, (0, 0, 0, 0), 12)
        row.addWidget(self.line, 1)
        row.addWidget(self._number)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._silent = False
        self._rests = QTimer(self, singleShot=True, interval=SETTLES_MS)
        self._rests.timeout.connect(self._tell)
        self.line.valueChanged.connect(self._on_moved)
        self.line.sliderReleased.connect(self._tell)
        self.fit_zoom()
        self.set_value(0)

    @property
    def value(self) -> int:
        """The number shown."""
        return int(self.line.value())

    def set_value(self, value: int) -> None:
        """Show a number; nothing is announced. While a person moves the thumb it stays theirs."""
        if self.line.isSliderDown() or self._rests.isActive():
            return
        self._silent = True
        self.line.setValue(value)
        self._silent = False
        self._number.set_text(self.tr("{n} %").format(n=value))

    def set_shut(self, reason: str) -> None:
        """The number cannot be changed now, for this reason."""
        self.line.setEnabled(not reason)
        self.line.setToolTip(reason)
        self.line.setAccessibleDescription(reason)

    def fit_zoom(self) -> None:
        """Room for the widest number at the zoom in force."""
        self._number.setMinimumWidth(round(fonts.width(fonts.font(15, 600), self.tr("{n} %").format(n=100))) + px(2))

    def _on_moved(self, value: int) -> None:
        self._number.set_text(self.tr("{n} %").format(n=value))
        if not self._silent and not self.line.isSliderDown():
            self._rests.start()

    def _tell(self) -> None:
        self._rests.stop()
        self.value_changed.emit(self.value)


class _Line(QSlider):
    """The line with its thumb: a press anywhere on it takes the thumb there."""

    def __init__(self, step: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, 100)
        self.setSingleStep(step)
        self.setPageStep(2 * step)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(48))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(48))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(event.position().x())
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._go_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The wheel scrolls the page; a number that changes on the way would not be noticed.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c, thumb, high = theme().color, px(_THUMB), px(_LINE)
        inner, middle = self.width() - thumb, self.height() / 2
        at = thumb / 2 + inner * self.value() / 100
        line = QRectF(thumb / 2, middle - high / 2, inner, high)
        outline = c("border_strong") if theme().stark else None
        box(painter, line, c("sunken"), outline, high / 2, theme().line(1))
        box(painter, QRectF(line.left(), line.top(), at - line.left(), high), self._ink(), None, high / 2)
        ring = QRectF(at - thumb / 2, middle - thumb / 2, thumb, thumb)
        box(painter, ring, c("surface"), self._ink(), thumb / 2, theme().line(2))
        if self.hasFocus():
            halo = ring.adjusted(-px(3), -px(3), px(3), px(3)).intersected(QRectF(self.rect()))
            box(painter, halo, None, c("focus"), halo.height() / 2, theme().line(2))

    def _ink(self) -> QColor:
        return theme().color("accent" if self.isEnabled() else "text_disabled")

    def _go_to(self, x: float) -> None:
        thumb = px(_THUMB)
        share = (x - thumb / 2) / max(1, self.width() - thumb)
        self.setValue(max(0, min(100, round(share * 100))))
