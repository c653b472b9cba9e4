"""A line of text from which a list beside it is walked, the cursor staying where it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class SteppingField(QLineEdit):
    """Signals: `stepped(rows)` for Up, Down and Page, which go `page` rows at once; `escaped()`."""

    stepped = Signal(int)
    escaped = Signal()

    def __init__(self, page: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        key = Qt.Key
        self._steps = {key.Key_Up: -1, key.Key_Down: 1, key.Key_PageUp: -page, key.Key_PageDown: page}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() in _PLAIN:
            if event.key() in self._steps:
                self.stepped.emit(self._steps[Qt.Key(event.key())])
                return
            if event.key() == Qt.Key.Key_Escape:
                self.escaped.emit()
                return
        super().keyPressEvent(event)
