"""The plan of the morning: who comes how, drawn by a seed; what one person does is in order, the people are not."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

from checkin.domain.badge import make_code
from tests.e2e.story.guests import Guest
from tests.e2e.story.hands import Hands
from tests.e2e.story.happenings import Happenings

AILSA, CALLUM = "Ailsa Drummond", "Callum Reid"
GROUPS = ("City of Glasgow, Lab Office", "Volunteers of the Lab", "Northern Cities Observatory")
NEWCOMERS = (
    ("Ann", "Bo"), ("Ben", "Cu"), ("Cy", "Dee"), ("Di", "Eck"), ("Ed", "Foy"), ("Flo", "Guy"), ("Gil", "Hay"),
    ("Hal", "Ivy"), ("Ian", "Jay"), ("Jo", "Kip"), ("Kit", "Lee"), ("Lu", "May"), ("Max", "Nye"), ("Ned", "Ott"),
    ("Oz", "Pym"),
)  # fmt: skip
SUBSTITUTIONS, WALK_INS, FILMED, BY_NAME, ABSENT = 10, 5, 16, 8, 3

Visit = Iterator[None]
"""What one person does; each `yield` lets others step in between."""


class Morning:
    """Draws the people apart and sends them to the desk."""

    def __init__(self, guests: Sequence[Guest], hands: Hands, happenings: Happenings, rng: random.Random) -> None:
        self.hands, self.happenings, self.rng = hands, happenings, rng
        self._guests = list(guests)
        rng.shuffle(self._guests)
        self._newcomers = list(NEWCOMERS)
        rng.shuffle(self._newcomers)
        self._turns: list[Visit] = []
        self._events: dict[float, Callable[[], object]] = {}
        self._plan()

    def go(self) -> None:
        """Everybody comes."""
        self.rng.shuffle(self._turns)
        due = sorted(self._events.items())
        for place, turn in enumerate(self._turns):
            while due and place >= due[0][0] * len(self._turns):
                due.pop(0)[1]()
            next(turn, None)
        assert not due
        assert [next(turn, "over") for turn in dict.fromkeys(self._turns)] == ["over"] * len(set(self._turns))

    # The plan.

    def _plan(self) -> None:
        self._plan_groups()
        self._plan_refusals()
        for nth in range(SUBSTITUTIONS):
            self._comes(2, self._instead_of(self._one(named=True), at_once=nth % 5 != 0))
        for _ in range(WALK_INS - 1):
            self._comes(1, self._walks_in())
        for nth in range(4):
            self._comes(3, self._scanned_wrongly(self._one(named=True), lies_here=nth % 2 == 0))
        self._comes(5, self._scanned_wrongly_twice(self._one(named=True)))
        self._comes(3, self._loses_badge(self._one(named=True)))
        for _ in range(3):
            self._comes(3, self._goes_out(self._one()))
            self._comes(2, self._comes_twice(self._one()))
        for _ in range(2):
            self._comes(2, self._has_note(self._one(named=True)))
            self._comes(4, self._has_message(self._one(named=True)))
        self._plan_events()
        for _ in range(4):
            self._comes(1, self._into_the_camera(self._some(FILMED // 4)))
        for _ in range(BY_NAME):
            self._comes(1, self._by_name(self._one(named=True)))
        self._some(ABSENT)
        for guest in self._some(len(self._guests)):
            self._comes(1, self._scanned(guest.code))

    def _plan_groups(self) -> None:
        for house in GROUPS:
            people = [guest for guest in self._guests if guest.organisation == house]
            self._guests = [guest for guest in self._guests if guest.organisation != house]
            leader, *others = sorted(people, key=lambda guest: not guest.letters)
            if house == GROUPS[0]:
                self._comes(1, self._group_taken_back(leader))
            else:
                self._comes(1, self._group(leader))
            if house == GROUPS[1]:
                # Comes alone, before the others or after them.
                self._comes(1, self._scanned(others[0].code))

    def _plan_refusals(self) -> None:
        unpaid = [guest for guest in self._guests if guest.status == "unpaid"]
        cancelled = [guest for guest in self._guests if guest.status == "cancelled"]
        self._guests = [guest for guest in self._guests if guest.status == "confirmed"]
        for guest in (*unpaid[:3], *cancelled):
            self._comes(1, self._scanned(guest.code))
        for guest in unpaid[3:6]:
            self._comes(1, self._let_in_anyway(guest))
        prefix = self._guests[0].code[:2]
        strange = [make_code(prefix, self.rng.getrandbits(39)) for _ in range(3)]
        for code in (*strange, make_code("ZZ", self.rng.getrandbits(39)), "https://example.org/a?b=c"):
            self._comes(1, self._scanned(code))

    def _plan_events(self) -> None:
        h, late = self.happenings, self._one(named=True)
        first, second = self._some(3), self._some(3)
        hasty, crowd, walk_in = self._one(), self._some(4), self._walks_in()
        self._events = {
            0.10: lambda: h.another_program_admits(first[0], first[1:]),
            0.18: lambda: h.change_turns(self._other(), hasty),
            0.30: h.printer_jams,
            0.36: lambda: next(walk_in),
            0.42: lambda: h.change_turns(self._other()),
            0.48: h.printer_is_free,
            0.58: lambda: h.database_is_held(crowd),
            0.66: lambda: self._wrong_before_the_turn(late),
            0.78: lambda: h.another_program_admits(second[0], second[1:]),
            0.82: lambda: self.hands.check_in(late),
            0.86: lambda: h.change_turns(self._other()),
        }

    def _other(self) -> str:
        return AILSA if self.hands.model.operator == CALLUM else CALLUM

    def _comes(self, steps: int, visit: Visit) -> None:
        self._turns += [visit] * steps

    def _one(self, *, named: bool = False) -> Guest:
        guest = next(guest for guest in self._guests if guest.letters or not named)
        self._guests.remove(guest)
        return guest

    def _some(self, n: int) -> list[Guest]:
        taken, self._guests = self._guests[:n], self._guests[n:]
        assert len(taken) == n
        return taken

    # What people do.

    def _scanned(self, code: str) -> Visit:
        self.hands.scan(code)
        yield

    def _by_name(self, guest: Guest) -> Visit:
        self.hands.check_in(guest)
        yield

    def _into_the_camera(self, guests: Sequence[Guest]) -> Visit:
        self.hands.hold_up(guests)
        yield

    def _group(self, leader: Guest) -> Visit:
        self.hands.check_in_group(leader)
        yield

    def _group_taken_back(self, leader: Guest) -> Visit:
        went = self.hands.check_in_group(leader)
        self.hands.take_back(went[0], reason=3)
        assert not any(guest.inside for guest in went)
        assert self.hands.check_in_group(leader) == went
        yield

    def _let_in_anyway(self, guest: Guest) -> Visit:
        # Only a supervisor may.
        self.happenings.is_at_the_desk(CALLUM)
        assert self.hands.scan(guest.code) == "unpaid"
        self.hands.let_in_anyway(guest)
        yield

    def _instead_of(self, first: Guest, *, at_once: bool) -> Visit:
        guest = self.hands.substitute(first, *self._newcomers.pop(), at_once=at_once)
        old = next(code for code, holder in self.hands.model.holders.items() if holder is first)
        yield
        if at_once:
            assert self.hands.scan(old) == "revoked"
        else:
            assert self.hands.scan(guest.code) == "admitted"
        yield

    def _walks_in(self) -> Visit:
        self.hands.walk_in(*self._newcomers.pop())
        yield

    def _scanned_wrongly(self, guest: Guest, *, lies_here: bool) -> Visit:
        old = guest.code
        self.hands.scan(old)
        self.hands.take_back(guest, lies_here=lies_here, reason=self.rng.randrange(4))
        yield
        if guest.code != old:
            assert self.hands.scan(old) == "revoked"
        yield
        self.hands.check_in(guest)
        yield

    def _scanned_wrongly_twice(self, guest: Guest) -> Visit:
        old = guest.code
        self.hands.scan(old)
        self.hands.take_back(guest)
        yield
        self.hands.scan(old)
        self.hands.take_back(guest, lies_here=False)
        yield
        if guest.code != old:
            # Nobody is asked about a badge that never came out.
            assert self.hands.scan(old) == "revoked"
        yield
        self.hands.check_in(guest)
        yield
        assert self.hands.scan(guest.code) == "already"
        yield

    def _loses_badge(self, guest: Guest) -> Visit:
        old = guest.code
        self.hands.scan(old)
        yield
        self.hands.lose(guest)
        yield
        assert self.hands.scan(old) == "revoked"
        yield

    def _goes_out(self, guest: Guest) -> Visit:
        self.hands.scan(guest.code)
        yield
        assert self.hands.scan(guest.code) == "already"
        self.hands.let_out(guest)
        yield
        assert self.hands.scan(guest.code) == "admitted_again"
        yield

    def _comes_twice(self, guest: Guest) -> Visit:
        self.hands.scan(guest.code)
        yield
        assert self.hands.scan(guest.code) == "already"
        yield

    def _has_note(self, guest: Guest) -> Visit:
        self.hands.write(guest, "receipt")
        yield
        self.hands.scan(guest.code)
        yield

    def _has_message(self, guest: Guest) -> Visit:
        self.hands.write(guest, "ring home", message=True)
        yield
        self.hands.scan(guest.code)
        assert "ring home" in self.hands.d.cards.verdict.spoken()
        yield
        self.hands.deliver(guest)
        yield
        assert self.hands.scan(guest.code) == "already"
        assert "ring home" not in self.hands.d.cards.verdict.spoken()
        yield

    def _wrong_before_the_turn(self, guest: Guest) -> None:
        """The wrong person is scanned just before the supervisor sits down."""
        self.happenings.is_at_the_desk(AILSA)
        assert self.hands.scan(guest.code) == "admitted"
        self.happenings.change_turns(CALLUM)
        self.happenings.take_back_anothers(guest, lies_here=True)
