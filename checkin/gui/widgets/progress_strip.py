"""The strip of long work: what it is, how many of how many, the time left, and Cancel."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin.gui.theme import px, theme
from checkin.gui.widgets.act_bar import said_about
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.icon_label import Icon
from checkin.gui.widgets.surface import box
from checkin.gui.widgets.text import Text
from checkin.gui.zooming import room

_HEIGHT = 10


class ProgressStrip(QWidget):
    """Signals: `cancelled()` when somebody wants the work to end. Whoever shows the strip binds Esc."""

    cancelled = Signal()

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = Text("", "lead", elidable=True)
        self._how_far = Text("", "small", "muted", wraps=True)
        self._bar = _Bar()
        self._cancel = Button(self.tr("Cancel"), "", self.tr("Esc"))
        self._cancel.clicked.connect(self.cancelled)
        words = QVBoxLayout()
        room(words, (0, 0, 0, 0), 2)
        words.addWidget(self._what)
        words.addWidget(self._how_far)
        row = QHBoxLayout()
        room(row, (0, 0, 0, 0), 10)
        row.addWidget(Icon(icon, "accent_text", 22), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self._cancel)
        rows = QVBoxLayout(self)
        room(rows, (0, 6, 0, 6), 10)
        rows.addLayout(row)
        rows.addWidget(self._bar)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(self._cancel)

    def show_progress(self, what: str, how_far: str, share: float) -> None:
        """Say what is done and how far it is; `share` is 0 to 1, and below 0 when nobody knows of how many."""
        self._what.set_text(what)
        self._how_far.set_text(how_far)
        self._bar.set_share(share, how_far)
        self.setAccessibleName(f"{what}: {how_far}")
        self._cancel.set_name(said_about(self.tr("Cancel"), what))

    def set_ending(self, reason: str) -> None:
        """Cancel was asked for and is on its way, or (with no reason) may be asked for."""
        self._cancel.set_shut(reason)


class _Bar(QWidget):
    """How much of it is done."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float, words: str) -> None:
        self._share = share
        self.setVisible(share >= 0)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(80), px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c, whole = theme().color, QRectF(self.rect())
        radius = whole.height() / 2
        box(painter, whole, c("sunken"), c("border"), radius, theme().border)
        if self._share > 0:
            wide = max(whole.height(), whole.width() * min(self._share, 1.0))
            box(painter, QRectF(0, 0, wide, whole.height()), c("accent"), None, radius)
