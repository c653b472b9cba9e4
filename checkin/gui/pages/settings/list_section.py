"""Settings, Attendee list: what was brought in, and where the next one is dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from checkin.gui.pages.settings.card import SettingsCard
from checkin.gui.pages.settings.section import Section
from checkin.gui.pages.settings.setting_words import name_of
from checkin.gui.pages.settings.to_look_at_card import ToLookAtCard
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.file_drop import FileDrop
from checkin.gui.widgets.line import Line
from checkin.gui.widgets.line_field import LineField
from checkin.gui.widgets.line_row import LineRow


class ListSection(Section):
    """Signals: `import_requested()` for the button, `files_dropped(paths)` for a drop."""

    import_requested = Signal()
    files_dropped = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_head(
            self.tr("Attendee list"),
            self.tr("A newer version of a list changes what differs; nothing done at the desk is lost."),
        )
        button = Button(self.tr("Bring in a list"), "file-up", self.tr("Ctrl O"), Kind.PRIMARY)
        self.drop = FileDrop(
            "file-up", self.tr("Drop a spreadsheet here: CSV, TSV, Excel, OpenDocument, or a ZIP of them. "
                               "You see every change before it is made."), button,
        )  # fmt: skip
        self.bring = self.add_card(SettingsCard(self.tr("Bring in a list")))
        self.bring.rows.addWidget(self.drop)
        self.to_look_at = ToLookAtCard()
        self.add_card(self.to_look_at)
        watched = self.add_card(SettingsCard())
        self.watched = LineField(name_of("lists.watch"), 4096)
        self.add_setting(watched, "lists.watch", self.watched, True)
        self.watched.entered.connect(lambda path: self.setting_changed.emit("lists.watch", path))
        self.known = self.add_card(SettingsCard(self.tr("Lists that are here")))
        self.show_lists((), "")
        button.clicked.connect(self.import_requested)
        self.drop.files_dropped.connect(self.files_dropped)

    def fill(self, values: Mapping[str, str]) -> None:
        super().fill(values)
        self.watched.set_value(values.get("lists.watch", ""))

    def show_lists(self, lines: Sequence[Line], sentence: str) -> None:
        """Show the lists, newest first, and how many people they make."""
        while (item := self.known.rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            row = LineRow(line)
            self.known.rows.addWidget(row)
            row.show()
        self.known.set_about(sentence or self.tr("None yet."))
