"""Undo: written at once with the usual reason; another one picked in time is written beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from checkin.domain.results import UndoResult
from checkin.gui.control.parts import Parts

REASONS = ("wrong scan", "wrong person", "left again", "trying out")


class TakingBack(QObject):
    """Signals: `taken_back(UndoResult)` after the commit."""

    taken_back = Signal(object)

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._last: UndoResult | None = None
        left = parts.view.left
        left.undo_requested.connect(self.undo)
        left.undo_reason_chosen.connect(self._on_reason)

    def undo(self) -> None:
        """Take back this desk's last act."""
        at = self._parts.now()
        self._parts.acting.run(partial(self._parts.services.undoing.undo_here, REASONS[0], at), self._on_undone)

    def _on_undone(self, result: UndoResult) -> None:
        self._last = result
        words = (
            self.tr("Wrong scan"), self.tr("Wrong person"), self.tr("Left again"), self.tr("Trying out"),
        )  # fmt: skip
        told = self.tr("Taken back: {act}, {name}") if result.name else self.tr("Taken back: {act}")
        text = told.format(act=result.text, name=result.name)
        self._parts.view.left.undo_strip.show_taken_back(text, list(zip(REASONS, words, strict=True)))
        self._parts.changed()
        self.taken_back.emit(result)

    def _on_reason(self, reason: str) -> None:
        if self._last is None or reason == REASONS[0]:
            return
        explain = partial(self._parts.services.undoing.explain, self._last.entry, reason, self._parts.now())
        self._parts.acting.run(explain, lambda _result: self._parts.changed())
