"""One short question at a time, above the last acts: answered by Ctrl 1 to 4 or a click, gone by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from checkin.gui.control.parts import Parts

Choices = Sequence[tuple[str, str]]
"""Pairs of id and words."""


class Questions(QObject):
    """Asks in the strip of the left pane; `answered` gets the id of the choice. A new question takes the place of one
    that stands; one that nobody answers is never answered for them.
    """

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._strip = parts.view.left.undo_strip
        self._answered: dict[str, Callable[[str], None]] = {}
        self._strip.question_answered.connect(lambda choice: self._answer("question", choice))
        self._strip.other_confirmed.connect(lambda: self._answer("other", ""))
        self._strip.print_reason_chosen.connect(lambda choice: self._answer("print", choice))

    def ask(self, text: str, choices: Choices, answered: Callable[[str], None]) -> None:
        """Ask something plain; after an undo it waits until its reason was chosen."""
        self._answered["question"] = answered
        self._strip.show_question(text, list(choices))

    def ask_why_again(self, text: str, choices: Choices, answered: Callable[[str], None]) -> None:
        """Ask why a badge is printed again."""
        self._answered["print"] = answered
        self._strip.show_print_again(text, list(choices))

    def offer(self, text: str, answered: Callable[[str], None]) -> None:
        """Say that the last act is somebody else's, and offer to take it back all the same."""
        self._answered["other"] = answered
        self._strip.show_other(text)

    def forget(self) -> None:
        """Take back what is asked; it is not answered."""
        self._answered.clear()
        self._strip.take_away()

    def _answer(self, asked: str, choice: str) -> None:
        answered = self._answered.pop(asked, None)
        if answered is not None:
            answered(choice)
