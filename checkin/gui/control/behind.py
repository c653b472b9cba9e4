"""What is being worked on while something else covers it: forms in a pile, each with the field that had the cursor."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from checkin.gui.control.finding import FORMS
from checkin.gui.pages.desk.desk_view import DeskView

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_EDITS = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left, Qt.Key.Key_Right})


@dataclass(frozen=True, slots=True)
class _Covered:
    page: str
    focus: QWidget | None


class Behind:
    """The pile behind the page of the card stack that is shown."""

    def __init__(self, view: DeskView) -> None:
        self._view, self._cards = view, view.cards
        self._pile: list[_Covered] = []
        self._passing_on = False

    def __bool__(self) -> bool:
        return bool(self._pile)

    def put(self) -> None:
        """Something is about to cover the page shown: a form is kept, with its cursor. Keys that were meant for its
        field must not search for anybody, so the field of the search does not get them.
        """
        # The window's own, also while a dialog lies over it.
        page, focused = self._cards.page, self._view.window().focusWidget()
        if page not in FORMS:
            return
        inside = focused is not None and self._cards.isAncestorOf(focused)
        self.drop(page)
        self._pile.append(_Covered(page, focused if inside else None))
        if inside:
            self._view.setFocus()

    def back(self, page: str = "") -> bool:
        """Show what was covered last, or `page` of it; False when nothing waits."""
        found = next((c for c in reversed(self._pile) if page in ("", c.page)), None)
        if found is None:
            return False
        self._pile.remove(found)
        self._cards.show_page(found.page)
        (found.focus or getattr(self._cards, found.page)).setFocus()
        return True

    def drop(self, page: str = "") -> None:
        """Forget a form, or all of them."""
        self._pile = [covered for covered in self._pile if page and covered.page != page]

    def take(self, event: QKeyEvent) -> bool:
        """Type on in the field of the form that a verdict covers; False for a key that is not typing."""
        field = self._pile[-1].focus if self._pile and self._cards.page == "verdict" else None
        typed = bool(event.text()) and event.text().isprintable() and not event.modifiers() & _HELD
        if self._passing_on or not isinstance(field, QLineEdit | QPlainTextEdit):
            return False
        if not typed and event.key() not in _EDITS:
            return False
        self._passing_on = True
        QCoreApplication.sendEvent(field, event)
        self._passing_on = False
        return True
