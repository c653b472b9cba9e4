"""A part of a page that scrolls where it has no room; what has the focus is always in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget


class BareArea(QScrollArea):
    """Without a frame or a ground of its own; it scrolls downwards only, unless `across` is asked for."""

    def __init__(self, inner: QWidget, across: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        if not across:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner.setObjectName("bare")
        # Without one of its own Fusion draws a corner where the two scroll bars meet.
        self.setCornerWidget(QWidget())
        self.setWidget(inner)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        inner = self.widget()
        if now is not None and inner is not None and self.isVisible() and inner.isAncestorOf(now):
            self.ensureWidgetVisible(now, 24, 24)
