"""Every outcome that the event's own door can give, scanned in the window: word, reason, sound, way out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from checkin.domain.badge import make_code
from checkin.domain.people import Presence, Status
from checkin.services.correcting import CorrectingService
from checkin.services.importing import ImportService
from tests.e2e.driver import Driver


def somebody(d: Driver) -> str:
    return d.with_status(Status.CONFIRMED, 2).badge_code


def scanned_before(d: Driver) -> str:
    code = somebody(d)
    d.scan(code)
    d.clock.forward(minutes=7)
    return code


def went_out(d: Driver) -> str:
    code = somebody(d)
    d.scan(code)
    d.key(Qt.Key.Key_F7)
    d.wait_word("Left")
    return code


def with_status(status: Status) -> Callable[[Driver], str]:
    def code(d: Driver) -> str:
        somebody = d.with_status(Status.CONFIRMED, 2)
        CorrectingService(d.desk).correct(somebody.attendee, {"status": status.value})
        return somebody.badge_code

    return code


def of_a_list(column: str, value: str) -> Callable[[Driver], str]:
    def code(d: Driver) -> str:
        path = Path(d.desk.home.root) / "late.csv"
        path.write_text(
            f"First name,Last name,Ticket code,{column}\nZora,Quint,TICKET-ZQ-1,{value}\n", encoding="utf-8"
        )
        ImportService(d.desk).run([path])
        return "TICKET-ZQ-1"

    return code


def nobodys(d: Driver) -> str:
    return make_code(somebody(d)[:2], 987_654_321)


def of_another_event(d: Driver) -> str:
    return make_code("ZZ", 987_654_321)


CASES: dict[str, tuple[Callable[[Driver], str], str, str, str]] = {
    "admitted": (somebody, "Admitted", "Badge", "go"),
    "already": (scanned_before, "Already in", "Since 09:00 at Desk A, 7 minutes ago", "already"),
    "back": (went_out, "Back in", "Out since 09:00, back at 09:00", "go"),
    "unpaid": (with_status(Status.UNPAID), "Not paid", "is not paid yet", "hold"),
    "pending": (with_status(Status.PENDING), "Pending", "approval", "hold"),
    "waitlisted": (with_status(Status.WAITLISTED), "Waiting list", "waiting list", "hold"),
    "cancelled": (with_status(Status.CANCELLED), "Cancelled", "cancelled", "stop"),
    "blocked": (of_a_list("Blocked", "yes"), "Blocked", "", "stop"),
    "early": (of_a_list("Valid from", "2026-03-24 14:00"), "Too early", "14:00", "hold"),
    "unknown": (nobodys, "Not found", "on no list of this event", "look"),
    "other_event": (of_another_event, "Other event", "", "stop"),
    "unreadable": (lambda d: "https://example.org/a?b=c", "Scan again", "Not one of our codes", "look"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_scan_shows_its_word_and_what_to_do(at_desk: Driver, case: str) -> None:
    d = at_desk
    make, word, reason, sound = CASES[case]
    code = make(d)
    result = d.scan(code)
    d.wait_word(word)
    text = d.cards.verdict.text
    assert reason in f"{text.reason} {text.way_out}"
    assert text.way_out
    assert (d.sounds.last or "").startswith(sound)
    assert text.name == result.name
    d.wait(lambda: d.acts[0].outcome == result.outcome.value)


def test_a_second_scan_says_who_where_and_when(at_desk: Driver) -> None:
    d = at_desk
    d.scan(scanned_before(d))
    d.wait_word("Already in")
    assert d.cards.verdict.text.reason == "Since 09:00 at Desk A, 7 minutes ago"
    assert "Admitted by the organiser" in d.cards.verdict.text.way_out
    d.enter()
    d.wait_name(d.judged[-1].name)


def test_times_are_those_of_the_events_zone(at_desk: Driver) -> None:
    d = at_desk
    d.clock.forward(days=7)  # Britain's clocks went forward on 29 March 2026.
    d.scan(somebody(d))
    d.wait(lambda: d.acts and d.acts[0].at.strftime("%H:%M") == "10:00")
    assert d.cards.verdict._head.time == "10:00:00"


def test_enter_on_not_found_is_ready_for_the_name(at_desk: Driver) -> None:
    d = at_desk
    d.scan(nobodys(d))
    d.enter()
    d.wait_page("ready")
    assert d.left.search.hasFocus()


def test_who_leaves_is_out_and_can_come_back(at_desk: Driver) -> None:
    d = at_desk
    code = went_out(d)
    person = d.judged[0].attendee or ""
    assert d.presence(person) is Presence.OUT
    d.scan(code)
    d.wait_word("Back in")
    assert d.presence(person) is Presence.IN


def test_what_is_to_be_handed_over_is_told_once(at_desk: Driver) -> None:
    d = at_desk
    speaker = d.named("Ingeborg Sæther-Østby").badge_code
    d.scan(speaker)
    assert "speaker lanyard" in d.cards.verdict.spoken()
    assert d.sounds.last == "go_notice"
    d.scan(speaker)
    d.wait_word("Already in")
    assert d.cards.verdict._notices == ()
