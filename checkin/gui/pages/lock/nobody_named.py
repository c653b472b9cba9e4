"""What the lock screen says at a desk that has named no operators: go on as the organiser, or give a name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.pages.lock.lock_look import lock_ground, tint
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.free_height import free_height
from checkin.gui.widgets.text import Text
from checkin.gui.zooming import room


class NobodyNamed(QWidget):
    """Signal: `organiser_chosen()`."""

    organiser_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("Nobody is named yet")
        self._title = free_height(Text(title, fonts.font(20, 600), "on the lock screen", wraps=True))
        words = self.tr("Every act tells who did it. Give your name, or go on without one.")
        self._about = free_height(Text(words, fonts.font(16, 400), "on the lock screen", wraps=True))
        self.go_on = Button(self.tr("Go on as organiser"), "user-round", self.tr("Ctrl 1"), Kind.ON_GROUND)
        rows = QVBoxLayout(self)
        room(rows, (0, 0, 0, 0), 12)
        rows.addWidget(self._title)
        rows.addWidget(self._about)
        rows.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addStretch(1)
        self.go_on.clicked.connect(self.organiser_chosen)
        self.dress()

    def dress(self) -> None:
        """Take the colours anew after the theme changed."""
        tint(self._title, "text")
        tint(self._about, "muted")
        self.go_on.set_ground(*lock_ground())
