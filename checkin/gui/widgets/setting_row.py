"""One setting: what it is, a line about it, the control at the right or below, what is the matter, its command."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.theme import theme
from checkin.gui.widgets.beside_layout import BesideLayout
from checkin.gui.widgets.paragraph import Paragraph
from checkin.gui.zooming import room


class SettingRow(QWidget):
    """A hairline parts it from the row above unless it is the `first`. Without a `title` it belongs to a control that
    stands elsewhere, and shows only when there is a fault or a command to tell.
    """

    def __init__(self, title: str, about: str, control: QWidget, first: bool = False) -> None:
        super().__init__()
        self._first, self._own, self.control = first, bool(title), control
        self.title = Paragraph(title, fonts.font(16, 600), "text")
        self._about = Paragraph(about)
        self._fault = Paragraph("", fonts.font(13, 500), "stop")
        self._fault.hide()
        self._command = Paragraph("", fonts.font(13, 500))
        self._command.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._command.hide()
        beside = QWidget()
        words = QVBoxLayout(beside)
        room(words, (0, 0, 0, 0), 2)
        for text in (self.title, self._about, self._fault, self._command):
            words.addWidget(text)
        box = BesideLayout(self)
        room(box, (0, 8, 0, 8))
        box.addWidget(beside)
        if self._own:
            box.addWidget(control)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        # Nothing is shown before it has a parent: it would be a window of its own for a moment.
        for part, needed in ((self._about, bool(about)), (self.title, self._own), (self, self._own)):
            if not needed:
                part.hide()

    def set_command(self, command: str) -> None:
        """The words that do the same on the command line; hidden until `show_command`."""
        self._command.set_text(command)
        self.title.setToolTip(command)
        self.control.setAccessibleDescription(command)

    def show_command(self, shown: bool) -> None:
        """Show or hide the command."""
        self._command.setVisible(shown and bool(self._command.whole))
        self._show_if_needed()

    @property
    def command(self) -> str:
        """The words that do the same on the command line."""
        return self._command.whole

    def set_about(self, about: str) -> None:
        """Say something else about it."""
        self._about.set_text(about)
        self._about.setVisible(bool(about))

    def set_fault(self, sentence: str) -> None:
        """Say why a value was not taken; "" takes it back."""
        self._fault.set_text(sentence)
        self._fault.setVisible(bool(sentence))
        self._show_if_needed()

    @property
    def fault(self) -> str:
        """Why a value was not taken."""
        return self._fault.whole

    def _show_if_needed(self) -> None:
        if not self._own:
            self.setVisible(not self._fault.isHidden() or not self._command.isHidden())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._first:
            QPainter(self).fillRect(0, 0, self.width(), theme().border, theme().color("border"))
