"""One of a few values: buttons side by side with a tick on the chosen one; they flow into rows where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.gui.theme import px
from checkin.gui.widgets.button import Button

_GAP, _HIGH = 8, 48


class Segments(QWidget):
    """Each choice is a value and its words; `chosen_changed` carries the value when a person chose another.

    Left and Right go from choice to choice, as in any group of which one is chosen.
    """

    chosen_changed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._buttons: dict[str, Button] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these pairs of value and words; none is chosen."""
        for button in self._buttons.values():
            button.hide()
            button.deleteLater()
        self._buttons = {value: self._new_button(value, words) for value, words in choices}
        self._flow(self.width(), True)
        self.updateGeometry()

    @property
    def values(self) -> list[str]:
        """The values on offer."""
        return list(self._buttons)

    @property
    def chosen(self) -> str:
        """The value chosen, "" when none is."""
        return next((value for value, button in self._buttons.items() if button.isChecked()), "")

    def set_chosen(self, value: str) -> None:
        """Tick a value; nothing is announced. One that is not on offer leaves none ticked."""
        # Tab stops at the chosen one, as in any group of which one is chosen, also before anybody pressed one.
        stop = value if value in self._buttons else next(iter(self._buttons), "")
        for known, button in self._buttons.items():
            button.setAutoExclusive(False)
            button.setChecked(known == value)
            button.setAutoExclusive(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if known == stop else Qt.FocusPolicy.ClickFocus)
        self._flow(self.width(), True)
        self.updateGeometry()

    def set_shut(self, reason: str) -> None:
        """Nothing can be chosen now, for this reason; "" opens it again."""
        for button in self._buttons.values():
            button.set_shut(reason)

    def button(self, value: str) -> Button:
        """The button of a value."""
        return self._buttons[value]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._flow(width, False)

    def sizeHint(self) -> QSize:
        wide = sum(b.sizeHint().width() for b in self._buttons.values()) + px(_GAP) * max(0, len(self._buttons) - 1)
        return QSize(wide, px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(max((b.sizeHint().width() for b in self._buttons.values()), default=px(_HIGH)), px(_HIGH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._flow(self.width(), True)

    def fit_zoom(self) -> None:
        """Place the buttons at the zoom in force."""
        self._flow(self.width(), True)

    def _flow(self, width: int, place: bool) -> int:
        """The height that the buttons need; `place` puts them there, in the middle of the height that there is."""
        left = top = 0
        spare = max(0, self.height() - self._flow(width, False)) // 2 if place else 0
        high, gap = px(_HIGH), px(_GAP)
        for button in self._buttons.values():
            wide = button.sizeHint().width()
            if left and left + wide > width:
                left, top = 0, top + high + gap
            if place:
                button.setGeometry(left, spare + top, wide, high)
            left += wide + gap
        return top + high

    def _new_button(self, value: str, words: str) -> Button:
        button = Button(words, parent=self)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setAccessibleName(f"{self._name}: {words}")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self._clicked(value))
        button.show()
        return button

    def _clicked(self, value: str) -> None:
        self._flow(self.width(), True)
        self.updateGeometry()
        self.chosen_changed.emit(value)
