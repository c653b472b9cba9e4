"""The Settings page: the list of sections, the head, and the section chosen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.pages.importing.import_page import ImportPage
from checkin.gui.pages.settings.backup_section import BackupSection
from checkin.gui.pages.settings.event_section import EventSection
from checkin.gui.pages.settings.header import SettingsHeader
from checkin.gui.pages.settings.list_section import ListSection
from checkin.gui.pages.settings.look_section import LookSection
from checkin.gui.pages.settings.printer_section import PrinterSection
from checkin.gui.pages.settings.scanner_section import ScannerSection
from checkin.gui.pages.settings.section import Section
from checkin.gui.theme import px
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.section_list import SectionEntry, SectionList
from checkin.gui.widgets.surface import Surface

_ICONS = {
    "event": "calendar-cog", "list": "file-up", "scanners": "scan-line", "printers": "printer", "look": "volume-2",
    "backup": "shield",
}  # fmt: skip


class SettingsView(Surface):
    """Looks only: the page's controllers fill the sections. `section_shown(key)` when another was chosen.

    While a list is brought in, `importing` takes the place of the section of lists.
    """

    section_shown = Signal(str)

    def __init__(self, importing: ImportPage | None = None, parent: QWidget | None = None) -> None:
        super().__init__("canvas", "", parent)
        self.importing, self._imports = importing or ImportPage(), False
        self.event_section, self.list_section, self.scanner_section = EventSection(), ListSection(), ScannerSection()
        self.printer_section, self.look_section, self.backup_section = PrinterSection(), LookSection(), BackupSection()
        self.sections: dict[str, Section] = {
            "event": self.event_section, "list": self.list_section, "scanners": self.scanner_section,
            "printers": self.printer_section, "look": self.look_section, "backup": self.backup_section,
        }  # fmt: skip
        self.header = SettingsHeader()
        entries = [SectionEntry(key, _ICONS[key], section.title) for key, section in self.sections.items()]
        self.list_of = SectionList(self.tr("Settings"), entries)
        self.commands = Button(self.tr("Command lines"), "terminal", self.tr("F6"), Kind.QUIET)
        self.commands.setCheckable(True)
        self.commands.clicked.connect(self._show_commands)
        self.list_of.foot.addWidget(self.commands)
        self._pages = QStackedWidget()
        for section in self.sections.values():
            self._pages.addWidget(section)
        self._lay_out()
        self.list_of.section_chosen.connect(self.show_section)
        self.setFocusProxy(self.list_of)
        self.set_metrics(NORMAL)
        self.show_section("event")

    @property
    def regions(self) -> tuple[QWidget, ...]:
        """What is read one after the other: the list of sections, the head, the section shown."""
        return self.list_of, self.header, self._pages, self.importing

    @property
    def section(self) -> str:
        """The key of the section shown."""
        return next(key for key, section in self.sections.items() if section is self._pages.currentWidget())

    def show_section(self, key: str) -> None:
        """Show a section. KeyError for one that is not there."""
        section = self.sections[key]
        self.list_of.set_current(key)
        self._pages.setCurrentWidget(section)
        self._show_right()
        self.header.show_section(section.title, section.sentence, section.acts())
        self.section_shown.emit(key)

    @property
    def imports(self) -> bool:
        """Whether the page of an import is what the settings show."""
        return self._right.currentWidget() is self.importing

    def show_import(self, shown: bool) -> None:
        """Put the page of an import in the place of the section of lists, or take it away again."""
        self._imports = shown
        if shown:
            self.show_section("list")
        self._show_right()

    def fill(self, values: Mapping[str, str]) -> None:
        """Show the settings in force."""
        for section in self.sections.values():
            section.fill(values)

    def toggle_commands(self) -> None:
        """What F6 does."""
        self.commands.click()

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        self.list_of.set_metrics(metrics)
        self.commands.set_icon_only(metrics.compact)
        self.header.set_metrics(metrics)
        self.importing.set_metrics(metrics)
        for section in self.sections.values():
            section.set_metrics(metrics)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(320), px(216))

    def _show_commands(self) -> None:
        shown = self.commands.isChecked()
        for section in self.sections.values():
            section.show_commands(shown)

    def _show_right(self) -> None:
        shown = self._imports and self.section == "list"
        self._right.setCurrentWidget(self.importing if shown else self._plain)
        if self.importing.isVisible():
            self.importing.take_focus()

    def _lay_out(self) -> None:
        self._plain = QWidget()
        right = QVBoxLayout(self._plain)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self._pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list_of)
        self._right = QStackedWidget()
        self._right.addWidget(self._plain)
        self._right.addWidget(self.importing)
        row.addWidget(self._right, 1)
