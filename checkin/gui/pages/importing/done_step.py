"""The step "Done": what was brought in, what is left to do, and the way to take all of it back."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.pages.importing.columns_shown import DoneShown
from checkin.gui.theme import px
from checkin.gui.widgets.bare_area import BareArea
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.icon_label import Icon
from checkin.gui.widgets.paragraph import Paragraph
from checkin.gui.widgets.surface import Paper
from checkin.gui.zooming import room


class DoneStep(QWidget):
    """Signals: `taken_back()`, `save_rejected_requested()`, `print_requested()`, `left()` to go to the Desk."""

    taken_back = Signal()
    save_rejected_requested = Signal()
    print_requested = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = Icon("circle-check", "go_text", 32)
        self.sentence = Paragraph("", fonts.font(20, 600), "text")
        self.undo = Button(self.tr("Take back"), "undo-2")
        self.undo.set_name(self.tr("Take the whole list back"))
        self.save = Button("", "file-down")
        self.badges = Button("", "printer")
        self.leave = Button(self.tr("Go to the Desk"), "scan-line", self.tr("Ctrl Enter"), Kind.PRIMARY, 56)
        self._lines: list[Paragraph] = []
        self._lay_out()
        self.undo.clicked.connect(self.taken_back)
        self.save.clicked.connect(self.save_rejected_requested)
        self.badges.clicked.connect(self.print_requested)
        self.leave.clicked.connect(self.left)
        self.setFocusProxy(self.leave)
        self.set_metrics(NORMAL)

    def show_done(self, shown: DoneShown) -> None:
        """Show what was done."""
        self._icon.set_icon(
            "undo-2" if shown.taken_back else "circle-check", "text_muted" if shown.taken_back else "go_text"
        )
        self.sentence.set_text(shown.sentence)
        for line in self._lines:
            self._words.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [Paragraph(line, fonts.font(15, 400), "text") for line in shown.more]
        for line in self._lines:
            self._words.addWidget(line)
            line.show()
        self.undo.setVisible(shown.can_take_back)
        one, several = self.tr("Save the row set aside"), self.tr("Save the {n} rows set aside")
        self.save.set_words((one if shown.aside == 1 else several).format(n=shown.aside))
        self.save.setVisible(shown.aside > 0)
        one, several = self.tr("Print 1 badge again"), self.tr("Print {n} badges again")
        self.badges.set_words((one if shown.badges == 1 else several).format(n=shown.badges))
        self.badges.setVisible(shown.badges > 0)

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        side = 28 if metrics.roomy else 20 if not metrics.compact else 12
        room(self._inside, (side, side, side, side), 16 if metrics.roomy else 10)
        room(self._all, (0, 0, 0, 0), 12 if metrics.roomy else 8)
        self.leave.set_metrics(56 if metrics.roomy else 48, 17 if metrics.roomy else 15)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), px(200))

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        room(column, (0, 0, 0, 0), 12)
        head = QHBoxLayout()
        room(head, (0, 0, 0, 0), 16)
        head.addWidget(self._icon)
        head.addWidget(self.sentence, 1)
        self._words = QVBoxLayout()
        room(self._words, (48, 0, 0, 0), 8)
        acts = QVBoxLayout()
        room(acts, (48, 12, 0, 0), 8)
        for button in (self.badges, self.save):
            acts.addWidget(button)
        column.addLayout(head)
        column.addLayout(self._words)
        column.addLayout(acts)
        column.addStretch(1)
        card = Paper()
        self._inside = QVBoxLayout(card)
        self._inside.addWidget(BareArea(inner))
        foot = QHBoxLayout()
        room(foot, (0, 0, 0, 0), 12)
        foot.addWidget(self.undo)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        self._all = QVBoxLayout(self)
        self._all.addWidget(card, 1)
        self._all.addLayout(foot)
