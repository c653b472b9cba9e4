"""Pairs that may be one person: told around an import, decided either way, taken back, both histories kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.domain.errors import NotFound
from checkin.domain.people import WalkIn
from checkin.services import import_writing, importing
from checkin.services.care import CareService
from checkin.services.conflicts import ConflictService
from checkin.services.correcting import CorrectingService
from checkin.services.desk import Desk
from checkin.services.likely_twins import LikelyTwins, pair_id
from checkin.services.noting import NoteService
from checkin.services.people import PeopleService
from checkin.services.scan import ScanRequest, ScanService
from checkin.services.undo import UndoService
from checkin.services.walk_in import WalkInService
from tests.conftest import FakeClock
from tests.services.at_one_desk import Front, a_second_desk
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


def test_the_first_list_of_an_empty_home_tells_its_own_pairs(lists: Lists) -> None:
    told = lists.bring([*ROWS, TWIN], dry_run=True)
    (pair,) = told.likely
    assert (pair.one.row, pair.other.row) in {(3, 6), (6, 3)}
    assert not lists.desk.has_event, "nothing was written"
    lists.service.apply(told.readings, same=[(pair.one.attendee, pair.other.attendee)])
    people = PeopleService(lists.desk)
    assert people.resolve("T-7") == people.resolve("T-2")
    assert CareService(lists.desk).verify(signatures=True).whole


def test_a_list_that_is_let_go_while_it_is_stored_tells_its_pairs(
    listed: Lists, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (import_writing, importing):
        monkeypatch.setattr(module, "MANY", 3)
    done = listed.bring([*ROWS, TWIN])
    assert (done.newcomers, done.new) == ([], 1)
    (pair,) = listed.service.likely(done)
    assert {pair.one.name, pair.other.name} == {"Jan Novák", "Jan Novak"}
    unchanged = listed.bring([*ROWS, TWIN])
    assert listed.service.likely(unchanged) == []


def test_what_a_row_says_now_makes_a_pair(listed: Lists) -> None:
    rows = [*ROWS, {**TWIN, "E-mail": "nobody@x.example", "City": "Oslo"}]
    assert listed.bring(rows, dry_run=True).likely == []
    listed.bring(rows)
    told = listed.bring(changed(rows, 4, **{"E-mail": "jan@b.example"}), dry_run=True)
    assert [pair.why for pair in told.likely] == ["The same e-mail and nearly the same name"]


def test_a_decision_about_somebody_who_is_not_known_after_all_is_left(listed: Lists) -> None:
    told = listed.bring([*ROWS, TWIN], dry_run=True)
    known = PeopleService(listed.desk).resolve("T-2")
    listed.service.apply(told.readings, same=[(known, "p" + "0" * 24), (known, known)])
    assert PeopleService(listed.desk).resolve("T-2") == known
    assert CareService(listed.desk).verify(signatures=True).whole


def test_two_people_stay_two_when_one_of_them_is_joined_with_a_third(listed: Lists) -> None:
    listed.bring([*ROWS, TWIN])
    twins, people = LikelyTwins(listed.desk), PeopleService(listed.desk)
    twins.keep_apart(twins.open()[0].id)
    for other in ("T-1", "T-3", "T-4"):
        CorrectingService(listed.desk).merge(people.resolve("T-7"), people.resolve(other))
    CorrectingService(listed.desk).correct(people.resolve("T-7"), {"given": "Jan", "family": "Novak"})
    CorrectingService(listed.desk).correct(people.resolve("T-7"), {"email": "jan@b.example"})
    assert twins.open() == []


@pytest.mark.parametrize("late", ["people", "decision"])
def test_every_desk_knows_the_same(late: str, desk: Desk, tmp_path: Path, clock: FakeClock) -> None:
    one = Front.opened(desk, tmp_path / "lists", rows="")
    lists = Lists(desk, tmp_path / "lists")
    lists.bring(ROWS)
    two = a_second_desk(one, tmp_path / "second", clock)
    lists.bring([*ROWS, TWIN])
    twins = LikelyTwins(desk)
    entry = twins.keep_apart(twins.open()[0].id)
    fresh = sorted(one.acts(), key=lambda act: (act.kind == "conflict_acknowledged") == (late == "decision"))
    two.take(fresh)
    reports = [CareService(front.desk).verify() for front in (one, two)]
    assert LikelyTwins(two.desk).open() == []
    assert reports[0].state_digest == reports[1].state_digest
    UndoService(desk).undo(entry, "they are one")
    two.take(one.acts())
    assert LikelyTwins(two.desk).open() == twins.open() != []
    assert all(CareService(front.desk).verify().whole for front in (one, two))
    assert CareService(desk).verify().state_digest != reports[0].state_digest, "who are two is a part of the state"
    two.desk.close()


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
