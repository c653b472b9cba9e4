"""One of several things with more to tell of each than a word: rows below each other, one of them ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from checkin.gui.widgets.line import Line
from checkin.gui.widgets.option_row import OptionRow
from checkin.gui.zooming import room


class OptionList(QWidget):
    """Each option is a value and its row; `chosen_changed` carries the value of the row that was pressed."""

    chosen_changed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._options: tuple[tuple[str, Line], ...] = ()
        self.rows: dict[str, OptionRow] = {}
        self._box = QVBoxLayout(self)
        room(self._box, (0, 0, 0, 0), 4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    @property
    def chosen(self) -> str | None:
        """The value ticked, None when none is."""
        return next((value for value, row in self.rows.items() if row.isChecked()), None)

    def set_options(self, options: Sequence[tuple[str, Line]], chosen: str) -> None:
        """Show these; where they are the same as before only the tick moves."""
        if tuple(options) != self._options:
            self._options = tuple(options)
            focused = next((value for value, row in self.rows.items() if row.hasFocus()), None)
            self._build()
            if focused in self.rows:
                self.rows[focused].setFocus()
        self.set_chosen(chosen)

    def set_chosen(self, value: str) -> None:
        """Tick a value; nothing is announced."""
        for known, row in self.rows.items():
            row.set_chosen(known == value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        rows = list(self.rows.values())
        at = next((place for place, row in enumerate(rows) if row.hasFocus()), None)
        if steps and at is not None and 0 <= at + steps < len(rows):
            rows[at + steps].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        for row in self.rows.values():
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for value, line in self._options:
            row = self.rows[value] = OptionRow(line, parent=self)
            row.clicked.connect(lambda _on=False, value=value: self.chosen_changed.emit(value))
            self._box.addWidget(row)
            row.show()
