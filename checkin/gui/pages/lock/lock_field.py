"""A field on the dark lock screen: one line of text on a raised plate."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.gui import fonts, icons
from checkin.gui.pages.lock.lock_look import lock_colour
from checkin.gui.theme import px, theme
from checkin.gui.widgets.stepping_field import SteppingField
from checkin.gui.widgets.surface import box

_PAGE = 4
_MOST_LETTERS = 120


class LockField(SteppingField):
    """Signals: `stepped(rows)` for Up, Down and Page, `escaped()`. Enter is QLineEdit's own `returnPressed`."""

    def __init__(self, name: str, hint: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(_PAGE, parent)
        self._icon = icon
        self.setProperty("look", "lock")
        self.setMaxLength(_MOST_LETTERS)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.fit_zoom()

    def fit_zoom(self) -> None:
        """Take font and margins at the zoom in force."""
        fonts.wear(self, fonts.font(16, 500))
        self.setTextMargins(px(42), 0, px(12), 0)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(px(240), theme().size("field"))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), theme().size("field"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline, line = ("ring", theme().line(2)) if self.hasFocus() else ("line", theme().border)
        radius = theme().radius("control")
        box(painter, QRectF(self.rect()), lock_colour("raised"), lock_colour(outline), radius, line)
        icons.paint(painter, self._icon, lock_colour("muted"), QPointF(px(26), self.height() / 2), px(20))
        painter.end()
        super().paintEvent(event)
