"""Runs every check that CI runs, each one even when another failed, pytest last."""

import os
import subprocess
import time
from collections.abc import Sequence

from checkin.starting.project import Project

BEFORE_PYTEST = (
    ("ruff format", ("ruff", "format", "--check", ".")),
    ("ruff check", ("ruff", "check", ".")),
    ("mypy", ("mypy",)),
)


def run_checks(project: Project, words: Sequence[str]) -> int:
    """All checks; `words` go to pytest, whose own summary is the last line. Answers 0 when all passed."""
    failed = [name for name, tool in BEFORE_PYTEST if not passed(project, name, tool)]
    print("== pytest" + (f" (did not pass before it: {', '.join(failed)})" if failed else ""), flush=True)
    return module(project, ("pytest", "-n", "2", *words)) or int(bool(failed))


def passed(project: Project, name: str, tool: Sequence[str]) -> bool:
    """Run one check between its name and its time."""
    print(f"== {name}", flush=True)
    began = time.monotonic()
    code = module(project, tool)
    outcome = "passed" if code == 0 else f"did not pass (exit {code})"
    print(f"   {name} {outcome}, {time.monotonic() - began:.1f} s", flush=True)
    return code == 0


def module(project: Project, words: Sequence[str]) -> int:
    """Run a Python module of .venv. Windows of tests stay off the person's screen unless they ask for them."""
    env = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    return subprocess.call([str(project.python), "-m", *words], cwd=project.root, env=env)
