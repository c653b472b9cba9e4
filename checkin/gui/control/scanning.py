"""Scans and check-ins: asked of the service, shown when committed, followed until the badge is out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.domain.errors import CheckinError
from checkin.domain.outcome import Family, Outcome
from checkin.domain.people import Person
from checkin.domain.results import ScanResult
from checkin.domain.scan import OVERRIDABLE
from checkin.gui.control.finding import FORMS
from checkin.gui.control.noticing import notices_on
from checkin.gui.control.parts import Parts
from checkin.gui.pages.desk.acts import act
from checkin.gui.pages.desk.discreet import family_shown
from checkin.gui.pages.desk.verdict_stays import stays_ms
from checkin.gui.widgets.act import Act
from checkin.services.badges import Job
from checkin.services.scan import ScanRequest, ScanService

DEAF_AFTER_PASS_MS = 500
"""After an admission Enter is not heard for so long: the key that closed a scan must not admit somebody else."""


STORING_MS = 150
"""From then on the page says that an act is being stored; sooner, words would only flash."""

_ON_ENTER = ("show_person", "type_name")


class Scanning(QObject):
    """Judges payloads and picked people; shows verdicts.

    Signals:
        to_confirm: a scan would admit somebody, whose id this is, and a person is to look first.
        covering: a verdict is about to take the place of what is shown.
    """

    to_confirm = Signal(str)
    covering = Signal()

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._shown: ScanResult | None = None
        self._deaf = QTimer(self, singleShot=True, interval=DEAF_AFTER_PASS_MS)
        self._waiting = 0
        self._held: tuple[str, str] | None = None
        self._picked: set[str] = set()
        self._told_waiting = False
        self._late = QTimer(self, singleShot=True, interval=STORING_MS)
        self._late.timeout.connect(self._on_late)
        parts.acting.stuck.connect(lambda _error: self._tell_stuck())
        verdict = parts.view.cards.verdict
        verdict.candidate_chosen.connect(self.check_in)

    @property
    def deaf(self) -> bool:
        """True for a moment after an admission."""
        return self._deaf.isActive()

    @property
    def shown(self) -> ScanResult | None:
        """The verdict that stands, or stood last."""
        return self._shown

    @property
    def on_enter(self) -> str:
        """The act that Enter means on the verdict that stands; "" when it means none."""
        first = next(iter(self._acts(self._shown)), None) if self._shown else None
        return first.id if first is not None and first.id in _ON_ENTER else ""

    @property
    def may_print(self) -> bool:
        """Whether the verdict that stands is of somebody who is in and may have a badge."""
        return self._shown is not None and (self._shown.outcome.admits or self._shown.outcome is Outcome.ALREADY)

    def deafen(self) -> None:
        """Hear no Enter for a moment: the one that was pressed must not act twice."""
        self._deaf.start()

    def scan(self, text: str) -> None:
        """A payload was presented, by whatever means; where a person is to look first, only the card opens."""
        self._held = None
        if self._parts.confirms:
            self.look_first(text)
        else:
            self._ask(self._presented(text))

    def look_first(self, text: str) -> None:
        """A payload that was presented while nobody was there: the card opens, Enter admits."""
        # Whatever Enter was pressed before the card is there is not about the person on it.
        self._deaf.start()
        request = self._presented(text)
        look = partial(self._parts.services.scans.preview, request, self._parts.now())
        self._parts.asking.run(look, done=partial(self._on_previewed, request), failed=self._on_no_preview)

    def check_in(self, attendee: str, *, with_badge: bool = True) -> None:
        """Somebody was picked by name, or by a scan that waited for this. A second press while the first is being
        stored does nothing.
        """
        if attendee in self._picked:
            return
        wish = self._parts.print_wish if with_badge else None
        held, self._held = self._held, None
        text, who = (held[1], None) if held is not None and held[0] == attendee else ("", attendee)
        self._picked.add(attendee)
        self._ask(
            ScanRequest(text, who, self._door, print_wish=wish, hand_over=self._hands_over),
            partial(self._picked.discard, attendee),
        )

    def let_go(self) -> None:
        """The card that a scan opened is left: who is picked later is picked by name."""
        self._held = None

    def check_out(self, attendee: str) -> None:
        """Somebody leaves."""
        self._ask(ScanRequest(attendee=attendee, door=self._door, exit=True))

    @property
    def overridable(self) -> ScanResult | None:
        """The verdict that stands, when it refused somebody who may be admitted in spite of it."""
        shown = self._shown
        return shown if shown is not None and shown.attendee and shown.outcome in OVERRIDABLE else None

    def admit_anyway(self, refused: ScanResult, reason: str) -> None:
        """Admit whom this verdict refused, whatever verdict stands by now; who did it and why stands in the act."""
        request = ScanRequest(
            attendee=refused.attendee, door=refused.door, override=True, reason=reason,
            print_wish=self._parts.print_wish, hand_over=self._hands_over,
        )  # fmt: skip
        self._ask(request)

    @property
    def _door(self) -> str | None:
        return self._parts.door.id if self._parts.door else None

    @property
    def _hands_over(self) -> bool:
        """Badges lie at the event's own door, not before a room."""
        return self._parts.at_main_door

    def _presented(self, text: str) -> ScanRequest:
        return ScanRequest(text, door=self._door, print_wish=self._parts.scan_wish, hand_over=self._hands_over)

    def _on_previewed(self, request: ScanRequest, told: tuple[Outcome, str | None]) -> None:
        outcome, attendee = told
        if outcome.admits and attendee:
            self._hold(request, attendee)
        else:
            self._ask(request, unless_admitting=True)

    def _hold(self, request: ScanRequest, attendee: str) -> None:
        self._held = (attendee, request.text)
        self._deaf.start()
        self.to_confirm.emit(attendee)

    def _on_no_preview(self, error: BaseException) -> None:
        if isinstance(error, CheckinError):
            self._parts.acting.failed.emit(error)
        else:
            self._parts.acting.broken.emit(error)

    def ask_which(self, people: Sequence[Person], now_door: str) -> None:
        """Several badges were held up together: nobody is admitted until one is chosen."""
        result = ScanResult(
            outcome=Outcome.AMBIGUOUS, attendee=None, name="", door="", door_name=now_door,
            reason=self.tr("{n} badges in one picture").format(n=len(people)),
            way_out=self.tr("Hold up one badge at a time, or choose with Ctrl 1 to 9."), entry="",
            at=self._parts.now(), candidates=tuple(people), word=Outcome.AMBIGUOUS.style.word,
        )  # fmt: skip
        self._show(result, sound=True)

    def show_answer(self, result: ScanResult) -> None:
        """Show an answer that another verb brought, such as a walk-in's."""
        self._show(result, sound=True)

    def _ask(
        self, request: ScanRequest, settled: Callable[[], None] = lambda: None, *, unless_admitting: bool = False
    ) -> None:
        """Judge and store. `unless_admitting`: it was going to be refused, and must not admit anybody unseen when
        that has changed by the time its turn comes.
        """
        # The time is that of the scan, not of the storing: an act that has to wait keeps it.
        at = self._parts.now()
        self._waiting += 1
        if not self._late.isActive():
            self._late.start()
        scans = self._parts.services.scans
        task = partial(_unless_admitting if unless_admitting else _judged, scans, request, at)
        over = partial(self._on_settled, settled)
        self._parts.acting.run(task, partial(self._on_judged, request, over), partial(self._on_refused, over), over)

    def _on_judged(self, request: ScanRequest, over: Callable[[], None], result: ScanResult | str) -> None:
        over()
        if isinstance(result, str):
            self._hold(request, result)
            return
        self._show(result, sound=True)
        self._parts.changed()
        self._parts.judged(result)

    def _on_refused(self, over: Callable[[], None], error: CheckinError) -> None:
        over()
        self._parts.acting.failed.emit(error)

    def _on_settled(self, settled: Callable[[], None]) -> None:
        settled()
        self._waiting -= 1
        self._late.stop()
        if self._waiting:
            self._late.start()
        elif self._told_waiting:
            self._told_waiting = False
            self._parts.view.cards.ready.set_title(None)

    def _on_late(self) -> None:
        """No verdict of somebody else may stand while a scan is not stored."""
        if self._parts.acting.is_stuck:
            self._tell_stuck()
        else:
            self._tell_waiting(self.tr("Storing…"), self.tr("The answer comes when it is stored."))

    def _tell_stuck(self) -> None:
        if self._waiting:
            told = self.tr("1 scan waits.") if self._waiting == 1 else self.tr("{n} scans wait.")
            hint = self.tr("Nobody is admitted before it is stored. Keep on scanning: nothing is lost.")
            self._tell_waiting(self.tr("Not stored yet"), f"{told.format(n=self._waiting)} {hint}")

    def _tell_waiting(self, title: str, hint: str) -> None:
        cards = self._parts.view.cards
        cards.ready.set_title(title, hint)
        if cards.page == "verdict" or (cards.page not in FORMS and not self._told_waiting):
            cards.show_page("ready")
        self._told_waiting = True

    def _show(self, result: ScanResult, *, sound: bool) -> None:
        self._shown = result
        local = replace(result, at=result.at.astimezone(self._parts.zone), notices=notices_on(result))
        if result.print_job:
            local = replace(local, reason=self.tr("Badge is printing"))
        elif result.handed_over and result.badge_place:
            told = self.tr("Hand over {place}").format(place=result.badge_place)
            local = replace(local, reason=told, way_out=self.tr("Nothing is printed."))
        elif result.handed_over:
            told = self.tr("Hand over the badge that lies here")
            local = replace(local, reason=told, way_out=self.tr("Nothing is printed."))
        cards = self._parts.view.cards
        self.covering.emit()
        cards.verdict.show_result(local, self._acts(result), stays_ms(local, self._parts.stays))
        cards.show_page("verdict")
        if sound:
            family = family_shown(result.outcome.style.family, self._parts.discreet)
            self._parts.speaker.play(family.value, notice=bool(local.notices))
        if result.outcome.passes:
            self._deaf.start()

    def _acts(self, result: ScanResult) -> list[Act]:
        if result.outcome.admits:
            again = act("print_again", self.tr("Print badge") if not result.print_job else "")
            made = [act("undo"), again] if result.attendee else [act("undo")]
            return [*made, act("delivered")] if any(n.kind == "message" for n in result.notices) else made
        if result.outcome is Outcome.LEFT:
            return [act("undo")]
        if result.outcome.style.family is Family.LOOK:
            return [act("type_name"), act("walk_in")]
        if result.outcome is Outcome.ALREADY:
            return [act("show_person"), act("check_out"), act("different_person")]
        if not result.attendee:
            return [act("type_name"), act("walk_in")]
        # Whoever only has to wait or pay is on the list: a walk-in would make them twice.
        made = [act("show_person")]
        if result.outcome.style.family is Family.STOP:
            made.append(act("walk_in"))
        if result.outcome in OVERRIDABLE and self._parts.may_override:
            made.append(act("admit_anyway"))
        return made

    def follow(self, job: Job) -> None:
        """A badge came out, or did not: the verdict that stands says so."""
        shown = self._shown
        if shown is None or shown.print_job != job.job or self._parts.view.cards.page != "verdict":
            return
        if job.state == "sent":
            self._parts.view.cards.verdict.set_reason(self.tr("Badge printed"))
        else:
            told = self.tr("They are admitted. {cause}").format(cause=job.cause)
            self._parts.view.cards.verdict.set_reason(self.tr("The badge was not printed"), told)


def _judged(scans: ScanService, request: ScanRequest, at: datetime) -> ScanResult:
    return scans.scan(request, at)


def _unless_admitting(scans: ScanService, request: ScanRequest, at: datetime) -> ScanResult | str:
    """The answer, or the id of whom it would have admitted: nothing is stored then."""
    outcome, attendee = scans.preview(request, at)
    return attendee if outcome.admits and attendee else scans.scan(request, at)
