"""Badges: drawn from what is known of a person, queued, printed step by step; printing never delays a verdict."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Protocol

from checkin.domain.act import Fact
from checkin.domain.badge import BadgeContent
from checkin.domain.days import from_ms, to_ms
from checkin.domain.errors import CheckinError, EnvironmentFault, MaybePrinted, NotFound, UserError
from checkin.domain.kinds import Kind
from checkin.domain.person_fold import State, standing
from checkin.domain.programme import EventInfo
from checkin.domain.translation import in_english, mark, say, together
from checkin.paper.badge import TEMPLATES, BadgePdf, render_badge
from checkin.services.desk import Desk
from db.engine import Connection
from db.projections.facts import facts_of
from db.queries import people, printing
from db.queries.printing import PrintJob

DEFAULT_TEMPLATE = "label-62x100"
_NEVER_CAME = mark("It did not come out.")
_PRINTED_AGAIN = mark("Printed again.")


class Printer(Protocol):
    """Where a badge goes: a print queue, or a folder of PDFs."""

    def print_pdf(self, pdf: bytes, *, title: str, media_mm: tuple[float, float]) -> str:
        """Hand the badge over; returns the job's name at the printer when its queue has it.

        Raises:
            MaybePrinted: it is not known whether the printer took it.
            EnvironmentFault: it could not, with the cause and what to do.
        """


@dataclass(frozen=True, slots=True)
class Job:
    """A print job as people see it. `entry` is the act that its last step wrote, None when that wrote none."""

    job: str
    attendee: str
    name: str
    state: str
    cause: str
    printer: str
    at: datetime
    entry: str | None = None


class BadgeService:
    """Renders badges and works the queue of prints."""

    def __init__(self, desk: Desk, printer_named: Callable[[str], Printer]) -> None:
        self._desk = desk
        self._printer_named = printer_named
        self._owed: Callable[[], Job] | None = None
        self._causes: dict[str, str] = {}

    def render(self, attendee: str, template: str = DEFAULT_TEMPLATE) -> BadgePdf:
        """The badge of an attendee as a PDF, with what a person should look at.

        Raises:
            NotFound: no such attendee.
            UserError: no such template.
        """
        if template not in TEMPLATES:
            raise UserError(
                say("There is no badge template {template!r}.", template=template),
                say("Templates are: {templates}.", templates=", ".join(TEMPLATES)),
            )
        with self._desk.database.read() as connection:
            state = people.state(connection, attendee)
            event = self._desk.programme(connection).event
        if state is None:
            raise NotFound(say("Nobody with this id is on the list."), say("Search by name and pick them again."))
        return render_badge(content_of(state, event), template)

    def queue(
        self,
        attendee: str,
        printer: str,
        template: str = DEFAULT_TEMPLATE,
        *,
        reason: str = "",
        at: datetime | None = None,
    ) -> Job:
        """Queue one badge; a second one of a person is a reprint and says why."""
        if template not in TEMPLATES:
            raise UserError(
                say("There is no badge template {template!r}.", template=template),
                say("Templates are: {templates}.", templates=", ".join(TEMPLATES)),
            )
        with self._desk.database.write() as connection:
            state = people.state(connection, attendee)
            if state is None:
                raise NotFound(say("Nobody with this id is on the list."), say("Search by name and pick them again."))
            again = state["prints"] or printing.waits_for_a_look(connection, state["attendee"])
            kind = "reprint" if again else "first"
            now = to_ms(self._desk.now(at))
            job = printing.add(connection, state["attendee"], kind, template, printer, now, reason=reason)
            return self._told(printing.get(connection, job), state)

    def jobs(self, limit: int = 200) -> list[Job]:
        """The jobs, newest first."""
        with self._desk.database.read() as connection:
            found = printing.jobs(connection, limit)
            return [self._told(job, people.state(connection, job.attendee)) for job in found]

    def step(self, at: datetime | None = None) -> Job | None:
        """Print the oldest queued badge; None when nothing waits. Never raises for a printer's fault: the job keeps
        its cause and can be repeated.
        """
        if self._owed is not None:
            return self._pay()
        with self._desk.database.write() as connection:
            job = printing.next_queued(connection)
            if job is None:
                return None
            printing.settle(connection, job.job, "sending", "", self._now(at))
        try:
            badge = self.render(job.attendee, job.template)
            media = (badge.width_mm, badge.height_mm)
            self._printer_named(job.printer).print_pdf(badge.pdf, title=f"badge {badge.payload}", media_mm=media)
        except MaybePrinted as fault:
            self._owed = partial(self._settle, job, "unconfirmed", together(fault.sentence, fault.advice), at)
        except CheckinError as fault:
            self._owed = partial(self._settle, job, "failed", together(fault.sentence, fault.advice), at)
        except Exception as fault:
            # A job must never stay "sending": nobody would look at it again.
            self._settle(job, "failed", say("The badge could not be made ({kind}).", kind=type(fault).__name__), at)
            raise
        else:
            self._owed = partial(self._printed, job, "sent", at)
        return self._pay()

    def _pay(self) -> Job | None:
        """Note what became of the last badge; a database that is locked or full just now is asked again next time."""
        owed = self._owed
        settled = owed() if owed is not None else None
        self._owed = None
        return settled

    def repeat(self, job: str, printer: str | None = None) -> Job:
        """Queue a job again that failed or never came out."""
        with self._desk.database.write() as connection:
            found = self._known(printing.get(connection, job))
            now = self._now()
            if found.state in ("failed", "unconfirmed"):
                printing.settle(connection, found.job, "failed", found.cause or _PRINTED_AGAIN, now)
            again = printing.add(
                connection, found.attendee, "reprint", found.template, printer or found.printer, now, reason="again"
            )
            return self._told(printing.get(connection, again), people.state(connection, found.attendee))

    def confirm(self, job: str, came_out: bool, at: datetime | None = None) -> Job:
        """Say whether a badge came out of the printer; its person's history follows.

        Raises:
            NotFound: there is no such job.
            UserError: it was not sent yet.
        """
        with self._desk.database.read() as connection:
            found = self._known(printing.get(connection, job))
            told = self._printed_act(connection, found)
        if found.state in ("queued", "sending"):
            raise UserError(
                say("This badge was not sent to a printer yet."), say("`checkin badge jobs` tells how far it is.")
            )
        if came_out and told is None:
            return self._printed(found, "confirmed", at)
        if not came_out and told is not None:
            return self._never_came(found, told, at)
        state, cause = ("confirmed", "") if came_out else ("failed", _NEVER_CAME)
        return self._settle(found, state, cause, at)

    def after_start(self) -> int:
        """Mark what was being sent when the program stopped; a person has to look whether it came out."""
        with self._desk.database.write() as connection:
            return printing.interrupted(connection, self._now())

    def _settle(self, job: PrintJob, state: str, cause: str, at: datetime | None) -> Job:
        # Scripts read the cause in English; whoever has just seen the printer fail reads it in their own language.
        if in_english(cause) != cause:
            self._causes[job.job] = cause
        with self._desk.database.write() as connection:
            printing.settle(connection, job.job, state, in_english(cause), self._now(at))
            return self._told(printing.get(connection, job.job), people.state(connection, job.attendee))

    def _printed(self, job: PrintJob, state: str, at: datetime | None) -> Job:
        with self._desk.act(at) as (connection, writer):
            printing.settle(connection, job.job, state, "", self._now(at))
            body = {"template": job.template, "again": job.kind != "first", "job": job.job}
            owner = people.canonical_id(connection, job.attendee)
            writer.add(Kind.BADGE_PRINTED, owner, body, {"reason": job.reason} if job.reason else None)
            writer.finish()
            return self._told(printing.get(connection, job.job), people.state(connection, owner), writer.entry)

    def _never_came(self, job: PrintJob, printed: Fact, at: datetime | None) -> Job:
        """Take the print back: nothing is told that did not happen."""
        with self._desk.act(at) as (connection, writer):
            printing.settle(connection, job.job, "failed", _NEVER_CAME, self._now(at))
            body = {"refs": [printed.act_id], "of": [printed.subject]}
            writer.add(Kind.UNDONE, printed.subject, body, {"reason": _NEVER_CAME})
            writer.finish()
            return self._told(printing.get(connection, job.job), people.state(connection, job.attendee), writer.entry)

    def _printed_act(self, connection: Connection, job: PrintJob) -> Fact | None:
        """The standing act that says this job's badge was printed."""
        facts = standing(facts_of(connection, people.canonical_id(connection, job.attendee)))
        return next((f for f in facts if f.kind == Kind.BADGE_PRINTED and f.body.get("job") == job.job), None)

    def _told(self, job: PrintJob | None, state: State | None, entry: str | None = None) -> Job:
        found = self._known(job)
        name = f"{state.get('given') or ''} {state.get('family') or state.get('name') or ''}".strip() if state else ""
        said = self._causes.get(found.job, "")
        cause = said if in_english(said) == found.cause else say(found.cause)
        return Job(found.job, found.attendee, name, found.state, cause, found.printer, from_ms(found.at), entry)

    def _known(self, job: PrintJob | None) -> PrintJob:
        if job is None:
            raise NotFound(say("There is no print job with this id."), say("`checkin badge jobs` lists them."))
        return job

    def _now(self, at: datetime | None = None) -> int:
        return to_ms(self._desk.now(at))


def content_of(state: State, event: EventInfo) -> BadgeContent:
    """What stands on the badge of a folded attendee."""
    code = next((c[0] for c in state["codes"] if c[1] == "badge" and c[2]), "")
    if not code:
        raise EnvironmentFault(
            say("This person has no badge code that opens a door."), say("Give them a new badge first.")
        )
    given, family = state.get("given") or "", state.get("family") or ""
    return BadgeContent(
        given=given or ("" if family else state.get("name") or ""),
        family=family,
        organisation=state.get("organisation") or "",
        city=state.get("city") or "",
        country=state.get("country") or "",
        category=state.get("category") or "",
        code=code,
        photo=state.get("photo") or "",
        event_title=event.title,
        event_subtitle=event.subtitle,
    )
