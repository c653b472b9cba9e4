"""What waits for a decision, as the settings show it: looked up beside the acts, decided by acts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from checkin.domain.list_diff import Side
from checkin.gui.control.conflict_words import conflicts_shown
from checkin.gui.control.deciding import decision
from checkin.gui.control.settings.parts import SettingsParts
from checkin.gui.pages.settings.to_look_at_rows import ONE, PairTold, SideTold
from checkin.services.conflicts import Conflict
from checkin.services.likely_twins import OpenPair

Found = tuple[list[Conflict], list[OpenPair]]


class ToLookAt(QObject):
    """Fills the card, and stores what is said there. The pairs are looked for on the thread that may take its time."""

    def __init__(self, parts: SettingsParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._looking = self._again = False
        self._pairs: dict[str, OpenPair] = {}
        self._busy: set[str] = set()
        card = parts.view.list_section.to_look_at
        card.conflict_decided.connect(self._on_conflict)
        card.pair_decided.connect(self._on_pair)

    def look(self) -> None:
        """Look again; once more when something changed meanwhile."""
        if self._looking:
            self._again = True
            return
        self._looking = True
        self._parts.searching.run(self._read, done=self._show, failed=self._on_trouble)

    def _read(self) -> Found:
        services = self._parts.services
        if not services.desk.has_event:
            return [], []
        found = [c for c in services.conflicts.all(pairs=False) if not c.acknowledged]
        return found, services.likely_twins.open()

    def _show(self, found: Found) -> None:
        conflicts, pairs = found
        self._pairs = {pair.id: pair for pair in pairs}
        view = self._parts.view
        shown = conflicts_shown(conflicts, contacts=True)
        view.list_section.to_look_at.show_all(shown, [_pair_told(pair) for pair in pairs])
        view.list_of.set_count("list", len(conflicts) + len(pairs))
        self._settle()

    def _on_trouble(self, error: BaseException) -> None:
        self._parts.trouble(error)
        self._settle()

    def _settle(self) -> None:
        self._looking = False
        if self._again:
            self._again = False
            self.look()

    def _on_conflict(self, conflict: str, what: str) -> None:
        services = self._parts.services
        self._store(conflict, decision(services, conflict, what, services.desk.now()))

    def _on_pair(self, id_: str, what: str) -> None:
        pair, services = self._pairs.get(id_), self._parts.services
        if pair is None:
            return
        now = services.desk.now()
        apart = partial(services.likely_twins.keep_apart, id_, now)
        join = partial(services.correcting.merge, pair.pair.one.attendee, pair.pair.other.attendee, now)
        self._store(id_, join if what == ONE else apart)

    def _store(self, about: str, task: Callable[[], object]) -> None:
        """A second press while it is being stored does nothing; what was refused was decided elsewhere."""
        if about in self._busy:
            return
        self._busy.add(about)

        def settle(_told: object = None) -> None:
            self._busy.discard(about)
            self.look()

        def refused(error: BaseException) -> None:
            settle()
            self._parts.trouble(error)

        self._parts.acting.run(task, settle, refused, settle)


def _pair_told(found: OpenPair) -> PairTold:
    one, other = found.pair.one, found.pair.other
    return PairTold(found.id, _side_told(one, other), _side_told(other, one), found.pair.why)


def _side_told(side: Side, other: Side) -> SideTold:
    email = ""
    if side.email:
        email = side.email
        if side.email.casefold() == other.email.casefold():
            email = _say("{email}, the same").format(email=side.email)
    where = ", ".join(part for part in (side.organisation, side.city) if part)
    return SideTold(side.attendee, side.name, tuple(part for part in (where, side.category, email) if part))


def _say(text: str) -> str:
    return QCoreApplication.translate("to_look_at", text)
