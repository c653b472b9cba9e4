"""The card that shows what a scanner sends, and admits nobody."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QBoxLayout

from checkin.gui.layout_metrics import Metrics
from checkin.gui.pages.settings.card import SettingsCard
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.told_box import ToldBox
from checkin.gui.zooming import room


@dataclass(frozen=True, slots=True)
class TriedWords:
    """What came of something scanned. `gap_ms` and `keys` are thresholds that would take it for a scan, 0 for none."""

    title: str
    sentence: str
    tone: str
    icon: str
    gap_ms: int = 0
    keys: int = 0


class TryCard(SettingsCard):
    """`threshold_wanted(key, number)` when one of its buttons was pressed."""

    threshold_wanted = Signal(str, int)

    def __init__(self) -> None:
        say = QCoreApplication.translate
        super().__init__(
            say("TryCard", "Try it"), say("TryCard", "Scan anything now. What arrives shows here and admits nobody.")
        )
        self.box = ToldBox()
        self.use_gap, self.use_keys = Button(), Button()
        self._wanted = {"scanner.gap_ms": 0, "scanner.least_keys": 0}
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        room(self._buttons, (0, 8, 0, 0), 8)
        for button, key in ((self.use_gap, "scanner.gap_ms"), (self.use_keys, "scanner.least_keys")):
            button.clicked.connect(lambda _on=False, key=key: self.threshold_wanted.emit(key, self._wanted[key]))
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self.rows.addWidget(self.box)
        self.rows.addLayout(self._buttons)
        self.show_waiting()

    def show_waiting(self) -> None:
        """Nothing arrived yet."""
        waits = self.tr("With a badge, a ticket or the test badge of Printers.")
        self.show_tried(TriedWords(self.tr("Nothing arrived yet"), waits, "quiet", "scan-barcode"))

    def show_tried(self, told: TriedWords) -> None:
        """Show what arrived."""
        self.box.set_words(told.icon, told.title, told.sentence, told.tone)
        self._wanted = {"scanner.gap_ms": told.gap_ms, "scanner.least_keys": told.keys}
        self.use_gap.setVisible(told.gap_ms > 0)
        self.use_keys.setVisible(told.keys > 0)
        self.use_gap.set_words(self.tr("Use {n} ms").format(n=told.gap_ms), "check")
        self.use_keys.set_words(self.tr("Read codes from {n} keys on").format(n=told.keys), "check")

    def set_metrics(self, metrics: Metrics) -> None:
        super().set_metrics(metrics)
        down = QBoxLayout.Direction.TopToBottom if metrics.compact else QBoxLayout.Direction.LeftToRight
        self._buttons.setDirection(down)
