"""What somebody says about facts that contradict each other: ours stays, the list's counts, or it was seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject

from checkin.gui.control.form import Form
from checkin.gui.control.parts import Parts
from checkin.gui.pages.conflict_shown import OURS, SEEN, THEIRS
from checkin.services.bundle import Services


class Deciding(Form):
    """Stores what was said on the card; the card then shows what counts."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, "", parent)
        parts.view.cards.person.conflict_decided.connect(self.decide)

    def decide(self, conflict: str, what: str) -> None:
        """Store it. The cursor goes back to the search: the button goes, and what would follow it is "Check in"."""
        self.parts.view.left.search.setFocus()
        self.store(decision(self.parts.services, conflict, what, self.parts.now()), lambda _told: None, conflict)


def decision(services: Services, conflict: str, what: str, at: datetime) -> Callable[[], object]:
    """The act that `what` stands for. KeyError for any other word."""
    verbs = services.conflicts
    verb = {OURS: verbs.keep_ours, THEIRS: verbs.take_theirs, SEEN: verbs.acknowledge}[what]
    return partial(verb, conflict, at)
