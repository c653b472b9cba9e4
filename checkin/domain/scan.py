"""The decision at a door: a pure function from facts to one outcome of the closed list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from checkin.domain.outcome import Outcome
from checkin.domain.payload import Payload
from checkin.domain.people import Status
from checkin.domain.person_fold import State
from checkin.domain.programme import Door

_BY_STATUS = {
    Status.CANCELLED: Outcome.CANCELLED,
    Status.PENDING: Outcome.PENDING,
    Status.WAITLISTED: Outcome.WAITLISTED,
    Status.UNPAID: Outcome.UNPAID,
}

OVERRIDABLE = frozenset(
    {
        Outcome.UNPAID, Outcome.PENDING, Outcome.WAITLISTED, Outcome.NOT_BOOKED, Outcome.WRONG_TIME, Outcome.FULL,
        Outcome.BLOCKED, Outcome.CANCELLED,
    }
)  # fmt: skip
"""What a supervisor may admit in spite of, with a reason."""


@dataclass(frozen=True, slots=True)
class Match:
    """A person who holds the scanned code. `live` is false when the code was replaced; `product` names the
    entitlement whose own code this is, "" for a ticket or badge.
    """

    state: State
    live: bool = True
    product: str = ""


@dataclass(frozen=True, slots=True)
class ScanFacts:
    """All that a decision rests on, loaded before it is made.

    `day` is the event day of `now`; `closed_hlc` the clock of the act that closed this day early, 0 when none did;
    `inside` how many are inside the door now; `event_prefix` the two characters that begin this event's badge codes;
    `unpaid_overridable` false where the event lets nobody in who has not paid.
    """

    payload: Payload
    door: Door
    now: datetime
    day: str
    matches: tuple[Match, ...]
    exit: bool = False
    override: bool = False
    closed_hlc: int = 0
    inside: int = 0
    event_prefix: str = ""
    unpaid_overridable: bool = True


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome, whom it concerns, and what its sentences need.

    `follows` names the earlier entries that the act to be written knowingly follows or closes. `overridden` is the
    outcome that a supervisor set aside. `facts` fills the gaps of the sentences.
    """

    outcome: Outcome
    state: State | None = None
    follows: tuple[str, ...] = ()
    overridden: Outcome | None = None
    product: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


def decide_scan(facts: ScanFacts) -> Decision:
    """Decide one scan. Order: who is it, may they ever pass, may they pass now, have they passed already."""
    found = _who(facts)
    if isinstance(found, Decision):
        return found
    if facts.exit:
        return _leaving(facts, found)
    overridden: Outcome | None = None
    for refusal in _refusals(facts, found):
        if not (facts.override and _may_be_overridden(refusal.outcome, facts)):
            return refusal
        overridden = overridden or refusal.outcome
    return _entering(facts, found, overridden)


def _may_be_overridden(outcome: Outcome, facts: ScanFacts) -> bool:
    return outcome in OVERRIDABLE and (facts.unpaid_overridable or outcome is not Outcome.UNPAID)


def _who(facts: ScanFacts) -> Match | Decision:
    live = [m for m in facts.matches if m.live]
    if len(live) > 1:
        return Decision(Outcome.AMBIGUOUS, facts={"n": len(live)})
    if live:
        return live[0]
    if facts.matches:
        return Decision(Outcome.REVOKED, facts.matches[0].state)
    code = facts.payload.badge_code
    if code and facts.event_prefix and not code.startswith(facts.event_prefix):
        return Decision(Outcome.WRONG_EVENT)
    return Decision(Outcome.UNKNOWN if facts.payload.plausible else Outcome.UNREADABLE)


def _refusals(facts: ScanFacts, match: Match) -> Iterator[Decision]:
    """Every reason not to let the person in, the weightiest first: setting one aside does not set the next aside."""
    state, door = match.state, facts.door
    status = Status(state.get("status", Status.CONFIRMED))
    if status is Status.CANCELLED:
        yield Decision(Outcome.CANCELLED, state)
    if state.get("blocked"):
        yield Decision(Outcome.BLOCKED, state)
    if status in _BY_STATUS and status is not Status.CANCELLED and not (status is Status.UNPAID and door.admits_unpaid):
        yield Decision(_BY_STATUS[status], state)
    late = _wrong_time(facts, state)
    if late:
        yield late
    if door.mode == "booked" and state["bookings"].get(door.id) != "booked":
        yield Decision(Outcome.NOT_BOOKED, state)
    already = _already(facts, state)
    if already:
        yield already
    if door.capacity is not None and facts.inside >= door.capacity:
        yield Decision(Outcome.FULL, state, facts={"inside": facts.inside, "capacity": door.capacity})


def _wrong_time(facts: ScanFacts, state: State) -> Decision | None:
    spans = [(facts.door.opens, facts.door.closes)]
    spans.append((_moment(state.get("valid_from")), _moment(state.get("valid_until"))))
    for starts, ends in spans:
        if (starts and facts.now < starts) or (ends and facts.now > ends):
            early = bool(starts and facts.now < starts)
            return Decision(Outcome.WRONG_TIME, state, facts={"from": starts, "to": ends, "early": early})
    return None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def open_entries(state: State, door: str, day: str, closed_hlc: int) -> list[list[Any]]:
    """The entries that make the person be inside `door` on `day`: not of an earlier day, not ended by its closing."""
    entry = state["doors"].get(door)
    return [e for e in entry["open"] if e[2] == day and e[3] > closed_hlc] if entry else []


def _already(facts: ScanFacts, state: State) -> Decision | None:
    inside = open_entries(state, facts.door.id, facts.day, facts.closed_hlc)
    if inside:
        return Decision(Outcome.ALREADY, state, facts={"first": inside[0]})
    entry = state["doors"].get(facts.door.id)
    first = entry["days"].get(facts.day) if entry and not facts.door.reentry else None
    return Decision(Outcome.ALREADY, state, facts={"first": [*first, facts.day, 0]}) if first else None


def _entering(facts: ScanFacts, match: Match, overridden: Outcome | None) -> Decision:
    entry = match.state["doors"].get(facts.door.id)
    before = bool(entry and entry["n"])
    follows = tuple(e[0] for e in entry["open"]) if entry else ()
    outcome = Outcome.ADMITTED_AGAIN if before else Outcome.ADMITTED
    told = {"out_at": entry["out_at"], "today": facts.day in entry["days"]} if entry and before else {}
    return Decision(outcome, match.state, follows, overridden, match.product, told)


def _leaving(facts: ScanFacts, match: Match) -> Decision:
    entry = match.state["doors"].get(facts.door.id)
    follows = tuple(e[0] for e in entry["open"]) if entry else ()
    since = entry["open"][0][1] if entry and entry["open"] else None
    return Decision(Outcome.LEFT, match.state, follows, product=match.product, facts={"since": since})
