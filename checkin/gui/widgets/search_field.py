"""The one field that takes typing and every scanner."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.gui import fonts, icons
from checkin.gui.theme import px, theme
from checkin.gui.widgets.key_cap import cap_width, paint_cap
from checkin.gui.widgets.stepping_field import SteppingField

_ONCE_TOO_OFTEN_S = 1.5
_DESK_KEYS = (Qt.Key.Key_E, Qt.Key.Key_K, Qt.Key.Key_H, Qt.Key.Key_B, Qt.Key.Key_N, Qt.Key.Key_P)
"""With Ctrl these export, keep, hand over, give up, note and print. On X11 a line of text would take some of them for
itself: Ctrl E goes to its end, Ctrl K deletes up to there.
"""
_PAGE = 6


class SearchField(SteppingField):
    """Search field with icon and key cap. Up, Down and Page choose a row while the cursor stays here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_PAGE, parent)
        self._height = int(theme().tokens["size"]["search"])
        self.setProperty("look", "field")
        fonts.wear(self, fonts.font(17, 400))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxLength(4096)
        self._taken_back_at = float("-inf")
        self._hints: tuple[str, ...] = ("",)
        self.set_hint(self.tr("Scan a badge or type a name"), self.tr("Scan or type a name"), self.tr("Scan or type"))
        self.textChanged.connect(self.update)

    def fit_zoom(self) -> None:
        """Font and margins at the zoom in force."""
        fonts.wear(self, fonts.font(17, 400))
        self._place()

    def set_hint(self, *hints: str) -> None:
        """What stands in the empty field: the first that has room; the longest comes first and is what is read out."""
        self._hints = hints
        self.setAccessibleName(hints[0])
        self._place()

    def set_height(self, height: int) -> None:
        """Change the height, in pixels of 100 %."""
        self._height = height
        self.updateGeometry()

    def cap(self) -> str:
        """The key on the cap: the one that empties the field, or the one that leads here."""
        return self.tr("Esc") if self.text() else self.tr("Ctrl F")

    def sizeHint(self) -> QSize:
        return QSize(px(280), px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(180), px(self._height))

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        key = event if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride else None
        if key is not None and self._is_the_desks(key):
            event.ignore()
            return False
        return super().event(event)

    def _is_the_desks(self, key: QKeyEvent) -> bool:
        """Whether a key that a line of text would keep for itself is one of the desk's acts."""
        if key.modifiers() == Qt.KeyboardModifier.ControlModifier and key.key() in _DESK_KEYS:
            return True
        return key.matches(QKeySequence.StandardKey.Undo) and self._undo_is_the_desks()

    def _undo_is_the_desks(self) -> bool:
        """An empty field has nothing to take back: Ctrl Z is the desk's then, but not the one pressed once too often
        by somebody who takes back letter after letter.
        """
        if not self.text() and time.monotonic() - self._taken_back_at > _ONCE_TOO_OFTEN_S:
            return True
        self._taken_back_at = time.monotonic()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.isAutoRepeat():
            # A key that is held down means once what it means, not again whoever comes next.
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        muted, middle = theme().color("text_muted"), self.height() / 2
        icons.paint(painter, "search", muted, QPointF(px(24), middle), px(20))
        if not self.isEnabled():
            return
        left = self.width() - px(12) - cap_width(self.cap())
        paint_cap(painter, QPointF(left, middle), self.cap(), muted, theme().color("border_strong"))

    def _place(self) -> None:
        margins = (px(28), 0, cap_width(self.tr("Ctrl F")) + px(8), 0)
        self.setTextMargins(*margins)
        room = self.width() - margins[0] - margins[2] - px(32)
        fitting = (hint for hint in self._hints if fonts.width(self.font(), hint) <= room)
        self.setPlaceholderText(next(fitting, self._hints[-1]))
