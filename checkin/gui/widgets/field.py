"""A field of a form: label above, fault in words below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.theme import theme
from checkin.gui.widgets.text import Text
from checkin.gui.zooming import room


class Field(QWidget):
    """Label, one line of text, and what is the matter with it."""

    typed = Signal(str)
    entered = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit()
        self.edit.setProperty("look", "field")
        self.edit.setAccessibleName(label)
        self._fault = Text("", fonts.font(13, 500), "stop", wraps=True)
        self._fault.hide()
        rows = QVBoxLayout(self)
        room(rows, (0, 0, 0, 0), 4)
        rows.addWidget(Text(label, "label", "muted"))
        rows.addWidget(self.edit)
        rows.addWidget(self._fault)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self._edited)
        self.edit.returnPressed.connect(self.entered)
        self.fit_zoom()

    def fit_zoom(self) -> None:
        """The field's font and height at the zoom in force."""
        fonts.wear(self.edit, fonts.font(16, 500))
        self.edit.setFixedHeight(theme().size("field"))

    @property
    def value(self) -> str:
        """The text without blanks around it."""
        return self.edit.text().strip()

    def set_value(self, text: str) -> None:
        """Fill the field and forget its fault."""
        self.edit.setText(text)
        self.edit.setCursorPosition(0 if not self.edit.hasFocus() else len(text))
        self.set_fault("")

    def set_fault(self, sentence: str) -> None:
        """Say what is the matter; an empty sentence takes it back."""
        self._fault.set_text(sentence)
        self._fault.setVisible(bool(sentence))
        self.edit.setAccessibleDescription(sentence)
        if bool(self.edit.property("fault")) != bool(sentence):
            self.edit.setProperty("fault", bool(sentence))
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)

    @property
    def fault(self) -> str:
        """What is the matter, "" when nothing is."""
        return self._fault.whole

    def _edited(self, text: str) -> None:
        self.set_fault("")
        self.typed.emit(text)
