"""No list yet: bring one in, or look at the demo."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.theme import px
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.icon_label import Icon
from checkin.gui.widgets.surface import Paper
from checkin.gui.widgets.text import Text
from checkin.gui.zooming import room


class FirstRunView(Paper):
    """Signals: `import_requested()` for the button, `files_dropped(paths)` for a drop, `demo_requested()`."""

    import_requested = Signal()
    files_dropped = Signal(list)
    demo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, dashed=True)
        self.setAcceptDrops(True)
        self._icon = Icon("file-up", "accent_text", 48, 96)
        self._title = Text(self.tr("Bring in the attendee list"), fonts.font(34, 700), wraps=True)
        self._lines = [
            Text(
                self.tr("Drop a spreadsheet here: CSV, TSV, Excel, OpenDocument, or a ZIP of them."),
                fonts.font(17, 400),
                "muted",
                True,
            ),
            Text(self.tr("You see every change before it is made."), fonts.font(17, 400), "muted", True),
        ]
        self._choose = Button(self.tr("Choose a file"), "folder-open", self.tr("Ctrl O"), Kind.PRIMARY, 56)
        self._choose.set_metrics(56, 17)
        self._demo = Button(self.tr("Try the demo event"), "play", "", Kind.LINK)
        self._choose.clicked.connect(self.import_requested)
        self._demo.clicked.connect(self.demo_requested)
        self._lay_out()
        self.setFocusProxy(self._choose)

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        small = metrics.compact
        self._icon.setVisible(not small)
        self._title.setFont(fonts.font(26 if small else 34, 700))
        room(self._rows, (28, 20, 28, 20), 4 if small else 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), px(240))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def _lay_out(self) -> None:
        self._rows = QVBoxLayout(self)
        self._rows.addStretch(2)
        head = QVBoxLayout()
        room(head, (0, 0, 0, 16))
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        self._rows.addLayout(head)
        for text in (self._title, *self._lines):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._rows.addWidget(text)
        self._rows.addStretch(1)
        buttons = QVBoxLayout()
        room(buttons, (0, 4, 0, 0), 8)
        for button in (self._choose, self._demo):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._rows.addLayout(buttons)
        self._rows.addStretch(3)
        self.set_metrics(NORMAL)
