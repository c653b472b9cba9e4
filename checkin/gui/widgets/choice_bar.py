"""One of a few: segmented buttons with a tick on the chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from checkin.gui.theme import px
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.text import Text
from checkin.gui.zooming import room

_GAP = 8


class ChoiceBar(QWidget):
    """Label above buttons of 48; `choice_changed` carries the words chosen."""

    choice_changed = Signal(str)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._row = label, _Row()
        rows = QVBoxLayout(self)
        room(rows, (0, 0, 0, 0), 4)
        rows.addWidget(Text(label, "label", "muted"))
        rows.addWidget(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    @property
    def chosen(self) -> str:
        """The words chosen, "" when none are."""
        return next((b.words for b in self._row.buttons if b.isChecked()), "")

    def set_choices(self, choices: Sequence[str], chosen: str = "") -> None:
        """Offer these; `chosen` is ticked, else none is."""
        for button in self._row.buttons:
            button.deleteLater()
        self._row.buttons = [self._new_button(words, words == chosen) for words in choices]
        self._row.arrange()

    def _new_button(self, words: str, ticked: bool) -> Button:
        button = Button(words, parent=self._row)
        button.setCheckable(True)
        button.setChecked(ticked)
        button.setAutoExclusive(True)
        button.setAccessibleName(f"{self._label}: {words}")
        button.toggled.connect(lambda on: self._toggled(words, on))
        button.show()
        return button

    def _toggled(self, words: str, on: bool) -> None:
        self._row.arrange()
        if on:
            self.choice_changed.emit(words)


class _Row(QWidget):
    """Buttons that flow into further rows where the width ends."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[Button] = []
        self._high = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def arrange(self) -> None:
        self._flow(self.width(), True)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._flow(width, False)

    def sizeHint(self) -> QSize:
        return QSize(px(240), self._flow(max(self.width(), px(240)), False))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(48))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before, self._high = self._high, self._flow(self.width(), True)
        if before != self._high:
            self.updateGeometry()

    def _flow(self, width: int, place: bool) -> int:
        left = top = 0
        high, gap = px(48), px(_GAP)
        for button in self.buttons:
            size = button.sizeHint()
            if left and left + size.width() > width:
                left, top = 0, top + high + gap
            if place:
                button.setGeometry(left, top, size.width(), high)
            left += size.width() + gap
        return top + high
