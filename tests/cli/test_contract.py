"""Every command of this slice, run and held against the tables of ../shared/CLI.md themselves."""

from __future__ import annotations

import argparse
import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from checkin.cli.words import parser
from tests.cli import contract
from tests.cli.answer_types import in_zone, wrong_types
from tests.cli.conftest import Answer, Cli, at

ZONE = ZoneInfo("Asia/Kathmandu")

NOT_YET = frozenset(
    """
    group; note; substitute; door list; door tick; room list; room count; room enter; room leave; book;
    unbook; visit list; visit meet; visit board; visit alight; visit no-show; visit returned; visit explain;
    visit count; visit depart; visit arrive; visit return; visit close; visit move; visit manifest; rollcall open;
    rollcall answer; rollcall show; rollcall close; hub serve; hub init; hub invite; hub join; hub sync; hub status;
    hub revoke; bundle out; bundle in; source add pretix; source add indico; source add file; source list;
    source remove; source sync; source status; badge hand-over; badge keep; badge revoke; badge batch; badge check;
    rounds draw; rounds show; rounds repair; erase
    """.replace("\n", " ").split(";")
)
LATER = frozenset(" ".join(name.split()) for name in NOT_YET)


def pytest_guard() -> None:
    if not contract.CLI_MD.exists():
        told = f"The contract {contract.CLI_MD} is not beside this checkout."
        if os.environ.get("CI"):
            pytest.fail(told)
        pytest.skip(told)


@pytest.fixture(autouse=True)
def _contract_is_there() -> None:
    pytest_guard()


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
    from tests.cli.conftest import PEOPLE

    assert cli("correct", "T-2", "city=Brno", *at("09:00")).rc == 0
    (folder / "people.csv").write_text(PEOPLE.replace("jan@b.example,,", "jan@b.example,,Ostrava"), "utf-8")
    assert cli("import", folder / "people.csv", *at("10:00"))["changed"] == 1
    return cli("conflicts")["id"]


def a_list(folder: Path) -> Path:
    text = "Name,E-mail,Order\nMia New,mia@x.example,\nMia New,mia@x.example,\n,,\n,nobody@x.example,\n"
    (folder / "list.csv").write_text(text, "utf-8")
    return folder / "list.csv"


def merged(cli: Cli) -> Answer:
    return cli("merge", "T-1", "T-2", *at("09:00"))


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
    ("setting", lambda c, f: c("setting", "look.zoom"), 0, 1),
    ("setting", lambda c, f: c("setting", "look.zoom", "150"), 0, 1),
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
        "correct", "merge", "unmerge", "conflicts acknowledge", "badge print",
    }
)  # fmt: skip


def event_file(folder: Path) -> Path:
    from tests.cli.conftest import KATHMANDU

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


def test_import_counts_every_row(hills: Cli, tmp_path: Path) -> None:
    answer = hills("import", a_list(tmp_path), "--save-rejected", tmp_path / "r.csv", *at("09:00"))
    j = answer.lines[0]
    assert answer.rc == 4
    assert (j["new"], j["merged"], len(j["rejected"])) == (1, 1, 1)
    parts = ("new", "changed", "unchanged", "entitlements", "merged")
    assert j["rows"] == sum(j[k] for k in parts) + len(j["rejected"])
    assert j["rejected"][0]["row"] == 5
    assert j["header_row"] == 1
    assert "nobody@x.example" in (tmp_path / "r.csv").read_text("utf-8-sig")


def test_a_dry_run_into_an_empty_home_writes_nothing(empty: Cli, tmp_path: Path) -> None:
    answer = empty("import", a_list(tmp_path), "--dry-run")
    assert (answer.rc, answer["new"], answer["entry"]) == (4, 1, None)
    assert empty("verify")["entries"] == 0
    shown = empty("event", "show")
    assert (shown.rc, sorted(shown.lines[0])) == (1, ["advice", "error"])


def test_into_an_empty_home_an_import_makes_an_event(
    empty: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    assert empty("import", a_list(tmp_path)).rc == 4
    shown = empty("event", "show")
    assert (shown["event"], shown["timezone"]) == ("List", "Asia/Kathmandu")
    scanned = empty("search", "mia")
    assert scanned["name"] == "Mia New"


def test_the_first_check_in_stands_in_the_second_answer(hills: Cli) -> None:
    hills("operator", "add", "Ailsa", "--role", "desk", *at("08:30"))
    Cli(hills.home, "Desk B", "Ailsa")("scan", "T-1", *at("09:00"))
    second = hills("scan", "T-1", *at("09:10"))
    assert (second.rc, second["outcome"], second["admitted"]) == (3, "already", False)
    assert second["first"] == {"at": "2026-03-24T09:00:00+05:45", "station": "Desk B", "operator": "Ailsa"}


def test_the_station_keeps_its_name(hills: Cli) -> None:
    Cli(hills.home, "Side door")("scan", "T-1", *at("09:00"))
    again = Cli(hills.home, station=None)("scan", "T-1", *at("09:01"))
    assert again["first"]["station"] == "Side door"


def test_doors_of_every_kind(hills: Cli) -> None:
    assert hills("scan", "T-1", "--door", "talk", *at("09:45"))["outcome"] == "admitted"
    assert hills("scan", "T-1", "--door", "talk", *at("09:46"))["outcome"] == "already"
    assert hills("scan", "T-2", "--door", "walk", *at("13:50"))["outcome"] == "not_booked"
    boarded = hills("scan", "T-1", "--door", "Old town, ON FOOT", *at("13:55"))
    assert (boarded["outcome"], boarded["door"]) == ("admitted", "walk")
    kinds = [e["kind"] for e in hills("show", "T-1")["entries"]]
    assert kinds == ["room_entered", "scan_refused", "boarded"]
    assert hills("day", "show", *at("14:00"))["inside"] == 0


def test_a_full_room_names_the_nearest_with_room(hills: Cli) -> None:
    for code in ("T-1", "T-2"):
        assert hills("scan", code, "--door", "talk", *at("09:45")).rc == 0
    full = hills("scan", "T-5", "--door", "talk", *at("09:50"))
    assert (full.rc, full["outcome"]) == (3, "full")
    assert "Other talk" in full["way_out"]


def test_an_override_needs_a_reason_and_keeps_it(hills: Cli) -> None:
    before = hills.digest()
    assert hills("scan", "T-3", "--override", *at("09:00")).rc == 2
    assert hills.digest() == before
    done = hills("scan", "T-3", "--override", "--reason", "paid in cash", *at("09:00"))
    assert (done.rc, done["outcome"]) == (0, "admitted")
    assert "paid in cash" in hills("show", "T-3")["entries"][-1]["text"]


def test_the_time_given_is_the_acts_time(hills: Cli) -> None:
    first = hills("scan", "T-1", *at("09:00"))
    assert first["at"] == "2026-03-24T09:00:00+05:45"
    assert hills("scan", "T-1", *at("08:00", "2026-03-25"))["outcome"] == "admitted_again"
    entries = hills("show", "T-1")["entries"]
    assert [e["at"] for e in entries] == ["2026-03-24T09:00:00+05:45", "2026-03-25T08:00:00+05:45"]
    printed = hills("badge", "print", "T-1", "--printer", "pdf", *at("09:30", "2026-03-25"))
    assert printed["at"] == "2026-03-25T09:30:00+05:45"
    assert hills("show", "T-1")["entries"][-1]["at"] == "2026-03-25T09:30:00+05:45"
    assert hills("undo", first["entry"], "--reason", "x", "--at", "2026-03-24T09:00:00Z").rc == 0


def test_several_and_nobody(hills: Cli) -> None:
    several = hills("show", "graz")
    assert (several.rc, several["outcome"]) == (3, "ambiguous")
    person = contract.named()["PERSON"]
    assert len(several["candidates"]) == 3
    assert all(contract.missing(p, person) == [] for p in several["candidates"])
    nobody = hills("checkout", "zzzzzz")
    assert (nobody.rc, nobody["outcome"]) == (3, "unknown")


@pytest.mark.parametrize("word", ["show", "checkout", "badge render", "badge print", "correct", "unmerge", "merge"])
def test_an_attendee_is_an_id_a_code_or_a_text(word: str, hills: Cli, tmp_path: Path) -> None:
    person = hills("show", "T-1")
    texts = [person["attendee"], person["badge_code"], person["badge_code"].lower(), "T-1", "Åse", "sahin oneill"]
    rest: dict[str, list[Any]] = {
        "badge render": ["--out", tmp_path / "b.pdf"],
        "badge print": ["--printer", "pdf"],
        "correct": ["city=Oslo"],
        "merge": ["T-2"],
    }
    for text in texts[:4] if word == "unmerge" else texts:
        if word == "unmerge":
            hills("merge", "T-1", "T-2")
        answer = hills(*word.split(), text, *rest.get(word, []))
        assert answer["attendee"] in (person["attendee"], hills("show", "T-2")["attendee"]), (text, answer)
        if word == "merge":
            hills("unmerge", "T-1")


def test_mail_and_telephone_only_in_show(hills: Cli) -> None:
    for words in (["search", "ase"], ["scan", "T-1", *at("09:00")], ["walk-in", "--given", "Åse", "--family", "Sahin"]):
        assert "ase@a.example" not in hills(*words).out
    assert hills("show", "T-1")["email"] == "ase@a.example"


def test_what_nobody_told_is_null(hills: Cli) -> None:
    person = hills("show", "T-2").lines[0]
    assert [person[k] for k in ("organisation", "city", "country", "phone")] == [None] * 4
    unknown = hills("scan", "NOT-OURS", *at("09:00")).lines[0]
    assert [unknown[k] for k in ("attendee", "name", "first")] == [None] * 3


def test_every_scan_leaves_an_entry_that_the_export_shows(hills: Cli, tmp_path: Path) -> None:
    said = [hills("scan", code, *at("09:00")) for code in ("T-1", "T-1", "T-3", "T-4", "NOT-OURS", "", "ZZ-not ours!")]
    hills("export", "scans", "--out", tmp_path / "s.json")
    rows = json.loads((tmp_path / "s.json").read_text("utf-8"))
    assert [r["entry"] for r in rows] == [a["entry"] for a in said]
    assert [r["outcome"] for r in rows] == [a["outcome"] for a in said]
    assert [r["payload"] for r in rows][:4] == ["T-1", "T-1", "T-3", "T-4"]
    assert all(in_zone(r["at"], ZONE) for r in rows)


def test_exit_codes_of_a_scan(hills: Cli) -> None:
    for code, words, outcome, rc in (
        ("T-1", [], "admitted", 0),
        ("T-1", [], "already", 3),
        ("T-1", ["--exit"], "left", 0),
        ("T-1", [], "admitted_again", 0),
        ("T-3", [], "unpaid", 3),
        ("T-4", [], "cancelled", 3),
        ("nobody", [], "unknown", 3),
    ):
        answer = hills("scan", code, *words, *at("09:00"))
        assert (answer["outcome"], answer.rc) == (outcome, rc)
        assert answer["admitted"] is (outcome in ("admitted", "admitted_again"))


def test_event_show_prints_a_file_that_loads(hills: Cli, empty: Cli, tmp_path: Path) -> None:
    rc, text, _ = hills.plain("event", "show")
    (tmp_path / "shown.toml").write_text(text, "utf-8")
    loaded = empty("event", "load", tmp_path / "shown.toml")
    shown = hills("event", "show").lines[0]
    assert rc == loaded.rc == 0
    assert {k: v for k, v in loaded.lines[0].items() if k != "entry"} == shown
    again = empty("event", "load", tmp_path / "shown.toml")
    assert again["entry"] is None


def test_the_day_is_closed_and_taken_back(hills: Cli) -> None:
    hills("scan", "T-1", *at("09:00"))
    assert hills("day", "show", *at("09:01")).lines == [{"day": "2026-03-24", "closed": False, "inside": 1}]
    closed = hills("day", "close", *at("18:00"))
    assert (closed["closed"], closed["inside"]) == (True, 0)
    assert hills("day", "show", *at("18:01"))["inside"] == 0
    assert hills("undo", closed["entry"], "--reason", "too early", *at("18:02")).rc == 0
    assert hills("day", "show", *at("18:03")).lines == [{"day": "2026-03-24", "closed": False, "inside": 1}]


def test_operators_act_by_name(hills: Cli) -> None:
    assert hills("operator", "list")["name"] == "organiser"
    hills("operator", "add", "Iain", "--role", "volunteer")
    assert [o["name"] for o in hills("operator", "list").lines] == ["Iain"]
    Cli(hills.home, operator="iain")("scan", "T-1", *at("09:00"))
    assert hills("show", "T-1")["entries"][-1]["operator"] == "Iain"
    hills("operator", "remove", "Iain")
    assert hills("show", "T-1")["entries"][-1]["operator"] == "Iain", "what they did stays theirs"
    assert Cli(hills.home, operator="Iain")("scan", "T-2", *at("09:00")).rc == 1


def test_a_copy_is_brought_back(hills: Cli, tmp_path: Path) -> None:
    hills("scan", "T-1", *at("09:00"))
    state = hills.digest()
    copy = hills("backup", "--out", tmp_path / "copy.db")
    hills("scan", "T-2", *at("09:05"))
    assert hills.digest() != state
    back = hills("restore", tmp_path / "copy.db")
    assert back["entries"] == copy["entries"]
    assert hills.digest() == state
    assert list(hills.home.glob("*.before-restore.*"))


def test_text_for_people_is_text(hills: Cli, tmp_path: Path) -> None:
    for words in (
        ["search", "ase"], ["show", "T-1"], ["scan", "T-1"], ["event", "show"], ["day", "show"], ["operator", "list"],
        ["setting"], ["verify"], ["conflicts"], ["badge", "jobs"], ["backup"], ["walk-in", "--given", "Bo"],
        ["correct", "T-1", "city=Oslo"], ["export", "scans", "--out", tmp_path / "s.csv"], ["undo", "--reason", "x"],
    ):  # fmt: skip
        rc, out, err = hills.plain(*words)
        assert rc in (0, 3), (words, err)
        assert not out.startswith("{")
        assert "None" not in out
        assert err == ""


def test_help_of_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    from checkin.cli import run

    for name in ["", *sorted(words_of_the_parser())]:
        assert run([*name.split(), "--help"]) == 0
        told = capsys.readouterr()
        assert "usage: checkin" in told.out
        assert told.err == ""
