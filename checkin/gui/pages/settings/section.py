"""One section of the settings: cards in one column that scroll, and the settings among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from checkin.gui.layout_metrics import Metrics
from checkin.gui.pages.settings.card import SettingsCard
from checkin.gui.pages.settings.setting_words import about, choices_of, name_of
from checkin.gui.widgets.act import Act
from checkin.gui.widgets.row_list_view import SCROLL_BAR
from checkin.gui.widgets.segments import Segments
from checkin.gui.widgets.setting_row import SettingRow
from checkin.gui.zooming import room


class Section(QScrollArea):
    """Base of every section. `setting_changed(key, value)` when a person changed one.

    A section shows values given to it and tells what people do; it keeps nothing and calls nothing.
    """

    setting_changed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.sentence = ""
        self.settings: dict[str, SettingRow] = {}
        self.cards: list[SettingsCard] = []
        self.setProperty("look", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setObjectName("bare")
        self._column = QVBoxLayout(inner)
        room(self._column, (24, 16, 12, 16), 12)
        self._column.addStretch(1)
        self.setWidget(inner)
        self._side, self._above = 24, 16
        self.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._reserve())
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def set_head(self, title: str, sentence: str) -> None:
        """What stands in the header while the section is shown."""
        self.title, self.sentence = title, sentence
        self.setAccessibleName(title)

    def acts(self) -> Sequence[Act]:
        """What stands in the header of this section, beside Undo."""
        return ()

    def add_card(self, card: SettingsCard) -> SettingsCard:
        """Put a card below those that are there."""
        self.cards.append(card)
        self._column.insertWidget(self._column.count() - 1, card)
        return card

    def add_setting(self, card: SettingsCard, key: str, control: QWidget, first: bool = False) -> SettingRow:
        """Put a setting with its control into a card."""
        row = self.settings[key] = SettingRow(name_of(key), about(key), control, first)
        card.rows.addWidget(row)
        return row

    def add_choice(self, card: SettingsCard, key: str, first: bool = False) -> Segments:
        """Put a setting of a few values into a card."""
        segments = Segments(name_of(key))
        segments.set_choices(choices_of(key))
        segments.chosen_changed.connect(lambda value: self.setting_changed.emit(key, value))
        self.add_setting(card, key, segments, first)
        return segments

    def fill(self, values: Mapping[str, str]) -> None:
        """Show the values in force, and the command that makes each."""
        for key, row in self.settings.items():
            value = values.get(key, "")
            if isinstance(row.control, Segments):
                row.control.set_chosen(value)
            told = f'"{value}"' if " " in value or not value else value
            row.set_command(f"checkin setting {key} {told}")
            row.set_fault("")

    def set_fault(self, key: str, sentence: str) -> None:
        """Say below a setting why its value was not taken."""
        if key in self.settings:
            self.settings[key].set_fault(sentence)

    def show_commands(self, shown: bool) -> None:
        """Show or hide the command of each setting."""
        for row in self.settings.values():
            row.show_command(shown)

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        self._side = 8 if metrics.compact else 16 if not metrics.roomy else 24
        self._above = 8 if metrics.compact else 16
        self._reserve()
        for card in self.cards:
            card.set_metrics(metrics)

    def _reserve(self) -> None:
        """The scroll bar's place stays free where there is none, so that nothing shifts when it comes."""
        bar = SCROLL_BAR if self.verticalScrollBar().maximum() > 0 else 0
        room(self._column, (self._side, self._above, max(4, self._side - bar), self._above))

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """What has the focus is in sight: one goes through the page by Tab."""
        inner = self.widget()
        if now is not None and inner is not None and self.isVisible() and inner.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 24)
