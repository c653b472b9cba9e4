"""`scan --stdin`: any bytes, a line for a line, each flushed after its commit, and on through faults."""

from __future__ import annotations

import functools
import io
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from checkin.cli import context
from checkin.services.desk import Desk
from db.engine import open_connection
from tests.cli import contract
from tests.cli.conftest import Cli, at

Ended = Callable[[subprocess.Popen[bytes]], subprocess.Popen[bytes]]

HOSTILE: list[tuple[bytes, set[str]]] = [
    (b"", {"unreadable"}),
    (b"   ", {"unreadable"}),
    (b"\xff\xfe\x80", {"unreadable", "unknown"}),
    (b"\x00abc", {"unknown", "unreadable"}),
    (b"abc\x00\x01\x02", {"unknown", "unreadable"}),
    (b"x" * 5000, {"unreadable"}),
    (b"x" * 200_000, {"unreadable"}),
    (b'{"i":[2', {"unreadable"}),
    (b'{"i": [1, 2, [[[[[]]]]]]}', {"unreadable"}),
    (b'{"checkin_secret": {"a": 1}}', {"unreadable"}),
    (b"[" * 3000, {"unreadable"}),
    (b'{"a":' * 800, {"unreadable"}),
    (b"'; drop table act; --", {"unreadable", "unknown"}),
    (b"https://example.org/?q=T-1", {"unreadable", "unknown"}),
    (b"\xed\xa0\x80", {"unreadable", "unknown"}),
    ("\u202e\u2066\ufeff".encode(), {"unreadable", "unknown"}),
    ("🎫".encode() * 50, {"unreadable", "unknown"}),
    (b"%s%n{0}{reason}", {"unreadable", "unknown"}),
    (b"GX00000000000000000", {"unreadable", "unknown"}),
    (b"\r", {"unreadable"}),
    (b"\x1b]0;title\x07", {"unreadable", "unknown"}),
]


def test_hostile_lines_are_refused_one_by_one(hills: Cli) -> None:
    answer = hills("scan", "--stdin", *at("09:00"), stdin=b"".join(raw + b"\n" for raw, _ in HOSTILE) + b"T-1\n")
    assert answer.rc == 0
    assert len(answer.lines) == len(HOSTILE) + 1
    for (raw, outcomes), line in zip(HOSTILE, answer.lines, strict=False):
        assert line["outcome"] in outcomes, (raw[:20], line)
        assert line["admitted"] is False
        assert line["entry"]
        assert line["way_out"]
        assert contract.missing(line, contract.expected("scan")) == []
    assert answer.lines[-1]["outcome"] == "admitted"
    verified = hills("verify", "--signatures")
    assert verified.rc == 0, verified


@pytest.mark.parametrize("raw", [r for r, _ in HOSTILE if b"\x00" not in r and len(r) < 100_000])
def test_the_same_as_a_word(raw: bytes, hills: Cli) -> None:
    """A payload given as a word is judged as the same payload of a line."""
    by_word = hills("scan", raw.decode("utf-8", "surrogateescape"), *at("09:00"))
    by_line = hills("scan", "--stdin", *at("09:00"), stdin=raw + b"\n")
    assert by_word["outcome"] == by_line["outcome"]
    assert by_word.rc == 3


def test_what_was_scanned_is_kept_as_it_was(hills: Cli, tmp_path: Path) -> None:
    """The first 512 bytes of a payload, its length and its hash; the export shows bytes that are no text."""
    hills("scan", "--stdin", *at("09:00"), stdin=b"\xff\xfeZ\n" + b"y" * 5000 + b"\n")
    hills("export", "scans", "--out", tmp_path / "s.json")
    rows = json.loads((tmp_path / "s.json").read_text("utf-8"))
    assert [r["payload"] for r in rows] == ["\\xff\\xfeZ", "y" * 512]


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_ends_of_lines(end: bytes, hills: Cli) -> None:
    answer = hills("scan", "--stdin", *at("09:00"), stdin=b"T-1" + end + b"T-2" + end + b"T-5")
    assert [line["outcome"] for line in answer.lines] == ["admitted"] * 3


def test_no_line_no_answer(hills: Cli) -> None:
    assert hills("scan", "--stdin", stdin=b"").lines == []


def test_each_answer_is_flushed_after_its_commit(hills: Cli) -> None:
    """When a line's answer can be read, another program finds its act in the database."""
    key = bytes.fromhex((hills.home / "secret.key").read_text("ascii"))
    seen: list[tuple[int, int]] = []

    class Pipe(io.RawIOBase):
        """Gives a line, and at each next question looks what was written and what was stored."""

        def __init__(self) -> None:
            self.left = [b"T-1\n", b"T-2\n", b"T-5\n"]

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            out = sys.stdout.buffer.getvalue().count(b"\n")  # type: ignore[attr-defined]
            with_connection = open_connection(hills.home / "checkin.db", key)
            stored = with_connection.execute("select count(*) from act where kind = 'checked_in'").fetchone()[0]
            with_connection.close()
            seen.append((out, stored))
            line = self.left.pop(0) if self.left else b""
            buffer[: len(line)] = line
            return len(line)

    class Stdin:
        buffer = io.BufferedReader(Pipe(), 4096)

    lines = run_with_stdin(hills, Stdin(), "scan", "--stdin", *at("09:00"))
    assert [line["outcome"] for line in lines] == ["admitted"] * 3
    assert seen == [(0, 0), (1, 1), (2, 2), (3, 3)]


def run_with_stdin(cli: Cli, stdin: Any, *words: str) -> list[dict[str, Any]]:
    from checkin.cli import run

    old = sys.stdin, sys.stdout
    raw = io.BytesIO()
    sys.stdin, sys.stdout = stdin, io.TextIOWrapper(raw, encoding="utf-8")
    try:
        run(cli.words(*words))
        sys.stdout.flush()
        return [json.loads(line) for line in raw.getvalue().decode().splitlines()]
    finally:
        sys.stdin, sys.stdout = old


class Lock:
    """Another program in the middle of a write."""

    def __init__(self, home: Path) -> None:
        key = bytes.fromhex((home / "secret.key").read_text("ascii"))
        self.connection = open_connection(home / "checkin.db", key)
        self.connection.isolation_level = None
        self.connection.execute("begin immediate")

    def free(self) -> None:
        self.connection.execute("rollback")
        self.connection.close()


def test_a_database_locked_for_three_seconds_goes_on_by_itself(hills: Cli) -> None:
    lock = Lock(hills.home)
    threading.Timer(3.0, lock.free).start()
    began = time.monotonic()
    answer = hills("scan", "--stdin", *at("09:00"), stdin=b"T-1\nT-2\n")
    assert time.monotonic() - began > 2.5
    assert answer.rc == 0
    assert [line["outcome"] for line in answer.lines] == ["admitted", "admitted"]


def test_a_database_locked_for_longer_answers_each_line(hills: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "Desk", functools.partial(Desk, wait_seconds=0.4))
    lock = Lock(hills.home)
    threading.Timer(0.9, lock.free).start()
    answer = hills("scan", "--stdin", *at("09:00"), stdin=b"T-1\n" + b"T-2\n" * 6)
    first, last = answer.lines[0], answer.lines[-1]
    assert answer.rc == 1
    assert (first["outcome"], first["admitted"], first["entry"]) == (None, False, None)
    assert first["error"]
    assert first["advice"]
    assert contract.missing(first, contract.expected("scan")) == []
    assert next(line["outcome"] for line in answer.lines if line["outcome"]) == "admitted"
    assert last["outcome"] == "already"
    assert hills("scan", "T-1", *at("09:01"))["outcome"] == "admitted", "what was not stored did not happen"
    assert hills("verify").rc == 0


def test_a_single_scan_of_a_locked_database(hills: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "Desk", functools.partial(Desk, wait_seconds=0.2))
    lock = Lock(hills.home)
    try:
        answer = hills("scan", "T-1", *at("09:00"))
        assert answer.rc == 1
        assert "another program" in answer["error"].lower()
        assert answer["advice"]
        assert hills("search", "ase")["name"], "reading waits for nobody"
    finally:
        lock.free()


def test_a_fault_of_ours_stops_one_line_only(hills: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    from checkin.services import scan

    decide = scan.decide_scan

    def broken(facts: Any) -> Any:
        if facts.payload.text == "T-2":
            raise RuntimeError("hopla")
        return decide(facts)

    monkeypatch.setattr(scan, "decide_scan", broken)
    answer = hills("scan", "--stdin", *at("09:00"), stdin=b"T-1\nT-2\nT-5\n")
    assert [line["outcome"] for line in answer.lines] == ["admitted", None, "admitted"]
    assert answer.rc == 1
    assert hills("verify").rc == 0


def test_a_reader_that_goes_away_loses_nothing(hills: Cli, ended: Ended) -> None:
    process = ended(hills.process("scan", "--stdin", stderr=subprocess.PIPE))
    assert process.stdin
    assert process.stdout
    assert process.stderr
    process.stdin.write(b"T-1\n")
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["outcome"] == "admitted"
    process.stdout.close()
    process.stdin.write(b"T-2\nT-5\n")
    process.stdin.close()
    assert process.wait(20) == 1
    assert process.stderr.read() == b""
    assert hills("scan", "T-1")["outcome"] == "already"
    assert hills("verify").rc == 0


def test_a_program_of_its_own_speaks_utf8_whatever_the_locale(hills: Cli, ended: Ended) -> None:
    import os

    env = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""}
    process = ended(hills.process("scan", "--stdin", env=env))
    out, _ = process.communicate(b"T-1\n\xff\xfe\n", timeout=30)
    lines = [json.loads(line) for line in out.decode("utf-8").splitlines()]
    assert lines[0]["name"] == "Åse O'Neill-Şahin"
    assert "Åse".encode() in out
    assert lines[1]["admitted"] is False
    assert process.returncode == 0


def test_two_programs_admit_each_person_once(cli: Cli, codes: list[str], ended: Ended) -> None:
    lines = "".join(f"{code}\n" for code in codes).encode()
    desks = [Cli(cli.home), Cli(cli.home)]
    processes = [ended(desk.process("scan", "--stdin")) for desk in desks]
    said: list[list[dict[str, Any]]] = [[], []]

    def talk(number: int) -> None:
        out, _ = processes[number].communicate(lines, timeout=60)
        said[number] = [json.loads(line) for line in out.decode().splitlines()]

    threads = [threading.Thread(target=talk, args=(n,)) for n in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [p.returncode for p in processes] == [0, 0]
    for one, other in zip(*said, strict=True):
        assert sorted([one["outcome"], other["outcome"]]) == ["admitted", "already"]
        first = one if one["outcome"] == "already" else other
        assert first["first"]["station"] == "Desk A"
    verified = cli("verify", "--signatures")
    assert verified.rc == 0, verified
    assert [c["kind"] for c in cli("conflicts").lines if c["kind"] != "maybe_same_person"] == []
    assert cli("day", "show")["inside"] == len(codes)
