"""People who came together: ticked in one list, checked in by one act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.domain.people import Companions, Person
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.pages.desk.acts import act
from checkin.gui.pages.desk.choice_row import ChoiceRow
from checkin.gui.pages.desk.group_list import GroupList
from checkin.gui.pages.desk.group_words import behind_words, undo_words, verb_words
from checkin.gui.pages.desk.panel import Panel
from checkin.gui.widgets.free_height import free_height
from checkin.gui.widgets.notice_strip import NoticeStrip
from checkin.gui.zooming import room

ORDER, ORGANISATION = "order", "organisation"


class GroupView(Panel):
    """`check_in_requested(list of attendees)` in the order of the rows; `closed()`."""

    check_in_requested = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", act("check_in_group"), parent)
        self._companions, self._attendee, self._order, self._prints = Companions(), "", "", False
        self._asked: Person | None = None
        self._wanted: set[str] = set()
        self.choice, self.list, self.behind = ChoiceRow(self.tr("Who")), GroupList(), free_height(NoticeStrip())
        body = QWidget()
        self._parts = QVBoxLayout(body)
        room(self._parts, (0, 0, 0, 0), 12)
        for part in (self.choice, self.list, self.behind):
            self._parts.addWidget(part)
        self._parts.addStretch(1)
        self.set_body(body)
        self.setFocusProxy(self.list)
        self._connect()
        self.set_metrics(NORMAL)

    @property
    def ticked(self) -> list[str]:
        """Who is ticked, in the order of the rows."""
        return [person.attendee for person in self._ticked_people()]

    def show_group(
        self, companions: Companions, attendee: str, order: str, *, prints: bool, shut: Callable[[Person], str]
    ) -> None:  # fmt: skip
        """Show who may have come together with `attendee`.

        `order` is the order's code; `prints` when a check-in prints a badge; `shut` says why somebody cannot go in,
        "" when they can. Everybody of an order is ticked; of an organisation, whose people rarely all stand there,
        only `attendee` and who shares the order.
        """
        self._companions, self._attendee, self._order, self._prints = companions, attendee, order, prints
        self.list.group.shut = shut
        chosen = ORDER if len(companions.same_order) > 1 or len(companions.same_organisation) < 2 else ORGANISATION
        self._offer(chosen)
        self._wanted = {person.attendee for person in companions.same_order} | {attendee}
        self._show_people()

    def refresh(self, companions: Companions, shut: Callable[[Person], str]) -> None:
        """Something changed meanwhile, here or at another desk: the ticks of those who still may go in stay."""
        self._companions = companions
        self.list.group.shut = shut
        self._offer(self.choice.chosen)
        current = self.list.currentIndex().row()
        self._show_people()
        self.list.setCurrentIndex(self.list.group.index(min(current, self.list.group.rowCount() - 1)))

    def choose(self, number: int) -> bool:
        """Choose the n-th way of belonging together; False when there is none."""
        return self.choice.choose(number)

    def tick_all(self) -> None:
        """Tick everybody who may go in."""
        self._tick({person.attendee for person in self.list.group.people})

    def tick_none(self) -> None:
        """Untick everybody."""
        self._tick(set())

    def toggle(self, row: int) -> None:
        """Tick or untick a row; one that cannot be ticked says why."""
        if not 0 <= row < len(self.list.group.people):
            return
        person = self.list.group.people[row]
        if self.list.group.may(person):
            self._tick(set(self.ticked) ^ {person.attendee})
        else:
            self._asked = person
            self._tell()

    def request(self, act: str = "") -> None:
        """Do what the button of `act` does: "" checks in who is ticked, and does nothing while nobody is."""
        if act == "tick_all":
            self.tick_all()
        elif act == "tick_none":
            self.tick_none()
        elif self.ticked and self.verb.isEnabled():
            self.check_in_requested.emit(self.ticked)

    def tells_about(self) -> bool:
        """In small windows the choice says what the line would say, where there is one."""
        return bool(self.about.whole) and (self.metrics.roomy or not (self._both() or self.metrics.compact))

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        super().set_metrics(metrics)
        self.list.set_row(64 if metrics.roomy else 52)
        room(self._parts, gap=12 if metrics.roomy else 8)
        self._tell()

    def _connect(self) -> None:
        self.choice.chosen_changed.connect(lambda _choice: self._show_people())
        self.list.toggled.connect(self.toggle)
        self.list.entered.connect(self.request)
        self.list.all_wanted.connect(self.tick_all)
        self.list.none_wanted.connect(self.tick_none)

    def _both(self) -> bool:
        return min(len(self._companions.same_order), len(self._companions.same_organisation)) > 1

    def _people(self) -> Sequence[Person]:
        of_order = self.choice.chosen == ORDER
        return self._companions.same_order if of_order else self._companions.same_organisation

    def _ticked_people(self) -> list[Person]:
        return [person for person in self.list.group.people if person.attendee in self.list.group.ticked]

    def _offer(self, chosen: str) -> None:
        order, house = len(self._companions.same_order), len(self._companions.same_organisation)
        words = (
            (ORDER, self.tr("Same order, {n}").format(n=order)),
            (ORGANISATION, self.tr("Same organisation, {n}").format(n=house)),
        )
        self.choice.set_choices(words, chosen)
        self.choice.setVisible(self._both())

    def _show_people(self) -> None:
        people = self._people()
        self._asked = None
        self.list.group.set_people(people, self._wanted, self.list.group.shut)
        self.list.setCurrentIndex(self.list.group.index(0))
        self.list.updateGeometry()
        self.set_title(self.tr("Group of {n}").format(n=len(people)), self._line(people))
        self._tell()

    def _line(self, people: Sequence[Person]) -> str:
        if self.choice.chosen == ORDER:
            words = self.tr("Same order, {order}. Take out anyone who is not in front of you.")
            return words.format(order=self._order)
        house = next((p.organisation for p in people if p.attendee == self._attendee), "")
        words = self.tr("Same organisation, {organisation}. Tick everybody who is in front of you.")
        return words.format(organisation=house)

    def _tick(self, attendees: set[str]) -> None:
        self._asked = None
        self.list.group.tick(attendees)
        self._wanted = (self._wanted - {person.attendee for person in self.list.group.people}) | set(self.ticked)
        self._tell()

    def _tell(self) -> None:
        ticked, model = self._ticked_people(), self.list.group
        verb = act("check_in_group", verb_words(ticked, prints=self._prints) if ticked else "")
        shut = "" if ticked else self.tr("Nobody is ticked yet. Tick who is in front of you.")
        others = [replace(act(name), icon="") for name in ("tick_all", "tick_none")]
        self.set_acts(replace(verb, shut=shut), others)
        self.set_aside(undo_words(len(ticked)))
        icon, title, sentence = behind_words(model.people, model.shut, others=bool(ticked))
        if self._asked is not None:
            icon, title, sentence = "hand", self._asked.name, model.reason(self._asked)
        self.behind.set_words(icon, title, sentence, "hold")
        self.behind.setVisible(bool(title) and (not self.metrics.compact or self._asked is not None))
