"""What the commands do, by the sentences of ../shared/CLI.md."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.cli import contract
from tests.cli.answer_types import in_zone
from tests.cli.conftest import KATHMANDU, PEOPLE, Cli, a_list, at

ZONE = ZoneInfo("Asia/Kathmandu")


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


def test_nothing_is_written_over_what_it_was_made_from(hills: Cli, tmp_path: Path) -> None:
    path = a_list(tmp_path)
    before = path.read_bytes(), hills.digest()
    assert hills("import", path, "--save-rejected", tmp_path / "." / path.name).rc == 2
    assert hills("backup", "--out", hills.home / "checkin.db").rc == 1
    assert (path.read_bytes(), hills.digest()) == before


def test_a_door_that_is_gone_is_still_told(hills: Cli, tmp_path: Path) -> None:
    scanned = hills("scan", "T-1", "--door", "walk", *at("13:50"))
    (tmp_path / "less.toml").write_text(KATHMANDU.partition("[[departure]]")[0], "utf-8")
    assert hills("event", "load", tmp_path / "less.toml", *at("15:00")).rc == 0
    assert hills("show", "T-1")["entries"][-1]["entry"] == scanned["entry"]
    assert hills("export", "scans", "--out", tmp_path / "s.csv").rc == 0
    assert hills("undo", scanned["entry"], "--reason", "x", *at("15:01")).rc == 0


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


def test_an_import_tells_person_by_person(hills: Cli, tmp_path: Path) -> None:
    hills("correct", "T-2", "city=Brno", *at("09:00"))
    hills("scan", "T-1", *at("09:00"))
    text = PEOPLE.replace("jan@b.example,,", "jan@b.example,,Ostrava").replace("Bergen", "Oslo")
    (tmp_path / "people.csv").write_text(text, "utf-8")
    told = hills("import", tmp_path / "people.csv", "--dry-run", *at("10:00"))
    assert told["changes"][0]["touched"] == ["inside"]
    fields = {(f["field"], f["old"], f["new"], f["kept"]) for c in told["changes"] for f in c["changes"]}
    assert ("city", "Brno", "Ostrava", True) in fields
    assert told["gone"] == []
    assert {c["header"] for c in told["columns"]} == set(told["header"])


def test_what_a_word_of_status_means_can_be_said(hills: Cli, tmp_path: Path) -> None:
    path = tmp_path / "more.csv"
    path.write_text("Name,E-mail,Status\nEva Stone,eva@x.example,zanzibar\n", "utf-8")
    first = hills("import", path)
    assert (first.rc, first["unknown_statuses"]) == (4, {"zanzibar": [2]})
    assert hills("import", path, "--status", "zanzibar").rc == 2
    assert hills("import", path, "--status", "zanzibar=lovely").rc == 2
    again = hills("import", path, "--status", "zanzibar=pending")
    assert (again.rc, again["new"]) == (0, 1)
    assert hills("search", "eva stone")["status"] == "pending"


def test_watching_takes_one_path_and_nothing_else(hills: Cli, tmp_path: Path) -> None:
    for words in (("--watch", "--dry-run"), ("--watch", "--map", "city=Ort"), ("--watch", "--save-rejected", "r.csv")):
        told = hills("import", tmp_path, *words)
        assert (told.rc, "no other option" in str(told.lines)) == (2, True), told
    assert hills("import", tmp_path, tmp_path, "--watch").rc == 2
