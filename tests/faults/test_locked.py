"""Another program holds the database: whoever asks waits and goes on by itself, or says so and loses nothing.

The thirty seconds run with LOCK_30=1; by default the same is shown with a shorter wait.
"""

from __future__ import annotations

import functools
import io
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from checkin.cli import context, run
from checkin.services.desk import Desk
from tests.faults.programs import Program, told

BUSY = "Another program is using the database."
LONG = pytest.mark.skipif(not os.environ.get("LOCK_30"), reason="takes a minute: LOCK_30=1")


@pytest.fixture
def hurried(program: Program, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The command line in this process, that waits 0.4 s for a lock instead of 10 s."""
    monkeypatch.setattr(context, "Desk", functools.partial(Desk, wait_seconds=0.4))

    def ask(*words: object, stdin: str = "") -> tuple[int, list[dict[str, Any]]]:
        out = io.StringIO()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        monkeypatch.setattr(sys, "stdout", out)
        rc = run(["--home", str(program.home), "--json", *map(str, words)])
        return rc, [json.loads(line) for line in out.getvalue().splitlines()]

    return ask


def test_three_seconds_are_waited_for(program: Program, sample: list[str]) -> None:
    holder = program.locked(3)
    began = time.monotonic()
    stream = program.start("scan", "--stdin")
    stream.say(*sample[:3])
    single = program.outside("scan", sample[3])
    waited = time.monotonic() - began
    assert single.rc == 0
    assert single["admitted"]
    assert 2.0 < waited < 9.0
    stream.until(lambda answers: len(answers) == 3)
    assert [a["outcome"] for a in stream.answers] == ["admitted"] * 3
    assert stream.end() == 0
    holder.end()
    program.whole()


def test_longer_is_told_and_the_next_works(program: Program, hurried: Any, sample: list[str], tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Given name,Family name,E-mail\nAda,Lovelace,ada@example.org\n", "utf-8")
    before = program.whole()
    holder = program.locked(60)
    rc, lines = hurried("scan", "--stdin", stdin="\n".join(sample[:3]))
    assert rc == 1
    assert [(line["outcome"], line["entry"], line["error"]) for line in lines] == [(None, None, BUSY)] * 3
    assert all(line["advice"] for line in lines)
    for words in (("scan", sample[0]), ("import", file), ("walk-in", "--given", "Ada"), ("undo", "--reason", "x")):
        rc, lines = hurried(*words)
        assert rc == 1
        assert lines[-1]["error"] == BUSY
        assert lines[-1]["advice"]
    # Reading takes no lock.
    assert hurried("search", "glasgow")[1]
    assert hurried("show", sample[0])[1][0]["checked_in"] is False
    holder.end(kill=True)
    assert program.whole()["state_digest"] == before["state_digest"]
    assert program("scan", sample[0])["admitted"]
    assert program("import", file)["new"] == 1
    program.whole()


@LONG
def test_thirty_seconds(program: Program, sample: list[str], tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Given name,Family name,E-mail\nAda,Lovelace,ada@example.org\n", "utf-8")
    holder = program.locked(30)
    began = time.monotonic()
    stream = program.start("scan", "--stdin")
    stream.say(*sample[:5])
    assert told(program.outside("import", file)) == BUSY
    print(f"import gave up after {time.monotonic() - began:.1f} s")
    stream.until(lambda answers: len(answers) == 5)
    print(f"five lines after {time.monotonic() - began:.1f} s: {[a['outcome'] for a in stream.answers]}")
    assert stream.end() == 1
    holder.end()
    waited = [a for a in stream.answers if a["outcome"] is None]
    assert 1 <= len(waited) <= 3
    assert {a["error"] for a in waited} == {BUSY}
    assert [a["outcome"] for a in stream.answers[len(waited) :]] == ["admitted"] * (5 - len(waited))
    assert program("import", file)["new"] == 1
    program.whole()
