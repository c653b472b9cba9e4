"""Substitution, groups, notes and badges by command: answers, exit codes, and what the next command sees of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import KATHMANDU, Cli, at

RULES = """
[hand_over]
Speaker = "Speaker's bag"
"booked:visit" = "Coach card: {door}"
"*" = "Lanyard"
"photo:" = "Ask about photos"
"""


@pytest.fixture(autouse=True)
def whole(hills: Cli) -> object:
    """Verified after each test."""
    yield
    assert hills("verify").rc == 0


def test_somebody_comes_instead(hills: Cli) -> None:
    before = hills("show", "T-1")
    done = hills("substitute", "T-1", "--given", "Björn", "--family", "Ásgeirsson", "--email", "b@x.example")
    assert sorted(done.lines[0]) == ["attendee", "badge_code", "entry", "instead_of"]
    assert done["instead_of"] == before["attendee"]
    old, new = hills("scan", "T-1", *at("09:00")), hills("scan", done["badge_code"], *at("09:00"))
    assert (old.rc, old["outcome"], old["reason"]) == (3, "revoked", "Björn Ásgeirsson comes instead")
    assert (new.rc, new["outcome"]) == (0, "admitted")
    shown = hills("show", done["attendee"])
    assert [b["door"] for b in shown["bookings"]] == [b["door"] for b in before["bookings"]]
    assert (shown["email"], shown["phone"], shown["organisation"]) == ("b@x.example", None, "Høyskolen")
    assert (shown["instead_of"], shown["replaced_by"]) == (before["attendee"], None)
    first = hills("show", before["attendee"])
    assert (first["replaced_by"], first["status"]) == (done["attendee"], "cancelled")
    assert [(e["entry"], e["text"]) for e in first["entries"] if e["kind"] == "substituted"] == [
        (done["entry"], "Björn Ásgeirsson comes instead")
    ]


def test_and_is_taken_back_with_all_they_did(hills: Cli) -> None:
    before = hills("show", "T-1").lines[0]
    done = hills("substitute", "T-1", "--family", "Stone")
    hills("scan", done["badge_code"], *at("09:00"))
    undone = hills("undo", done["entry"], "--reason", "they came after all", *at("09:05"))
    assert (undone.rc, undone["undone"], undone["attendee"]) == (0, done["entry"], before["attendee"])
    after = hills("show", "T-1").lines[0]
    assert {k: v for k, v in after.items() if k != "entries"} == {k: v for k, v in before.items() if k != "entries"}
    assert hills("show", done["attendee"]).rc == 3
    assert hills("scan", "T-1", *at("09:06"))["outcome"] == "admitted"


@pytest.mark.parametrize(
    ("words", "rc"),
    [
        (["T-1"], 2),
        (["T-1", "--given", "  "], 2),
        (["T-1", "--email", "x@x.example"], 2),
        (["T-4", "--given", "Eva"], 1),
        (["T-1", "--given", "x" * 300], 1),
        (["nobody at all", "--given", "Eva"], 3),
        (["graz", "--given", "Eva"], 3),
    ],
)
def test_who_cannot_be_replaced(hills: Cli, words: list[str], rc: int) -> None:
    before = hills.digest()
    assert hills("substitute", *words).rc == rc
    assert hills.digest() == before


def test_twice(hills: Cli) -> None:
    hills("substitute", "T-1", "--given", "Eva")
    again = hills("substitute", "T-1", "--given", "Fay")
    assert (again.rc, again["error"]) == (1, "Eva comes instead of Åse O'Neill-Şahin already.")


def test_a_group(hills: Cli) -> None:
    done = hills("group", "T-1", "T-3", "T-2", "T-1", *at("09:00"))
    assert done.rc == 3, "somebody stays behind"
    assert [r["outcome"] for r in done["results"]] == ["admitted", "unpaid", "admitted"]
    undone = hills("undo", "--reason", "wrong delegation", *at("09:01"))
    assert undone["undone"] == done["entry"]
    assert hills("group", "T-1", "T-2", *at("09:02")).rc == 0
    assert hills("day", "show", *at("09:03"))["inside"] == 2


def test_a_group_with_somebody_unknown(hills: Cli) -> None:
    before = hills.digest()
    said = hills("group", "T-1", "nobody at all")
    assert (said.rc, said["outcome"]) == (3, "unknown")
    assert hills("group").rc == 2
    assert hills.digest() == before


def test_a_message(hills: Cli) -> None:
    note = hills("note", "T-1", "Give the envelope", "--at-scan")
    told = hills("scan", "T-1", *at("09:00"))
    assert [n["sentence"] for n in told["notices"] if n["kind"] == "message"] == ["Give the envelope"]
    shown = hills("show", "T-1")
    assert shown["notes"] == ["Give the envelope"]
    assert [(m["entry"], m["delivered"]) for m in shown["messages"]] == [(note["entry"], False)]
    assert hills("note", "T-2", "--delivered", note["entry"]).rc == 3, "it is for somebody else"
    ticked = hills("note", "T-1", "--delivered", note["entry"])
    assert (ticked.rc, ticked["attendee"]) == (0, shown["attendee"])
    assert hills("scan", "T-1", *at("09:01"))["notices"] == []
    assert hills("note", "T-1", "--delivered", note["entry"]).rc == 1
    assert hills("note", "T-1", "--delivered", "nothing").rc == 3


@pytest.mark.parametrize("words", [["T-1"], ["T-1", " "], ["T-1", "x", "--delivered", "y"]])
def test_a_note_of_nothing(hills: Cli, words: list[str]) -> None:
    assert hills("note", *words).rc == 2


def test_a_note_that_is_too_long(hills: Cli) -> None:
    said = hills("note", "T-1", "x" * 501)
    assert (said.rc, said["advice"]) == (1, "Shorten it.")


def test_badges_of_several(hills: Cli) -> None:
    lines = hills("badge", "hand-over", "T-1", "T-2").lines
    assert [(line["badge"], line["job"], line["state"]) for line in lines] == [("handed_over", None, None)] * 2
    assert hills("badge", "hand-over", "T-1").rc == 1
    assert [line["badge"] for line in hills("badge", "keep", "T-1", "T-2").lines] == ["kept", "kept"]
    assert hills("show", "T-1")["badge"] == "kept"


def test_a_lost_badge(hills: Cli) -> None:
    old = hills("show", "T-1")["badge_code"]
    said = hills("badge", "revoke", "T-1", "--reason", "lost", *at("08:12"))
    assert (said["badge"], said["badge_code"] != old) == ("none", True)
    refused = hills("scan", old, *at("09:00"))
    assert (refused["outcome"], refused["reason"]) == ("revoked", "This badge was replaced at 08:12, Desk A")
    assert hills("scan", said["badge_code"], *at("09:00"))["outcome"] == "admitted"
    assert hills("undo", said["entry"], "--reason", "x").rc == 1, "a code that died stays dead"


def test_badges_are_taken_back_by_their_entry(hills: Cli) -> None:
    entry = hills("badge", "hand-over", "T-1")["entry"]
    assert hills("undo", entry, "--reason", "x").rc == 0
    assert hills("show", "T-1")["badge"] == "none"


def test_the_list_says_where_badges_lie(hills: Cli, tmp_path: Path) -> None:
    (tmp_path / "boxes.csv").write_text(
        "Ticket code,Given name,Family name,Badge box,Badge number\nB-1,Gus,Poe,2,117\n", "utf-8"
    )
    assert hills("import", tmp_path / "boxes.csv")["new"] == 1
    shown = hills("show", "B-1")
    assert (shown["badge"], shown["badge_place"]) == ("pre_printed", "box 2, no. 117")


def test_rules_of_the_event_file(hills: Cli, tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_text(KATHMANDU.replace("[[room]]", f"{RULES}\n[[room]]", 1), "utf-8")
    assert hills("event", "load", tmp_path / "rules.toml").rc == 0
    told = hills("scan", "T-1", *at("09:00"))
    assert [n["sentence"] for n in told["notices"] if n["kind"] == "hand_over"] == [
        "Speaker's bag", "Coach card: Old town, on foot", "Lanyard", "Ask about photos",
    ]  # fmt: skip
    _, shown, _ = hills.plain("event", "show")
    (tmp_path / "shown.toml").write_text(shown, "utf-8")
    assert hills("event", "load", tmp_path / "shown.toml")["entry"] is None
    assert '"booked:visit" = "Coach card: {door}"' in shown


def test_each_act_names_its_operator(hills: Cli) -> None:
    hills("operator", "add", "Ailsa", "--role", "desk")
    ailsa = Cli(hills.home, operator="ailsa")
    runs: list[Callable[[], object]] = [
        lambda: ailsa("note", "T-1", "x"),
        lambda: ailsa("badge", "keep", "T-1"),
        lambda: ailsa("badge", "revoke", "T-1"),
        lambda: ailsa("group", "T-1", *at("09:00")),
    ]
    for run in runs:
        run()
    assert {e["operator"] for e in hills("show", "T-1")["entries"]} == {"Ailsa"}
    assert Cli(hills.home, operator="nobody")("note", "T-1", "x").rc == 1


def test_text_for_people(hills: Cli) -> None:
    for words, told in (
        (["group", "T-1", "T-3"], "Admitted: Åse O'Neill-Şahin\nNot paid: Ida Unpaid"),
        (["note", "T-2", "x"], "Noted."),
        (["substitute", "T-5", "--given", "Eva"], "the old code opens nothing any more."),
        (["badge", "hand-over", "T-2"], "Jan Novák\thanded_over\t"),
    ):
        _, out, err = hills.plain(*words)
        assert told in out
        assert "None" not in out
        assert err == ""


def test_words_that_look_like_something_else_are_text(hills: Cli) -> None:
    text = "=1+1 {name} \"x\" 'y' \\ %s -5"
    hills("note", "T-1", text, "--at-scan")
    assert hills("show", "T-1")["notes"] == [text]
