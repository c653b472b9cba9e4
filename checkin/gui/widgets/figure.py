"""One figure on paper: what it counts, the number, and what stands behind it."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.widgets.surface import Paper
from checkin.gui.widgets.text import Text


class Figure(Paper):
    """A number with its heading and a line below, such as "84 of 130"."""

    def __init__(self, parent: QWidget | None = None, px: int = 34) -> None:
        super().__init__(parent)
        self._heading = Text("", fonts.font(14, 600), "muted", elidable=True)
        self._number = Text("", fonts.font(px, 700), elidable=True)
        self._foot = Text("", fonts.font(14, 400), "muted", elidable=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(4)
        for text in (self._heading, self._number, self._foot):
            rows.addWidget(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_figure(self, heading: str, number: str, foot: str = "") -> None:
        """Show a figure; an empty foot leaves no gap."""
        self._heading.set_text(heading)
        self._number.set_text(number)
        self._foot.set_text(foot)
        self._foot.setVisible(bool(foot))
        self.setAccessibleName(", ".join(part for part in (heading, number, foot) if part))
