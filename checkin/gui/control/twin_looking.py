"""While somebody new is typed: who on the list may be the same person."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from checkin.domain.people import Person, WalkIn
from checkin.gui.control.parts import Parts
from checkin.gui.pages.desk.newcomer_panel import NewcomerPanel

PAUSE_MS = 150
_LEAST = 2


class TwinLooking(QObject):
    """Looks after each pause in typing and shows in `view` whom it finds; `but` names somebody who is left out."""

    def __init__(
        self, parts: Parts, view: NewcomerPanel, tell: Callable[[BaseException], None],
        but: Callable[[], str] = lambda: "", parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._parts, self._view, self._tell, self._but = parts, view, tell, but
        self._typed = WalkIn()
        self._number = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)
        view.changed.connect(self.look_for)

    def look_for(self, typed: WalkIn) -> None:
        """Look once typing pauses."""
        self._typed = typed
        self._pause.start()

    def _look(self) -> None:
        self._number += 1
        typed = self._typed
        if len(typed.given) + len(typed.family) < _LEAST:
            self._view.set_twins(())
            return
        ask = partial(self._parts.services.walk_ins.twins, typed.given, typed.family, typed.email)
        self._parts.asking.run(ask, done=partial(self._on_found, self._number), failed=self._tell)

    def _on_found(self, number: int, people: tuple[Person, ...]) -> None:
        if number == self._number:
            self._view.set_twins([person for person in people if person.attendee != self._but()])
