"""Which key means what on the Desk page; the same keys stand on the buttons (pages/desk/acts.py)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from checkin.gui.pages.desk.acts import SEQUENCES

if TYPE_CHECKING:
    from checkin.gui.pages.desk_page import DeskPage

_ON_CTRL_ENTER = {
    "walk_in": "add_only", "correct": "save_only", "instead_of": "put_in_only", "same_person": "one_person",
    "note": "save_note",
}  # fmt: skip
"""The weighty or the quiet act of each form, on Ctrl Enter."""

_BOUND = (
    "check_out", "undo", "print_only", "import_list", "export_list", "export_scans", "correct", "different_person",
    "group", "instead_of", "note", "same_person", "part_again", "hand_over", "keep_badge", "lost_badge", "delivered",
    "admit_anyway",
)  # fmt: skip

_OWN_DIGITS = ("verdict", "walk_in", "instead_of")
"""Pages whose numbered people come before a question of the strip: one who is chosen there is waiting in front."""


def bind(page: DeskPage) -> None:
    """Give the page its keys."""
    keys: dict[str, Callable[[], object]] = {SEQUENCES[name]: partial(page.run, name) for name in _BOUND}
    keys |= {
        "F4": page.walk_in, "Ctrl+Z": page.taking_back.undo, "Shift+F8": page.taking_back.undo_with_reason,
        "F9": page.watching.toggle, "F10": page.cards.open_more, "Ctrl+F": page.focus_search,
        "Ctrl+Return": partial(ctrl_enter, page), "Ctrl+Enter": partial(ctrl_enter, page),
    }  # fmt: skip
    for number in range(1, 10):
        keys[f"Ctrl+{number}"] = partial(choose, page, number)
    for sequence, run in keys.items():
        shortcut = QShortcut(QKeySequence(sequence), page)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        # A key that is held down must not take back, or let out, one after the other.
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(run)


def ctrl_enter(page: DeskPage) -> None:
    """The form's second act; on the card, in without a badge."""
    shown = page.cards.page
    if shown in _ON_CTRL_ENTER:
        getattr(page.cards, shown).request(_ON_CTRL_ENTER[shown])
    elif page.finding.decided and page.finding.instead_verb is None and not page.scanning.deaf:
        page.check_in(with_badge=False)


def choose(page: DeskPage, number: int) -> None:
    """Ctrl and a digit: the n-th answer, candidate or result."""
    if page.cards.page in _OWN_DIGITS and page.cards.choose(number):
        return
    strip = page.left.undo_strip
    # Who typed a name since the strip began to ask means the people found: an answer can kill a badge's code.
    typed_since = page.left.searching and page.finding.typed_at > strip.asked_at
    if typed_since or not (strip.isVisible() and strip.choose(number)):
        _ = page.cards.choose(number) or page.finding.choose(number)
