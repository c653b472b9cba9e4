"""People who may be one by command: told by an import, listed, decided either way, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Cli

FIRST = "Given name,Family name,E-mail,Organisation\nJan,Novák,jan@b.example,Acme\nEva,Stone,eva@b.example,Acme\n"
SECOND = "Given name,Family name,E-mail,Organisation\nJ.,Novak,JAN@b.example,\nEva,Stone,,Bell\n"


@pytest.fixture
def twice(empty: Cli, tmp_path: Path) -> tuple[Cli, Path]:
    """A desk with the first list, and a second one that tells of Jan again, and of another Eva."""
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text(FIRST, encoding="utf-8")
    second.write_text(SECOND, encoding="utf-8")
    assert empty("import", first).rc == 0
    return empty, second


def test_an_import_tells_of_them_before_and_after(twice: tuple[Cli, Path]) -> None:
    cli, second = twice
    before = cli("import", second, "--dry-run")
    (told,) = before["likely"]
    assert sorted(told) == ["one", "other", "why"]
    assert all(sorted(side) == ["attendee", "name", "row"] for side in (told["one"], told["other"]))
    names = {side["name"]: side["row"] for side in (told["one"], told["other"])}
    assert names == {"Jan Novák": None, "J. Novak": 2}
    assert before["duplicates"] == []
    assert cli("import", second)["likely"] == [told]
    assert cli("import", second)["likely"] == [], "nothing of it is new"


def test_people_hear_how_to_decide(twice: tuple[Cli, Path]) -> None:
    cli, second = twice
    rc, out, _ = cli.plain("import", second)
    assert rc == 0
    (told,) = [line for line in out.splitlines() if line.startswith("One person? ")]
    assert told.endswith(": The same e-mail and nearly the same name.")
    assert {"J. Novak", "Jan Novák"} == set(told.removeprefix("One person? ").partition(":")[0].split(" and "))
    assert "`checkin conflicts`" in out
    rc, out, _ = cli.plain("conflicts")
    assert rc == 0
    conflict = cli("conflicts")
    both = f"{conflict['attendee']} {conflict['other']}"
    assert f"checkin merge {both}" in out
    assert f"checkin conflicts acknowledge {conflict['id']}" in out


def test_two_people(twice: tuple[Cli, Path]) -> None:
    cli, second = twice
    cli("import", second)
    conflict = cli("conflicts")
    assert (conflict["kind"], conflict["acknowledged"], conflict["entries"]) == ("maybe_same_person", False, [])
    done = cli("conflicts", "acknowledge", conflict["id"])
    assert done["acknowledged"]
    assert cli("conflicts").lines == []
    assert cli("conflicts", "acknowledge", conflict["id"]).rc == 3
    assert cli("undo", done["entry"], "--reason", "they are one").rc == 0
    assert cli("conflicts")["id"] == conflict["id"]


def test_one_person(twice: tuple[Cli, Path]) -> None:
    cli, second = twice
    cli("import", second)
    conflict = cli("conflicts")
    merged = cli("merge", conflict["attendee"], conflict["other"])
    assert cli("conflicts").lines == []
    assert cli("undo", merged["entry"], "--reason", "they are two").rc == 0
    assert cli("conflicts")["id"] == conflict["id"]
    cli("merge", conflict["attendee"], conflict["other"])
    assert cli("unmerge", conflict["other"]).rc == 0
    assert cli("conflicts")["id"] == conflict["id"]
    assert cli("verify").rc == 0


def test_a_walk_in_who_is_on_the_list(twice: tuple[Cli, Path]) -> None:
    cli, _ = twice
    cli("walk-in", "--given", "Jan", "--family", "Novak", "--email", "jan@b.example")
    assert cli("conflicts")["kind"] == "walk_in_maybe_listed"
