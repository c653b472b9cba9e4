"""A scan at a door, or a check-in of somebody found by name: one decision, one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from checkin.domain.badge_fold import badge_place
from checkin.domain.errors import NotFound, UserError
from checkin.domain.ids import sha256
from checkin.domain.kinds import ENTERS, LEAVES, Kind
from checkin.domain.notices import notices_of
from checkin.domain.outcome import Outcome
from checkin.domain.payload import KEPT_BYTES, Payload, parse_payload
from checkin.domain.people import BadgeState, Notice, Person
from checkin.domain.person_fold import State
from checkin.domain.programme import MAIN_DOOR, Door
from checkin.domain.results import GroupResult, ScanResult
from checkin.domain.scan import Decision, Match, ScanFacts, decide_scan
from checkin.domain.translation import say
from checkin.services.desk import Desk
from checkin.services.verdict import Verdict, told
from db.engine import Connection
from db.journal import Writer
from db.projections.facts import facts_of_all
from db.queries import entries, people
from db.queries.people import Today


@dataclass(frozen=True, slots=True)
class PrintWish:
    """That a badge is to be printed for whoever is admitted for the first time."""

    template: str
    printer: str


@dataclass(frozen=True, slots=True)
class ScanRequest:
    """What is asked of a door. Either `text` was presented, or `attendee` was picked by name. `hand_over` when a badge
    that lies here (pre-printed, or kept) is given out with the admission.
    """

    text: str = ""
    attendee: str | None = None
    door: str | None = None
    exit: bool = False
    override: bool = False
    reason: str = ""
    print_wish: PrintWish | None = None
    hand_over: bool = False


_LIES_HERE = frozenset({BadgeState.PRE_PRINTED.value, BadgeState.KEPT.value})


@dataclass(frozen=True, slots=True)
class Judged:
    """A request with what it was decided on, before anything is written. `holder` is the id that the act is written
    under: of somebody who was joined with others that of the registration whose badge was presented.
    """

    request: ScanRequest
    facts: ScanFacts
    decision: Decision
    today: Today
    holder: str = ""

    @property
    def subject(self) -> str:
        """Whom it is about."""
        return _subject(self.decision.state) if self.decision.state else ""

    @property
    def prints(self) -> bool:
        """Whether a badge is printed: at the first admission, for who has none yet. One that was printed before, by
        hand or at a check-in that was taken back, is not printed twice.
        """
        state = self.decision.state
        first = self.decision.outcome is Outcome.ADMITTED and self.facts.door.id == MAIN_DOOR
        none_yet = state is not None and state["badge"] in (BadgeState.NONE, BadgeState.OWED)
        return self.request.print_wish is not None and first and none_yet

    @property
    def hands_over(self) -> bool:
        """Whether a badge that lies here is given out."""
        state = self.decision.state
        here = state is not None and state["badge"] in _LIES_HERE
        return self.request.hand_over and self.decision.outcome.admits and here


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
            raise UserError(say("Admitting anyway needs a reason."), say("Add --reason with a few words."))
        with self._desk.acts(at) as (connection, writer_of):
            judged = self._judge(connection, request, self._desk.now(at))
            writer = writer_of(judged.hands_over)
            _record(writer, judged)
            state = writer.finish().people.get(judged.subject) or judged.decision.state
            return self._answer(connection, writer, judged, state)

    def group(
        self, attendees: Sequence[str], print_wish: PrintWish | None = None, *, hand_over: bool = False,
        at: datetime | None = None, door: str | None = None,
    ) -> GroupResult:  # fmt: skip
        """Check several people in at a door, by default the event's, in one act; whoever may not in stays behind, with
        the reason.

        Raises:
            UserError: no such door.
            NotFound: no such attendee.
            EnvironmentFault: nothing could be stored.
        """
        now = self._desk.now(at)
        with self._desk.act(at, batched=True) as (connection, writer):
            wanted = dict.fromkeys(people.canonical_id(connection, a) for a in attendees)
            results = [
                self._one(connection, writer, ScanRequest("", a, door, print_wish=print_wish, hand_over=hand_over), now)
                for a in wanted
            ]
            writer.finish()
            return GroupResult(tuple(results), writer.entry)

    def check_in(
        self, connection: Connection, writer: Writer, attendee: str, wish: PrintWish | None, now: datetime
    ) -> ScanResult:
        """Let somebody in as a part of a greater act; the caller's transaction, writer (batched) and finish."""
        return self._one(connection, writer, ScanRequest(attendee=attendee, print_wish=wish), now)

    def preview(self, request: ScanRequest, at: datetime | None = None) -> tuple[Outcome, str | None]:
        """What the scan would come to, and whom it is about; nothing is written."""
        with self._desk.database.read() as connection:
            decision = self._judge(connection, request, self._desk.now(at)).decision
            return decision.outcome, _subject(decision.state) if decision.state else None

    def _one(self, connection: Connection, writer: Writer, request: ScanRequest, now: datetime) -> ScanResult:
        """One of several scans of a transaction; the next one sees it."""
        judged = self._judge(connection, request, now)
        _record(writer, judged)
        state = writer.flush().people.get(judged.subject) or judged.decision.state
        return self._answer(connection, writer, judged, state)

    def _judge(self, connection: Connection, request: ScanRequest, now: datetime) -> Judged:
        payload = parse_payload(request.text) if request.attendee is None else Payload("", ())
        door = self._desk.door(connection, request.door)
        today = self._desk.today(connection, now)
        facts = self._facts(connection, request, payload, door, now, today)
        decision = decide_scan(facts)
        return Judged(request, facts, decision, today, _holder(connection, decision, payload))

    def _facts(
        self, connection: Connection, request: ScanRequest, payload: Payload, door: Door, now: datetime, today: Today
    ) -> ScanFacts:
        event = self._desk.programme(connection).event
        if request.attendee is not None:
            state = people.state(connection, request.attendee)
            if state is None:
                raise NotFound(say("Nobody with this id is on the list."), say("Search by name and pick them again."))
            found: tuple[Match, ...] = (Match(state),)
        else:
            found = people.matches(connection, payload.candidates)
        counted = door.capacity is not None and not request.exit
        inside = people.inside(connection, door.id, today) if counted else 0
        return ScanFacts(
            payload, door, now, today.day, found, request.exit, request.override, today.closed_hlc, inside, event.short,
            event.unpaid_may_be_overridden,
        )  # fmt: skip

    def _print_job(self, connection: Connection, judged: Judged, writer: Writer) -> str | None:
        from db.queries import printing

        wish = judged.request.print_wish
        if wish is None or not judged.prints:
            return None
        return printing.add(
            connection, judged.subject, "first", wish.template, wish.printer, writer.now_ms, entry=writer.entry
        )

    def _candidates(self, connection: Connection, judged: Judged) -> tuple[Person, ...]:
        if judged.decision.outcome is not Outcome.AMBIGUOUS:
            return ()
        ids = [m.state["attendee"] for m in judged.facts.matches if m.live]
        return tuple(people.persons(connection, ids, judged.today))

    def _notices(self, connection: Connection, judged: Judged) -> tuple[Notice, ...]:
        decision, door = judged.decision, judged.facts.door
        if decision.state is None:
            return ()
        programme = self._desk.programme(connection)
        found = notices_of(decision.state, programme.event, decision.product, programme.doors)
        if decision.outcome is Outcome.REVOKED:
            # Whoever carries an old badge may be anybody: nothing of the person is told but what waits for them.
            return tuple(n for n in found if n.kind == "message")
        if door.hands_over and decision.outcome is Outcome.ADMITTED:
            found = (*found, Notice("hand_over", say("Hand over"), door.hands_over))
        return found

    def _answer(self, connection: Connection, writer: Writer, judged: Judged, state: State | None) -> ScanResult:
        """The committed answer, in words; `state` is the person's after it."""
        decision, door, now = judged.decision, judged.facts.door, judged.facts.now
        job = self._print_job(connection, judged, writer)
        person = people.person(connection, state["attendee"], judged.today) if state else None
        verdict: Verdict = told(self._desk, connection, decision, door, now, judged.facts.payload)
        return ScanResult(
            outcome=decision.outcome,
            attendee=person.attendee if person else None,
            name=person.name if person else "",
            door=door.id,
            door_name=door.name,
            reason=verdict.reason,
            way_out=verdict.way_out,
            entry=writer.entry,
            at=now,
            first=verdict.first,
            notices=self._notices(connection, judged),
            person=person,
            candidates=self._candidates(connection, judged),
            word=verdict.word,
            print_job=job,
            photo=str(state.get("photo") or "") if state else "",
            badge_place=badge_place(state) if state and state["badge"] in _LIES_HERE | {"handed_over"} else "",
            handed_over=judged.hands_over,
        )


def _holder(connection: Connection, decision: Decision, payload: Payload) -> str:
    """Under which id it is written: what happened while two were one stays with whose badge it was when they are two
    again; an exit goes with its entry.
    """
    if decision.state is None:
        return ""
    members = decision.state.get("members")
    if not members:
        return _subject(decision.state)
    entered = [row for row in (entries.by_act(connection, act) for act in decision.follows) if row is not None]
    if entered and decision.outcome is Outcome.LEFT:
        return entered[-1].subject
    issued = {code[0]: f.subject for f in facts_of_all(connection, members) for code in f.personal.get("codes", ())}
    return next((issued[code] for code in payload.candidates if code in issued), _subject(decision.state))


def _record(writer: Writer, judged: Judged) -> None:
    request, door, today, decision = judged.request, judged.facts.door, judged.today, judged.decision
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
        if judged.prints:
            body["badge"] = BadgeState.OWED.value
        kinds = LEAVES if request.exit else ENTERS
        writer.add(kinds[door.kind], judged.holder, body, personal)
        if judged.hands_over:
            writer.add(Kind.BADGE_HANDED_OVER, judged.holder, {})
        return
    writer.add(Kind.SCAN_REFUSED, judged.holder or f"unknown:{door.id}", body, personal)


def _subject(state: State) -> str:
    return str(state["attendee"])


def _escaped(text: str) -> bool:
    """True when `text` came from bytes that are no UTF-8 (lone low surrogates U+DC80 to U+DCFF)."""
    lone = [c for c in text if "\ud800" <= c <= "\udfff"]
    return bool(lone) and all("\udc80" <= c <= "\udcff" for c in lone)
