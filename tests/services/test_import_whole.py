"""An import is one thing: whole or not at all, taken back as a whole, the same at every desk of the event."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from checkin.domain.errors import UserError
from checkin.domain.people import WalkIn
from checkin.services import import_run, import_writing, importing
from checkin.services.care import CareService
from checkin.services.desk import Desk
from checkin.services.import_watch import ImportCancelled
from checkin.services.people import PeopleService
from checkin.services.scan import ScanRequest, ScanService
from checkin.services.undo import UndoService
from checkin.services.walk_in import WalkInService
from db.queries import people
from tests.services.conftest import ROWS, Lists, changed

KEY = bytes(range(32))


def ids_and_codes(desk: Desk) -> dict[str, str]:
    with desk.database.read() as connection:
        return {s["attendee"]: next(c[0] for c in s["codes"] if c[1] == "badge") for s in people.states(connection)}


def acts(desk: Desk) -> int:
    with desk.database.read() as connection:
        return int(connection.exec_driver_sql("select count(*) from act").scalar_one())


def digest(desk: Desk) -> str:
    report = CareService(desk).verify(signatures=True)
    assert report.whole, report
    return report.state_digest


def test_a_dry_run_into_an_empty_home_writes_nothing(lists: Lists) -> None:
    told = lists.bring(ROWS, dry_run=True)
    assert (told.new, told.entry) == (4, None)
    assert not lists.desk.has_event
    assert acts(lists.desk) == 0
    done = lists.bring(ROWS)
    assert (done.new, bool(done.entry)) == (4, True)


def test_a_dry_run_tells_what_the_import_then_does(listed: Lists) -> None:
    rows = [*changed(ROWS, 1, City="Ostrava")[1:], {**ROWS[0], "Ticket code": "T-9", "E-mail": "new@x.example"}]
    before = digest(listed.desk), acts(listed.desk)
    told = listed.bring(rows, dry_run=True)
    assert (digest(listed.desk), acts(listed.desk)) == before
    done = listed.bring(rows)
    for name in ("new", "changed", "unchanged", "vanished", "entitlements", "merged", "altered", "gone"):
        assert getattr(told, name) == getattr(done, name), name
    assert (done.new, done.changed, done.unchanged, done.vanished) == (1, 1, 2, 1)


def test_an_import_is_taken_back_as_a_whole(listed: Lists) -> None:
    before = digest(listed.desk)
    rows = [*changed(ROWS, 1, City="Ostrava")[1:], {**ROWS[0], "Ticket code": "T-9", "E-mail": "new@x.example"}]
    entry = listed.bring(rows).entry
    assert digest(listed.desk) != before
    undone = UndoService(listed.desk).undo(entry, "the wrong file")
    assert undone.undone == entry
    assert digest(listed.desk) == before
    assert ScanService(listed.desk).scan(ScanRequest("T-9")).outcome == "unknown"
    again = listed.bring(rows)
    assert (again.new, again.changed, again.unchanged, again.vanished) == (1, 1, 2, 1)


def test_the_first_import_is_taken_back_too(lists: Lists) -> None:
    entry = lists.bring(ROWS).entry
    UndoService(lists.desk).undo(entry, "the wrong file")
    with lists.desk.database.read() as connection:
        assert people.count(connection) == 0
    assert PeopleService(lists.desk).search("novak") == []
    digest(lists.desk)
    assert lists.bring(ROWS).new == 4


def test_who_was_checked_in_meanwhile_is_not_lost(listed: Lists) -> None:
    """Somebody of the second list is in; the list is taken back and comes again: they are in."""
    extra = [{"Name": "Zoë New", "E-mail": "zoe@x.example", "Ticket code": "Z-1"}]
    entry = listed.bring(extra, "extra.csv").entry
    assert ScanService(listed.desk).scan(ScanRequest("Z-1")).admitted
    UndoService(listed.desk).undo(entry, "wrong")
    digest(listed.desk)
    listed.bring(extra, "extra.csv")
    assert ScanService(listed.desk).scan(ScanRequest("Z-1")).outcome == "already"
    digest(listed.desk)


@pytest.mark.parametrize(
    ("what", "where"),
    [
        (import_writing.ImportWriting, "_close"),
        (import_run.ImportRun, "_new"),
        (import_run.ImportRun, "_compare"),
    ],
)
def test_a_fault_in_the_middle_leaves_nothing(
    what: type, where: str, listed: Lists, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest(listed.desk), acts(listed.desk)
    rows = [*changed(ROWS, 1, City="Ostrava"), {**ROWS[0], "Ticket code": "T-9", "E-mail": "new@x.example"}]

    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("power cut")

    with monkeypatch.context() as patch:
        patch.setattr(what, where, broken)
        with pytest.raises(RuntimeError, match="power cut"):
            listed.bring(rows)
    assert (digest(listed.desk), acts(listed.desk)) == before
    result = listed.bring(rows)
    assert (result.new, result.changed) == (1, 1)


def test_a_fault_in_a_later_chunk_leaves_nothing(listed: Lists, monkeypatch: pytest.MonkeyPatch) -> None:
    """Large lists are written in chunks of one transaction."""
    monkeypatch.setattr(import_writing, "CHUNK", 10)
    before = digest(listed.desk), acts(listed.desk)
    many = [{"Name": f"Person {n:03}", "E-mail": f"p{n}@x.example"} for n in range(95)]
    flush, done = import_writing.ImportWriting._flush, []

    def broken(self: Any, part: Any) -> None:
        flush(self, part)
        done.append(1)
        if len(done) == 5:
            raise RuntimeError("power cut")

    with monkeypatch.context() as patch:
        patch.setattr(import_writing.ImportWriting, "_flush", broken)
        with pytest.raises(RuntimeError, match="power cut"):
            listed.bring(many, "many.csv")
    assert len(done) == 5
    assert (digest(listed.desk), acts(listed.desk)) == before
    assert listed.bring(many, "many.csv").new == 95
    digest(listed.desk)


def test_chunks_make_no_difference(
    opened: Callable[..., Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [{"Name": f"Person {n:03}", "E-mail": f"p{n}@x.example"} for n in range(40)]
    seen = []
    for chunk in (1, 7, 4000):
        monkeypatch.setattr(import_writing, "CHUNK", chunk)
        desk = opened()
        desk.found(KEY, "event")
        lists = Lists(desk, tmp_path / "lists")
        lists.bring(many)
        lists.bring(changed(many, 5, Name="Somebody Else")[:-1])
        digest(desk)
        with desk.database.read() as connection:
            # The acts have other ids each time.
            seen.append([{k: v for k, v in s.items() if k != "heads"} for s in people.states(connection)])
    assert seen[0] == seen[1] == seen[2]
    assert len(seen[0]) == 41


def test_two_desks_that_load_one_list_mean_the_same_people(opened: Callable[..., Desk], tmp_path: Path) -> None:
    desks = [opened(station="Desk A"), opened(station="Desk B")]
    for desk in desks:
        desk.found(KEY, "event")
        lists = Lists(desk, tmp_path / "lists")
        lists.bring(ROWS)
        lists.bring([{"Name": "Zoë New", "E-mail": "zoe@x.example"}], "more.csv")
    assert ids_and_codes(desks[0]) == ids_and_codes(desks[1])
    assert len(ids_and_codes(desks[0])) == 5
    assert digest(desks[0]) == digest(desks[1])


def test_rows_in_another_order_are_the_same_people(opened: Callable[..., Desk], tmp_path: Path) -> None:
    desks = [opened(), opened()]
    for desk, rows in zip(desks, (ROWS, list(reversed(ROWS))), strict=True):
        desk.found(KEY, "event")
        Lists(desk, tmp_path / "lists").bring(rows)
    assert ids_and_codes(desks[0]) == ids_and_codes(desks[1])


def test_another_event_knows_them_by_other_ids(opened: Callable[..., Desk], tmp_path: Path) -> None:
    """Nobody without the event's key can compute an id or a badge code."""
    desks = [opened(), opened()]
    for desk in desks:
        Lists(desk, tmp_path / "lists").bring(ROWS)
    one, other = map(ids_and_codes, desks)
    assert not one.keys() & other.keys()
    assert not set(one.values()) & set(other.values())


def test_a_walk_in_is_recognised_on_a_later_list(listed: Lists) -> None:
    """Walk-ins are on no list; a list that brings the same person later makes a second one, which the desk merges."""
    walk_in = WalkInService(listed.desk).register(WalkIn("Zoë", "New", "zoe@x.example"))
    result = listed.bring([{"Name": "Zoë New", "E-mail": "zoe@x.example"}], "more.csv")
    assert result.new == 1
    twins = WalkInService(listed.desk).twins("Zoe", "New")
    assert walk_in.attendee in {p.attendee for p in twins}
    assert len(twins) == 2


def test_a_home_of_one_event_keeps_its_name(listed: Lists) -> None:
    listed.bring([{"Name": "Zoë New", "E-mail": "zoe@x.example"}], "more_people-2.csv")
    with listed.desk.database.read() as connection:
        assert listed.desk.programme(connection).event.title == "People"
    assert importing.title_of("C:\\lists\\social_lab-2026.csv") == "Social lab 2026"
    assert importing.title_of(".csv") == ".csv"


def test_a_long_list_that_was_let_go_is_not_applied_again(listed: Lists, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its people are gone from memory: applying what is left would say that nothing changes."""
    monkeypatch.setattr(import_writing, "MANY", 1)
    newcomer = {**ROWS[0], "Ticket code": "T-9", "E-mail": "t9@x.example"}
    told = listed.bring([*ROWS, newcomer], dry_run=True)

    def stopped() -> bool:
        return told.readings[0].was_let_go

    with pytest.raises(ImportCancelled):
        listed.service.apply(told.readings, cancelled=stopped)
    with pytest.raises(UserError, match="let go") as error:
        listed.service.apply(told.readings)
    assert error.value.advice == "Choose the file once more."
    assert PeopleService(listed.desk).figures()["listed"] == len(ROWS)
