"""A fresh home: two programs that make it at once, and one that is stopped in the middle."""

from __future__ import annotations

import contextlib
import os
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checkin.domain.errors import StorageFull, UserError
from checkin.paths import Home, put_if_absent
from checkin.secrets import database_key
from checkin.services import demo, demo_people
from checkin.services.demo import DemoService
from checkin.services.desk import Desk
from checkin.services.import_run import ImportRun
from db.engine import Connection, Database
from tests.faults.programs import Program


def _is_clean(home: Path) -> bool:
    """Nothing half made is left behind."""
    return not [p.name for p in home.iterdir() if ".new" in p.name]


def test_two_programs_make_one_home(tmp_path: Path) -> None:
    program = Program(tmp_path / "home")
    for _ in range(2):
        both = [program.start("demo", "--seed-only", "--seed", n) for n in (1, 2)]
        codes = [stream.end() for stream in both]
        assert 0 in codes
        for stream, code in zip(both, codes, strict=True):
            (line,) = stream.answers
            assert code in (0, 1)
            assert line.get("attendees") or (line["error"] and line["advice"])
        assert _is_clean(program.home)
        program.whole()
        program.home.rename(tmp_path / f"made-{time.monotonic_ns()}")


def test_two_starts_share_one_key_and_one_database(tmp_path: Path) -> None:
    """Many at once, as when a person clicks thrice: nobody meets half a key or half a database."""
    program = Program(tmp_path / "home")
    both = [program.start("setting", "look.theme") for _ in range(5)]
    assert [stream.end() for stream in both] == [0] * 5, [s.answers for s in both]
    assert sorted(p.name for p in program.home.iterdir()) == ["checkin.db", "secret.key"]


def test_the_second_of_two_demos_is_told_that_there_is_one(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = Desk(home), Desk(home)
    people = demo_people.glasgow_people

    def meanwhile(*words: Any) -> Any:
        """The other program is quicker, just after we looked whether there is an event."""
        monkeypatch.setattr(demo, "glasgow_people", people)
        DemoService(other).make(seed=2)
        return people(*words)

    monkeypatch.setattr(demo, "glasgow_people", meanwhile)
    try:
        with pytest.raises(UserError):
            DemoService(one).make(seed=1)
        assert DemoService(other).told().attendees == 130
    finally:
        one.close()
        other.close()


def test_a_demo_that_was_cut_short_is_made_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_words: object, **_named: object) -> None:
        raise StorageFull("The disk is full.", "Free some space.")

    monkeypatch.setattr(ImportRun, "all", full)
    with pytest.raises(StorageFull):
        DemoService(desk).make()
    monkeypatch.undo()
    assert DemoService(desk).make().attendees == 130


def test_a_desk_that_could_not_be_stored_is_not_there(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Database.write

    @contextlib.contextmanager
    def full(database: Database) -> Iterator[Connection]:
        """The commit finds no room: nothing of the transaction is stored."""
        with write(database) as connection:
            yield connection
            raise StorageFull("The disk is full.", "Free some space.")

    monkeypatch.setattr(Database, "write", full)
    with pytest.raises(StorageFull):
        DemoService(desk).make()
    monkeypatch.undo()
    assert DemoService(desk).make().attendees == 130


def test_a_first_start_that_is_killed(tmp_path: Path, rng: random.Random) -> None:
    """At any instant: the next start finds a whole database or makes one."""
    for number in range(5):
        program = Program(tmp_path / f"home-{number}")
        stream = program.start("demo", "--seed-only", "--attendees", 300)
        end = time.monotonic() + 10
        while not program.home.exists() and time.monotonic() < end:
            time.sleep(0.001)
        time.sleep(rng.random() * 0.15)
        stream.kill()
        assert program("setting", "look.theme").rc == 0
        program.whole()


def test_a_name_is_given_once(tmp_path: Path) -> None:
    target = tmp_path / "key"
    for text in ("one", "two"):
        made = tmp_path / f"{text}.new"
        made.write_text(text)
        assert put_if_absent(made, target) is (text == "one")
        assert not made.exists()
    assert target.read_text() == "one"


@pytest.mark.parametrize("taken", [True, False])
def test_a_name_where_there_are_no_links(taken: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a stick's FAT."""

    def link(source: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", link)
    target, made = tmp_path / "key", tmp_path / "made"
    made.write_text("new")
    if taken:
        target.write_text("old")
    assert put_if_absent(made, target) is not taken
    assert target.read_text() == ("old" if taken else "new")
    assert not made.exists()


def test_a_key_made_since_we_looked(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program makes key and database between our look for the key and ours for the database."""
    home.make()
    key, store = database_key(home)
    home.database.write_bytes(b"x")
    looks = iter([False, True])
    monkeypatch.setattr(Path, "exists", lambda path: next(looks) if path == home.key else os.path.exists(path))
    assert database_key(home) == (key, store)
