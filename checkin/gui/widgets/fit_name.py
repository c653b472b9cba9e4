"""A person's name, as large as it fits and never cut off."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.gui import fonts
from checkin.gui.theme import theme
from checkin.gui.widgets.text_lines import break_name, paint_lines

_FLOOR = 14


def fit_name(name: str, width: int, px: int, least: int, weight: int = 700) -> tuple[QFont, tuple[str, ...]]:
    """Font and lines: one line from `px` down to `least`, then two from `px` down, then whatever shows all of it.

    Sizes are pixels of 100 %, `width` is one of the screen. Breaks at spaces and after hyphens only; a single part
    too long for `least` shrinks further instead of breaking.
    """
    return _fit(name, width, px, least, weight, theme().zoom)


@lru_cache(maxsize=64)
def _fit(name: str, width: int, px: int, least: int, weight: int, _zoom: int) -> tuple[QFont, tuple[str, ...]]:
    for size in range(px, least - 1, -1):
        font = fonts.font(size, weight)
        if fonts.width(font, name) <= width:
            return font, (name,)
    for size in range(px if px == least else least + (px - least) // 2, _FLOOR - 1, -1):
        font = fonts.font(size, weight)
        lines = break_name(name, font, width)
        if len(lines) <= 2 and all(fonts.width(font, line) <= width for line in lines):
            return font, tuple(lines)
    font = fonts.font(_FLOOR, weight)
    return font, tuple(break_name(name, font, width))


class FitName(QWidget):
    """The name on the card; `set_metrics` gives the size it starts from and the size it may shrink to."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        entry = theme().tokens["type"]["name"]
        self._name, self._px, self._least = name, int(entry["px"]), int(entry["least"])
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_name(self, name: str) -> None:
        """Show a name."""
        self._name = name
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def set_metrics(self, px: int, least: int) -> None:
        """Size to start from and least size on one line, in pixels of 100 %."""
        self._px, self._least = px, least
        self.updateGeometry()

    def lines(self) -> tuple[QFont, tuple[str, ...]]:
        """Font and lines at the present width."""
        return fit_name(self._name, self.width(), self._px, self._least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The hint is that of the present width: a layout that kept the one of before would go wrong by a line.
        if self.heightForWidth(event.oldSize().width()) != self.heightForWidth(self.width()):
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        font, lines = fit_name(self._name, width, self._px, self._least)
        return round(fonts.line(font) * len(lines))

    def sizeHint(self) -> QSize:
        wide = theme().px(320)
        return QSize(wide, self.heightForWidth(self.width() or wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(80), round(fonts.line(fonts.font(self._px, 700))))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme().color("text"))
        font, lines = self.lines()
        paint_lines(painter, lines, font, QPointF(0, 0), self.width())
