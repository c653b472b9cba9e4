"""The product as programs of their own on one home: commands, streams of scans, windows, and a lock that is held."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checkin.cli import run

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
LONGEST_S = 60.0


@dataclass
class Answer:
    """What a command said: exit code, the objects on standard output, and standard error."""

    rc: int
    lines: list[dict[str, Any]]
    err: str

    def __getitem__(self, key: str) -> Any:
        assert self.lines, self
        return self.lines[-1].get(key)


def told(answer: Answer) -> str:
    """The sentence of a command that failed as it should: exit 1, a sentence, an advice, no traceback."""
    assert answer.rc == 1, answer
    assert len(answer.lines) == 1, answer
    assert answer["error"], answer
    assert answer["advice"], answer
    return str(answer["error"])


def _answer(rc: int, out: str, err: str) -> Answer:
    assert "Traceback" not in err, err
    return Answer(rc, [json.loads(line) for line in out.splitlines()], err)


class Program:
    """`checkin` on one home."""

    def __init__(self, home: Path, station: str | None = "Desk A", prefix: tuple[str, ...] = ()) -> None:
        self.home, self.station, self.prefix = home, station, prefix

    def words(self, *words: object) -> list[str]:
        station = ["--station", self.station] if self.station else []
        return [
            *self.prefix, sys.executable, "-m", "checkin", "--home", str(self.home), *station, "--json",
            *map(str, words),
        ]  # fmt: skip

    def __call__(self, *words: object, stdin: str = "") -> Answer:
        """One command, run in this process unless it is somebody else's."""
        if self.prefix:
            return self.outside(*words, stdin=stdin)
        old = sys.stdin, sys.stdout, sys.stderr
        streams = [io.TextIOWrapper(io.BytesIO(text.encode())) for text in (stdin, "", "")]
        sys.stdin, sys.stdout, sys.stderr = streams
        try:
            rc = run(self.words(*words)[3:])
        finally:
            sys.stdin, sys.stdout, sys.stderr = old
        for stream in streams[1:]:
            stream.flush()
        return _answer(rc, *(s.buffer.getvalue().decode() for s in streams[1:]))

    def outside(self, *words: object, stdin: str = "", tmp: Path | None = None) -> Answer:
        """One command as a process of its own; `tmp` is where it puts its temporary files."""
        env = {**os.environ, "TMPDIR": str(tmp)} if tmp else None
        done = subprocess.run(
            self.words(*words), input=stdin, capture_output=True, text=True, encoding="utf-8", cwd=ROOT,
            timeout=LONGEST_S, env=env, check=False,
        )  # fmt: skip
        return _answer(done.returncode, done.stdout, done.stderr)

    def start(self, *words: object) -> Stream:
        return Stream(self.words(*words))

    def window(self, *words: str) -> Stream:
        """A window of this home: `window_driver.py`."""
        station = self.station or ""
        return Stream([sys.executable, str(HERE / "window_driver.py"), str(self.home), station, *words])

    def locked(self, seconds: float) -> Holder:
        """Another program that holds the write lock for so long; it holds it when this returns."""
        return Holder(self.home, seconds)

    def rows(self, kind: str) -> list[dict[str, Any]]:
        """An export, as rows."""
        out = self.home.parent / f"{self.home.name}-{kind}.json"
        assert self("export", kind, "--out", out).rc == 0
        rows: list[dict[str, Any]] = json.loads(out.read_text("utf-8"))
        return rows

    def whole(self) -> Answer:
        """`verify` finds nothing."""
        answer = self("verify", "--signatures")
        assert answer.rc == 0, answer
        assert answer["differences"] == answer["chain_breaks"] == [], answer
        return answer


class Holder:
    """A program that holds the write lock."""

    def __init__(self, home: Path, seconds: float) -> None:
        words = [sys.executable, str(HERE / "lock_holder.py"), str(home), str(seconds)]
        self._process = subprocess.Popen(words, cwd=ROOT, text=True, stdout=subprocess.PIPE)
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "locked\n"

    def end(self, *, kill: bool = False) -> None:
        """Wait until it lets go, or kill it."""
        if kill:
            self._process.kill()
        with self._process:
            assert (self._process.wait(LONGEST_S) == 0) is not kill


class Stream:
    """A program that takes lines and answers lines; what it answered is kept, a line that a kill tore is not."""

    def __init__(self, words: list[str]) -> None:
        self.process = subprocess.Popen(
            words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            encoding="utf-8",
        )  # fmt: skip
        self.answers: list[dict[str, Any]] = []
        self.errors = ""
        self._threads = [threading.Thread(target=read, daemon=True) for read in (self._read, self._read_errors)]
        for thread in self._threads:
            thread.start()

    def say(self, *lines: str) -> None:
        assert self.process.stdin is not None
        try:
            self.process.stdin.write("".join(f"{line}\n" for line in lines))
            self.process.stdin.flush()
        except BrokenPipeError:
            assert self.process.poll() is not None or self.process.wait(5) is not None

    def until(self, holds: Callable[[list[dict[str, Any]]], bool], seconds: float = LONGEST_S) -> None:
        end = time.monotonic() + seconds
        while not holds(self.answers):
            assert self.process.poll() is None or not self._threads[0].is_alive(), self.errors
            assert time.monotonic() < end, (self.answers, self.errors)
            if self.process.poll() is not None:
                self._threads[0].join()
                assert holds(self.answers), (self.answers, self.errors)
            time.sleep(0.002)

    def kill(self) -> None:
        self.process.kill()
        self._ended()

    def end(self) -> int:
        """End its input and wait for it."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self._ended()
        assert "Traceback" not in self.errors, self.errors
        return self.process.returncode

    def _ended(self) -> None:
        self.process.wait(LONGEST_S)
        for thread in self._threads:
            thread.join()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            assert pipe is not None
            try:
                pipe.close()
            except BrokenPipeError:
                assert self.process.returncode != 0

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.endswith("\n"):
                self.answers.append(json.loads(line))

    def _read_errors(self) -> None:
        assert self.process.stderr is not None
        self.errors = self.process.stderr.read()
