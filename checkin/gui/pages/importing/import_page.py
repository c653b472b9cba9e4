"""The page of an import in the settings: its head, the four steps, how far long work is, and the step shown."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.pages.importing.changes_step import ChangesStep
from checkin.gui.pages.importing.columns_shown import ImportProgress
from checkin.gui.pages.importing.columns_step import ColumnsStep
from checkin.gui.pages.importing.done_step import DoneStep
from checkin.gui.pages.importing.file_step import FileStep
from checkin.gui.pages.importing.import_header import ImportHeader
from checkin.gui.pages.importing.progress_words import how_far, what
from checkin.gui.pages.importing.step_bar import Step, StepBar
from checkin.gui.theme import px
from checkin.gui.widgets.progress_strip import ProgressStrip
from checkin.gui.widgets.surface import Surface
from checkin.gui.zooming import room


class ImportPage(Surface):
    """Looks only: the controller fills the steps. `cancelled()` for Cancel and Esc.

    `told` says whether it is known what a list changes; while it is being read it is not.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("canvas", "", parent)
        self._progress: ImportProgress | None = None
        self.told = False
        self.header, self.steps, self.strip = ImportHeader(), StepBar(), ProgressStrip("file-up")
        self.file, self.columns, self.changes, self.done = FileStep(), ColumnsStep(), ChangesStep(), DoneStep()
        self._pages: dict[Step, QWidget] = {
            Step.FILE: self.file, Step.COLUMNS: self.columns, Step.CHANGES: self.changes, Step.DONE: self.done,
        }  # fmt: skip
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        self._rows = QVBoxLayout()
        self._rows.addWidget(self.steps)
        self._rows.addWidget(self.strip)
        self._rows.addWidget(self._stack, 1)
        rows = QVBoxLayout(self)
        room(rows, (0, 0, 0, 0), 0)
        rows.addWidget(self.header)
        rows.addLayout(self._rows, 1)
        self.strip.hide()
        for cancelled in (self.header.cancelled, self.strip.cancelled, self.changes.cancelled):
            cancelled.connect(self.cancelled)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.act)
        self.set_metrics(NORMAL)

    @property
    def step(self) -> Step:
        """The step shown."""
        return self.steps.step

    @property
    def progress(self) -> ImportProgress | None:
        """How far the work is, None while there is none to tell of."""
        return self._progress

    def show_step(self, step: Step) -> None:
        """Show a step; the cursor goes to where one goes on."""
        self.steps.set_step(step)
        self._stack.setCurrentWidget(self._pages[step])
        self.header.set_done(step is Step.DONE)
        if self.isVisible():
            self.take_focus()

    def take_focus(self) -> None:
        """The cursor goes to what one does next."""
        if self.step is Step.COLUMNS:
            self.columns.focus_first()
        else:
            self._pages[self.step].setFocus()

    def act(self) -> None:
        """What Ctrl Enter does: the step's one act."""
        if self.step is Step.CHANGES:
            self.changes.apply()
            return
        button = {
            Step.FILE: self.file.next, Step.COLUMNS: self.columns.forward_button, Step.DONE: self.done.leave,
        }[self.step]  # fmt: skip
        if button.isVisible() and button.isEnabled():
            button.click()

    def set_progress(self, progress: ImportProgress | None) -> None:
        """Show how far the work is; with None it is over."""
        self._progress = progress
        if progress is not None:
            self.strip.show_progress(what(progress), how_far(progress), progress.share)
        if self.strip.isHidden() is (progress is not None):
            self.strip.setVisible(progress is not None)
            self.header.cancel.setVisible(progress is None)

    def set_ending(self, ending: bool) -> None:
        """Cancel was pressed and is on its way."""
        self.strip.set_ending(self.tr("It is being cancelled.") if ending else "")

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        side = 24 if metrics.roomy else 16 if not metrics.compact else 8
        above = 20 if metrics.roomy else 8 if not metrics.compact else 4
        room(self._rows, (side, above, side, 16 if metrics.roomy else 8), 16 if metrics.roomy else 8)
        for part in (self.header, self.file, self.columns, self.changes, self.done):
            part.set_metrics(metrics)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(304), px(140))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.cancelled.emit()
            return
        super().keyPressEvent(event)
