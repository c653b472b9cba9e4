"""A list that comes again after somebody was replaced: what it says of the first person opens nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin.services.desk import Desk
from tests.services.at_one_desk import HEAD, ROWS, Front

ADA, *REST = ROWS.splitlines(keepends=True)
OTHERS = "".join(REST)


@pytest.fixture
def front(desk: Desk, tmp_path: Path) -> Iterator[Front]:
    """Ada (T-1) was replaced by Eva; verified after each test."""
    made = Front.opened(desk, tmp_path / "lists")
    made.instead("T-1")
    yield made
    assert made.scan("T-1").reason == "Eva Stone comes instead"
    assert made.card("Eva Stone").person.status == "confirmed"
    assert [b.door for b in made.card("Eva Stone").bookings] == ["walk"]
    assert made.found_conflicts() == []
    assert made.is_whole()


def counts(front: Front, rows: str, head: str = HEAD, name: str = "people.csv") -> tuple[int, int, int, int]:
    result = front.bring(rows, head, name)
    return result.new, result.changed, result.unchanged, result.vanished


def test_the_same_list(front: Front) -> None:
    assert counts(front, ROWS) == (0, 0, 5, 0)


def test_the_row_changed(front: Front) -> None:
    newer = ADA.replace("Acme", "Newco").replace("Oban", "Bern") + OTHERS
    assert counts(front, newer) == (0, 1, 4, 0)
    assert counts(front, newer) == (0, 0, 5, 0)
    ada = front.card("T-1")
    assert (ada.person.organisation, ada.person.status, ada.bookings) == ("Newco", "cancelled", ())
    assert front.card("Eva Stone").person.organisation == "Acme"


def test_the_row_was_cancelled_and_confirmed_again(front: Front) -> None:
    assert counts(front, ADA.replace("confirmed", "cancelled") + OTHERS) == (0, 1, 4, 0)
    assert counts(front, ADA + OTHERS) == (0, 1, 4, 0)
    assert front.card("T-1").person.status == "cancelled"


def test_the_row_vanished_and_came_back(front: Front) -> None:
    assert counts(front, OTHERS) == (0, 0, 4, 1)
    assert counts(front, OTHERS) == (0, 0, 4, 0)
    assert counts(front, ROWS) == (0, 1, 4, 0)
    assert front.card("T-1").bookings == ()


def test_the_ticket_was_exchanged(front: Front) -> None:
    """The registration system sent the first person a new ticket: it opens nothing either."""
    head = HEAD.replace("Ticket code", "Registration ID,Ticket code")
    numbered = "".join(f"R{n},{row}" for n, row in enumerate(ROWS.splitlines(keepends=True), 1))
    counts(front, numbered, head)
    counts(front, numbered.replace("T-1", "NEW-1"), head)
    assert front.outcome("NEW-1") == "revoked"


def test_another_list_with_the_same_ticket_and_nothing_else(front: Front) -> None:
    """Neither address nor organisation tells that this is Ada; her ticket does, though it opens nothing."""
    rows = "T-1,Ada Quill\nX-1,Gus Poe\nX-2,Hal Roe\n"
    assert counts(front, rows, "Ticket code,Name\n", "bags.csv") == (2, 1, 0, 0)
    assert front.people.figures()["listed"] == 8


def test_another_list_with_the_same_ticket_and_a_booking(front: Front) -> None:
    head = "Ticket code,Name,Site visits\n"
    rows = 'T-1,Ada Quill,"Old town, on foot"\nX-1,Gus Poe,\nX-2,Hal Roe,\n'
    assert counts(front, rows, head, "tours.csv") == (2, 1, 0, 0)
    assert front.card("T-1").bookings == ()


def test_taken_back_after_the_newer_list(front: Front) -> None:
    counts(front, ADA.replace("Acme", "Newco") + OTHERS)
    front.undoing.undo(front.card("T-1").entries[-1].entry, "she came after all")
    ada = front.card("T-1")
    assert (ada.person.organisation, ada.person.status, [b.door for b in ada.bookings]) == (
        "Newco", "confirmed", ["walk"]
    )  # fmt: skip
    assert front.outcome("T-1") == "admitted"
    front.undo()
    front.instead("T-1")


def test_the_list_is_taken_back_while_somebody_comes_instead(front: Front) -> None:
    """Whoever came instead stays; of the first person only the substitution is known until the list comes again."""
    entry = front.bring(ADA.replace("Acme", "Newco") + OTHERS).entry
    front.undo(entry)
    assert front.card("T-1").person.organisation == "Acme"
