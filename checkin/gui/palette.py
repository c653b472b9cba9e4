"""Every role of QPalette from the theme's colours, so that even unstyled widgets look at home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette

if TYPE_CHECKING:
    from checkin.gui.theme import Theme

R = QPalette.ColorRole
ROLES: dict[QPalette.ColorRole, str] = {
    R.Window: "canvas", R.WindowText: "text", R.Base: "surface", R.AlternateBase: "sunken",
    R.ToolTipBase: "text", R.ToolTipText: "surface", R.PlaceholderText: "text_muted", R.Text: "text",
    R.Button: "surface", R.ButtonText: "text", R.BrightText: "stop_text", R.Light: "surface",
    R.Midlight: "hover", R.Mid: "border", R.Dark: "border_strong", R.Shadow: "shadow",
    R.Highlight: "accent", R.HighlightedText: "on_accent", R.Accent: "accent",
    R.Link: "accent_text", R.LinkVisited: "accent_text",
}  # fmt: skip
_GREYED = (R.WindowText, R.Text, R.ButtonText, R.PlaceholderText, R.Link, R.LinkVisited, R.HighlightedText)


def palette(theme: Theme) -> QPalette:
    """The application's palette in the theme's present mode."""
    made = QPalette()
    for role, name in ROLES.items():
        made.setColor(role, theme.color(name))
    for role in _GREYED:
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.color("text_disabled"))
    for role in (R.Button, R.Highlight, R.Accent):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.color("sunken"))
    return made
