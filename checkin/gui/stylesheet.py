"""The one style sheet of the application: fields, labels, lists, scroll bars and menus, made from tokens."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checkin.gui.theme import Theme

# Every rule has a selector of its own: a sheet without one leaks into children. No font sizes here: they would
# beat setFont. A focused field keeps its text in place, so its padding is smaller by what its border is wider.
_SHEET = Template("""
QLabel[tone="text"] { color: $text; }
QLabel[tone="muted"] { color: $text_muted; }
QLabel[tone="disabled"] { color: $text_disabled; }
QLabel[tone="accent"] { color: $accent_text; }
QLabel[tone="stop"] { color: $stop_text; }
QLabel[tone="hold"] { color: $hold_text; }
QLabel[tone="on_stop"] { color: $on_stop; }
QLabel[tone="on_hold"] { color: $on_hold; }
QLabel[tone="inverse"] { color: $surface; }

QLineEdit[look="field"] { color: $text; background: $surface; border: ${line}px solid $border_strong;
    border-radius: ${control}px; padding: 0 ${pad}px; placeholder-text-color: $text_muted;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit[look="field"]:focus { border: 2px solid $focus; padding: 0 ${pad_focus}px; }
QLineEdit[look="field"]:disabled { color: $text_disabled; }
QLineEdit[look="field"][fault="true"] { border: 2px solid $stop_text; padding: 0 ${pad_focus}px; }

QListView[look="rows"] { background: transparent; border: none; outline: none; }
QScrollArea[look="bare"] { background: transparent; border: none; }
QWidget#bare { background: transparent; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $handle; border-radius: 3px; margin: 2px 2px 2px 4px; min-height: 48px; }
QScrollBar::handle:vertical:hover { background: $border_strong; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: $handle; border-radius: 3px; margin: 4px 2px 2px 2px; min-width: 48px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; background: transparent; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: $surface; color: $text; border: ${line}px solid $border; padding: 6px; }
QMenu::item { padding: 14px 20px 14px 12px; border-radius: ${control}px; }
QMenu::icon { padding-left: 12px; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $text_muted; background: transparent; }
QMenu::separator { height: 1px; background: $border; margin: 6px 8px; }
QToolTip { background: $text; color: $surface; border: 1px solid $text; padding: 6px; }
""")


def stylesheet(theme: Theme) -> str:
    """The application's QSS in the theme's present mode."""
    colours = dict(theme.tokens["themes"][theme.mode.value])
    sizes = {"control": theme.radius("control"), "line": theme.border, "pad": 14 - theme.border, "pad_focus": 12}
    handle = colours["border" if theme.border == 1 else "border_strong"]
    return _SHEET.substitute(colours | sizes | {"handle": handle})
