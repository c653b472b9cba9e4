"""Somebody who is not among the operators: a field for the name and the button that adds and signs them in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.pages.lock.lock_field import LockField
from checkin.gui.pages.lock.lock_look import lock_ground, tint
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.free_height import free_height
from checkin.gui.widgets.text import Text
from checkin.gui.zooming import room


class AnotherName(QWidget):
    """Signals: `name_given(name)`, without blanks around it and never empty; `typed()` at each keystroke."""

    name_given = Signal(str)
    typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Text(self.tr("Another name"), "label", "on the lock screen")
        self.field = LockField(self.tr("Another name"), self.tr("Given and family name"), "user-round-plus")
        words = self.tr("Add and sign in")
        self.add = Button(words, "", self.tr("Enter"), Kind.ON_GROUND)
        self.add.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._hint = free_height(Text("", fonts.font(14, 400), "on the lock screen", wraps=True))
        self._hint.hide()
        rows = QVBoxLayout(self)
        room(rows, (0, 0, 0, 0), 8)
        for part in (self._label, self.field, self.add, self._hint):
            rows.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(self.field)
        self.field.returnPressed.connect(self.give)
        self.field.textEdited.connect(self._on_typed)
        self.add.clicked.connect(self.give)
        self.dress()

    @property
    def name(self) -> str:
        """What is typed, without blanks around it."""
        return " ".join(self.field.text().split())

    def begin(self, name: str = "") -> None:
        """Start with a name that was typed elsewhere, or with none."""
        self.field.setText(name)
        self._tell("")

    def set_first(self, first: bool) -> None:
        """Whether this is the first name at the desk: then it is nobody else's but that of whoever sits there."""
        words = self.tr("Your name") if first else self.tr("Another name")
        self._label.set_text(words)
        self.field.setAccessibleName(words)

    def give(self) -> None:
        """Hand the name over; without one the cursor goes where it is typed."""
        if self.name:
            self.name_given.emit(self.name)
            return
        self._tell(self.tr("Type the name first."))
        self.field.setFocus()

    def dress(self) -> None:
        """Take the colours anew after the theme changed."""
        self.add.set_ground(*lock_ground())
        tint(self._label, "muted")
        tint(self._hint, "waits")

    def _on_typed(self, _text: str) -> None:
        self._tell("")
        self.typed.emit()

    def _tell(self, sentence: str) -> None:
        self._hint.set_text(sentence)
        self._hint.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)
