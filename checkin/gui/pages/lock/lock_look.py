"""Colours of the lock screen: dark in the light and the dark theme alike, in high contrast its own."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from checkin.gui.theme import Mode, theme
from checkin.gui.widgets.text import Text

_DARK = {
    "ground": "rail", "raised": "rail_on", "text": "rail_text_on", "muted": "rail_text", "line": "border_strong",
    "ring": "rail_text_on", "mark": "accent", "on_mark": "on_accent", "waits": "hold",
}  # fmt: skip
_STARK = {
    "ground": "canvas", "raised": "selected", "text": "text", "muted": "text_muted", "line": "border_strong",
    "ring": "focus", "mark": "accent", "on_mark": "on_accent", "waits": "hold",
}  # fmt: skip


def lock_colour(part: str) -> QColor:
    """The colour of a part of the lock screen, such as "ground" or "muted". KeyError for an unknown part.

    The rail of the light theme gives the dark of both themes: who looks up sees the same picture at every desk.
    """
    themes = theme().tokens["themes"]
    if theme().stark:
        return QColor(themes[Mode.HIGH_CONTRAST.value][_STARK[part]])
    return QColor(themes[Mode.LIGHT.value][_DARK[part]])


def lock_ground() -> tuple[str, str]:
    """The theme's roles that buttons on this ground are painted with: ground and ink."""
    return ("canvas", "text") if theme().stark else ("rail", "rail_text_on")


def tint(text: Text, part: str) -> None:
    """Give a label that has no tone of the style sheet the colour of a part."""
    made = QPalette(text.palette())
    made.setColor(QPalette.ColorRole.WindowText, lock_colour(part))
    text.setPalette(made)
