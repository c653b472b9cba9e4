"""Settings, Printers: where badges go, on which stock, and a test badge that is nobody's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from checkin.gui.layout_metrics import Metrics
from checkin.gui.pages.settings.card import SettingsCard
from checkin.gui.pages.settings.section import Section
from checkin.gui.pages.settings.setting_words import name_of
from checkin.gui.widgets.act import Act
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.line import Line
from checkin.gui.widgets.option_list import OptionList
from checkin.gui.widgets.page_picture import PagePicture
from checkin.gui.widgets.setting_row import SettingRow
from checkin.gui.widgets.told_box import ToldBox
from checkin.gui.zooming import room


class PrinterSection(Section):
    """Signals: `test_requested()`; `shown(bool)` as the section comes and goes."""

    test_requested = Signal()
    shown = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_head(self.tr("Printers"), self.tr("A badge that does not come out never stops the queue."))
        self.where = self.add_card(SettingsCard(self.tr("Where badges go")))
        self.printers = OptionList(name_of("badge.printer"))
        self.where.rows.addWidget(self.printers)
        self.settings["badge.printer"] = SettingRow("", "", self.printers, True)
        self.where.rows.addWidget(self.settings["badge.printer"])
        self.printers.chosen_changed.connect(lambda name: self.setting_changed.emit("badge.printer", name))
        self._add_badge()
        when = self.add_card(SettingsCard())
        self.add_choice(when, "badge.on_check_in", True)

    def acts(self) -> Sequence[Act]:
        return (Act("look_for_printers", self.tr("Look for printers"), "refresh-cw", self.tr("F5")),)

    def show_printers(self, options: Sequence[tuple[str, Line]], chosen: str, sentence: str) -> None:
        """Show the printers that are known, and what there is to say of them as a whole."""
        self.printers.set_options(options, chosen)
        self.where.set_about(sentence)

    def show_picture(self, png: bytes) -> None:
        """Show the test badge on the stock chosen."""
        self.picture.set_picture(png)

    def show_test(self, title: str, sentence: str, tone: str, icon: str) -> None:
        """Say what became of the test badge; an empty title says nothing."""
        self.told.setVisible(bool(title))
        self.told.set_words(icon, title, sentence, tone)
        if title:
            self.ensureWidgetVisible(self.told)

    def set_testing(self, reason: str) -> None:
        """A test badge is on its way: no second one yet; "" when it is settled."""
        self.test.set_shut(reason)

    def fill(self, values: Mapping[str, str]) -> None:
        super().fill(values)
        self.printers.set_chosen(values.get("badge.printer", ""))

    def set_metrics(self, metrics: Metrics) -> None:
        super().set_metrics(metrics)
        down = QBoxLayout.Direction.TopToBottom if metrics.compact else QBoxLayout.Direction.LeftToRight
        self._both.setDirection(down)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shown.emit(False)

    def _add_badge(self) -> None:
        card = self.add_card(SettingsCard(self.tr("The badge")))
        self.add_choice(card, "badge.template", True)
        self.picture = PagePicture(self.tr("Picture of the test badge"), 300, 200)
        self.test = Button(self.tr("Print a test badge"), "printer", self.tr("Ctrl P"))
        self.told = ToldBox()
        self.told.hide()
        self.test.clicked.connect(self.test_requested)
        beside = QVBoxLayout()
        room(beside, (0, 0, 0, 0), 12)
        beside.addWidget(self.test, 0, Qt.AlignmentFlag.AlignLeft)
        beside.addWidget(self.told)
        beside.addStretch(1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        room(self._both, (0, 8, 0, 4), 16)
        self._both.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        self._both.addLayout(beside, 1)
        card.rows.addLayout(self._both)
