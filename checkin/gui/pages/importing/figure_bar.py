"""The six figures of a list that was compared: one of them is chosen, and what it counts is shown below."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from checkin.gui.widgets.count_choice import CountChoice
from checkin.gui.zooming import room


class Figure(StrEnum):
    """What is counted, in the order of the picture."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    GONE = "gone"
    DUPLICATES = "duplicates"
    ASIDE = "aside"


class FigureBar(QWidget):
    """`figure_chosen` carries the figure that a person chose. Left and Right go from one to the next."""

    figure_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What to look at"))
        self.choices = {figure: CountChoice(*looks, self) for figure, looks in self._looks().items()}
        self._row = QHBoxLayout(self)
        room(self._row, (0, 0, 0, 0), 8)
        for figure, choice in self.choices.items():
            choice.clicked.connect(lambda _on=False, figure=figure: self._clicked(figure))
            self._row.addWidget(choice, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_chosen(Figure.CHANGED)

    def set_counts(self, counts: dict[Figure, int]) -> None:
        """Show these numbers."""
        for figure, count in counts.items():
            self.choices[figure].set_count(count)

    @property
    def chosen(self) -> Figure | None:
        """The figure chosen, None when something else is shown."""
        return next((figure for figure, choice in self.choices.items() if choice.isChecked()), None)

    def set_chosen(self, chosen: Figure | None) -> None:
        """Mark a figure, None for none of them; nothing is announced."""
        for figure, choice in self.choices.items():
            choice.setAutoExclusive(False)
            choice.setChecked(figure is chosen)
            choice.setAutoExclusive(True)
        self._stop_at(chosen or Figure.NEW)

    def set_narrow(self, narrow: bool, tight: bool) -> None:
        """Use less height; `tight` brings the figures closer together too."""
        room(self._row, (0, 0, 0, 0), 4 if tight else 8)
        for choice in self.choices.values():
            choice.set_narrow(narrow)

    def _clicked(self, figure: Figure) -> None:
        self._stop_at(figure)
        self.figure_chosen.emit(figure.value)

    def _stop_at(self, stop: Figure) -> None:
        # Tab stops at the chosen one, as in any group of which one is chosen.
        self.setFocusProxy(self.choices[stop])
        for figure, choice in self.choices.items():
            choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus if figure is stop else Qt.FocusPolicy.ClickFocus)

    def _looks(self) -> dict[Figure, tuple[str, str, str]]:
        return {
            Figure.NEW: (self.tr("New"), "user-round-plus", "go_text"),
            Figure.CHANGED: (self.tr("Changed"), "pencil", "out_text"),
            Figure.UNCHANGED: (self.tr("Unchanged"), "equal", "text_muted"),
            Figure.GONE: (self.tr("Gone"), "user-round-minus", "hold_text"),
            Figure.DUPLICATES: (self.tr("Duplicates"), "copy", "hold_text"),
            Figure.ASIDE: (self.tr("Set aside"), "circle-alert", "stop_text"),
        }
