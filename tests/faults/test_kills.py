"""SIGKILL at random instants while the window and a stream of scans work on one home: nothing acknowledged is lost.

KILLS=N makes N of them; a few by default.
"""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import pytest

from tests.faults.programs import Program, Stream

KILLS = int(os.environ.get("KILLS", "6"))
WINDOW, STREAM = 50, 200
"""Codes for each of the two programs in a round; the stream is the quicker one, and both shall be at work."""


@pytest.fixture
def crowd(tmp_path: Path) -> tuple[Program, list[str]]:
    """A home with enough people for every round, and their codes."""
    program = Program(tmp_path / "home", "Desk K")
    made = program("demo", "--seed-only", "--attendees", KILLS * (WINDOW + STREAM) * 3 // 2 + 200)
    assert made.rc == 0, made
    rows = program.rows("attendance")
    codes = [r["badge_code"] for r in rows if r["status"] == "confirmed" and r["badge_code"]]
    assert len(codes) >= KILLS * (WINDOW + STREAM)
    return program, codes


class Record:
    """What was acknowledged, by whom."""

    def __init__(self) -> None:
        self.admitted: set[str] = set()
        self.entries: set[str] = set()
        self.by: dict[str, int] = {"window": 0, "stream": 0}

    def take(self, who: str, stream: Stream) -> None:
        for answer in stream.answers:
            assert "broken" not in answer, answer
            if answer.get("entry"):
                self.by[who] += 1
                self.entries.add(answer["entry"])
                if answer["admitted"]:
                    self.admitted.add(answer["attendee"])


def _round(program: Program, codes: list[str], rng: random.Random, record: Record) -> int:
    """One window and one stream at once; the window is killed, and often the stream too. How many were killed."""
    window, stream = program.window(), program.start("scan", "--stdin")
    window.until(lambda told: bool(told))
    window.say(*codes[:WINDOW])
    stream.say(*codes[WINDOW : WINDOW + STREAM])
    want = rng.randrange(1, WINDOW - 10)
    window.until(lambda told: len(told) > want)
    time.sleep(rng.random() * 0.03)
    both = rng.random() < 0.5
    if both:
        stream.kill()
    window.kill()
    if not both:
        assert stream.end() == 0
        assert len(stream.answers) == STREAM, "a kill of the window took answers from the other program"
    record.take("window", window)
    record.take("stream", stream)
    return 1 + both


def test_kills_while_the_window_checks_in(crowd: tuple[Program, list[str]], rng: random.Random) -> None:
    program, codes = crowd
    record, killed = Record(), 0
    for number in range(KILLS):
        killed += _round(program, codes[number * (WINDOW + STREAM) :], rng, record)
    _after(program, record, killed)


def _after(program: Program, record: Record, killed: int) -> None:
    last = program.window()
    last.until(lambda told: bool(told))
    assert last.end() == 0
    program.whole()
    inside = {r["attendee"] for r in program.rows("attendance") if r["checked_in"]}
    stored = {r["entry"] for r in program.rows("scans")}
    lost = len(record.admitted - inside) + len(record.entries - stored)
    untold = len(stored - record.entries)
    print(f"{KILLS} rounds, {killed} kills, {record.by} acknowledged, {lost} lost, {untold} untold")
    assert lost == 0
    assert record.by["window"] >= KILLS * 3, "too little was tried"
    # A kill between the commit and the verdict leaves an act that nobody was told of: one for each program.
    assert untold <= killed * 2
    assert not [j for j in program("badge", "jobs").lines if j["state"] == "sending"]


def test_a_badge_on_its_way_at_a_kill_has_to_be_looked_at(program: Program, sample: list[str]) -> None:
    window = program.window("slow-printer")
    window.until(lambda told: bool(told))
    window.say(sample[0])
    window.until(lambda told: any("printing" in line for line in told))
    window.kill()
    assert [j["state"] for j in program("badge", "jobs").lines] == ["sending"]
    again = program.window()
    again.until(lambda told: bool(told))
    assert again.end() == 0
    job = program("badge", "jobs")
    assert job["state"] == "unconfirmed"
    assert job["cause"]
    assert program("badge", "confirm", job["job"], "yes")["state"] == "confirmed"
    program.whole()


def test_the_journal_file_is_gone_after_a_kill(program: Program, sample: list[str], tmp_path: Path) -> None:
    """Nothing can bring back what lay in it only; what the database holds is read, or refused with a sentence."""
    stream = program.start("scan", "--stdin")
    stream.say(*sample[:20])
    stream.until(lambda told: len(told) >= 20)
    stream.kill()
    journal = program.home / "checkin.db-wal"
    assert journal.stat().st_size > 0
    journal.rename(tmp_path / "gone")
    answer = program("verify")
    assert answer.rc == 0 or answer["error"] or answer["differences"] or answer["chain_breaks"]
    if answer.rc == 0:
        assert program("scan", sample[0])["admitted"]
        program.whole()
