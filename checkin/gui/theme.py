"""The one Theme object: tokens become colours, a palette and a style sheet for the whole application."""

from __future__ import annotations

import json
from enum import StrEnum
from functools import lru_cache
from math import floor
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QStyleFactory

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


class Mode(StrEnum):
    """The three looks of the window, named as in tokens.json."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)
"""The steps of the zoom in percent."""


class Motion(StrEnum):
    """Whether what changes may move: panels, presses and bars for an instant, or nothing at all."""

    FULL = "full"
    REDUCED = "reduced"


class Theme(QObject):
    """Colours and sizes of the window in the mode, zoom and motion chosen; every widget asks it while painting.

    Sizes in the code are logical pixels at 100 %. What becomes a length on the screen goes through `px`, `size`,
    `radius` or `border` here, `fonts.font`, or `zooming.room`; all of them hold the zoom.
    Signals: `changed(mode)`, `zoomed(percent)`, `touch_changed()` when fingers took over from a mouse, or it from them.
    """

    changed = Signal(str)
    zoomed = Signal(int)
    touch_changed = Signal()

    def __init__(self, tokens: dict[str, Any]) -> None:
        super().__init__()
        self.tokens = tokens
        self._mode = Mode.LIGHT
        self._motion = Motion.FULL
        self._zoom = 100
        self._touch = False
        self._colours: dict[str, QColor] = {}
        self._fill_colours()

    @property
    def mode(self) -> Mode:
        """The mode in force."""
        return self._mode

    @property
    def zoom(self) -> int:
        """How large everything is, in percent."""
        return self._zoom

    @property
    def touch(self) -> bool:
        """Whether the last thing that pressed was a finger."""
        return self._touch

    @property
    def motion(self) -> Motion:
        """Whether things may move."""
        return self._motion

    @property
    def stark(self) -> bool:
        """True in high contrast, where an outline says what a soft fill says elsewhere."""
        return self._mode is Mode.HIGH_CONTRAST

    @property
    def border(self) -> int:
        """Width of outlines in pixels: 1, in high contrast 2, at 100 %."""
        return self.line(self.tokens["border"][self._mode.value.replace("-", "_")])

    def color(self, role: str) -> QColor:
        """The colour of a role of tokens.json, such as "text_muted" or "on_go". KeyError for an unknown role."""
        return self._colours[role]

    def px(self, length: float) -> int:
        """`length` logical pixels of 100 % at the zoom in force."""
        return floor(length * self._zoom / 100 + 0.5)

    def line(self, width: float) -> int:
        """The width of a line that is `width` at 100 %; a line is never thinner than one pixel."""
        return max(1, self.px(width))

    def size(self, name: str) -> int:
        """A size of tokens.json at the zoom in force."""
        return self.px(self.tokens["size"][name])

    def target(self, height: int) -> int:
        """The height of something to press that is `height` at 100 %: never below 48 while fingers press."""
        return self.px(max(height, int(self.tokens["size"]["touch_least"])) if self._touch else height)

    def radius(self, name: str) -> int:
        """A corner radius of tokens.json at the zoom in force."""
        return self.px(self.tokens["radius"][name])

    def lasts(self, name: str) -> int:
        """How long a motion of tokens.json takes ("press", "panel", "bar"), in milliseconds; 0 when reduced."""
        return 0 if self._motion is Motion.REDUCED else int(self.tokens["motion"][f"{name}_ms"])

    def set_mode(self, mode: str) -> None:
        """Switch the whole application to `mode`; cached icons of the old colours are forgotten."""
        from checkin.gui import icons

        self._mode = Mode(mode)
        self._fill_colours()
        icons.clear()
        self._dress()
        self.changed.emit(self._mode.value)

    def set_zoom(self, percent: int) -> None:
        """Make everything larger or smaller: the nearest step between 80 and 200 percent holds.

        Whoever shows a window lays it out anew on `zoomed`, as `MainWindow` does.
        """
        step = min(ZOOMS, key=lambda known: abs(known - percent))
        if step == self._zoom:
            return
        self._zoom = step
        self._dress()
        self.zoomed.emit(step)

    def set_motion(self, motion: str) -> None:
        """Choose "full" or "reduced" motion; ValueError for another word."""
        self._motion = Motion(motion)

    def set_touch(self, touch: bool) -> None:
        """Tell whether the last thing that pressed was a finger."""
        if touch != self._touch:
            self._touch = touch
            self.touch_changed.emit()

    def apply_to(self, app: QApplication, mode: str = Mode.LIGHT) -> None:
        """Give `app` fonts, style, palette and style sheet; call once, before the first widget is made."""
        from checkin.gui import fonts

        fonts.load()
        app.setStyle(QStyleFactory.create("Fusion"))
        self.set_mode(mode)

    def _fill_colours(self) -> None:
        table = self.tokens["themes"][self._mode.value]
        self._colours = {role: QColor(value) for role, value in table.items()}

    def _dress(self) -> None:
        from checkin.gui import fonts
        from checkin.gui.palette import palette
        from checkin.gui.stylesheet import stylesheet

        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        dark = self._mode is not Mode.LIGHT
        app.styleHints().setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        app.setPalette(palette(self))
        if app.font().pixelSize() != fonts.kind("body").pixelSize():
            app.setFont(fonts.kind("body"))
        app.setStyleSheet(stylesheet(self))


@lru_cache(maxsize=1)
def theme() -> Theme:
    """The theme of this process, made from resources/theme/tokens.json when first asked for."""
    text = (RESOURCES / "theme" / "tokens.json").read_text(encoding="utf-8")
    return Theme(cast("dict[str, Any]", json.loads(text)))


def px(length: float) -> int:
    """`length` logical pixels of 100 % at the zoom of this process's theme."""
    return theme().px(length)


def preferred_mode(app: QApplication) -> Mode:
    """The mode that fits the operating system's settings, for the first start."""
    try:
        high = app.styleHints().accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
    except RuntimeError:  # PySide6 6.11 loses the hints object on platforms without such a setting
        high = False
    if high:
        return Mode.HIGH_CONTRAST
    return Mode.DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else Mode.LIGHT
