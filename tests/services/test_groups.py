"""Several people in one act: each with their own answer, and one undo that takes back exactly whom it let in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin.domain.errors import NotFound, UserError
from checkin.services.desk import Desk
from checkin.services.scan import PrintWish, ScanRequest
from tests.services.at_one_desk import Front

WISH = PrintWish("label-62x100", "p")


@pytest.fixture
def front(desk: Desk, tmp_path: Path) -> Iterator[Front]:
    """Verified after each test."""
    made = Front.opened(desk, tmp_path / "lists")
    yield made
    assert made.is_whole()


def group(front: Front, *codes: str, hand_over: bool = False, prints: bool = False) -> tuple[list[str], str]:
    wish = WISH if prints else None
    done = front.scans.group([front.who(code) for code in codes], wish, hand_over=hand_over)
    assert {r.entry for r in done.results} <= {done.entry}
    return [r.outcome.value for r in done.results], done.entry


def test_whoever_may_not_in_stays_behind_with_the_reason(front: Front) -> None:
    done = front.scans.group([front.who(f"T-{n}") for n in (1, 2, 3, 4, 5)])
    assert [r.outcome for r in done.results] == ["admitted", "admitted", "unpaid", "cancelled", "admitted"]
    assert [r.name for r in done.results] == ["Ada Quill", "Bo Lind", "Cy Marsh", "Di Nash", "Ed Orr"]
    assert all(r.reason and r.way_out and r.word for r in done.results)
    assert front.people.figures()["inside"] == 3


def test_one_undo_takes_back_exactly_its_admissions(front: Front) -> None:
    front.scan("T-2")
    said, entry = group(front, "T-1", "T-2", "T-3", "T-5")
    assert said == ["admitted", "already", "unpaid", "admitted"]
    assert front.undo().undone == entry
    assert [front.card(code).person.checked_in for code in ("T-1", "T-2", "T-3", "T-5")] == [False, True, False, False]
    refused = [e for e in front.card("T-3").entries if e.kind == "scan_refused"]
    assert [e.undone for e in refused] == [False], "what was refused stays refused"


def test_somebody_twice_and_by_two_ids_is_one(front: Front) -> None:
    bo, ed = front.who("T-2"), front.who("T-5")
    front.correcting.merge(bo, ed)
    done = front.scans.group([bo, bo, ed, front.who("T-1"), bo])
    assert [r.outcome for r in done.results] == ["admitted", "admitted"]
    assert front.people.figures()["inside"] == 2


def test_all_refused_is_nothing_to_take_back(front: Front) -> None:
    said, entry = group(front, "T-3", "T-4")
    assert said == ["unpaid", "cancelled"]
    with pytest.raises(UserError, match="cannot be taken back"):
        front.undo(entry)
    with pytest.raises(NotFound, match="nothing to take back"):
        front.undoing.undo_here("wrong")


def test_nobody_of_it_is_in_when_one_is_unknown(front: Front) -> None:
    before = len(front.acts())
    with pytest.raises(NotFound):
        front.scans.group([front.who("T-1"), "p-nobody", front.who("T-2")])
    assert len(front.acts()) == before
    assert front.people.figures()["inside"] == 0


def test_a_group_of_nobody_and_of_one(front: Front) -> None:
    assert front.scans.group([]).results == ()
    said, entry = group(front, "T-1")
    assert said == ["admitted"]
    assert front.undo(entry).name == "Ada Quill"


def test_badges_from_the_box_are_handed_over_and_the_others_printed(front: Front) -> None:
    said, entry = group(front, "T-1", "T-2", "T-3", "T-5", hand_over=True, prints=True)
    assert said == ["admitted", "admitted", "unpaid", "admitted"]
    badges = [front.card(f"T-{n}").person.badge for n in (1, 2, 3, 5)]
    assert badges == ["owed", "handed_over", "none", "handed_over"]
    assert [job.name for job in front.badges.jobs()] == ["Ada Quill"]
    assert front.undo(entry).undone == entry
    badges = [front.card(f"T-{n}").person.badge for n in (1, 2, 3, 5)]
    assert badges == ["none", "pre_printed", "none", "pre_printed"]


def test_whoever_was_replaced_stays_behind(front: Front) -> None:
    done = front.instead("T-1")
    answers = front.scans.group([front.who("T-1"), done.attendee]).results
    assert [(r.outcome, r.name) for r in answers] == [("cancelled", "Ada Quill"), ("admitted", "Eva Stone")]
    assert answers[0].reason == "Eva Stone comes instead"


def test_messages_of_a_group(front: Front) -> None:
    front.notes.note(front.who("T-3"), "Give the envelope", at_scan=True)
    answers = front.scans.group([front.who(f"T-{n}") for n in (1, 3)]).results
    assert [[n.sentence for n in r.notices if n.kind == "message"] for r in answers] == [[], ["Give the envelope"]]


def test_a_look_ahead_writes_nothing(front: Front) -> None:
    before = front.acts()
    for code, told in (("T-1", "admitted"), ("T-3", "unpaid"), ("NOT-OURS", "unknown"), ("", "unreadable")):
        outcome, subject = front.scans.preview(ScanRequest(code))
        assert (outcome, subject) == (told, front.who(code) if code.startswith("T-") else None)
    assert front.scans.preview(ScanRequest("T-3", override=True, reason="x"))[0] == "admitted"
    with pytest.raises(NotFound):
        front.scans.preview(ScanRequest(attendee="p-nobody"))
    assert front.acts() == before
