"""Badges that did not come out: told in the bar with their cause until somebody printed them again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from checkin.gui.control.parts import Parts
from checkin.services.badges import Job

BAD = ("failed", "unconfirmed")
_MOST_NAMES = 3


class Unprinted(QObject):
    """Signals: `changed()` when badges joined or left; `print_wanted()` when some were queued again."""

    changed = Signal()
    print_wanted = Signal()

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._jobs: dict[str, Job] = {}

    @property
    def count(self) -> int:
        """How many people wait for a badge that did not come out."""
        return len(self._jobs)

    def follow(self, job: Job) -> None:
        """A print was settled: a badge that came out takes its person off."""
        self._jobs.pop(job.attendee, None)
        if job.state in BAD:
            self._jobs[job.attendee] = job
        self.changed.emit()

    def look_for_interrupted(self) -> None:
        """Badges that were on their way when the program stopped: somebody has to look whether they came out."""
        self._parts.asking.run(self._parts.services.badges.jobs, done=self._on_jobs, failed=lambda _error: None)

    def sentence(self) -> str:
        """Whose badges, in one sentence."""
        jobs = list(self._jobs.values())
        names = ", ".join(job.name for job in jobs[:_MOST_NAMES])
        if any(job.state == "unconfirmed" for job in jobs):
            told = self.tr("Did the badge of {names} come out? The printer has not said so.")
            if len(jobs) > 1:
                told = self.tr("Did these {n} badges come out? {names}")
        elif len(jobs) == 1:
            told = self.tr("The badge of {names} was not printed.")
        else:
            told = self.tr("{n} badges were not printed: {names}")
        more = "" if len(jobs) <= _MOST_NAMES else self.tr(" and {n} more").format(n=len(jobs) - _MOST_NAMES)
        return told.format(n=len(jobs), names=names + more)

    def advice(self) -> str:
        """The newest one's cause."""
        return next(reversed(self._jobs.values())).cause if self._jobs else ""

    def acts(self) -> list[tuple[str, str]]:
        """The buttons of the bar."""
        made = [("reprint", self.tr("Print again"))]
        if all(job.state == "unconfirmed" for job in self._jobs.values()):
            made.append(("came_out", self.tr("It came out")))
        return [*made, ("leave", self.tr("Close"))]

    def run(self, act: str) -> None:
        """Do what a button of the bar says."""
        jobs, self._jobs = self._jobs, {}
        badges = self._parts.services.badges
        for job in jobs.values():
            if act == "reprint":
                self._parts.acting.run(partial(badges.repeat, job.job), lambda _job: self.print_wanted.emit())
            elif act == "came_out":
                self._parts.acting.run(partial(badges.confirm, job.job, True), lambda _job: self._parts.changed())
        self.changed.emit()

    def _on_jobs(self, jobs: Sequence[Job]) -> None:
        for job in reversed(jobs):
            if job.state == "unconfirmed":
                self._jobs[job.attendee] = job
        if self._jobs:
            self.changed.emit()
