"""Settings, Scanners and camera: what a scanner sends, what tells it from typing, which camera is read and how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from checkin.gui.layout_metrics import Metrics
from checkin.gui.pages.settings.camera_card import CameraCard
from checkin.gui.pages.settings.card import SettingsCard
from checkin.gui.pages.settings.section import Section
from checkin.gui.pages.settings.setting_words import name_of
from checkin.gui.pages.settings.try_card import TryCard
from checkin.gui.widgets.act import Act
from checkin.gui.widgets.stepper import Stepper


class ScannerSection(Section):
    """`try_card` and `camera` are filled by their controllers. `shown(bool)` as the section comes and goes."""

    shown = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_head(self.tr("Scanners and camera"), self.tr("Any number at once, whatever page is shown."))
        self.try_card = TryCard()
        self.add_card(self.try_card)
        typing = self.add_card(SettingsCard(self.tr("A scan or typing")))
        self.gap = Stepper(name_of("scanner.gap_ms"), 5, 200, 5, self.tr("ms"))
        self.keys = Stepper(name_of("scanner.least_keys"), 3, 64, 1, self.tr("keys"))
        for key, stepper in (("scanner.gap_ms", self.gap), ("scanner.least_keys", self.keys)):
            stepper.value_changed.connect(lambda n, key=key: self.setting_changed.emit(key, str(n)))
            self.add_setting(typing, key, stepper)
        self.add_choice(typing, "scanner.layout")
        self.camera = CameraCard()
        self.add_card(self.camera)
        self.add_choice(self.camera, "camera.mirror")
        self.settings["camera.source"] = self.camera.row
        self.camera.cameras.chosen_changed.connect(lambda value: self.setting_changed.emit("camera.source", value))
        self.try_card.threshold_wanted.connect(lambda key, n: self.setting_changed.emit(key, str(n)))

    def acts(self) -> Sequence[Act]:
        return (Act("look_for_devices", self.tr("Look for devices"), "refresh-cw", self.tr("F5")),)

    def fill(self, values: Mapping[str, str]) -> None:
        super().fill(values)
        for key, stepper in (("scanner.gap_ms", self.gap), ("scanner.least_keys", self.keys)):
            if values.get(key, "").isdigit():
                stepper.set_value(int(values[key]))
        self.camera.cameras.set_chosen(values.get("camera.source", ""))

    def set_metrics(self, metrics: Metrics) -> None:
        super().set_metrics(metrics)
        self.camera.set_metrics(metrics)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shown.emit(False)
