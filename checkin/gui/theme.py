"""The one Theme object: tokens become colours, a palette and a style sheet for the whole application."""

from __future__ import annotations

import json
from enum import StrEnum
from functools import lru_cache
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


class Theme(QObject):
    """Colours and sizes of the window in the mode chosen; every widget asks it while painting."""

    changed = Signal(str)

    def __init__(self, tokens: dict[str, Any]) -> None:
        super().__init__()
        self.tokens = tokens
        self._mode = Mode.LIGHT
        self._colours: dict[str, QColor] = {}
        self._fill_colours()

    @property
    def mode(self) -> Mode:
        """The mode in force."""
        return self._mode

    @property
    def border(self) -> int:
        """Width of outlines in pixels: 1, in high contrast 2."""
        return int(self.tokens["border"][self._mode.value.replace("-", "_")])

    def color(self, role: str) -> QColor:
        """The colour of a role of tokens.json, such as "text_muted" or "on_go". KeyError for an unknown role."""
        return self._colours[role]

    def size(self, name: str) -> int:
        """A size of tokens.json in logical pixels."""
        return int(self.tokens["size"][name])

    def radius(self, name: str) -> int:
        """A corner radius of tokens.json in logical pixels."""
        return int(self.tokens["radius"][name])

    def set_mode(self, mode: str) -> None:
        """Switch the whole application to `mode`; cached icons of the old colours are forgotten."""
        from checkin.gui import icons

        self._mode = Mode(mode)
        self._fill_colours()
        icons.clear()
        self._dress()
        self.changed.emit(self._mode.value)

    def apply_to(self, app: QApplication, mode: str = Mode.LIGHT) -> None:
        """Give `app` fonts, style, palette and style sheet; call once, before the first widget is made."""
        from checkin.gui import fonts

        fonts.load()
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(fonts.kind("body"))
        self.set_mode(mode)

    def _fill_colours(self) -> None:
        table = self.tokens["themes"][self._mode.value]
        self._colours = {role: QColor(value) for role, value in table.items()}

    def _dress(self) -> None:
        from checkin.gui.palette import palette
        from checkin.gui.stylesheet import stylesheet

        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        dark = self._mode is not Mode.LIGHT
        app.styleHints().setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        app.setPalette(palette(self))
        app.setStyleSheet(stylesheet(self))


@lru_cache(maxsize=1)
def theme() -> Theme:
    """The theme of this process, made from resources/theme/tokens.json when first asked for."""
    text = (RESOURCES / "theme" / "tokens.json").read_text(encoding="utf-8")
    return Theme(cast("dict[str, Any]", json.loads(text)))


def preferred_mode(app: QApplication) -> Mode:
    """The mode that fits the operating system's settings, for the first start."""
    try:
        high = app.styleHints().accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
    except RuntimeError:  # PySide6 6.11 loses the hints object on platforms without such a setting
        high = False
    if high:
        return Mode.HIGH_CONTRAST
    return Mode.DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else Mode.LIGHT
