"""Settings, Backup: the last copy, one more now, and bringing one back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.layout_metrics import Metrics
from checkin.gui.pages.settings.card import SettingsCard
from checkin.gui.pages.settings.section import Section
from checkin.gui.widgets.act import Act
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.line import Line
from checkin.gui.widgets.line_row import LineRow
from checkin.gui.widgets.paragraph import Paragraph
from checkin.gui.widgets.told_box import ToldBox
from checkin.gui.zooming import room


class BackupSection(Section):
    """Signals: `folder_requested()` to show where copies lie, `choice_requested()` to choose a copy,
    `restore_confirmed()` and `restore_left()` for the question that `ask` shows.
    """

    folder_requested = Signal()
    choice_requested = Signal()
    restore_confirmed = Signal()
    restore_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_head(self.tr("Backup"), self.tr("A copy is made by itself each hour; the newest 24 are kept."))
        self._add_copies()
        self._add_restore()

    def acts(self) -> Sequence[Act]:
        return (Act("copy_now", self.tr("Copy now"), "shield-check", self.tr("F5")),)

    def show_copy(self, line: Line, where: str) -> None:
        """Show the newest copy, and the folder where copies lie."""
        self.last.set_line(line)
        self.place.set_text(where)

    def show_told(self, title: str, sentence: str, tone: str, icon: str) -> None:
        """Say what became of a copy or of bringing one back; an empty title says nothing."""
        self.told.setVisible(bool(title))
        self.told.set_words(icon, title, sentence, tone)
        if title:
            self.ensureWidgetVisible(self.told)

    def ask(self, title: str, sentence: str) -> None:
        """Ask before a copy is brought back."""
        self.question.set_words("triangle-alert", title, sentence, "hold")
        self._show_question(True)
        self.leave.setFocus()

    def end_question(self) -> None:
        """The question was answered."""
        had_focus = self.leave.hasFocus() or self.confirm.hasFocus()
        self._show_question(False)
        if had_focus:
            self.choose.setFocus()

    @property
    def asking(self) -> bool:
        """Whether the question is open."""
        return not self.question.isHidden()

    def set_busy(self, reason: str) -> None:
        """Nothing can be begun now, for this reason; "" when all can."""
        for button in (self.choose, self.confirm):
            button.set_shut(reason)

    def set_metrics(self, metrics: Metrics) -> None:
        super().set_metrics(metrics)
        down = QBoxLayout.Direction.TopToBottom if metrics.compact else QBoxLayout.Direction.LeftToRight
        for box in (self._answers, self._doings):
            box.setDirection(down)

    def _add_copies(self) -> None:
        card = self.add_card(SettingsCard(self.tr("Copies")))
        self.last = LineRow(Line(self.tr("No copy yet"), "", "shield"))
        self.place = Paragraph()
        self.folder = Button(self.tr("Open the folder"), "folder-open")
        self.folder.clicked.connect(self.folder_requested)
        self.told = ToldBox()
        self.told.hide()
        self._doings = _row(self.folder)
        card.rows.addWidget(self.last)
        card.rows.addWidget(self.place)
        card.rows.addLayout(self._doings)
        card.rows.addWidget(self.told)
        self.commands = [self._command(card, "checkin backup")]

    def _add_restore(self) -> None:
        card = self.add_card(
            SettingsCard(
                self.tr("Bring a copy back"),
                self.tr(
                    "The copy takes the place of what is here, which is kept beside it. This desk goes on under its "
                    "name as a new station, so that other desks are not confused."
                ),
            )
        )
        self.choose = Button(self.tr("Choose a copy"), "archive-restore")
        self.question = ToldBox()
        self.confirm = Button(self.tr("Bring it back"), "archive-restore", "", Kind.DANGER)
        self.leave = Button(self.tr("Leave it"), "", self.tr("Esc"))
        self.choose.clicked.connect(self.choice_requested)
        self.confirm.clicked.connect(self.restore_confirmed)
        self.leave.clicked.connect(self.restore_left)
        self._answers = _row(self.leave, self.confirm)
        card.rows.addWidget(self.choose)
        card.rows.addWidget(self.question)
        card.rows.addLayout(self._answers)
        self.commands.append(self._command(card, "checkin restore FILE"))
        self._show_question(False)

    def show_commands(self, shown: bool) -> None:
        super().show_commands(shown)
        for command in self.commands:
            command.setVisible(shown)

    def _command(self, card: SettingsCard, words: str) -> Paragraph:
        made = Paragraph(words, fonts.font(13, 500))
        made.hide()
        card.rows.addWidget(made)
        return made

    def _show_question(self, shown: bool) -> None:
        for part in (self.question, self.confirm, self.leave):
            part.setVisible(shown)
        self.choose.setVisible(not shown)


def _row(*buttons: Button) -> QBoxLayout:
    box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    room(box, (0, 8, 0, 8), 8)
    for button in buttons:
        box.addWidget(button)
    box.addStretch(1)
    return box
