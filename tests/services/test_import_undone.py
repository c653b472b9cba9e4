"""An import taken back: what stands is exactly what would stand without it, with all that desks did meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.domain.canonical import canonical
from checkin.domain.person_fold import fold_person
from checkin.services.conflicts import ConflictService
from checkin.services.desk import Desk
from db.projections.facts import facts_of
from tests.services.at_one_desk import ROWS, Front


@pytest.fixture
def front(desk: Desk, tmp_path: Path) -> Front:
    return Front.opened(desk, tmp_path / "lists")


def states(front: Front, ids: list[str]) -> list[str]:
    return [front.state(attendee) for attendee in ids]


def without(front: Front, ids: list[str], entry: str, undo: str) -> list[str]:
    """The states that all acts make but those of the import and of its undo."""
    with front.desk.database.read() as connection:
        of = {i: [f for f in facts_of(connection, i) if f.batch != entry and f.act_id != undo] for i in ids}
        folded = {i: fold_person(i, facts) for i, facts in of.items()}
    return [canonical(state) if state else "" for state in folded.values()]


def test_exactly_what_was_and_what_the_desk_did(front: Front) -> None:
    ids = [front.who(f"T-{n}") for n in range(1, 6)]
    before = states(front, ids)
    newer = (
        ROWS.replace("Ada,Quill", "Ada,Quill-Stone").replace("Bo,Lind,bo@x.example", "Bo,Lind,lind@x.example")
        .replace("2,117", "4,9").replace("Guest,unpaid", "Guest,confirmed").replace('"Old town, on foot"', "")
        .replace("T-5,Ed,Orr", "T-6,Flo,Penn").replace("ed@x.example", "flo@x.example")
    )  # fmt: skip
    brought = front.bring(newer, name="newer.csv")
    assert (brought.new, brought.changed, brought.unchanged, brought.vanished) == (1, 3, 1, 1)
    # T-4 and T-5 nobody touches; the others meet the desk.
    assert front.outcome("T-1") == "admitted"
    front.correcting.correct(ids[1], {"city": "Olomouc"})
    front.notes.note(ids[2], "Tell Marta", at_scan=True)
    assert brought.entry
    undone = front.undo(brought.entry)
    after = states(front, ids)
    assert after == without(front, ids, brought.entry, undone.entry)
    assert after[3:] == before[3:]
    ada, bo, cy = (front.card(i) for i in ids[:3])
    assert (ada.person.family, ada.person.checked_in, [b.door for b in ada.bookings]) == ("Quill", True, ["walk"])
    assert (bo.person.city, bo.email, bo.badge_place) == ("Olomouc", "bo@x.example", "box 2, no. 117")
    assert (cy.person.status, [n.text for n in cy.notes]) == ("unpaid", ["Tell Marta"])
    assert front.people.search("penn") == []
    assert front.is_whole()


def test_it_can_be_brought_in_again(front: Front) -> None:
    newer = ROWS.replace("Guest,unpaid", "Guest,confirmed")
    first = front.bring(newer, name="newer.csv")
    front.undo(first.entry)
    again = front.bring(newer, name="newer.csv")
    assert (again.new, again.changed, again.unchanged, again.vanished) == (0, 1, 4, 0)
    assert again.warnings == first.warnings, "a version that was taken back is no earlier one"
    assert front.card("T-3").person.status == "confirmed"
    assert ConflictService(front.desk).all() == []
    assert front.bring(newer, name="newer.csv").entry is None
    assert front.is_whole()
