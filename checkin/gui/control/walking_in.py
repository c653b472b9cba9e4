"""The walk-in form: likely twins while typing, one act at the end."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from checkin.domain.errors import CheckinError
from checkin.domain.people import WalkIn
from checkin.domain.results import WalkInResult
from checkin.gui.control.parts import Parts
from checkin.gui.control.twin_looking import TwinLooking
from checkin.gui.pages.desk.acts import act


class WalkingIn(QObject):
    """Signals: `registered(WalkInResult, str)` with the words to show; `twin_chosen(attendee)`; `closed()`."""

    registered = Signal(object)
    twin_chosen = Signal(str)
    closed = Signal()

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._adding = False
        view = parts.view.cards.walk_in
        self._twins = TwinLooking(parts, view, self._on_trouble, parent=self)
        view.add_requested.connect(self._on_add)
        view.twin_chosen.connect(self.twin_chosen)
        view.closed.connect(self.closed)

    def begin(self, text: str) -> None:
        """Open the form with what the search already says: the last word is the family name."""
        given, _, family = text.strip().rpartition(" ")
        view = self._parts.view.cards.walk_in
        verb = act("add_check_in_print") if self._parts.print_wish else act("add_check_in")
        view.set_acts(verb, (act("add_only"),))
        view.begin(given.title() or family.title(), family.title() if given else "")
        self._parts.view.cards.show_page("walk_in")
        ask = self._parts.services.people.categories
        self._parts.asking.run(ask, done=self._on_categories, failed=self._on_trouble)
        self._twins.look_for(view.value())

    def _on_categories(self, categories: list[str]) -> None:
        view = self._parts.view.cards.walk_in
        view.set_categories(categories if len(categories) > 1 else (), view.value().category)

    def _on_add(self, typed: WalkIn, name: str) -> None:
        if self._adding:
            # A second Enter while the first is being stored must not make the person twice.
            return
        self._adding = True
        self._parts.view.cards.walk_in.verb.set_shut(self.tr("It is being stored."))
        check_in = name != "add_only"
        wish = self._parts.print_wish if check_in else None
        at = self._parts.now()
        service = self._parts.services.walk_ins
        self._parts.acting.run(
            partial(service.register, typed, check_in=check_in, print_wish=wish, at=at),
            self._on_added,
            self._on_refused,
            self._settle,
        )

    def _on_refused(self, error: CheckinError) -> None:
        self._settle()
        self._parts.acting.failed.emit(error)

    def _settle(self) -> None:
        self._adding = False
        self._parts.view.cards.walk_in.verb.set_shut("")

    def _on_added(self, result: WalkInResult) -> None:
        self._settle()
        self._parts.changed()
        self.registered.emit(result)

    def _on_trouble(self, error: BaseException) -> None:
        if isinstance(error, CheckinError):
            self._parts.acting.failed.emit(error)
        else:
            self._parts.acting.broken.emit(error)
