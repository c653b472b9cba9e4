"""Pairs that may be one person: told around an import, decided either way, taken back, both histories kept."""

from __future__ import annotations

import time

import pytest

from checkin.domain.errors import NotFound
from checkin.domain.people import WalkIn
from checkin.services.care import CareService
from checkin.services.conflicts import ConflictService
from checkin.services.correcting import CorrectingService
from checkin.services.likely_twins import LikelyTwins, pair_id
from checkin.services.noting import NoteService
from checkin.services.people import PeopleService
from checkin.services.scan import ScanRequest, ScanService
from checkin.services.undo import UndoService
from checkin.services.walk_in import WalkInService
from tests.services.conftest import ROWS, Lists, changed

TWIN = {**ROWS[1], "Ticket code": "T-7", "Given name": "Jan", "Family name": "Novak", "E-mail": "JAN@b.example"}


def test_a_pair_is_told_before_anything_is_written(listed: Lists) -> None:
    result = listed.bring([*ROWS, TWIN], dry_run=True)
    (pair,) = result.likely
    assert {(pair.one.name, pair.one.row), (pair.other.name, pair.other.row)} == {
        ("Jan Novák", None), ("Jan Novak", 6)
    }  # fmt: skip
    assert pair.why == "The same e-mail and nearly the same name"
    listed.bring([*ROWS, TWIN])
    (found,) = LikelyTwins(listed.desk).open()
    assert {found.pair.one.attendee, found.pair.other.attendee} == {pair.one.attendee, pair.other.attendee}
    assert found.kind == "maybe_same_person"


@pytest.mark.parametrize("decision", ["same", "apart"])
def test_a_decision_of_the_preview_is_a_part_of_the_import(decision: str, listed: Lists) -> None:
    told = listed.bring([*ROWS, TWIN], dry_run=True)
    pair = (told.likely[0].one.attendee, told.likely[0].other.attendee)
    done = listed.service.apply(told.readings, **{decision: [pair]})
    people = PeopleService(listed.desk)
    assert LikelyTwins(listed.desk).open() == []
    assert (people.resolve("T-7") == people.resolve("T-2")) == (decision == "same")
    assert CareService(listed.desk).verify(signatures=True).whole
    UndoService(listed.desk).undo(done.entry, "the wrong file")
    assert LikelyTwins(listed.desk).open() == []
    assert people.card(people.resolve("T-2")).person.name == "Jan Novák"
    assert CareService(listed.desk).verify(signatures=True).whole


def test_two_people_are_not_asked_about_again(listed: Lists) -> None:
    listed.bring([*ROWS, TWIN])
    conflicts, twins = ConflictService(listed.desk), LikelyTwins(listed.desk)
    (conflict,) = [c for c in conflicts.all() if c.kind == "maybe_same_person"]
    assert conflict.id == pair_id(conflict.attendee, conflict.other) == twins.open()[0].id
    _, entry = conflicts.acknowledge(conflict.id)
    assert twins.open() == []
    assert listed.bring(changed([*ROWS, TWIN], 4, City="Opava"), dry_run=True).likely == []
    with pytest.raises(NotFound):
        twins.keep_apart(conflict.id)
    UndoService(listed.desk).undo(entry, "they are one")
    assert [pair.id for pair in twins.open()] == [conflict.id]
    assert CareService(listed.desk).verify().whole


def test_a_walk_in_who_is_on_the_list_after_all(listed: Lists) -> None:
    WalkInService(listed.desk).register(WalkIn("Jan", "Novák", "jan@b.example"))
    (found,) = LikelyTwins(listed.desk).open()
    assert found.kind == "walk_in_maybe_listed"


def test_one_person_and_two_again_keep_both_histories(listed: Lists) -> None:
    listed.bring([*ROWS, TWIN])
    people, correcting = PeopleService(listed.desk), CorrectingService(listed.desk)
    one, other = people.resolve("T-2"), people.resolve("T-7")
    ScanService(listed.desk).scan(ScanRequest("T-7"))
    NoteService(listed.desk).note(one, "Has a parcel")
    correcting.correct(other, {"organisation": "Acme"})
    correcting.merge(one, other)
    both = people.card(one)
    assert (both.person.checked_in, [n.text for n in both.notes]) == (True, ["Has a parcel"])
    assert len(both.entries) >= 3
    listed.bring(changed(changed([*ROWS, TWIN], 1, City="Ostrava"), 4, Category="Speaker"))
    assert LikelyTwins(listed.desk).open() == []
    correcting.unmerge(other)
    first, second = people.card(people.resolve("T-2")), people.card(people.resolve("T-7"))
    assert (first.person.city, first.person.checked_in, [n.text for n in first.notes]) == (
        "Ostrava", False, ["Has a parcel"],
    )  # fmt: skip
    assert (second.person.organisation, second.person.checked_in, second.person.category) == ("Acme", True, "Speaker")
    assert len(LikelyTwins(listed.desk).open()) == 1
    assert CareService(listed.desk).verify(signatures=True).whole


def test_ten_thousand_people_are_looked_through_in_a_moment(lists: Lists) -> None:
    rows = [
        {"Ticket code": f"T-{n}", "Given name": f"Ada{n % 97}", "Family name": f"Quill{n}", "E-mail": f"a{n}@x.example",
         "Organisation": f"Org {n % 50}"}
        for n in range(10_000)
    ]  # fmt: skip
    lists.bring(rows)
    began = time.process_time()
    assert LikelyTwins(lists.desk).open() == []
    assert time.process_time() - began < 5, "not measured, only no catastrophe"
