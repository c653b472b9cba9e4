"""One of two or three, side by side, each with the key that chooses it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from checkin.gui.widgets.button import Button
from checkin.gui.zooming import room


class ChoiceRow(QWidget):
    """Segmented buttons with a tick on the chosen one. `chosen_changed(id)` when a person chose another."""

    chosen_changed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._choices: tuple[tuple[str, str], ...] = ()
        self.buttons: list[Button] = []
        self._row = QHBoxLayout(self)
        room(self._row, (0, 0, 0, 0), 8)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def chosen(self) -> str:
        """The id of the choice that is ticked, "" before there are any."""
        pairs = zip(self._choices, self.buttons, strict=False)
        return next((choice for (choice, _), button in pairs if button.isChecked()), "")

    def set_choices(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer these (id, words) and tick `chosen`."""
        self._choices = tuple(choices)
        while len(self.buttons) < len(choices):
            self.buttons.append(self._new_button(len(self.buttons)))
        for button in self.buttons:
            button.setVisible(False)
        for button, (choice, words) in zip(self.buttons, choices, strict=False):
            button.set_words(words, name=f"{self._name}: {words}")
            button.setChecked(choice == chosen)
            button.setVisible(True)

    def choose(self, number: int) -> bool:
        """Choose the n-th, counted from 1; False when there is none."""
        if not self.isVisible() or not 1 <= number <= len(self._choices):
            return False
        self.buttons[number - 1].click()
        return True

    def _new_button(self, place: int) -> Button:
        button = Button("", "", self.tr("Ctrl {number}").format(number=place + 1), parent=self)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        # The tick of the chosen one takes room.
        button.toggled.connect(lambda _on: button.updateGeometry())
        button.clicked.connect(lambda: self.chosen_changed.emit(self._choices[place][0]))
        self._row.insertWidget(place, button)
        return button
