"""Boxes and numbers of badges from version to version of a list, until they stand on the desk's verb."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin.services.desk import Desk
from tests.services.at_one_desk import ROWS, Front


@pytest.fixture
def front(desk: Desk, tmp_path: Path) -> Iterator[Front]:
    """Verified after each test."""
    made = Front.opened(desk, tmp_path / "lists")
    yield made
    assert made.is_whole()


def place(front: Front, code: str) -> tuple[str, str]:
    card = front.card(code)
    return card.person.badge.value, card.badge_place


def test_a_badge_that_was_printed_after_the_first_version(front: Front) -> None:
    result = front.bring(ROWS.replace('no,"Old town, on foot",41,,', 'no,"Old town, on foot",41,7,300'))
    assert (result.changed, result.unchanged) == (1, 4)
    assert place(front, "T-1") == ("pre_printed", "box 7, no. 300")
    assert front.bring(ROWS).changed == 1
    assert place(front, "T-1") == ("none", "")


def test_a_box_that_was_moved(front: Front) -> None:
    front.bring(ROWS.replace("2,117", "4,117"))
    assert place(front, "T-2") == ("pre_printed", "box 4, no. 117")
    assert front.scan("T-2", hand_over=True).badge_place == "box 4, no. 117"
    front.bring(ROWS)
    assert place(front, "T-2") == ("handed_over", "box 2, no. 117"), "a list takes no badge out of a hand"


def test_a_version_without_these_columns(front: Front) -> None:
    head = "Ticket code,Given name,Family name\n"
    front.bring("T-1,Ada,Quill\nT-2,Bo,Lind\nT-3,Cy,Marsh\nT-4,Di,Nash\nT-5,Ed,Orr\n", head)
    assert place(front, "T-2") == ("none", "")


def test_a_box_never_passes_on(front: Front) -> None:
    """The badge in it bears another name."""
    done = front.instead("T-2")
    assert place(front, done.attendee) == ("none", "")
    assert place(front, "T-2") == ("pre_printed", "box 2, no. 117")
