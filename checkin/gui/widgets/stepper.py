"""A whole number between two bounds with − and + beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from checkin.gui import fonts
from checkin.gui.theme import px, theme
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.surface import box
from checkin.gui.zooming import room

SETTLES_MS = 350
"""So long after the last press a number is taken as meant."""


class Stepper(QWidget):
    """Buttons of 48 around the number; Up, Down, + and − do the same while the number has the focus.

    `value_changed` carries the number once it rests, not each step on the way.
    """

    value_changed = Signal(int)

    def __init__(self, name: str, least: int, most: int, step: int = 1, unit: str = "") -> None:
        super().__init__()
        self._least, self._most, self._step = least, most, step
        self.less, self.more = Button("", "minus"), Button("", "plus")
        self._number = _Number(name, unit, self._by_steps)
        self.less.set_words("", name=self.tr("Less: {name}").format(name=name))
        self.more.set_words("", name=self.tr("More: {name}").format(name=name))
        row = QHBoxLayout(self)
        room(row, (0, 0, 0, 0), 8)
        for part, steps in ((self.less, -1), (self._number, 0), (self.more, 1)):
            row.addWidget(part)
            if isinstance(part, Button):
                part.set_icon_only(True)
                part.setAutoRepeat(True)
                part.clicked.connect(lambda _on=False, steps=steps: self._by_steps(steps))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._rests = QTimer(self, singleShot=True, interval=SETTLES_MS)
        self._rests.timeout.connect(lambda: self.value_changed.emit(self.value))
        self.set_value(least)

    @property
    def value(self) -> int:
        """The number shown."""
        return self._number.value

    def set_value(self, value: int) -> None:
        """Show a number; nothing is announced. A number that a person is changing stays as it is."""
        if not self._rests.isActive():
            self._show(value)

    def set_shut(self, reason: str) -> None:
        """The number cannot be changed now, for this reason."""
        for button in (self.less, self.more):
            button.set_shut(reason)

    def _by_steps(self, steps: int) -> None:
        aimed = self._aimed(steps)
        if aimed != self.value:
            self._show(aimed)
            self._rests.start()

    def _aimed(self, steps: int) -> int:
        """From 37 the next number by fives is 40, and the one before it 35."""
        below = self.value // self._step * self._step
        start = below if steps > 0 or below == self.value else below + self._step
        return min(self._most, max(self._least, start + steps * self._step))

    def _show(self, value: int) -> None:
        self._number.show_value(value)
        self.less.setEnabled(value > self._least)
        self.more.setEnabled(value < self._most)


class _Number(QWidget):
    """The number itself, in a frame as wide as a field for it."""

    def __init__(self, name: str, unit: str, by_steps: Callable[[int], None]) -> None:
        super().__init__()
        self._name, self._unit, self._by_steps, self.value = name, unit, by_steps, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_value(self, value: int) -> None:
        self.value = value
        self.setAccessibleName(f"{self._name}: {self._words()}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(88), px(48))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Plus: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Minus: -1}.get(
            Qt.Key(event.key()), 0
        )
        if steps and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._by_steps(steps)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c = theme().color
        line = theme().line(2) if self.hasFocus() else theme().border
        outline = c("focus" if self.hasFocus() else "border")
        box(painter, QRectF(self.rect()), c("surface"), outline, theme().radius("control"), line)
        painter.setPen(c("text"))
        painter.setFont(fonts.font(16, 600))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words())

    def _words(self) -> str:
        return f"{self.value} {self._unit}".rstrip()
