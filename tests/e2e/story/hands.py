"""What a volunteer does in the window, act by act; each is told to the model, and its verdict must be the model's."""

from __future__ import annotations

import random
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.e2e.driver import PAUSE_MS, Driver
from tests.e2e.frames import StillCamera, held
from tests.e2e.story.guests import Guest
from tests.e2e.story.hand_scanner import scan_into
from tests.e2e.story.model import Model

REASONS = ("wrong scan", "wrong person", "left again", "trying out")
DIGITS = tuple(Qt.Key(Qt.Key.Key_1 + place) for place in range(9))
_LONGEST_S = 40


class Hands:
    """One pair of hands at the desk, whoever is signed in."""

    def __init__(self, d: Driver, model: Model, rng: random.Random, camera: StillCamera) -> None:
        self.d, self.model, self.rng, self._camera = d, model, rng, camera

    def time_passes(self) -> None:
        """The next person steps up."""
        shown = self.d.cards.verdict.text
        strip = self.d.left.undo_strip
        asks = strip.accessibleName() if strip.isVisible() else ""
        print(f"{self.d.clock.now:%H:%M:%S} {self.d.cards.page}: {shown.word} {shown.name} {asks}")
        self.d.clock.forward(seconds=self.rng.randint(5, _LONGEST_S))

    # Codes.

    def scan(self, code: str) -> str:
        """Hold a code under the scanner; answers the outcome."""
        self.time_passes()
        outcome = self.model.presented(code)
        count = len(self.d.judged)
        self.swipe(code)
        self.d.wait(lambda: len(self.d.judged) > count)
        told = self.d.judged[-1]
        assert told.outcome.value == outcome, f"{told.name} {told.reason}"
        return outcome

    def swipe(self, code: str) -> None:
        """The scanner's keys alone."""
        scan_into(self.d.window.windowHandle(), code)

    def hold_up(self, guests: Sequence[Guest]) -> None:
        """Badges held into the camera, one after the other."""
        d = self.d
        self._camera.look_at(held(guests[0].code))
        d.key(Qt.Key.Key_F9)
        for guest in guests:
            picture = held(guest.code, self.rng.randint(1, 999))
            self.time_passes()
            outcome, count = self.model.presented(guest.code), len(d.judged)
            self._camera.look_at(picture)
            d.wait(lambda count=count: len(d.judged) > count, 20_000)
            assert (d.judged[-1].outcome.value, d.judged[-1].name) == (outcome, guest.name)
        d.key(Qt.Key.Key_F9)
        assert not d.page.watching.on

    # Names.

    def find(self, guest: Guest) -> None:
        """Type the beginning of a name, take the right one of those found, and see their card."""
        d = self.d
        d.wait(lambda: not d.page.scanning.deaf and not d.left.undo_strip.isVisible(), 35_000)
        self.clear()
        print(f"looks for {guest.name} by {guest.letters!r}")
        self.type(guest.letters)
        finding = d.page.finding
        d.wait(lambda: finding.typed == guest.letters and finding._asked == finding._answered)
        place = self._place(guest)
        if len(d.found) > 1:
            d.ctrl(DIGITS[place])
        d.wait(lambda: self._in_front() == guest.who and d.page.finding.armed)

    def clear(self) -> None:
        """Esc until nothing is typed: a scan in between leaves what was typed before it."""
        self.d.wait(lambda: not self.d.left.search.text() or self.d.key(Qt.Key.Key_Escape))

    def check_in(self, guest: Guest) -> None:
        """By name, with Enter."""
        self.time_passes()
        self.find(guest)
        [outcome], count = self.model.picked([guest]), len(self.d.judged)
        self.d.key(Qt.Key.Key_Return)
        self.d.wait(lambda: len(self.d.judged) > count)
        assert (self.d.judged[-1].outcome.value, self.d.judged[-1].attendee) == (outcome, guest.who)

    def check_in_group(self, leader: Guest) -> list[Guest]:
        """Everybody of the leader's organisation who may, in one act; answers them."""
        d, count = self.d, len(self.d.judged)
        house = [g for g in self.model.guests.values() if g.organisation == leader.organisation]
        self.time_passes()
        self.find(leader)
        d.key(Qt.Key.Key_F6)
        d.wait_page("group")
        d.wait(lambda: len(d.cards.group.list.group.people) == len(house))
        d.ctrl(Qt.Key.Key_A)
        ticked = [self.model.guests[who] for who in d.cards.group.ticked]
        assert {g.who for g in ticked} == {g.who for g in house if not g.inside and g.status == "confirmed"}
        outcomes = self.model.picked(ticked)
        d.key(Qt.Key.Key_Return)
        d.wait(lambda: len(d.judged) == count + len(ticked))
        assert [r.outcome.value for r in d.judged[count:]] == outcomes
        d.wait_word("Admitted")
        return ticked

    def let_in_anyway(self, guest: Guest) -> None:
        """Whoever is refused on the screen is let in, settled at the desk."""
        d, count = self.d, len(self.d.judged)
        d.key(Qt.Key.Key_F11)
        d.wait(lambda: "Why?" in d.left.undo_strip.accessibleName() and d.left.undo_strip.isVisible())
        self.model.let_in_anyway(guest, "settled at the desk")
        d.ctrl(Qt.Key.Key_1)
        d.wait(lambda: len(d.judged) > count)
        assert (d.judged[-1].outcome.value, d.judged[-1].attendee) == ("admitted", guest.who)

    def let_out(self, guest: Guest) -> None:
        """Whoever is on the screen leaves."""
        self.time_passes()
        self.model.left(guest)
        self.d.key(Qt.Key.Key_F7)
        self.d.wait_word("Left")

    # Wrong acts.

    def take_back(self, guest: Guest, *, lies_here: bool = True, reason: int = 0) -> None:
        """The last act was wrong: F8, why, and where the badge is if one is out there."""
        self.printer_rests()
        self.time_passes()
        asked = self.model.taken_back(REASONS[reason])
        self.d.key(Qt.Key.Key_F8)
        self.tell_why(guest, asked, lies_here=lies_here, reason=reason)

    def tell_why(self, guest: Guest, asked: Guest | None, *, lies_here: bool, reason: int = 0) -> None:
        """Answer what the strip asks after an act was taken back."""
        d, strip = self.d, self.d.left.undo_strip
        d.wait(lambda: strip.isVisible() and strip.accessibleName().startswith("Taken back"))
        d.wait(lambda: d.card(guest.who).person.presence.value == "expected")
        d.ctrl(DIGITS[reason])
        if asked is None:
            return
        d.wait(lambda: strip.isVisible() and f"{asked.name} taken back?" in strip.accessibleName())
        old = asked.code
        self.model.badge_came_back(asked, lies_here)
        d.ctrl(Qt.Key.Key_1 if lies_here else Qt.Key.Key_2)
        if lies_here:
            d.wait(lambda: d.card(asked.who).person.badge.value == "kept")
        else:
            d.wait(lambda: d.card(asked.who).person.badge_code != old)
            self.model.new_code(asked, d.card(asked.who).person.badge_code)

    def lose(self, guest: Guest) -> None:
        """The badge of whoever is in is gone."""
        d, old = self.d, guest.code
        self.find(guest)
        self.printer_rests()
        self.time_passes()
        d.ctrl(Qt.Key.Key_B)
        d.wait(lambda: d.card(guest.who).person.badge_code != old)
        self.model.lost(guest, d.card(guest.who).person.badge_code)

    # Who is new, and what is written down.

    def walk_in(self, given: str, family: str) -> None:
        """Somebody who is on no list."""
        d = self.d
        self.time_passes()
        self.clear()
        d.key(Qt.Key.Key_F4)
        d.wait_page("walk_in")
        self._type_names(given, family)
        d.key(Qt.Key.Key_Return)
        d.wait(lambda: d.cards.page == "verdict" and d.cards.verdict.text.name == f"{given} {family}")
        person = d.named(f"{given} {family}")
        self.model.walked_in(Guest(person.attendee, given, family, "", "confirmed", person.badge_code, walk_in=True))

    def substitute(self, first: Guest, given: str, family: str, *, at_once: bool) -> Guest:
        """`first` does not come, somebody else does."""
        d, count = self.d, len(self.d.judged)
        self.time_passes()
        self.find(first)
        d.ctrl(Qt.Key.Key_I)
        d.wait_page("instead_of")
        self._type_names(given, family)
        d.wait(lambda: d.cards.instead_of.value().family == family)
        d.key(Qt.Key.Key_Return) if at_once else d.ctrl(Qt.Key.Key_Return)
        d.wait(lambda: d.card(first.who).replaced_by is not None)
        new = d.card(first.who).replaced_by
        assert new is not None
        guest = Guest(new.attendee, given, family, first.organisation, first.status, new.badge_code)
        self.model.came_instead(first, guest, at_once=at_once)
        d.wait(lambda: d.cards.verdict.text.name == guest.name if at_once else self._in_front() == guest.who)
        assert len(d.judged) == count
        return guest

    def write(self, guest: Guest, text: str, *, message: bool = False) -> None:
        """A note for the card, or a message for when they come."""
        d = self.d
        self.time_passes()
        self.find(guest)
        d.ctrl(Qt.Key.Key_N)
        d.wait_page("note")
        self.type(text)
        d.wait(lambda: d.cards.note.text.value == text)
        if message:
            d.ctrl(Qt.Key.Key_2)
        d.ctrl(Qt.Key.Key_Return)
        d.wait(lambda: d.card(guest.who).notes)
        assert [(note.text, note.at_scan) for note in d.card(guest.who).notes] == [(text, message)]
        self.model.noted(guest)

    def deliver(self, guest: Guest) -> None:
        """The message was told."""
        d = self.d
        self.time_passes()
        self.find(guest)
        d.ctrl(Qt.Key.Key_T)
        d.wait(lambda: d.card(guest.who).notes[0].delivered)
        self.model.delivered(guest)

    def type(self, text: str) -> None:
        """At the speed of a quick person; the next key waits by itself."""
        for letter in text:
            QTest.qWait(PAUSE_MS)
            QTest.keyClick(self.d.window.windowHandle(), letter)

    def printer_rests(self) -> None:
        """Every badge came out, or did not."""
        badges = self.d.services.badges
        self.d.wait(lambda: not any(job.state in ("queued", "sending") for job in badges.jobs(20)), 20_000)

    def _place(self, guest: Guest) -> int:
        model = self.d.left.results.list.model()
        return [model.person(row).attendee for row in range(model.rowCount())].index(guest.who)

    def _in_front(self) -> str | None:
        card = self.d.page.finding.card
        return card.person.attendee if card else None

    def _type_names(self, given: str, family: str) -> None:
        self.type(given)
        self.d.key(Qt.Key.Key_Tab)
        self.type(family)
