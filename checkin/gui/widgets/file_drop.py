"""A place to drop files on, with a button for those who would rather choose."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.theme import px, theme
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.icon_label import Icon
from checkin.gui.widgets.paragraph import Paragraph
from checkin.gui.widgets.surface import box
from checkin.gui.zooming import room


class FileDrop(QWidget):
    """Signals: `files_dropped(paths)`; `button` is the button below the words."""

    files_dropped = Signal(list)

    def __init__(self, icon: str, sentence: str, button: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setAccessibleName(sentence)
        self.button, self._over = button, False
        words = Paragraph(sentence, fonts.font(15, 400))
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        rows = QVBoxLayout(self)
        room(rows, (16, 16, 16, 16), 12)
        rows.addWidget(Icon(icon, "accent_text", 28), 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addWidget(words)
        rows.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), super().minimumSizeHint().height())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            self._set_over(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_over(False)
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c = theme().color
        fill = c("accent_soft") if self._over else c("surface")
        outline = c("accent" if self._over else "border_strong")
        box(painter, QRectF(self.rect()), fill, outline, theme().radius("control"), theme().line(2), True)

    def _set_over(self, over: bool) -> None:
        self._over = over
        self.update()
