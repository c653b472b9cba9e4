"""A watched export flows in by itself when it loses nobody; any other waits, and nothing is taken twice."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checkin.services.correcting import CorrectingService
from checkin.services.desk import Desk
from checkin.services.importing import ImportService
from checkin.services.people import PeopleService
from checkin.services.undo import UndoService
from checkin.services.watched_lists import WatchedLists, WatchNews
from tests.services.conftest import ROWS, Lists, changed

NEW = {**ROWS[0], "Ticket code": "T-9", "Given name": "Grace", "Family name": "Hopper", "E-mail": "g@h.example"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "exports"
    made.mkdir()
    return made


def watched(lists: Lists, path: Path, **named: object) -> WatchedLists:
    return WatchedLists(lists.desk, ImportService(lists.desk), path, **named)  # type: ignore[arg-type]


def twice(watch: WatchedLists) -> list[WatchNews]:
    """A file is complete when two looks find it the same."""
    return [*watch.look(), *watch.look()]


def put(lists: Lists, folder: Path, rows: object, name: str = "export.csv") -> Path:
    made = lists.write(rows, name)  # type: ignore[arg-type]
    target = folder / name
    target.write_bytes(made.read_bytes())
    return target


def events(news: list[WatchNews]) -> list[str]:
    return [item.event for item in news]


def test_an_export_made_again_and_again_flows_in(listed: Lists, folder: Path) -> None:
    watch = watched(listed, folder)
    for number, rows in enumerate((changed(ROWS, 1, City="Opava"), changed([*ROWS, NEW], 1, City="Znojmo"))):
        put(listed, folder, rows)
        assert watch.look() == [], "it may still be written"
        (news,) = watch.look()
        assert (news.event, news.new, news.changed, news.vanished) == ("applied", number, 1, 0)
        assert news.sentence.startswith("export.csv came in by itself")
        assert twice(watch) == []
    people = PeopleService(listed.desk)
    assert people.card(people.resolve("T-2")).person.city == "Znojmo"


def test_a_file_alone_is_watched_too(listed: Lists, folder: Path) -> None:
    path = put(listed, folder, changed(ROWS, 1, City="Opava"))
    assert events(twice(watched(listed, path))) == ["applied"]


def test_what_loses_anybody_waits_and_is_told_once(listed: Lists, folder: Path) -> None:
    watch = watched(listed, folder)
    put(listed, folder, ROWS[:3])
    (news,) = twice(watch)
    assert (news.event, news.sentence) == ("waits", "export.csv: 1 person is not on it any more.")
    assert twice(watch) == []
    assert events(twice(watched(listed, folder))) == ["waits"], "told again after a new start"


@pytest.mark.parametrize("why", ["rejected", "status", "twin", "kept", "another"])
def test_what_is_to_be_looked_at_waits(why: str, listed: Lists, folder: Path) -> None:
    rows: list[dict[str, str]] = [dict(row) for row in ROWS]
    if why == "rejected":
        rows.append({**NEW, "Given name": "", "Family name": ""})
    elif why == "status":
        rows[0]["Status"] = "zanzibar"
    elif why == "twin":
        rows.append({**ROWS[1], "Ticket code": "T-8", "E-mail": "JAN@b.example", "Family name": "Novak"})
    elif why == "kept":
        CorrectingService(listed.desk).correct(PeopleService(listed.desk).resolve("T-2"), {"city": "Olomouc"})
        rows[1]["City"] = "Ostrava"
    else:
        rows = [{"Name": "Eva Stone", "E-mail": "eva@x.example"}]
    put(listed, folder, rows)
    (news,) = twice(watched(listed, folder))
    assert news.event == "waits", news


def test_a_list_taken_back_by_hand_does_not_come_again(listed: Lists, folder: Path) -> None:
    watch = watched(listed, folder)
    put(listed, folder, changed(ROWS, 1, City="Opava"))
    (news,) = twice(watch)
    UndoService(listed.desk).undo(news.entry, "the wrong file")
    assert twice(watch) == []
    assert twice(watched(listed, folder)) == [], "also after a new start"


def test_what_cannot_be_read_is_told_once(listed: Lists, folder: Path) -> None:
    (folder / "photo.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    watch = watched(listed, folder)
    (news,) = twice(watch)
    assert (news.event, twice(watch)) == ("refused", [])


def test_what_is_no_list_is_passed_over(listed: Lists, folder: Path) -> None:
    for name in ("~$export.xlsx", ".export.csv.part", "notes.docx", "export.csv.crdownload"):
        (folder / name).write_text("x", "utf-8")
    assert twice(watched(listed, folder)) == []


def test_a_drive_that_is_gone_and_comes_back(listed: Lists, folder: Path) -> None:
    watch = watched(listed, folder)
    os.rename(folder, folder.with_name("away"))
    assert events(twice(watch)) == ["gone"]
    os.rename(folder.with_name("away"), folder)
    assert events(twice(watch)) == ["back"]


def test_nothing_comes_in_while_somebody_looks_at_another_list(listed: Lists, folder: Path) -> None:
    looking = True
    watch = watched(listed, folder, may_apply=lambda: not looking)
    put(listed, folder, changed(ROWS, 1, City="Opava"))
    assert twice(watch) == []
    looking = False
    assert events(twice(watch)) == ["applied"]


def test_the_demo_home_knows_no_such_list(desk: Desk, folder: Path, lists: Lists) -> None:
    put(lists, folder, ROWS)
    assert events(twice(watched(lists, folder))) == ["waits"], "a first list is looked at by somebody"
