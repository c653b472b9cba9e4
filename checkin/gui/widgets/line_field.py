"""One line of text that is taken when Enter is pressed or the field is left."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from checkin.gui import fonts
from checkin.gui.theme import px, theme


class LineField(QLineEdit):
    """`entered` carries the text when it differs from the one shown last. Esc brings that one back. It takes `most`
    characters.
    """

    entered = Signal(str)

    def __init__(self, name: str, most: int = 60) -> None:
        super().__init__()
        self.setProperty("look", "field")
        self.setAccessibleName(name)
        self.setMaxLength(most)
        self._shown = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.returnPressed.connect(self._take)
        self.fit_zoom()

    def set_value(self, text: str) -> None:
        """Show a text; one that a person is typing stays."""
        untouched = self.text().strip() == self._shown
        self._shown = text
        if untouched or not self.hasFocus():
            self.setText(text)

    def set_fault(self, faulty: bool) -> None:
        """Outline it as one whose text was not taken."""
        if bool(self.property("fault")) != faulty:
            self.setProperty("fault", faulty)
            self.style().unpolish(self)
            self.style().polish(self)

    def fit_zoom(self) -> None:
        """Font and height at the zoom in force."""
        fonts.wear(self, fonts.font(16, 500))
        self.setFixedHeight(theme().size("field"))

    def sizeHint(self) -> QSize:
        return QSize(px(280), theme().size("field"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        changed = self.text() != self._shown
        if event.matches(QKeySequence.StandardKey.Cancel) and changed:
            self.setText(self._shown)
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._take()

    def _take(self) -> None:
        text = self.text().strip()
        if text != self._shown:
            self.entered.emit(text)
