"""A scan at a door, or a check-in of somebody found by name: one decision, one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from checkin.domain.act import Fact
from checkin.domain.errors import NotFound, UserError
from checkin.domain.ids import sha256
from checkin.domain.kinds import ENTERS, LEAVES, Kind
from checkin.domain.notices import notices_of
from checkin.domain.outcome import Outcome
from checkin.domain.payload import KEPT_BYTES, Payload, parse_payload
from checkin.domain.people import Person
from checkin.domain.person_fold import State
from checkin.domain.programme import MAIN_DOOR, Door
from checkin.domain.results import ScanResult
from checkin.domain.scan import Decision, Match, ScanFacts, decide_scan
from checkin.services.desk import Desk
from checkin.services.verdict import Verdict, told
from db.engine import Connection
from db.journal import Writer
from db.queries import people
from db.queries.people import Today


@dataclass(frozen=True, slots=True)
class PrintWish:
    """That a badge is to be printed for whoever is admitted for the first time."""

    template: str
    printer: str


@dataclass(frozen=True, slots=True)
class ScanRequest:
    """What is asked of a door. Either `text` was presented, or `attendee` was picked by name."""

    text: str = ""
    attendee: str | None = None
    door: str | None = None
    exit: bool = False
    override: bool = False
    reason: str = ""
    print_wish: PrintWish | None = None


class ScanService:
    """Scans and check-ins. Every scan leaves an entry, refused or not."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def scan(self, request: ScanRequest, at: datetime | None = None) -> ScanResult:
        """Decide, record, fold; the answer is committed when this returns.

        Raises:
            UserError: no such door; an override without a reason.
            NotFound: no such attendee.
            EnvironmentFault: nothing could be stored.
        """
        if request.override and not request.reason.strip():
            raise UserError("Admitting anyway needs a reason.", "Add --reason with a few words.")
        payload = parse_payload(request.text) if request.attendee is None else Payload("", ())
        with self._desk.act(at) as (connection, writer):
            now = self._desk.now(at)
            door = self._desk.door(connection, request.door)
            today = self._desk.today(connection, now)
            facts = self._facts(connection, request, payload, door, now, today)
            decision = decide_scan(facts)
            act = _record(writer, request, payload, door, today, decision)
            applied = writer.finish()
            state = applied.people.get(act.subject) or decision.state
            job = self._print_job(connection, request, decision, door, writer)
            candidates = self._candidates(connection, facts, decision, today)
            person = people.person(connection, state["attendee"], today) if state else None
            return self._answer(connection, decision, door, now, payload, person, candidates, writer.entry, job)

    def _facts(
        self, connection: Connection, request: ScanRequest, payload: Payload, door: Door, now: datetime, today: Today
    ) -> ScanFacts:
        event = self._desk.programme(connection).event
        if request.attendee is not None:
            state = people.state(connection, request.attendee)
            if state is None:
                raise NotFound("Nobody with this id is on the list.", "Search by name and pick them again.")
            found: tuple[Match, ...] = (Match(state),)
        else:
            found = people.matches(connection, payload.candidates)
        counted = door.capacity is not None and not request.exit
        inside = people.inside(connection, door.id, today) if counted else 0
        return ScanFacts(
            payload, door, now, today.day, found, request.exit, request.override, today.closed_hlc, inside, event.short,
            event.unpaid_may_be_overridden,
        )  # fmt: skip

    def _print_job(
        self, connection: Connection, request: ScanRequest, decision: Decision, door: Door, writer: Writer
    ) -> str | None:
        from db.queries import printing

        first = decision.outcome is Outcome.ADMITTED and door.id == MAIN_DOOR
        if request.print_wish is None or not first or decision.state is None:
            return None
        if decision.state["badge"] != "none":
            # Printed before: by hand, or at a check-in that was taken back.
            return None
        wish = request.print_wish
        attendee = decision.state["attendee"]
        return printing.add(
            connection, attendee, "first", wish.template, wish.printer, writer.now_ms, entry=writer.entry
        )

    def _candidates(
        self, connection: Connection, facts: ScanFacts, decision: Decision, today: Today
    ) -> tuple[Person, ...]:
        if decision.outcome is not Outcome.AMBIGUOUS:
            return ()
        ids = [m.state["attendee"] for m in facts.matches if m.live]
        return tuple(people.persons(connection, ids, today))

    def _answer(
        self,
        connection: Connection,
        decision: Decision,
        door: Door,
        now: datetime,
        payload: Payload,
        person: Person | None,
        candidates: tuple[Person, ...],
        entry: str,
        job: str | None,
    ) -> ScanResult:
        verdict: Verdict = told(self._desk, connection, decision, door, now, payload)
        shown = decision.state if decision.outcome is not Outcome.REVOKED else None
        event = self._desk.programme(connection).event
        notices = notices_of(shown, event, decision.product) if shown else ()
        return ScanResult(
            outcome=decision.outcome,
            attendee=person.attendee if person else None,
            name=person.name if person else "",
            door=door.id,
            door_name=door.name,
            reason=verdict.reason,
            way_out=verdict.way_out,
            entry=entry,
            at=now,
            first=verdict.first,
            notices=notices,
            person=person,
            candidates=candidates,
            word=verdict.word,
            print_job=job,
        )


def _record(
    writer: Writer, request: ScanRequest, payload: Payload, door: Door, today: Today, decision: Decision
) -> Fact:
    raw = request.text.encode("utf-8", "surrogateescape" if _escaped(request.text) else "surrogatepass")
    body: dict[str, object] = {"door": door.id, "day": today.day, "outcome": decision.outcome.value}
    personal: dict[str, object] = {}
    if request.attendee is None:
        body |= {"length": len(raw), "sha256": sha256(raw).hex()}
        personal["payload"] = raw[:KEPT_BYTES].decode("utf-8", "surrogateescape")
    if request.exit:
        body["exit"] = True
    if decision.overridden is not None:
        body["overridden"] = decision.overridden.value
        personal["reason"] = request.reason
    if decision.outcome.passes and decision.state is not None:
        body["refs"] = list(decision.follows)
        kinds = LEAVES if request.exit else ENTERS
        return writer.add(kinds[door.kind], _subject(decision.state), body, personal)
    subject = decision.state["attendee"] if decision.state else f"unknown:{door.id}"
    return writer.add(Kind.SCAN_REFUSED, subject, body, personal)


def _subject(state: State) -> str:
    return str(state["attendee"])


def _escaped(text: str) -> bool:
    """True when `text` came from bytes that are no UTF-8 (lone low surrogates U+DC80 to U+DCFF)."""
    lone = [c for c in text if "\ud800" <= c <= "\udfff"]
    return bool(lone) and all("\udc80" <= c <= "\udcff" for c in lone)
