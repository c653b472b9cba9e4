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
QLabel[tone="on_go"] { color: $on_go; }
QLabel[tone="inverse"] { color: $surface; }

QLineEdit[look="field"] { color: $text; background: $surface; border: ${line}px solid $border_strong;
    border-radius: ${control}px; padding: 0 ${pad_field}px; placeholder-text-color: $text_muted;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit[look="field"]:focus { border: ${ring}px solid $focus; padding: 0 ${pad_focus}px; }
QLineEdit[look="field"]:disabled { color: $text_disabled; }
QLineEdit[look="field"][fault="true"] { border: ${ring}px solid $stop_text; padding: 0 ${pad_focus}px; }

QLineEdit[look="lock"] { color: $lock_text; background: transparent; border: none; padding: 0;
    placeholder-text-color: $lock_muted; selection-background-color: $accent; selection-color: $on_accent; }

QListView[look="choices"] { color: $text; background: $surface; border: ${line}px solid $border_strong;
    outline: none; }
QListView[look="choices"]::item { min-height: ${row}px; padding: 0 ${pad}px; }
QListView[look="choices"]::item:selected, QListView[look="choices"]::item:hover { background: $selected; color: $text; }

QListView[look="rows"] { background: transparent; border: none; outline: none; }
QScrollArea[look="bare"], QScrollArea[look="page"] { background: transparent; border: none; }
QScrollArea[look="bare"]:focus { border: ${ring}px solid $focus; border-radius: ${control}px; }
QWidget#bare { background: transparent; }

QScrollBar:vertical { background: transparent; width: ${bar}px; margin: 0; }
QScrollBar::handle:vertical { background: $handle; border-radius: ${knob}px; min-height: ${least}px;
    margin: ${two}px ${two}px ${two}px ${four}px; }
QScrollBar::handle:vertical:hover { background: $border_strong; }
QScrollBar:horizontal { background: transparent; height: ${bar}px; margin: 0; }
QScrollBar::handle:horizontal { background: $handle; border-radius: ${knob}px; min-width: ${least}px;
    margin: ${four}px ${two}px ${two}px ${two}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; background: transparent; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: $surface; color: $text; border: ${line}px solid $border; padding: ${six}px; }
QMenu::item { padding: ${pad}px ${twenty}px ${pad}px ${twenty}px; border-radius: ${control}px; }
QMenu::icon { padding-left: ${bar}px; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $text_muted; background: transparent; }
QMenu::separator { height: ${line}px; background: $border; margin: ${six}px ${eight}px; }
QToolTip { background: $text; color: $surface; border: 1px solid $text; padding: ${six}px; }
""")


def stylesheet(theme: Theme) -> str:
    """The application's QSS in the theme's present mode."""
    colours = dict(theme.tokens["themes"][theme.mode.value])
    px, ring = theme.px, theme.line(2)
    sizes = {"control": theme.radius("control"), "line": theme.border, "ring": ring, "bar": px(12), "least": px(48)}
    sizes |= {"pad": px(14), "pad_field": px(14) - theme.border, "pad_focus": px(14) - ring}
    sizes |= {"row": px(40)}
    sizes |= {"two": px(2), "four": px(4), "six": px(6), "eight": px(8), "twenty": px(20)}
    # Half the knob's width: with a larger radius Qt paints no round end at all.
    sizes["knob"] = (px(12) - px(4) - px(2)) // 2
    handle = colours["border_strong" if theme.stark else "border"]
    lock = ("text", "text_muted") if theme.stark else ("rail_text_on", "rail_text")
    colours |= {"lock_text": colours[lock[0]], "lock_muted": colours[lock[1]]}
    return _SHEET.substitute(colours | sizes | {"handle": handle})
