"""The command line run in this very process, each answer checked for what every answer must be."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from checkin.cli import run

ROOT = Path(__file__).resolve().parents[2]
# What JSON has to escape: control characters, and lone surrogates, which no UTF-8 holds.
_NEEDLESS = re.compile(r"\\u(?!00[01][0-9a-f]|d[89a-f][0-9a-f]{2}|007f)[0-9a-f]{4}", re.IGNORECASE)


@dataclass
class Answer:
    """What a command said: exit code, the objects on standard output, both streams as they were."""

    rc: int
    lines: list[dict[str, Any]]
    out: str
    err: str

    def __getitem__(self, key: str) -> Any:
        assert len(self.lines) == 1, self
        return self.lines[0][key]

    def has(self, key: str) -> bool:
        return key in self.lines[0]


class _Stream(io.TextIOWrapper):
    """Standard output that remembers how much had been flushed each time."""

    def __init__(self) -> None:
        self.bytes = io.BytesIO()
        super().__init__(self.bytes, encoding="ascii", write_through=False)

    def text(self) -> str:
        self.flush()
        return self.bytes.getvalue().decode("utf-8")


class Cli:
    """One desk's command line, in a home of its own."""

    def __init__(self, home: Path, station: str | None = "Desk A", operator: str | None = None) -> None:
        self.home, self.station, self.operator = home, station, operator

    def words(self, *words: object) -> list[str]:
        station = ["--station", self.station] if self.station else []
        operator = ["--operator", self.operator] if self.operator else []
        return ["--home", str(self.home), *station, *operator, "--json", *map(str, words)]

    def __call__(self, *words: object, stdin: bytes | None = None) -> Answer:
        rc, out, err = self.streams(self.words(*words), stdin)
        assert not out or out.endswith("\n"), out
        assert "\r" not in out
        assert not _NEEDLESS.search(out), out
        lines = [json.loads(line) for line in out.split("\n")[:-1]]
        assert all(isinstance(line, dict) for line in lines), out
        return Answer(rc, lines, out, err)

    def plain(self, *words: object) -> tuple[int, str, str]:
        """The same for people, without JSON."""
        return self.streams([w for w in self.words(*words) if w != "--json"], None)

    def streams(self, words: list[str], stdin: bytes | None) -> tuple[int, str, str]:
        old = sys.stdin, sys.stdout, sys.stderr
        out, err = _Stream(), _Stream()
        sys.stdin = io.TextIOWrapper(io.BytesIO(stdin or b""))
        sys.stdout, sys.stderr = out, err
        try:
            rc = run(words)
        finally:
            sys.stdin, sys.stdout, sys.stderr = old
        return rc, out.text(), err.text()

    def digest(self) -> str:
        """The state of the home, and how many acts it holds: the same when nothing was written."""
        found = self("verify")
        assert found.rc == 0, found
        return f"{found['entries']} {found['state_digest']}"

    def process(self, *words: object, **more: Any) -> subprocess.Popen[bytes]:
        """The same as a program of its own."""
        argv = [sys.executable, "-m", "checkin", *self.words(*words)]
        return subprocess.Popen(argv, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **more)


@pytest.fixture(scope="session")
def demo_made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Answer]:
    """A demo home that nobody writes into, and what making it answered."""
    home = tmp_path_factory.mktemp("demo") / "home"
    answer = Cli(home)("demo", "--seed-only")
    assert answer.rc == 0, answer
    return home, answer


@pytest.fixture
def made(demo_made: tuple[Path, Answer]) -> Answer:
    """What `demo` answered."""
    return demo_made[1]


@pytest.fixture
def codes(made: Answer) -> list[str]:
    """Twenty badge codes of confirmed people who are not in."""
    return made["badge_codes_sample"]


@pytest.fixture
def cli(demo_made: tuple[Path, Answer], tmp_path: Path) -> Cli:
    """The demo's desk in a copy of its home."""
    shutil.copytree(demo_made[0], tmp_path / "home")
    return Cli(tmp_path / "home")


@pytest.fixture
def empty(tmp_path: Path) -> Cli:
    """A home where nothing was made yet."""
    return Cli(tmp_path / "empty")


KATHMANDU = """
[event]
title = "Hill towns"
short = "HT"
timezone = "Asia/Kathmandu"
starts = 2026-03-23
ends = 2026-03-25

[[room]]
id = "hall"
name = "Hall"
capacity = 2

[[session]]
id = "talk"
name = "Talk – Größe"
room = "hall"
starts = 2026-03-24T10:00:00
ends = 2026-03-24T11:00:00
mode = "open"
capacity = 2

[[session]]
id = "other"
name = "Other talk"
room = "hall"
starts = 2026-03-24T10:00:00
ends = 2026-03-24T11:00:00
mode = "open"
capacity = 2

[[departure]]
id = "walk"
site_visit = "Old town"
name = "Old town, on foot"
vehicle = "on foot"
starts = 2026-03-24T14:00:00
ends = 2026-03-24T16:00:00
ends_at = "Hall"
capacity = 5
meeting_point = "Main door"
leader = "Ann Guide"
leader_phone = "+44 7700 900123"
"""
PEOPLE = (
    "Ticket code,Given name,Family name,E-mail,Organisation,City,Country,Category,Status,Site visits\n"
    'T-1,Åse,O\'Neill-Şahin,ase@a.example,Høyskolen,Bergen,Norway,Speaker,confirmed,"Old town, on foot"\n'
    "T-2,Jan,Novák,jan@b.example,,,,Guest,confirmed,\n"
    "T-3,Ida,Unpaid,ida@c.example,Org,Graz,Austria,Guest,unpaid,\n"
    "T-4,Karl,Gone,karl@d.example,Org,Graz,Austria,Guest,cancelled,\n"
    "T-5,Lea,Late,lea@e.example,Org,Graz,Austria,Guest,confirmed,\n"
)
DAY = "2026-03-24"


def a_list(folder: Path) -> Path:
    text = "Name,E-mail,Order\nMia New,mia@x.example,\nMia New,mia@x.example,\n,,\n,nobody@x.example,\n"
    (folder / "list.csv").write_text(text, "utf-8")
    return folder / "list.csv"


def at(clock: str, day: str = DAY) -> list[str]:
    """--at a local time of Kathmandu."""
    return ["--at", f"{day}T{clock}:00+05:45"]


@pytest.fixture(scope="session")
def hills_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home of a small event five hours and three quarters east of Greenwich."""
    folder = tmp_path_factory.mktemp("hills")
    (folder / "event.toml").write_text(KATHMANDU, "utf-8")
    (folder / "people.csv").write_text(PEOPLE, "utf-8")
    cli = Cli(folder / "home")
    assert cli("event", "load", folder / "event.toml", *at("08:00", "2026-03-20")).rc == 0
    assert cli("import", folder / "people.csv", *at("08:05", "2026-03-20")).rc == 0
    return folder / "home"


@pytest.fixture
def hills(hills_made: Path, tmp_path: Path) -> Cli:
    """The hill towns' desk in a copy of its home."""
    shutil.copytree(hills_made, tmp_path / "home")
    return Cli(tmp_path / "home")


@pytest.fixture
def ended() -> Iterator[Callable[[subprocess.Popen[bytes]], subprocess.Popen[bytes]]]:
    """Takes programs that must be gone when the test ends."""
    started: list[subprocess.Popen[bytes]] = []

    def take(process: subprocess.Popen[bytes]) -> subprocess.Popen[bytes]:
        started.append(process)
        return process

    yield take
    for process in started:
        if process.poll() is None:
            process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream and not stream.closed:
                stream.close()
