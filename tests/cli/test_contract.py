"""Every command of this slice, run and held against the tables of ../shared/CLI.md themselves."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from checkin.cli.parsing import parser
from tests.cli import contract
from tests.cli.answer_types import wrong_types
from tests.cli.conftest import KATHMANDU, PEOPLE, Answer, Cli, a_list, at

ZONE = ZoneInfo("Asia/Kathmandu")

NOT_YET = frozenset(
    """
    door list; door tick; room list; room count; room enter; room leave; book;
    unbook; visit list; visit meet; visit board; visit alight; visit no-show; visit returned; visit explain;
    visit count; visit depart; visit arrive; visit return; visit close; visit move; visit manifest; rollcall open;
    rollcall answer; rollcall show; rollcall close; hub serve; hub init; hub invite; hub join; hub sync; hub status;
    hub revoke; bundle out; bundle in; source add pretix; source add indico; source add file; source list;
    source remove; source sync; source status; badge batch; badge check;
    rounds draw; rounds show; rounds repair; erase
    """.replace("\n", " ").split(";")
)
LATER = frozenset(" ".join(name.split()) for name in NOT_YET)


Run = Callable[[Cli, Path], Answer]


def badge_printed(cli: Cli) -> str:
    return cli("badge", "print", "T-1", "--printer", "pdf", *at("09:00"))["job"]


def a_backup(cli: Cli, folder: Path) -> Path:
    assert cli("backup", "--out", folder / "copy.db").rc == 0
    return folder / "copy.db"


def a_picture(cli: Cli, folder: Path) -> Path:
    assert cli("badge", "render", "T-1", "--out", folder / "b.png").rc == 0
    return folder / "b.png"


def a_conflict(cli: Cli, folder: Path) -> str:
    """A correction at the desk, then a newer version of the list that says something else."""
    assert cli("correct", "T-2", "city=Brno", *at("09:00")).rc == 0
    (folder / "people.csv").write_text(PEOPLE.replace("jan@b.example,,", "jan@b.example,,Ostrava"), "utf-8")
    assert cli("import", folder / "people.csv", *at("10:00"))["changed"] == 1
    return next(str(c["id"]) for c in cli("conflicts").lines if c["kind"] == "field_changed_twice")


def merged(cli: Cli) -> Answer:
    return cli("merge", "T-1", "T-2", *at("09:00"))


def a_message(cli: Cli) -> str:
    return str(cli("note", "T-1", "Give the envelope", "--at-scan", *at("09:00"))["entry"])


# command | how it is run | exit code | which of its row's shapes (0 the first)
RUNS: list[tuple[str, Run, int, int]] = [
    ("event load", lambda c, f: c("event", "load", event_file(f), *at("09:00")), 0, 0),
    ("event export", lambda c, f: c("event", "export", f / "hills.event", "--passphrase-env", "PASSPHRASE"), 0, 0),
    ("event show", lambda c, f: c("event", "show"), 0, 0),
    ("day show", lambda c, f: c("day", "show", *at("09:00")), 0, 1),
    ("day close", lambda c, f: c("day", "close", *at("18:00")), 0, 1),
    ("import", lambda c, f: c("import", a_list(f), *at("09:00")), 4, 0),
    ("import", lambda c, f: c("import", a_list(f), "--dry-run"), 4, 0),
    ("import", lambda c, f: c("import", a_list(f), "--save-rejected", f / "r.csv"), 4, 0),
    ("import", lambda c, f: c("import", a_list(f), "--map", "organisation=Order", "--extra", "Dinner"), 4, 0),
    ("operator add", lambda c, f: c("operator", "add", "Iain", "--role", "volunteer", *at("09:00")), 0, 0),
    ("operator list", lambda c, f: c("operator", "list"), 0, 0),
    ("operator remove", lambda c, f: operator_gone(c), 0, 0),
    ("setting", lambda c, f: c("setting"), 0, 1),
    ("setting", lambda c, f: c("setting", "look.theme"), 0, 1),
    ("setting", lambda c, f: c("setting", "look.theme", "dark"), 0, 1),
    ("search", lambda c, f: c("search", "oneill sahin"), 0, 0),
    ("show", lambda c, f: c("show", "T-1"), 0, 0),
    ("scan", lambda c, f: c("scan", "T-1", *at("09:00")), 0, 0),
    ("scan", lambda c, f: c("scan", "T-3", *at("09:00")), 3, 0),
    ("scan", lambda c, f: c("scan", "T-3", "--override", "--reason", "paid in cash", *at("09:00")), 0, 0),
    ("scan", lambda c, f: c("scan", "T-1", "--exit", *at("09:00")), 0, 0),
    ("scan", lambda c, f: c("scan", "T-1", "--door", "Talk – Größe", *at("09:45")), 0, 0),
    ("scan", lambda c, f: c("scan", "T-1", "--door", "walk", *at("13:50")), 0, 0),
    ("scan", lambda c, f: c("scan", "--stdin", *at("09:00"), stdin=b"T-1\nT-2\n"), 0, 0),
    ("read", lambda c, f: c("read", a_picture(c, f)), 0, 0),
    ("undo", lambda c, f: taken_back(c), 0, 0),
    ("checkout", lambda c, f: c("checkout", "T-1", *at("09:00")), 0, 0),
    ("walk-in", lambda c, f: c("walk-in", "--given", "Ase", "--family", "ONeill Sahin", *at("09:00")), 0, 0),
    ("walk-in", lambda c, f: c("walk-in", "--given", "Bo", "--family", "Li", "--no-check-in", *at("09:00")), 0, 0),
    ("correct", lambda c, f: c("correct", "T-2", "family=Nowak", "city=Kraków", *at("09:00")), 0, 0),
    ("merge", lambda c, f: merged(c), 0, 0),
    ("unmerge", lambda c, f: (merged(c), c("unmerge", "T-1", *at("09:10")))[1], 0, 0),
    ("conflicts", lambda c, f: (a_conflict(c, f), c("conflicts"))[1], 0, 0),
    ("conflicts acknowledge", lambda c, f: c("conflicts", "acknowledge", a_conflict(c, f), *at("11:00")), 0, 0),
    ("group", lambda c, f: c("group", "T-1", "T-2", *at("09:00")), 0, 0),
    ("group", lambda c, f: c("group", "T-1", "T-3", "T-4", *at("09:00")), 3, 0),
    ("note", lambda c, f: c("note", "T-1", "Badge is torn", *at("09:00")), 0, 1),
    ("note", lambda c, f: c("note", "T-1", "Give the envelope", "--at-scan", *at("09:00")), 0, 1),
    ("note", lambda c, f: c("note", "T-1", "--delivered", a_message(c), *at("09:01")), 0, 1),
    ("substitute", lambda c, f: c("substitute", "T-5", "--given", "Eva", "--family", "Stone", *at("09:00")), 0, 0),
    ("substitute", lambda c, f: c("substitute", "T-5", "--family", "S", "--email", "s@x.example", *at("09:00")), 0, 0),
    ("badge hand-over", lambda c, f: c("badge", "hand-over", "T-1", *at("09:00")), 0, 0),
    ("badge keep", lambda c, f: c("badge", "keep", "T-1", "T-2", *at("09:00")), 0, 0),
    ("badge revoke", lambda c, f: c("badge", "revoke", "T-1", "--reason", "lost", *at("09:00")), 0, 0),
    ("badge render", lambda c, f: c("badge", "render", "T-1", "--out", f / "b.pdf"), 0, 0),
    ("badge render", lambda c, f: c("badge", "render", "T-1", "--template", "a6", "--out", f / "b.png"), 0, 0),
    ("badge print", lambda c, f: c("badge", "print", "T-1", "T-2", "--printer", "pdf", *at("09:00")), 0, 0),
    ("badge jobs", lambda c, f: (badge_printed(c), c("badge", "jobs"))[1], 0, 0),
    ("badge confirm", lambda c, f: c("badge", "confirm", badge_printed(c), "yes", *at("09:05")), 0, 0),
    ("badge confirm", lambda c, f: c("badge", "confirm", badge_printed(c), "no", *at("09:05")), 0, 0),
    ("export", lambda c, f: c("export", "attendance", "--out", f / "a.csv", "--delimiter", ";"), 0, 0),
    ("export", lambda c, f: c("export", "attendance", "--out", f / "a.xlsx"), 0, 0),
    ("export", lambda c, f: c("export", "scans", "--out", f / "s.json"), 0, 0),
    ("verify", lambda c, f: c("verify", "--signatures"), 0, 0),
    ("backup", lambda c, f: c("backup"), 0, 0),
    ("backup", lambda c, f: c("backup", "--out", f / "copy.db"), 0, 0),
    ("restore", lambda c, f: c("restore", a_backup(c, f)), 0, 0),
]
WRITES = frozenset(
    {
        "event load", "day close", "import", "operator add", "operator remove", "scan", "undo", "checkout", "walk-in",
        "correct", "merge", "unmerge", "conflicts acknowledge", "badge print", "group", "note", "substitute",
        "badge hand-over", "badge keep", "badge revoke",
    }
)  # fmt: skip


def event_file(folder: Path) -> Path:
    (folder / "event.toml").write_text(KATHMANDU.replace("Hill towns", "Hill towns and lakes"), "utf-8")
    return folder / "event.toml"


def operator_gone(cli: Cli) -> Answer:
    cli("operator", "add", "Iain", "--role", "desk", *at("09:00"))
    return cli("operator", "remove", "iain", *at("09:01"))


def taken_back(cli: Cli) -> Answer:
    cli("scan", "T-1", *at("09:00"))
    return cli("undo", "--reason", "wrong person", *at("09:01"))


def name_of(run: tuple[str, Run, int, int]) -> str:
    return run[0].replace(" ", "-")


@pytest.mark.parametrize(("command", "run", "rc", "which"), RUNS, ids=[f"{n}-{name_of(r)}" for n, r in enumerate(RUNS)])
def test_answers_hold_what_the_contract_says(
    command: str, run: Run, rc: int, which: int, hills: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PASSPHRASE", "three quiet hills")
    answer = run(hills, tmp_path)
    assert answer.rc == rc, answer
    assert answer.lines
    shape = contract.expected(command, which)
    for line in answer.lines:
        assert contract.missing(line, shape) == [], line
        assert wrong_types(line, ZONE) == [], line
        assert "error" not in line
        if command in WRITES and "--dry-run" not in str(line):
            assert "entry" in line
    after = hills("verify")
    assert after.rc == 0, after


def test_the_demo_answers_as_the_contract_says(made: Answer) -> None:
    assert contract.missing(made.lines[0], contract.expected("demo")) == []
    assert wrong_types(made.lines[0], ZoneInfo("Europe/London")) == []


def test_every_command_that_writes_returns_its_entry(hills: Cli, tmp_path: Path) -> None:
    seen = set()
    for command, run, rc, _ in RUNS:
        if command not in WRITES or command in seen:
            continue
        seen.add(command)
        before = int(hills("verify")["entries"])
        answer = run(hills, tmp_path)
        wrote = int(hills("verify")["entries"]) - before
        assert wrote > 0, command
        if rc == 0 or command == "import":
            assert all(isinstance(line["entry"], str) and len(line["entry"]) == 36 for line in answer.lines), command
    assert seen == WRITES


def test_the_whole_contract_is_either_here_or_named_as_not_yet() -> None:
    here = {command for command, *_ in RUNS} | {"demo", "bench"}
    assert here & LATER == set()
    assert contract.commands() - here - LATER == set()
    assert (here | LATER) - contract.commands() == set()


def words_of_the_parser() -> set[str]:
    found: set[str] = set()

    def walk(made: argparse.ArgumentParser, before: str) -> None:
        groups = [a for a in made._actions if isinstance(a, argparse._SubParsersAction)]
        for name, child in groups[0].choices.items() if groups else ():
            walk(child, f"{before} {name}".strip())
        if not groups:
            found.add(before)

    walk(parser(), "")
    return found


def test_every_word_of_the_program_is_in_the_contract() -> None:
    assert words_of_the_parser() <= contract.commands()
    here = {command for command, *_ in RUNS} | {"demo", "bench"}
    assert here - {"conflicts acknowledge"} <= words_of_the_parser()


def test_every_option_of_the_contract_is_understood() -> None:
    """Every `--option` that the rows of this slice name is one of its commands'."""
    here = {command.split()[0] for command, *_ in RUNS} | {"demo"}
    known: dict[str, set[str]] = {}

    def walk(made: argparse.ArgumentParser, first: str) -> None:
        for action in made._actions:
            if isinstance(action, argparse._SubParsersAction):
                for name, child in action.choices.items():
                    walk(child, first or name)
            else:
                known.setdefault(first, set()).update(action.option_strings)

    walk(parser(), "")
    text = contract.text()
    for line in (x for x in text.splitlines() if x.startswith("| `")):
        for piece in re.findall(r"`([^`]*)`", re.split(r"(?<!\\)\|", line)[1]):
            first = piece.split(" ")[0]
            name = " ".join(piece.split(" ")[:2])
            if first in here and name not in LATER:
                assert set(re.findall(r"--[a-z-]+", piece)) <= known[first], piece
    assert {"--home", "--station", "--operator", "--json"} <= known[""]


def test_acting_commands_take_a_time() -> None:
    for command in WRITES - {"conflicts acknowledge"}:
        made: Any = parser()
        for word in command.split():
            group = next(a for a in made._actions if isinstance(a, argparse._SubParsersAction))
            made = group.choices[word]
        assert any("--at" in a.option_strings for a in made._actions), command


def test_help_of_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    from checkin.cli import run

    for name in ["", *sorted(words_of_the_parser())]:
        assert run([*name.split(), "--help"]) == 0
        told = capsys.readouterr()
        assert "usage: checkin" in told.out
        assert told.err == ""
