"""The step "File": where files are dropped, why one cannot be read, and how it is read where there are several ways."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.pages.importing.columns_shown import FileShown, WayShown
from checkin.gui.pages.settings.card import SettingsCard
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.choice_field import ChoiceField
from checkin.gui.widgets.file_drop import FileDrop
from checkin.gui.widgets.icon_label import Icon
from checkin.gui.widgets.paragraph import Paragraph
from checkin.gui.widgets.setting_row import SettingRow
from checkin.gui.widgets.surface import Paper
from checkin.gui.zooming import room


class FileStep(QWidget):
    """Signals: `import_requested()` for the button, `files_dropped(paths)` for a drop; `way_chosen(key, value)` when a
    person said how the file is to be read; `forward()` to what was read.
    """

    import_requested = Signal()
    files_dropped = Signal(list)
    way_chosen = Signal(str, str)
    forward = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose = Button(self.tr("Choose a file"), "folder-open", self.tr("Ctrl O"))
        self.drop = FileDrop(
            "file-up", self.tr("Drop a spreadsheet here: CSV, TSV, Excel, OpenDocument, or a ZIP of them. "
                               "You see every change before it is made."), self.choose,
        )  # fmt: skip
        self.fault = FaultCard()
        self.ways = SettingsCard(self.tr("How the file is read"))
        self.fields: dict[str, ChoiceField] = {}
        self.next = Button(self.tr("Columns"), "arrow-right", self.tr("Ctrl Enter"), Kind.PRIMARY, 56)
        self._lay_out()
        self.choose.clicked.connect(self.import_requested)
        self.drop.files_dropped.connect(self.files_dropped)
        self.next.clicked.connect(self.forward)
        self.setFocusProxy(self.choose)
        self.show_file(None)
        self.set_metrics(NORMAL)

    def show_file(self, shown: FileShown | None) -> None:
        """Show how a file was read; None while nothing is known of it."""
        self.fault.show_fault("", "")
        ways = shown.ways if shown is not None else ()
        while (item := self.ways.rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.fields = {}
        for place, way in enumerate(ways):
            row = SettingRow(way.name, way.about, self._field(way), first=place == 0)
            self.ways.rows.addWidget(row)
            row.show()
        self.ways.setVisible(bool(ways))
        self.next.setVisible(shown is not None)

    def show_fault(self, sentence: str, advice: str) -> None:
        """Say why the file cannot be brought in, and what to do."""
        self.show_file(None)
        self.fault.show_fault(sentence, advice)

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        gap = 12 if metrics.roomy else 8
        room(self._rows, (0, 0, 0, 0), gap)
        room(self._column, (0, 0, 0, 0), gap)
        self.ways.set_metrics(metrics)
        self.next.set_metrics(56 if metrics.roomy else 48, 17 if metrics.roomy else 15)

    def _field(self, way: WayShown) -> ChoiceField:
        field = self.fields[way.key] = ChoiceField(way.name)
        field.set_choices(way.choices, way.chosen)
        field.chosen_changed.connect(lambda value: self.way_chosen.emit(way.key, value))
        return field

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setObjectName("bare")
        self._column = QVBoxLayout(inner)
        self._column.addWidget(self.fault)
        self._column.addWidget(self.drop)
        self._column.addWidget(self.ways)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setProperty("look", "bare")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.next)
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(area, 1)
        self._rows.addLayout(foot)


class FaultCard(Paper):
    """Why a file cannot be brought in; hidden while there is nothing to tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = Paragraph("", fonts.font(16, 600), "stop")
        self._advice = Paragraph("", fonts.font(15, 400), "text")
        words = QVBoxLayout()
        room(words, (0, 0, 0, 0), 4)
        words.addWidget(self._sentence)
        words.addWidget(self._advice)
        row = QHBoxLayout(self)
        room(row, (20, 14, 20, 14), 12)
        row.addWidget(Icon("circle-alert", "stop_text", 24), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.hide()

    @property
    def told(self) -> str:
        """What is told, "" for nothing."""
        return self.accessibleName()

    def show_fault(self, sentence: str, advice: str) -> None:
        """Tell it; "" hides the card."""
        self._sentence.set_text(sentence)
        self._advice.set_text(advice)
        self.setAccessibleName(f"{sentence} {advice}".strip())
        self.setVisible(bool(sentence))
