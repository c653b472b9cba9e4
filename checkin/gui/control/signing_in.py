"""Who is at the desk: the lock screen opened and answered; what was scanned meanwhile waits."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from checkin.domain.errors import CheckinError
from checkin.gui.control.parts import Parts
from checkin.gui.pages.lock_page import ORGANISER, LockPage

NEW_ROLE = "desk"


class SigningIn(QObject):
    """Signals: `locked(bool)` when the lock screen comes or goes; `scan_waited(payload)` for the newest code that was
    scanned meanwhile, to be looked at first; `others_waited(n)` for how many came before it.
    """

    locked = Signal(bool)
    scan_waited = Signal(str)
    others_waited = Signal(int)

    def __init__(self, parts: Parts, page: LockPage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts, self._page = parts, page
        self._names: dict[str, str] = {}
        self._waiting: list[str] = []
        self._operators: list[dict[str, Any]] | None = None
        self._locked = self._adding = False
        page.signed_in.connect(self._on_signed_in)
        page.operator_added.connect(self._on_added)

    @property
    def is_locked(self) -> bool:
        """Whether nobody may see or do anything before somebody signs in."""
        return self._locked

    def begin(self) -> None:
        """At the start: ask who is there when this event has named operators and nobody said who it is."""
        if self._parts.services.desk.signed_in:
            return
        self._look(lambda named: self.lock() if named else None)

    def lock(self) -> None:
        """Hide everything and ask who is at the desk; harmless when it is locked already."""
        if self._locked or not self._parts.services.desk.has_event:
            return
        self._locked = self._parts.locked = True
        self._page.set_waiting(0)
        self._page.set_fault("")
        self._show(self._operators or [])
        self.locked.emit(True)
        self._page.setFocus()
        self._look(self._show)

    def hold(self, payload: str) -> None:
        """A code that was scanned while the desk is locked."""
        self._waiting.append(payload)
        self._page.set_waiting(len(self._waiting))

    def _look(self, then: Any) -> None:
        ask = self._parts.services.programmes.operators
        self._parts.asking.run(ask, done=partial(self._on_operators, then), failed=self._on_no_operators)

    def _on_no_operators(self, error: BaseException) -> None:
        if isinstance(error, CheckinError):
            self._page.set_fault(f"{error.sentence} {error.advice}")
        else:
            self._parts.acting.broken.emit(error)

    def _on_operators(self, then: Any, operators: list[dict[str, Any]]) -> None:
        named = self._operators = [o for o in operators if o["operator"] != ORGANISER]
        self._names = {o["operator"]: o["name"] for o in named}
        then(named)

    def _show(self, operators: list[dict[str, Any]]) -> None:
        desk = self._parts.services.desk
        now = next((i for i, name in self._names.items() if name == desk.operator_now()), "")
        told = [(o["operator"], o["name"], o["role"]) for o in operators]
        self._page.show_operators(told, desk.identity.label, now)

    def _on_signed_in(self, operator: str) -> None:
        if operator in self._names:
            self._open(self._names[operator])
        elif operator == ORGANISER and self._operators == []:
            # Only where nobody is named; before that is known a quick key must not make anybody the organiser.
            self._open(None)

    def _on_added(self, name: str) -> None:
        if self._adding:
            return
        self._adding = True
        add = partial(self._parts.services.programmes.add_operator, name, NEW_ROLE, self._parts.now())
        self._parts.acting.run(add, self._on_made, self._on_not_added, self._on_over)

    def _on_over(self) -> None:
        self._adding = False

    def _on_made(self, made: dict[str, Any]) -> None:
        self._on_over()
        if self._locked:
            self._open(made["name"])

    def _on_not_added(self, error: CheckinError) -> None:
        self._on_over()
        self._page.set_fault(f"{error.sentence} {error.advice}")

    def _open(self, name: str | None) -> None:
        self._parts.services.desk.sign_in(name)
        self._locked = self._parts.locked = False
        waiting, self._waiting = self._waiting, []
        self.locked.emit(False)
        self._parts.changed()
        if waiting:
            self.scan_waited.emit(waiting[-1])
        if len(waiting) > 1:
            self.others_waited.emit(len(waiting) - 1)
