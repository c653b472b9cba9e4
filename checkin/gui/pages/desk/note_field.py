"""A field of several lines that ends at a number of characters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.theme import px, theme
from checkin.gui.widgets.surface import box
from checkin.gui.zooming import room


class _Edit(QPlainTextEdit):
    """Enter is the verb's; with Shift it begins a new line."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        breaks = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not breaks:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class NoteField(QWidget):
    """`typed(text)` at each change, `entered()` at Enter; never holds more than `most` characters."""

    typed = Signal(str)
    entered = Signal()

    def __init__(self, name: str, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most, self._high = most, 120
        self.edit = _Edit()
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.viewport().setAutoFillBackground(False)
        self.edit.setTabChangesFocus(True)
        self.edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.edit.setAccessibleName(name)
        self.edit.installEventFilter(self)
        rows = QVBoxLayout(self)
        room(rows, (9, 7, 4, 7))
        rows.addWidget(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._changed)
        self.edit.entered.connect(self.entered)
        self.fit_zoom()

    @property
    def value(self) -> str:
        """The text without blanks around it."""
        return self.edit.toPlainText().strip()

    @property
    def count(self) -> int:
        """How many characters it has."""
        return len(self.edit.toPlainText())

    def set_value(self, text: str) -> None:
        """Fill the field."""
        self.edit.setPlainText(text)

    def set_height(self, height: int) -> None:
        """Its height in pixels of 100 %."""
        self._high = height
        self.updateGeometry()

    def fit_zoom(self) -> None:
        """The font at the zoom in force."""
        fonts.wear(self.edit, fonts.font(16, 400))

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(self._high))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(48))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, c = QPainter(self), theme().color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.edit.hasFocus()
        outline, line = (c("focus"), theme().line(2)) if focused else (c("border_strong"), theme().border)
        box(painter, QRectF(self.rect()), c("surface"), outline, theme().radius("control"), line)

    def _changed(self) -> None:
        text = self.edit.toPlainText()
        if len(text) > self._most:
            place = min(self.edit.textCursor().position(), self._most)
            self.edit.blockSignals(True)
            self.edit.setPlainText(text[: self._most])
            self.edit.blockSignals(False)
            cursor = self.edit.textCursor()
            cursor.setPosition(place, QTextCursor.MoveMode.MoveAnchor)
            self.edit.setTextCursor(cursor)
        self.typed.emit(self.value)
