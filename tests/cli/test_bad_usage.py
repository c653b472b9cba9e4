"""Bad words and impossible wishes: a sentence, advice, the right exit code, and nothing written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Answer, Cli, at

# Words that are no command: exit 2.
USAGE: list[list[str]] = [
    ["nonsense"],
    ["event"],
    ["day"],
    ["operator"],
    ["badge"],
    ["scan"],
    ["scan", "T-1", "--stdin"],
    ["scan", "T-1", "--override"],
    ["scan", "T-1", "--override", "--reason", "  "],
    ["scan", "--stdin", "--override"],
    ["scan", "T-1", "--at", "yesterday"],
    ["scan", "T-1", "--at", "2026-03-24T09:00:00"],
    ["scan", "T-1", "--at", "9999-12-31T23:59:59+00:00"],
    ["scan", "T-1", "--at", "0001-01-01T00:00:00+00:00"],
    ["scan", "T-1", "--door"],
    ["scan", "T-1", "--nonsense"],
    ["search"],
    ["search", "ase", "--limit", "0"],
    ["search", "ase", "--limit", "-1"],
    ["search", "ase", "--limit", "many"],
    ["show"],
    ["show", "T-1", "T-2"],
    ["undo", "a", "b"],
    ["checkout"],
    ["walk-in"],
    ["walk-in", "--given", " ", "--family", ""],
    ["correct", "T-1"],
    ["correct", "T-1", "family"],
    ["merge", "T-1"],
    ["unmerge"],
    ["conflicts", "forget", "x"],
    ["conflicts", "acknowledge"],
    ["badge", "render", "T-1"],
    ["badge", "render", "T-1", "--out", "badge.doc"],
    ["badge", "print"],
    ["badge", "confirm", "job"],
    ["badge", "confirm", "job", "perhaps"],
    ["export", "attendance"],
    ["export", "secrets", "--out", "x.csv"],
    ["import"],
    ["import", "list.csv", "--map", "family"],
    ["event", "load"],
    ["operator", "add"],
    ["operator", "add", "Ann", "--role", "king"],
    ["demo", "--attendees", "0", "--seed-only"],
    ["demo", "--attendees", "-5", "--seed-only"],
    ["restore"],
    ["verify", "everything"],
]

# A sentence, but nothing is done: exit 1.
FAILED: list[list[str]] = [
    ["scan", "T-1", "--door", "nowhere"],
    ["scan", "--stdin", "--door", "nowhere"],
    ["correct", "T-1", "shoe=42"],
    ["correct", "T-1", "status=perhaps"],
    ["correct", "T-1", "given=", "family="],
    ["walk-in", "--given", "x" * 201],
    ["setting", "nonsense"],
    ["setting", "look.theme", "pink"],
    ["setting", "sound.on", "loud"],
    ["setting", "badge.template", "poster"],
    ["operator", "remove", "Nobody"],
    ["operator", "add", "  "],
    ["import", "/no/such/list.csv"],
    ["import", "/"],
    ["event", "load", "/no/such/event.toml"],
    ["event", "load", "/usr"],
    ["export", "attendance", "--out", "/no/such/folder/x.csv"],
    ["export", "attendance", "--out", "x.doc"],
    ["export", "attendance", "--out", "x.csv", "--delimiter", "ab"],
    ["badge", "render", "T-1", "--out", "/no/such/folder/x.pdf"],
    ["badge", "render", "T-1", "--out", "x.pdf", "--template", "poster"],
    ["backup", "--out", "/proc/no/such/copy.db"],
    ["restore", "/no/such/copy.db"],
    ["restore", "/etc/passwd"],
    ["read", "/no/such/picture.png"],
    ["read", "/etc/passwd"],
    ["demo", "--seed-only"],
    ["merge", "T-1", "T-1"],
    ["unmerge", "T-1"],
]

# Nobody and nothing answers to these words: exit 3.
REFUSED: list[list[str]] = [
    ["show", "zzzzzz"],
    ["checkout", "zzzzzz"],
    ["correct", "zzzzzz", "city=Oslo"],
    ["merge", "T-1", "zzzzzz"],
    ["badge", "render", "zzzzzz", "--out", "x.pdf"],
    ["badge", "print", "zzzzzz"],
    ["badge", "confirm", "nojob", "yes"],
    ["conflicts", "acknowledge", "nothing"],
    ["undo", "nothing", "--reason", "x"],
]
CASES = [(words, rc) for table, rc in ((USAGE, 2), (FAILED, 1), (REFUSED, 3)) for words in table]


@pytest.mark.parametrize(("words", "rc"), CASES, ids=[f"{n}-{'-'.join(w)[:40]}" for n, (w, _) in enumerate(CASES)])
def test_bad_words_write_nothing(
    words: list[str], rc: int, hills: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = hills.digest()
    answer = hills(*words, stdin=b"")
    if words[:2] == ["scan", "--stdin"] and rc == 1:
        # An unknown door is each line's own fault; no line, none.
        answer = hills(*words, stdin=b"T-1\n")
    assert answer.rc == rc, answer
    sentence_and_advice(answer)
    rc_plain, out, err = hills.plain(*words)
    if words[:2] != ["scan", "--stdin"] or rc != 1:
        assert (rc_plain, out) == (rc, "")
        assert answer["error"] in err
        assert answer["advice"] in err
    assert hills.digest() == before
    assert {p.name for p in tmp_path.iterdir()} == {"home"}


def sentence_and_advice(answer: Answer) -> None:
    assert "Traceback" not in answer.err
    for text in (answer["error"], answer["advice"]):
        assert text == text.strip() != ""
        assert text[-1] in ".?…", text
        assert not any(w in text.lower() for w in ("please", "invalid", "payload", "null", "errno", "nonetype")), text


EMPTY = [
    ["event", "show"], ["day", "show"], ["day", "close"], ["operator", "add", "Ann"], ["operator", "remove", "Ann"],
    ["search", "ase"], ["show", "T-1"], ["scan", "T-1"], ["undo", "--reason", "x"], ["checkout", "T-1"],
    ["walk-in", "--given", "Bo"], ["correct", "T-1", "city=Oslo"], ["merge", "T-1", "T-2"], ["unmerge", "T-1"],
    ["badge", "render", "T-1", "--out", "b.pdf"], ["badge", "print", "T-1"],
    ["export", "attendance", "--out", "a.csv"], ["conflicts", "acknowledge", "x"],
]  # fmt: skip


@pytest.mark.parametrize("words", EMPTY, ids="-".join)
def test_a_home_without_an_event_says_how_to_begin(
    words: list[str], empty: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = empty(*words)
    assert answer.rc == 1, answer
    sentence_and_advice(answer)
    assert "event" in answer["error"]
    assert [p.name for p in tmp_path.iterdir()] == ["empty"]


def test_a_home_without_an_event_still_answers(empty: Cli) -> None:
    assert empty("verify")["entries"] == 0
    assert empty("setting", "look.theme")["value"] == "system"
    assert empty("backup")["entries"] == 0


def test_an_operator_nobody_named_does_nothing(hills: Cli) -> None:
    before = hills.digest()
    answer = Cli(hills.home, operator="Zed")("scan", "T-1", *at("09:00"))
    assert answer.rc == 1
    sentence_and_advice(answer)
    assert "Zed" in answer["error"]
    assert hills.digest() == before


def test_a_home_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    answer = Cli(tmp_path / "file" / "home")("verify")
    assert answer.rc == 1
    sentence_and_advice(answer)


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    cli = Cli(tmp_path)
    assert cli("verify").rc == 0
    (tmp_path / "checkin.db").write_bytes(b"no database" * 1000)
    for name in ("checkin.db-wal", "checkin.db-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    answer = cli("verify")
    assert answer.rc == 1
    sentence_and_advice(answer)
    assert "restore" in answer["advice"]


def test_what_is_ours_is_told_too(hills: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program itself: still one JSON object with a sentence, the traceback on standard error."""
    from checkin.services.people import PeopleService

    monkeypatch.setattr(PeopleService, "card", lambda *_: {}["hopla"])
    answer = hills("show", "T-1")
    assert answer.rc == 1
    assert "KeyError" in answer["error"]
    assert "hopla" in answer.err
    assert answer["advice"]


def test_a_negative_number_is_a_value(hills: Cli) -> None:
    assert hills("undo", "nothing", "--reason", "-2").rc == 3
    assert hills("scan", "-7", *at("09:00"))["outcome"] in ("unknown", "unreadable")
