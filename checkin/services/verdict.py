"""A decision in words: what the verdict says, with the gaps of its sentences filled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from checkin.domain.badge import spaced
from checkin.domain.days import from_ms, zone_of
from checkin.domain.kinds import Kind
from checkin.domain.outcome import Outcome
from checkin.domain.payload import Payload
from checkin.domain.person_fold import State, name_of, standing
from checkin.domain.programme import Door
from checkin.domain.results import First
from checkin.domain.scan import Decision
from checkin.domain.sentences import EARLY_WAY_OUT, LATE_WAY_OUT, REPLACED_WAY_OUT, SPITE, reason_of, way_out_of
from checkin.domain.translation import mark, say
from checkin.services.desk import Desk
from checkin.services.telling import ago, clock_time, duration, span
from db.engine import Connection
from db.projections.facts import facts_of_all
from db.queries import entries, people

_SHOWN_CODE = 24
_SHOWN_BEGINNING = 40


@dataclass(frozen=True, slots=True)
class Verdict:
    """Word, reason and way out of one decision; `first` is the check-in that a second scan ran into."""

    word: str
    reason: str
    way_out: str
    first: First | None = None


def told(
    desk: Desk, connection: Connection, decision: Decision, door: Door, now: datetime, payload: Payload
) -> Verdict:
    """The words for `decision`, in the event's zone and with its own sentences."""
    event = desk.programme(connection).event
    zone = zone_of(event.timezone)
    gaps: dict[str, Any] = {"door": door.name, "at": clock_time(now, zone, now)}
    first: First | None = None
    word = decision.outcome.style.word
    told_facts = decision.facts
    if decision.outcome is Outcome.ALREADY:
        first = first_of(desk, connection, told_facts["first"])
        gaps |= {
            "since": clock_time(first.at, zone, now), "station": first.station, "operator": _by(first.operator),
            "ago": ago(first.at, now, zone),
        }  # fmt: skip
    elif decision.outcome is Outcome.WRONG_TIME:
        word = mark("Too early") if told_facts["early"] else mark("Too late")
        gaps["span"] = span(told_facts["from"], told_facts["to"], zone, now)
        gaps["way"] = _when(told_facts, zone, now)
    elif decision.outcome is Outcome.FULL:
        gaps |= {**told_facts, "alternative": _alternative(desk, connection, door, now)}
    elif decision.outcome is Outcome.NOT_BOOKED and decision.state:
        gaps["booked"] = _booked(desk, connection, decision.state["bookings"], door)
    elif decision.outcome is Outcome.UNPAID and decision.state:
        order = decision.state.get("order")
        gaps["order"] = say("Order {order}", order=order) if order else say("The registration")
    elif decision.outcome is Outcome.AMBIGUOUS:
        gaps |= told_facts
    elif decision.outcome in (Outcome.UNKNOWN, Outcome.UNREADABLE, Outcome.WRONG_EVENT):
        gaps |= _payload_gaps(payload)
    reason = reason_of(decision.outcome, gaps)
    if decision.outcome is Outcome.ADMITTED_AGAIN and told_facts.get("today"):
        reason = _back(told_facts, zone, now)
    if decision.outcome is Outcome.LEFT and told_facts.get("since"):
        reason = say("Was here {duration}", duration=duration(now - from_ms(told_facts["since"])))
    if decision.outcome in (Outcome.CANCELLED, Outcome.REVOKED) and decision.state:
        instead = _who_comes_instead(connection, decision.state)
        if instead:
            return Verdict(word, say("{name} comes instead", name=instead), say(REPLACED_WAY_OUT), first)
    if decision.outcome is Outcome.REVOKED and decision.state:
        reason = _replaced(connection, decision.state, payload, zone, now) or reason
    if decision.overridden:
        reason = say("Admitted in spite of: {what}", what=say(SPITE[decision.overridden]))
    return Verdict(word, reason, way_out_of(decision.outcome, gaps, event.sentences), first)


def first_of(desk: Desk, connection: Connection, entry: list[Any]) -> First:
    """When, at which station and by whom the check-in `entry` ([act, at, …]) was made."""
    row = entries.by_act(connection, entry[0])
    station = row.label if row else ""
    operator = desk.operator_name(row.operator) if row else ""
    return First(from_ms(entry[1]), station, operator)


def _who_comes_instead(connection: Connection, state: State) -> str:
    """The name of who took over the registration, the last of several; "" when nobody did."""
    seen, name = {state["attendee"]}, ""
    while state.get("replaced_by"):
        other = people.state(connection, state["replaced_by"])
        # Two who were joined afterwards may have come for each other.
        if other is None or other["attendee"] in seen:
            break
        state, name = other, name_of(other)
        seen.add(other["attendee"])
    return name


def _replaced(connection: Connection, state: State, payload: Payload, zone: tzinfo, now: datetime) -> str:
    """When and where the badge that was scanned got its successor; "" where a list replaced the code."""
    facts = standing(facts_of_all(connection, state.get("members") or [state["attendee"]]))
    acts = [f for f in facts if f.kind == Kind.BADGE_REVOKED]
    code = next((c for c in payload.candidates if any(c in f.personal.get("revoked", ()) for f in acts)), None)
    made = [f for f in acts if code in f.personal.get("revoked", ())]
    if not made:
        return ""
    at = clock_time(from_ms(made[0].body["at"]), zone, now)
    return say("This badge was replaced at {at}, {station}", at=at, station=made[0].body["label"])


def _by(operator: str) -> str:
    """Who it was, as a sentence says it: a name, or the role of whoever sits at a desk without operators."""
    return say("the organiser") if operator == "organiser" else operator


def _back(told_facts: dict[str, Any], zone: Any, now: datetime) -> str:
    out_at = told_facts.get("out_at")
    if not out_at:
        return say("Back at {time}", time=clock_time(now, zone, now))
    out, back = clock_time(from_ms(out_at), zone, now), clock_time(now, zone, now)
    return say("Out since {out}, back at {back}", out=out, back=back)


def _when(told_facts: dict[str, Any], zone: tzinfo, now: datetime) -> str:
    if told_facts["early"]:
        return say(EARLY_WAY_OUT, time=clock_time(told_facts["from"], zone, now))
    return say(LATE_WAY_OUT)


def _payload_gaps(payload: Payload) -> dict[str, str]:
    code = spaced(payload.badge_code) if payload.badge_code else payload.text[:_SHOWN_CODE]
    beginning = "".join(c if c.isprintable() else "·" for c in payload.text[:_SHOWN_BEGINNING])
    return {"code": code, "beginning": f": {beginning}" if beginning.strip() else ""}


def _booked(desk: Desk, connection: Connection, bookings: dict[str, str], door: Door) -> str:
    """Where they are booked instead: at the same time, else on the same day, else at all."""
    programme = desk.programme(connection)
    booked = [d for d in programme.doors if bookings.get(d.id) == "booked" and d.kind == door.kind]
    here = programme.span(door.id)
    at_once = [d for d in booked if programme.overlap(d.id, door.id)]
    same_day = [d for d in booked if here and (when := programme.span(d.id)) and when[0].date() == here[0].date()]
    names = [d.name for d in at_once or same_day or booked]
    return say(". Booked: {names}", names=", ".join(names)) if names else ""


def _alternative(desk: Desk, connection: Connection, door: Door, now: datetime) -> str:
    """The session or visit of the same time that has most room left."""
    today = desk.today(connection, now)
    programme = desk.programme(connection)
    best: tuple[int, str] | None = None
    for other in programme.doors:
        if other.id == door.id or other.kind != door.kind or other.capacity is None:
            continue
        if not programme.overlap(other.id, door.id):
            continue
        free = other.capacity - people.inside(connection, other.id, today)
        if free > 0 and (best is None or free > best[0]):
            best = (free, other.name)
    if best is None:
        return say("No other room of this time has a place left. Ask them to wait for somebody to leave.")
    return say("Nearest with room: {name}, {n} places.", name=best[1], n=best[0])
