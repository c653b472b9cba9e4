"""Scans and check-ins: asked of the service, shown when committed, followed until the badge is out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer

from checkin.domain.errors import CheckinError
from checkin.domain.outcome import Family, Outcome
from checkin.domain.people import Person
from checkin.domain.results import ScanResult
from checkin.gui.control.parts import Parts
from checkin.gui.pages.desk.acts import act
from checkin.gui.widgets.act import Act
from checkin.services.badges import Job
from checkin.services.scan import ScanRequest

DEAF_AFTER_PASS_MS = 500
"""After an admission Enter is not heard for so long: the key that closed a scan must not admit somebody else."""


class Scanning(QObject):
    """Judges payloads and picked people; shows verdicts."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._shown: ScanResult | None = None
        self._deaf = QTimer(self, singleShot=True, interval=DEAF_AFTER_PASS_MS)
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

    def scan(self, text: str) -> None:
        """A payload was presented, by whatever means."""
        self._ask(ScanRequest(text, print_wish=self._parts.print_wish))

    def check_in(self, attendee: str, *, with_badge: bool = True) -> None:
        """Somebody was picked by name."""
        wish = self._parts.print_wish if with_badge else None
        self._ask(ScanRequest(attendee=attendee, print_wish=wish))

    def check_out(self, attendee: str) -> None:
        """Somebody leaves."""
        self._ask(ScanRequest(attendee=attendee, exit=True))

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

    def _ask(self, request: ScanRequest) -> None:
        # The time is that of the scan, not of the storing: an act that has to wait keeps it.
        at = self._parts.now()
        self._parts.acting.run(partial(self._parts.services.scans.scan, request, at), self._on_judged, self._on_refused)

    def _on_judged(self, result: ScanResult) -> None:
        self._show(result, sound=True)
        self._parts.changed()
        self._parts.judged(result)

    def _on_refused(self, error: CheckinError) -> None:
        self._parts.acting.failed.emit(error)

    def _show(self, result: ScanResult, *, sound: bool) -> None:
        self._shown = result
        local = replace(result, at=result.at.astimezone(self._parts.zone))
        if result.print_job:
            local = replace(local, reason=self.tr("Badge is printing"))
        cards = self._parts.view.cards
        cards.verdict.show_result(local, self._acts(result))
        cards.show_page("verdict")
        if sound:
            self._parts.speaker.play(result.outcome.style.family.value, notice=bool(result.notices))
        if result.outcome.passes:
            self._deaf.start()

    def _acts(self, result: ScanResult) -> list[Act]:
        if result.outcome.admits:
            return [act("undo"), act("print_again", self.tr("Print badge") if not result.print_job else "")]
        if result.outcome is Outcome.LEFT:
            return [act("undo")]
        if result.outcome.style.family is Family.LOOK:
            return [act("type_name"), act("walk_in")]
        if result.outcome is Outcome.ALREADY:
            return [act("show_person"), act("check_out")]
        return [act("show_person"), act("walk_in")]

    def follow(self, job: Job) -> None:
        """A badge came out, or did not: the verdict that stands says so."""
        shown = self._shown
        if shown is None or shown.print_job != job.job or self._parts.view.cards.page != "verdict":
            return
        if job.state == "sent":
            self._parts.view.cards.verdict.set_reason(self.tr("Badge printed"))
        else:
            told = self.tr("Not printed: {cause}").format(cause=job.cause)
            self._parts.view.cards.verdict.set_reason(told, self.tr("The person is admitted. Print the badge again."))
