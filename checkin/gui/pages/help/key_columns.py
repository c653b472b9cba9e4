"""The keys of a page in groups, in two columns of about the same height."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin.gui.pages.help.key_row import KeyRow
from checkin.gui.theme import px
from checkin.gui.widgets.free_height import free_height
from checkin.gui.widgets.text import Text
from checkin.gui.zooming import room

_TWO_FROM = 620
_HEADING_ROWS = 2
_USUAL = 120
_Group = tuple[str, Sequence[tuple[str, str]]]


class KeyColumns(QWidget):
    """Groups stay whole and keep their order; where there is no width for two columns they stand in one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[KeyRow] = []
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        room(self._box, (0, 0, 0, 0), 28)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def rows(self) -> tuple[KeyRow, ...]:
        """Every line, in reading order."""
        return tuple(self._rows)

    def set_keys(self, groups: Sequence[_Group]) -> None:
        """Show groups of (heading, [(keys, words)])."""
        while (item := self._box.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._rows = []
        for column in _halves(groups):
            self._box.addWidget(self._column(column), 1, Qt.AlignmentFlag.AlignTop)
        self.fit_zoom()

    def fit_zoom(self) -> None:
        """The words of all rows begin below each other; beside more keys than usual they begin further right."""
        left = max((row.keys_width() for row in self._rows if row.keys_width() <= px(_USUAL)), default=0)
        for row in self._rows:
            row.set_left(max(left, row.keys_width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        self._box.setDirection(way.LeftToRight if self.width() >= px(_TWO_FROM) else way.TopToBottom)

    def _column(self, groups: Sequence[_Group]) -> QWidget:
        made = QWidget()
        lines = QVBoxLayout(made)
        room(lines, (0, 0, 0, 0), 0)
        for heading, keys in groups:
            if lines.count():
                lines.addSpacing(px(12))
            lines.addWidget(free_height(Text(heading, "label", "muted", wraps=True)))
            for key, words in keys:
                self._rows.append(KeyRow(key, words))
                lines.addWidget(self._rows[-1])
        return made


def _halves(groups: Sequence[_Group]) -> list[Sequence[_Group]]:
    """The groups cut once, where both parts are most alike in height."""
    heights = [len(keys) + _HEADING_ROWS for _, keys in groups]
    cut = min(range(len(groups) + 1), key=lambda at: (abs(sum(heights[:at]) - sum(heights[at:])), -at))
    return [part for part in (groups[:cut], groups[cut:]) if part]
