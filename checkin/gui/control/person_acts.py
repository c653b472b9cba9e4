"""What is done for one person beside checking in: every form and quiet act, under the ids of their buttons."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from checkin.domain.results import GroupResult, ScanResult, Substitution
from checkin.gui.control.amending import Amending
from checkin.gui.control.badging import Badging
from checkin.gui.control.deciding import Deciding
from checkin.gui.control.form import Form
from checkin.gui.control.grouping import Grouping
from checkin.gui.control.joining import Joining
from checkin.gui.control.noting import Noting
from checkin.gui.control.parts import Parts
from checkin.gui.control.standing_in import StandingIn


class PersonActs(QObject):
    """Signals:
    answered: a ScanResult that a form brought, to be shown as a verdict, and the form's page.
    closed: a form was left; the person's id whose card comes next, the form's page, and whether its act was stored.
    chosen: the id of somebody who was picked in a form.
    print_wanted: a badge was queued.
    """

    answered = Signal(object, str)
    closed = Signal(str, str, bool)
    chosen = Signal(str)
    print_wanted = Signal()

    def __init__(self, parts: Parts, whom: Callable[[], str | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._whom = whom
        self.grouping, self.amending = Grouping(parts, self), Amending(parts, self)
        self.standing_in, self.noting = StandingIn(parts, self), Noting(parts, self)
        self.joining, self.badging = Joining(parts, self), Badging(parts, self)
        self.deciding = Deciding(parts, self)
        self._forms: tuple[Form, ...] = (
            self.grouping, self.amending, self.standing_in, self.noting, self.joining
        )  # fmt: skip
        for form in self._forms:
            form.finished.connect(partial(self._on_closed, form.page, True))
            form.left.connect(partial(self._on_closed, form.page, False))
        self.grouping.checked_in.connect(self._on_group)
        self.standing_in.substituted.connect(self._on_substituted)
        self.standing_in.twin_chosen.connect(self.chosen)
        self.amending.print_wanted.connect(self.print_wanted)
        self.badging.print_wanted.connect(self.print_wanted)

    def acts(self) -> dict[str, Callable[[], None]]:
        """What each button and key of these acts does to the person in front; nothing when nobody is."""
        verbs: dict[str, Callable[[str], object]] = {
            "group": self.grouping.begin, "correct": self.amending.begin, "instead_of": self.standing_in.begin,
            "note": self.noting.begin, "hand_over": self.badging.hand_over, "keep_badge": self.badging.keep,
            "lost_badge": self.badging.lose, "part_again": self.joining.part,
        }  # fmt: skip
        return {name: partial(self._do, verb) for name, verb in verbs.items()}

    def leave(self, page: str) -> bool:
        """Close the form that is open on this page; False when none of these is."""
        form = next((form for form in self._forms if form.page == page), None)
        if form is not None:
            form.leave()
        return form is not None

    def _do(self, verb: Callable[[str], object]) -> None:
        attendee = self._whom()
        if attendee:
            verb(attendee)

    def again(self) -> None:
        """Something changed, here or at another desk."""
        self.grouping.again()

    def _on_closed(self, page: str, stored: bool, attendee: str) -> None:
        self.closed.emit(attendee, page, stored)

    def _on_group(self, _done: GroupResult, told: ScanResult) -> None:
        self.answered.emit(told, self.grouping.page)

    def _on_substituted(self, done: Substitution) -> None:
        if done.scan is not None:
            self.answered.emit(done.scan, self.standing_in.page)
            if done.scan.print_job:
                self.print_wanted.emit()
        else:
            self.closed.emit(done.attendee, self.standing_in.page, True)
