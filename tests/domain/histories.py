"""Random histories of an event: several stations with wrong clocks, each knowing only a part of what the others did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from checkin.domain.act import Act, Fact, fact, touched
from checkin.domain.canonical import canonical
from checkin.domain.ids import sha256
from checkin.domain.kinds import Kind
from checkin.domain.person_fold import State, fold_person, linked
from tests.factories import DAY, START_MS, an_act, sealing

STATIONS = ("A", "B", "C")
SKEWS = {"A": 0, "B": 5 * 3600_000, "C": -3 * 3600_000}
PEOPLE = ("p1", "p2", "p3", "p4")
NEWCOMERS = ("p5", "p6", "p7")
"""The first who come instead of somebody; acts may be about them before and after."""
DAYS = (DAY, "2026-03-25")
DOORS = (("main", Kind.CHECKED_IN, Kind.CHECKED_OUT), ("hall", Kind.ROOM_ENTERED, Kind.ROOM_LEFT))
VERBS = (
    "list",
    "walk_in",
    "import",
    "source",
    "correct",
    "enter",
    "enter",
    "leave",
    "leave_blind",
    "undo",
    "undo_batch",
    "merge",
    "unmerge",
    "book",
    "release",
    "close_day",
    "acknowledge",
    "revoke",
    "print",
    "substitute",
    "substitute",
    "hand_over",
    "keep",
    "note",
    "deliver",
    "refuse",
    "thing",
    "strange",
)


@dataclass
class Step:
    """What one station does: to whom, all but the last `lag` acts of the others being known there; `pick` chooses."""

    verb: str
    station: str
    person: str
    lag: int
    pick: int


steps = st.builds(
    Step,
    st.sampled_from(VERBS),
    st.sampled_from(STATIONS),
    st.sampled_from((*PEOPLE, *PEOPLE, *NEWCOMERS)),
    st.integers(0, 6),
    st.integers(0, 7),
)
many_steps = st.lists(steps, min_size=6, max_size=40)


@dataclass
class History:
    """The acts that the steps make, in the order they happened; the first lists two people."""

    acts: list[Act] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    n: int = 0
    last_hlc: dict[str, int] = field(default_factory=dict)
    came_instead: int = 0

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody whom an act may be about."""
        newcomers = (f"p{5 + n}" for n in range(max(len(NEWCOMERS), self.came_instead)))
        return (*PEOPLE, *newcomers)

    @classmethod
    def of(cls, todo: Sequence[Step]) -> History:
        made = cls()
        for person in PEOPLE[:2]:
            made.step(Step("list", "A", person, 0, 0))
        for step in todo:
            made.step(step)
        return made

    def step(self, s: Step) -> None:
        self.n += 1
        seen = [f for i, f in enumerate(self.facts) if f.author == s.station or i < len(self.facts) - s.lag]
        getattr(self, f"_{s.verb}")(s, seen)

    def add(self, s: Step, kind: str, subject: str, body: dict[str, Any], personal: Any = None, **named: Any) -> Act:
        wall = START_MS + self.n * 60_000 + SKEWS[s.station]
        self.last_hlc[s.station] = clock = max(self.last_hlc.get(s.station, 0) + 1, wall << 16)
        act = an_act(kind, subject, body, personal, n=len(self.acts), hlc=clock, station=s.station, **named)
        self.acts.append(act)
        self.facts.append(fact(act))
        return act

    def state(self, s: Step, seen: Sequence[Fact]) -> tuple[str, State | None]:
        """Whom the person goes under and their state, as the station knows it."""
        group, facts = group_of(s.person, seen)
        return min(group), fold_person(min(group), facts)

    # what stations do

    def _list(self, s: Step, seen: Sequence[Fact], **named: Any) -> None:
        values = {"given": f"Ada{s.person}", "family": "Lovelace", "organisation": ("Acme", "Bell")[s.pick % 2]}
        code = f"CODE{s.person}{s.pick // 6}"
        if s.pick % 3 == 1:
            values |= {"box": f"{s.pick}", "number": "117"}
        codes = [[code, "badge", ""], [f"DINNER{s.person}", "entitlement", "Dinner"]]
        personal = {"key": f"k{s.person}", "row": str(s.pick), "set": values, "codes": codes}
        public = {"status": ("confirmed", "unpaid", "cancelled")[s.pick % 3]}
        body = {"list": f"list:{s.pick % 2}", "set": public, "bookings": {"lab": "booked"} if s.pick % 4 == 0 else {}}
        self.add(s, Kind.LISTED, s.person, body, personal, **named)

    def _walk_in(self, s: Step, seen: Sequence[Fact]) -> None:
        batch = f"walk-in-{self.n}"
        self.add(
            s,
            Kind.WALK_IN_REGISTERED,
            s.person,
            {"set": {"status": "confirmed"}},
            {"set": {"given": "Eve"}},
            batch=batch,
        )
        entry = {"door": "main", "day": DAYS[0], "outcome": "admitted", "refs": []}
        self.add(s, Kind.CHECKED_IN, s.person, entry, batch=batch)

    def _substitute(self, s: Step, seen: Sequence[Fact]) -> None:
        """As the service does it: of a person who is there, whatever else this station does not know."""
        whom, state = self.state(s, seen)
        if state is None:
            return
        newcomer, self.came_instead = f"p{5 + self.came_instead}", self.came_instead + 1
        body = {
            "instead_of": whom, "refs": [e[0] for door in state["doors"].values() for e in door["open"]],
            "set": {"status": state.get("status", "confirmed")}, "bookings": state["bookings"],
        }  # fmt: skip
        extras = [[code, kind, product] for code, kind, live, product in state["codes"] if live and kind != "badge"]
        values = {"given": f"Bea{newcomer}", "family": "Byron", "organisation": state.get("organisation") or "None"}
        codes = [[f"CODE{newcomer}0", "badge", ""], *extras]
        batch = f"instead-{self.n}" if s.pick % 2 else None
        self.add(s, Kind.SUBSTITUTED, newcomer, body, {"set": values, "codes": codes, "name": "x"}, batch=batch)
        if batch:
            entry = {"door": "main", "day": DAYS[0], "outcome": "admitted", "refs": []}
            self.add(s, Kind.CHECKED_IN, newcomer, entry, batch=batch)

    def _import(self, s: Step, seen: Sequence[Fact]) -> None:
        start, batch = len(self.acts), f"import-{self.n}"
        for person in PEOPLE[: 1 + s.pick % 4]:
            self._list(Step("list", s.station, person, s.lag, s.pick), seen, batch=batch, signed=False)
        thing = {"type": "list", "thing": {"rows": 3}, **sealing(self.acts[start:])}
        self.add(s, Kind.LIST_IMPORTED, f"list:{s.pick % 2}", thing, {"thing": {"file": "a.csv"}}, batch=batch)

    def _source(self, s: Step, seen: Sequence[Fact]) -> None:
        refs = [f.act_id for f in seen if f.subject == s.person and f.kind in (Kind.LISTED, Kind.CHANGED_AT_SOURCE)]
        body = {
            "list": "list:0",
            "refs": refs,
            "gone": s.pick == 7,
            "set": {"status": "confirmed"} if s.pick % 2 else {},
        }
        personal = {"row": f"v{s.pick}", "set": {"organisation": f"List {s.pick % 3}"}}
        self.add(s, Kind.CHANGED_AT_SOURCE, s.person, body, personal)

    def _correct(self, s: Step, seen: Sequence[Fact]) -> None:
        whom, state = self.state(s, seen)
        if state:
            heads = state.get("heads", {}).get("organisation")
            refs = heads or [
                f.act_id for f in seen if f.subject in state.get("members", [whom]) and "set" in f.personal
            ]
            self.add(s, Kind.CORRECTED, whom, {"refs": sorted(refs)}, {"set": {"organisation": f"Desk {s.pick % 3}"}})

    def _enter(self, s: Step, seen: Sequence[Fact]) -> None:
        whom, state = self.state(s, seen)
        door, kind, _ = DOORS[s.pick % 2]
        known = state["doors"].get(door) if state else None
        refs = [e[0] for e in known["open"]] if known and s.pick < 5 else []
        self.add(
            s,
            kind,
            whom,
            {"door": door, "day": DAYS[s.pick // 6], "outcome": "admitted", "refs": refs},
            {"payload": "X"},
        )

    def _leave(self, s: Step, seen: Sequence[Fact]) -> None:
        whom, state = self.state(s, seen)
        door, _, kind = DOORS[s.pick % 2]
        known = state["doors"].get(door) if state else None
        refs = [e[0] for e in known["open"]] if known else []
        self.add(s, kind, whom, {"door": door, "day": DAYS[s.pick // 6], "outcome": "left", "refs": refs})

    def _leave_blind(self, s: Step, seen: Sequence[Fact]) -> None:
        door, _, kind = DOORS[s.pick % 2]
        self.add(s, kind, s.person, {"door": door, "day": DAY, "outcome": "left", "refs": []})

    def _undo(self, s: Step, seen: Sequence[Fact]) -> None:
        able = [f for f in seen if f.kind not in (Kind.UNDONE, Kind.LISTED, Kind.LIST_IMPORTED)]
        if able:
            named = able[-1 - s.pick % len(able)]
            of = sorted(set(touched(named)))
            self.add(s, Kind.UNDONE, named.subject, {"refs": [named.act_id], "of": of}, {"reason": "wrong"})

    def _undo_batch(self, s: Step, seen: Sequence[Fact]) -> None:
        closing = [f for f in seen if f.kind == Kind.LIST_IMPORTED]
        if closing:
            named = closing[-1 - s.pick % len(closing)]
            body = {"refs": [], "of": [named.subject], "undoes_batch": named.batch}
            self.add(s, Kind.UNDONE, named.subject, body)

    def _merge(self, s: Step, seen: Sequence[Fact]) -> None:
        one, other = sorted((s.person, PEOPLE[s.pick % 4]))
        if one != other:
            self.add(s, Kind.MERGED, one, {"other": other})

    def _unmerge(self, s: Step, seen: Sequence[Fact]) -> None:
        joins = [f for f in seen if f.kind == Kind.MERGED]
        if joins:
            named = joins[-1 - s.pick % len(joins)]
            self.add(s, Kind.UNMERGED, named.subject, {"other": named.body["other"], "refs": [named.act_id]})

    def _book(self, s: Step, seen: Sequence[Fact]) -> None:
        self.add(s, Kind.BOOKED, s.person, {"door": "lab", "state": ("booked", "waitlisted")[s.pick % 2]})

    def _release(self, s: Step, seen: Sequence[Fact]) -> None:
        self.add(s, Kind.RELEASED, s.person, {"door": "lab"})

    def _close_day(self, s: Step, seen: Sequence[Fact]) -> None:
        day = DAYS[s.pick % 2]
        self.add(s, Kind.DAY_CLOSED, f"day:{day}", {"day": day})

    def _acknowledge(self, s: Step, seen: Sequence[Fact]) -> None:
        whom, state = self.state(s, seen)
        for conflict in (state or {}).get("conflicts", ()):
            told = canonical({**conflict, "attendee": whom})
            self.add(s, Kind.CONFLICT_ACKNOWLEDGED, f"conflict:{sha256(told.encode()).hex()[:16]}", {})

    def _revoke(self, s: Step, seen: Sequence[Fact]) -> None:
        codes = {"revoked": [f"CODE{s.person}0"], "codes": [[f"NEW{s.person}", "badge", ""]]}
        self.add(s, Kind.BADGE_REVOKED, s.person, {}, codes)

    def _print(self, s: Step, seen: Sequence[Fact]) -> None:
        self.add(s, Kind.BADGE_PRINTED, s.person, {"template": "label"})

    def _hand_over(self, s: Step, seen: Sequence[Fact]) -> None:
        """By itself, or in one act with the check-in."""
        whom, _ = self.state(s, seen)
        batch = f"handed-{self.n}" if s.pick % 2 else None
        if batch:
            entry = {"door": "main", "day": DAYS[0], "outcome": "admitted", "refs": [], "badge": "owed"}
            self.add(s, Kind.CHECKED_IN, whom, entry, batch=batch)
        self.add(s, Kind.BADGE_HANDED_OVER, whom, {}, batch=batch)

    def _keep(self, s: Step, seen: Sequence[Fact]) -> None:
        self.add(s, Kind.BADGE_KEPT, self.state(s, seen)[0], {})

    def _note(self, s: Step, seen: Sequence[Fact]) -> None:
        body = {"at_scan": True} if s.pick % 2 else {}
        self.add(s, Kind.NOTED, self.state(s, seen)[0], body, {"text": f"Tell {s.pick}"})

    def _deliver(self, s: Step, seen: Sequence[Fact]) -> None:
        notes = [f for f in seen if f.kind == Kind.NOTED]
        if notes:
            named = notes[-1 - s.pick % len(notes)]
            self.add(s, Kind.MESSAGE_DELIVERED, named.subject, {"refs": [named.act_id]})

    def _refuse(self, s: Step, seen: Sequence[Fact]) -> None:
        subject = s.person if s.pick % 2 else "unknown:main"
        self.add(
            s, Kind.SCAN_REFUSED, subject, {"door": "main", "outcome": "unknown", "day": DAY}, {"payload": "\udcff"}
        )

    def _thing(self, s: Step, seen: Sequence[Fact]) -> None:
        body = {"type": "room", "thing": {"name": f"Room {s.pick}"}, "removed": s.pick == 7}
        self.add(s, Kind.PROGRAMME_CHANGED, f"room:{s.pick % 2}", body)

    def _strange(self, s: Step, seen: Sequence[Fact]) -> None:
        self.add(s, "hovered_over", s.person if s.pick % 2 else "cloud:1", {"height": s.pick})


def group_of(person: str, facts: Sequence[Fact]) -> tuple[set[str], list[Fact]]:
    """Who is one with `person` by these acts, and all acts that touch any of them (with the undos of their batches)."""
    group: set[str] = set()
    new = {person}
    found: list[Fact] = []
    while new:
        group |= new
        found = [f for f in facts if group & set(touched(f))]
        batches = {f.batch for f in found} - {None}
        found += [f for f in facts if f.body.get("undoes_batch") in batches and f not in found]
        new = linked(found) - group
    return group, found
