"""The head of the lock screen: who is asked for, what becomes of scans meanwhile, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.pages.lock.lock_look import lock_ground, tint
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.free_height import free_height
from checkin.gui.widgets.notice_strip import NoticeStrip
from checkin.gui.widgets.text import Text
from checkin.gui.zooming import room


class LockHead(QWidget):
    """Signal: `back_wanted()`."""

    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = free_height(Text("", fonts.font(34, 700), "on the lock screen", wraps=True))
        self._about = Text("", fonts.font(16, 400), "on the lock screen")
        self._waiting = Text("", fonts.font(16, 600), "on the lock screen")
        self.back = Button(self.tr("Back"), "", self.tr("Esc"), Kind.ON_GROUND)
        self.fault = free_height(NoticeStrip())
        for part in (self.back, self.fault, self._waiting):
            part.hide()
        titles = QHBoxLayout()
        room(titles, (0, 0, 0, 0), 16)
        titles.addWidget(self._title, 1)
        titles.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        about = QHBoxLayout()
        room(about, (0, 0, 0, 0), 8)
        for text in (self._about, self._waiting):
            about.addWidget(text)
        about.addStretch(1)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(titles)
        self._rows.addLayout(about)
        self._rows.addWidget(self.fault)
        self.back.clicked.connect(self.back_wanted)
        self.set_compact(False)
        self.set_closable(False)
        self.dress()

    def set_desk(self, name: str) -> None:
        """Ask who is at this desk."""
        self._title.set_text(self.tr("Who is at {desk}?").format(desk=name) if name else self.tr("Who is here?"))

    def set_closable(self, closable: bool) -> None:
        """Whether one can go back without signing in: the desk is not locked, its operator changes."""
        self.back.setVisible(closable)
        scans = self.tr("Scans wait until somebody signs in.")
        self._about.set_text(self.tr("From then on every act bears their name.") if closable else scans)

    def set_waiting(self, count: int) -> None:
        """How many scans wait."""
        words = self.tr("1 scan waits.") if count == 1 else self.tr("%n scans wait.", "", count)
        self._waiting.set_text(words if count else "")
        self._waiting.setVisible(count > 0)

    def set_fault(self, sentence: str) -> None:
        """Say what went wrong; an empty sentence takes it back."""
        self.fault.set_words("circle-alert", "", sentence, "stop")
        self.fault.setAccessibleName(sentence)
        self.fault.setVisible(bool(sentence))

    def set_compact(self, compact: bool) -> None:
        """A smaller title where the window is low."""
        self._title.setFont(fonts.font(26 if compact else 34, 700))
        room(self._rows, (0, 0, 0, 0), 4 if compact else 10)

    def dress(self) -> None:
        """Take the colours anew after the theme changed."""
        for text, part in ((self._title, "text"), (self._about, "muted"), (self._waiting, "waits")):
            tint(text, part)
        self.back.set_ground(*lock_ground())
