"""Runs the commands of setting up with their output in the log, and a line of it on a terminal."""

import os
import subprocess
import sys
from collections.abc import Sequence

from checkin.starting.project import Project

# Settings of a person's own that would send packages elsewhere than into .venv.
ASTRAY = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIRE_HASHES", "PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV")


def environment() -> dict[str, str]:
    """This process's environment, without what leads packages astray; uv may not fetch a Python of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in ASTRAY}
    return {**kept, "UV_PYTHON_DOWNLOADS": "never", "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def logged(project: Project, words: Sequence[str]) -> tuple[bool, str]:
    """Run a command without input. Answers whether it worked, and what it printed."""
    show = sys.stderr.isatty()
    printed = []
    with project.log.open("a", encoding="utf-8") as log:
        log.write(f"\n$ {' '.join(words)}\n")
        log.flush()
        with subprocess.Popen(
            words,
            cwd=project.root,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        ) as process:
            for line in process.stdout or ():
                log.write(line)
                printed.append(line)
                if show:
                    print(f"\r\x1b[K  {line.strip()[:76]}", end="", file=sys.stderr, flush=True)
    if show:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
    return process.returncode == 0, "".join(printed)
