"""The decision at a door: every outcome, the cases of pretix's own suite where they apply, clocks and days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from checkin.domain.badge import make_code
from checkin.domain.days import event_day
from checkin.domain.outcome import Outcome
from checkin.domain.outcome import Outcome as O
from checkin.domain.payload import parse_payload
from checkin.domain.person_fold import State
from checkin.domain.scan import OVERRIDABLE, Match, ScanFacts, decide_scan
from tests.factories import DAY, START, a_door, a_person, at_minute, entry, leaving, undo

OURS, THEIRS = make_code("G5", 4711), make_code("X9", 4711)
LONDON, TOKYO = ZoneInfo("Europe/London"), ZoneInfo("Asia/Tokyo")


def facts(person: State | None = None, text: str = OURS, **named: Any) -> ScanFacts:
    matches = named.pop("matches", (Match(person),) if person else ())
    values: dict[str, Any] = {"door": a_door(), "now": at_minute(30), "day": DAY, "event_prefix": "G5"}
    return ScanFacts(parse_payload(text), matches=matches, **{**values, **named})


def outcome(person: State | None = None, text: str = OURS, **named: Any) -> Outcome:
    return decide_scan(facts(person, text, **named)).outcome


IN = entry(1)
OUT = leaving(2, refs=[IN.act_id])
AGAIN = entry(3)
NO_REENTRY = a_door(reentry=False)
BOOKED = a_door(id="lab", kind="visit", mode="booked", capacity=2)
HOURS = a_door(opens=at_minute(20), closes=at_minute(40))


@dataclass(frozen=True)
class Case:
    name: str
    outcome: Outcome
    acts: Sequence[Any] = ()
    values: dict[str, Any] = field(default_factory=dict)
    given: dict[str, Any] = field(default_factory=dict)


CASES = [
    # pretix §3.2: SimpleSuccess, Redeemed, AllowSingleEntryAfterExit, Forbidden, AllowMultiExit
    Case("first time", O.ADMITTED),
    Case("a second scan", O.ALREADY, [IN]),
    Case("entry and exit, then entry", O.ADMITTED_AGAIN, [IN, OUT]),
    Case("entry, exit, entry, then entry", O.ALREADY, [IN, OUT, AGAIN]),
    Case("exit", O.LEFT, [IN], given={"exit": True}),
    Case("exit twice", O.LEFT, [IN, OUT], given={"exit": True}),
    Case("exit of somebody who never came", O.LEFT, given={"exit": True}),
    Case("re-entry forbidden", O.ALREADY, [IN, OUT], given={"door": NO_REENTRY}),
    Case(
        "re-entry forbidden, but another day",
        O.ADMITTED_AGAIN,
        [IN, OUT],
        given={"door": NO_REENTRY, "day": "2026-03-25"},
    ),
    Case("first entry where re-entry is forbidden", O.ADMITTED, given={"door": NO_REENTRY}),
    Case("taken back", O.ADMITTED, [IN, undo(2, IN.act_id)]),
    Case("in at another door", O.ADMITTED, [entry(1, "hall", kind="room_entered")]),
    Case("in yesterday", O.ADMITTED_AGAIN, [entry(1, day="2026-03-23")]),
    Case("in earlier today, the day was closed", O.ADMITTED_AGAIN, [IN], given={"closed_hlc": IN.hlc}),
    Case("in again after the day was closed", O.ALREADY, [IN], given={"closed_hlc": IN.hlc - 1}),
    # Canceled, Blocked, RequireApproval
    Case("cancelled", O.CANCELLED, values={"status": "cancelled"}),
    Case("cancelled and blocked", O.CANCELLED, values={"status": "cancelled", "blocked": True}),
    Case("blocked", O.BLOCKED, values={"blocked": True}),
    Case("blocked and unpaid", O.BLOCKED, values={"blocked": True, "status": "unpaid"}),
    Case("pending", O.PENDING, values={"status": "pending"}),
    Case("on the waiting list", O.WAITLISTED, values={"status": "waitlisted"}),
    # SimpleUnpaid, UnpaidAllowed, UnpaidIgnoreWithoutIncludePending
    Case("unpaid", O.UNPAID, values={"status": "unpaid"}),
    Case(
        "unpaid at a door that allows it",
        O.ADMITTED,
        values={"status": "unpaid"},
        given={"door": a_door(admits_unpaid=True)},
    ),
    Case(
        "pending at a door that allows unpaid",
        O.PENDING,
        values={"status": "pending"},
        given={"door": a_door(admits_unpaid=True)},
    ),
    Case("unpaid with an override", O.ADMITTED, values={"status": "unpaid"}, given={"override": True}),
    Case(
        "unpaid, the event forbids it",
        O.UNPAID,
        values={"status": "unpaid"},
        given={"override": True, "unpaid_overridable": False},
    ),
    Case("unpaid and already in", O.UNPAID, [IN], values={"status": "unpaid"}),
    Case(
        "unpaid and already in, with an override",
        O.ALREADY,
        [IN],
        values={"status": "unpaid"},
        given={"override": True},
    ),
    # what a supervisor may set aside, and what not
    Case("pending with an override", O.ADMITTED, values={"status": "pending"}, given={"override": True}),
    Case("waitlisted with an override", O.ADMITTED, values={"status": "waitlisted"}, given={"override": True}),
    Case("blocked with an override", O.ADMITTED, values={"blocked": True}, given={"override": True}),
    Case("cancelled with an override", O.ADMITTED, values={"status": "cancelled"}, given={"override": True}),
    Case("already in with an override", O.ALREADY, [IN], given={"override": True}),
    Case("full with an override", O.ADMITTED, given={"override": True, "door": a_door(capacity=5), "inside": 5}),
    Case(
        "unpaid, not booked, full, with an override",
        O.ADMITTED,
        values={"status": "unpaid"},
        given={"override": True, "door": BOOKED, "inside": 2},
    ),
    # door hours
    Case("before the door opens", O.WRONG_TIME, given={"door": HOURS, "now": at_minute(20) - timedelta(seconds=1)}),
    Case("as it opens", O.ADMITTED, given={"door": HOURS, "now": at_minute(20)}),
    Case("as it closes", O.ADMITTED, given={"door": HOURS, "now": at_minute(40)}),
    Case("after it closed", O.WRONG_TIME, given={"door": HOURS, "now": at_minute(40) + timedelta(seconds=1)}),
    Case("out after it closed", O.LEFT, [IN], given={"door": HOURS, "now": at_minute(90), "exit": True}),
    Case("closed, with an override", O.ADMITTED, given={"door": HOURS, "now": at_minute(90), "override": True}),
    Case("only opens", O.ADMITTED, given={"door": a_door(opens=START), "now": START + timedelta(days=99)}),
    # bookings and capacity
    Case("not booked", O.NOT_BOOKED, given={"door": BOOKED}),
    Case("booked", O.ADMITTED, values={"bookings": {"lab": "booked"}}, given={"door": BOOKED}),
    Case("only waiting for a place", O.NOT_BOOKED, values={"bookings": {"lab": "waitlisted"}}, given={"door": BOOKED}),
    Case("booked and full", O.FULL, values={"bookings": {"lab": "booked"}}, given={"door": BOOKED, "inside": 2}),
    Case("one place left", O.ADMITTED, values={"bookings": {"lab": "booked"}}, given={"door": BOOKED, "inside": 1}),
    Case("full", O.FULL, given={"door": a_door(capacity=3), "inside": 3}),
    Case("more than full", O.FULL, given={"door": a_door(capacity=3), "inside": 4}),
    Case("in already where it is full", O.ALREADY, [IN], given={"door": a_door(capacity=3), "inside": 3}),
    Case("out where it is full", O.LEFT, [IN], given={"door": a_door(capacity=3), "inside": 3, "exit": True}),
    # an exit passes over everything but who it is
    Case("exit of somebody cancelled", O.LEFT, [IN], values={"status": "cancelled"}, given={"exit": True}),
    Case("exit of somebody blocked", O.LEFT, [IN], values={"blocked": True}, given={"exit": True}),
    Case("exit of somebody unpaid", O.LEFT, [IN], values={"status": "unpaid"}, given={"exit": True}),
    Case("exit of somebody not booked", O.LEFT, given={"door": BOOKED, "exit": True}),
]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_a_person_at_a_door(case: Case) -> None:
    assert outcome(a_person(*case.acts, **case.values), **case.given) is case.outcome


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (OURS, O.UNKNOWN),
        (OURS.lower(), O.UNKNOWN),
        (THEIRS, O.WRONG_EVENT),
        ("ORDER-1", O.UNKNOWN),
        ("https://example.org/app", O.UNREADABLE),
        ("", O.UNREADABLE),
        ("  \n", O.UNREADABLE),
        ("\0\0\0", O.UNREADABLE),
        ("x" * 5000, O.UNREADABLE),
        ("{not json", O.UNREADABLE),
        ("caf\udce9 olé", O.UNREADABLE),
        ("zq", O.UNREADABLE),
    ],
)
def test_nobody_holds_the_code(text: str, wanted: Outcome) -> None:
    assert outcome(None, text) is wanted
    assert outcome(None, text, exit=True) is wanted
    assert outcome(None, text, override=True) is wanted


def test_an_event_without_a_prefix_knows_no_other_event() -> None:
    assert outcome(None, THEIRS, event_prefix="") is O.UNKNOWN


def test_two_people_of_one_code_are_asked_for_their_name() -> None:
    two = (Match(a_person()), Match({**a_person(), "attendee": "p2"}))
    decision = decide_scan(facts(matches=two))
    assert (decision.outcome, decision.facts, decision.state) == (O.AMBIGUOUS, {"n": 2}, None)
    assert outcome(matches=two, exit=True) is O.AMBIGUOUS


def test_a_replaced_code_opens_nothing_unless_somebody_else_holds_it_now() -> None:
    dead = Match(a_person(), live=False)
    other = Match({**a_person(), "attendee": "p2"})
    assert outcome(matches=(dead,)) is O.REVOKED
    assert outcome(matches=(dead,), override=True) is O.REVOKED
    decision = decide_scan(facts(matches=(dead, other)))
    assert (decision.outcome, decision.state) == (O.ADMITTED, other.state)


def test_the_code_of_an_extra_admits_its_holder_and_says_what_it_is() -> None:
    decision = decide_scan(facts(matches=(Match(a_person(), product="Dinner"),)))
    assert (decision.outcome, decision.product) == (O.ADMITTED, "Dinner")
    assert decide_scan(facts(matches=(Match(a_person(IN), product="Dinner"),))).outcome is O.ALREADY


VALID = datetime(2023, 3, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("values", "seconds", "wanted", "early"),
    [
        ({"valid_until": VALID.isoformat()}, 1, O.WRONG_TIME, False),
        ({"valid_until": VALID.isoformat()}, 0, O.ADMITTED, None),
        ({"valid_until": VALID.isoformat()}, -1, O.ADMITTED, None),
        ({"valid_from": VALID.isoformat()}, -1, O.WRONG_TIME, True),
        ({"valid_from": VALID.isoformat()}, 0, O.ADMITTED, None),
        ({"valid_from": VALID.isoformat()}, 1, O.ADMITTED, None),
        ({"valid_from": "2023-03-04T09:00:00+09:00"}, -1, O.WRONG_TIME, True),
        ({"valid_from": "2023-03-04T09:00:00+09:00"}, 0, O.ADMITTED, None),
    ],
)
def test_validity_to_the_second(values: dict[str, Any], seconds: int, wanted: Outcome, early: bool | None) -> None:
    person = a_person(**values)
    decision = decide_scan(facts(person, now=VALID + timedelta(seconds=seconds), day="2023-03-04"))
    assert (decision.outcome, decision.facts.get("early")) == (wanted, early)
    assert outcome(person, now=VALID + timedelta(seconds=seconds), exit=True) is O.LEFT


@pytest.mark.parametrize(
    ("zone", "local", "day"),
    [
        (LONDON, "2026-03-24T03:59:59", "2026-03-23"),
        (LONDON, "2026-03-24T04:00:00", "2026-03-24"),
        (LONDON, "2026-03-24T23:59:59", "2026-03-24"),
        (LONDON, "2026-03-25T00:00:01", "2026-03-24"),
        (TOKYO, "2020-01-01T23:50:00", "2020-01-01"),
        (TOKYO, "2020-01-02T00:10:00", "2020-01-01"),
        # the clock goes forward at 01:00 on 29 March and back at 02:00 on 25 October
        (LONDON, "2026-03-29T00:59:59", "2026-03-28"),
        (LONDON, "2026-03-29T03:59:59", "2026-03-28"),
        (LONDON, "2026-03-29T04:00:00", "2026-03-29"),
        (LONDON, "2026-10-25T01:30:00", "2026-10-24"),
        (LONDON, "2026-10-25T03:59:59", "2026-10-24"),
        (LONDON, "2026-10-25T04:00:00", "2026-10-25"),
    ],
)
def test_a_day_runs_from_four_to_four_by_the_wall_clock(zone: ZoneInfo, local: str, day: str) -> None:
    moment = datetime.fromisoformat(local).replace(tzinfo=zone)
    assert event_day(moment.astimezone(UTC), zone).isoformat() == day
    came = entry(1, day=day)
    at_the_door = {"now": moment, "day": event_day(moment, zone).isoformat()}
    assert outcome(a_person(came), **at_the_door) is O.ALREADY
    assert outcome(a_person(entry(1, day="2019-12-31")), **at_the_door) is O.ADMITTED_AGAIN


def test_the_repeated_hour_of_autumn_is_one_day() -> None:
    first = datetime(2026, 10, 25, 1, 30, tzinfo=LONDON)
    assert event_day(first, LONDON) == event_day(first.replace(fold=1), LONDON)


def test_order_is_by_the_clock_and_not_by_arrival() -> None:
    """pretix's single_entry_after_exit_ordered_by_date: an exit that arrives late and names nothing."""
    came, went, back = entry(1), leaving(2), entry(3)
    assert outcome(a_person(back, came, went)) is O.ALREADY
    assert outcome(a_person(went, came)) is O.ADMITTED_AGAIN
    early = leaving(0)
    assert outcome(a_person(came, early)) is O.ALREADY


def test_already_names_the_first_entry_of_today() -> None:
    yesterday, today = entry(1, day="2026-03-23"), entry(2)
    decision = decide_scan(facts(a_person(yesterday, today)))
    assert decision.facts["first"][:2] == [today.act_id, today.body["at"]]
    gone = leaving(3, refs=[today.act_id])
    refused = decide_scan(facts(a_person(yesterday, today, gone), door=NO_REENTRY))
    assert (refused.outcome, refused.facts["first"][0]) == (O.ALREADY, today.act_id)


def test_what_is_written_names_what_it_follows() -> None:
    yesterday = entry(1, day="2026-03-23")
    assert decide_scan(facts(a_person(yesterday))).follows == (yesterday.act_id,)
    assert decide_scan(facts(a_person(IN), exit=True)).follows == (IN.act_id,)
    assert decide_scan(facts(a_person(IN, OUT))).follows == ()
    twice = entry(2, station="B")
    assert set(decide_scan(facts(a_person(IN, twice), exit=True)).follows) == {IN.act_id, twice.act_id}


def test_an_override_says_the_weightiest_reason_that_was_set_aside() -> None:
    person = a_person(status="unpaid")
    decision = decide_scan(facts(person, door=BOOKED, override=True, inside=2))
    assert (decision.outcome, decision.overridden) == (O.ADMITTED, O.UNPAID)
    assert decide_scan(facts(a_person(), override=True)).overridden is None
    assert decide_scan(facts(person, unpaid_overridable=False, override=True)).overridden is None


def test_every_outcome_is_in_this_table() -> None:
    seen = {c.outcome for c in CASES} | {O.UNKNOWN, O.AMBIGUOUS, O.REVOKED, O.WRONG_EVENT, O.UNREADABLE}
    assert seen == set(Outcome)
    assert not OVERRIDABLE & {O.UNKNOWN, O.AMBIGUOUS, O.REVOKED, O.WRONG_EVENT, O.UNREADABLE, O.ALREADY}


def test_a_full_door_says_how_full() -> None:
    door = replace(a_door(capacity=3), reentry=True)
    assert decide_scan(facts(a_person(), door=door, inside=4)).facts == {"inside": 4, "capacity": 3}
