"""Running text that is as high as its lines at whatever width it is given."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy

from checkin.gui.widgets.text import Text


class Paragraph(Text):
    """Unlike a wrapping `Text` it grows beyond the height that its words would like best; a layout that has height to
    spare keeps it off with a stretch.
    """

    def __init__(self, text: str = "", kind: str | QFont = "small", tone: str = "muted") -> None:
        super().__init__(text, kind, tone, wraps=True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
